import {
  listActionPoints,
  type Meeting,
  meetingReferenceTaken,
  saveActionPoint,
  saveActionPointDone,
  saveAgendaItem,
  saveMeeting,
  saveMinutes,
} from '@dcc/db/stores/meeting-store';
import type {
  AddActionPoint,
  AddAgendaItem,
  CompleteActionPoint,
  PlanMeeting,
  RecordMinutes,
} from '@dcc/domain/committee/inputs';
import type { Recorded } from '../../use-case/command.ts';
import { requireMeetingFound, stampOf } from '../../use-case/committee-table.ts';
import type { Context } from '../../use-case/context.ts';
import { refuseFuture } from '../../use-case/dates.ts';
import { Refusal } from '../../use-case/refusal.ts';
import { committeeCommand } from '../../use-case/settle-consented.ts';

const refuseClosedMeeting = ({ reference, state }: Meeting): void => {
  if (state === 'closed') throw new Refusal({ kind: 'MeetingInState', reference, state });
};

/** Plans a meeting under a reference of its own. */
export function planMeeting(context: Context, input: PlanMeeting): Promise<Recorded> {
  return committeeCommand(context, 'meeting.prepare', input, async (tx) => {
    const { reference, title, plannedOn, place } = input;
    if (await meetingReferenceTaken(tx, reference)) throw new Refusal({ kind: 'ReferenceTaken', reference });
    const id = context.shell.newId();
    await saveMeeting(tx, { id, reference, title, plannedOn, place }, stampOf(context));
    return { id, entryNumber: null, detail: { reference } };
  });
}

/** Adds an item to the agenda of a meeting that is not over. */
export function addAgendaItem(context: Context, input: AddAgendaItem): Promise<Recorded> {
  return committeeCommand(context, 'meeting.prepare', input, async (tx) => {
    const meeting = await requireMeetingFound(tx, input.meetingId);
    refuseClosedMeeting(meeting);
    const item = { title: input.title, note: input.note, motionId: null };
    await saveAgendaItem(tx, meeting.id, item, stampOf(context));
    return { id: meeting.id, entryNumber: null, detail: { item: input.title } };
  });
}

/** Writes the minutes, which go on being mended after the meeting; every text is kept. */
export function recordMinutes(context: Context, input: RecordMinutes): Promise<Recorded> {
  return committeeCommand(context, 'meeting.prepare', input, async (tx) => {
    const { id, reference, state } = await requireMeetingFound(tx, input.meetingId);
    if (state === 'planned') throw new Refusal({ kind: 'MeetingInState', reference, state });
    await saveMinutes(tx, id, input.text, stampOf(context));
    return { id, entryNumber: null };
  });
}

/** Writes down what somebody is to do. */
export function addActionPoint(context: Context, input: AddActionPoint): Promise<Recorded> {
  return committeeCommand(context, 'meeting.prepare', input, async (tx) => {
    const meeting = await requireMeetingFound(tx, input.meetingId);
    const id = context.shell.newId();
    const { text, owner, dueOn } = input;
    await saveActionPoint(tx, { id, meetingId: meeting.id, text, owner, dueOn }, stampOf(context));
    return { id, entryNumber: null, detail: { meeting: meeting.id } };
  });
}

/** Says on which day an action point was done. */
export function completeActionPoint(context: Context, input: CompleteActionPoint): Promise<Recorded> {
  return committeeCommand(context, 'meeting.prepare', input, async (tx) => {
    refuseFuture(context, input.doneOn);
    const point = (await listActionPoints(tx)).find(({ id }) => id === input.actionPointId);
    if (point === undefined) throw new Refusal({ kind: 'NotFound', subject: 'action-point' });
    if (point.doneOn !== null) throw new Refusal({ kind: 'ActionPointDone', doneOn: point.doneOn });
    await saveActionPointDone(tx, point.id, { on: input.doneOn, note: input.note }, stampOf(context));
    return { id: point.id, entryNumber: null };
  });
}
