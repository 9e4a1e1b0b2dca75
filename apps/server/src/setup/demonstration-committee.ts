import { saveRules, saveSeat } from '@dcc/db/stores/committee-store';
import {
  saveActionPoint,
  saveActionPointDone,
  saveAgendaItem,
  saveAttendance,
  saveMeeting,
  saveMinutes,
  setMeetingState,
} from '@dcc/db/stores/meeting-store';
import { saveMotion } from '@dcc/db/stores/motion-store';
import type { Tx } from '@dcc/db/with-transaction';
import { DEMO_NEXT_MEETING, DEMO_PAST_MEETING, DEMO_RULES, DEMO_SEATS } from '@dcc/demo-fund/committee';
import { date } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { parseMoney } from '@dcc/domain/money';
import type { Shell } from '../use-case/context.ts';
import { orRefuse } from '../use-case/refusal.ts';

const by = (day: string, time = '09:00') => ({
  recordedAt: `${day}T${time}:00.000Z`,
  recordedBy: 'p-secretariat',
});

async function seatCommittee(tx: Tx, shell: Shell): Promise<void> {
  for (const { startsOn, endsOn, ...seat } of DEMO_SEATS) {
    const term = { startsOn: date(startsOn), endsOn: endsOn === null ? null : date(endsOn) };
    await saveSeat(tx, { ...seat, ...term, id: shell.newId() }, by(startsOn));
  }
  await saveRules(tx, { ...DEMO_RULES, effectiveOn: date(DEMO_RULES.effectiveOn) }, by(DEMO_RULES.effectiveOn));
}

async function holdPastMeeting(tx: Tx, shell: Shell): Promise<void> {
  const { reference, title, on, place, agenda, present, minutes, actionPoints } = DEMO_PAST_MEETING;
  const id = shell.newId();
  await saveMeeting(tx, { id, reference, title, plannedOn: date(on), place }, by('2026-04-27'));
  for (const item of agenda) await saveAgendaItem(tx, id, { title: item, note: '', motionId: null }, by('2026-04-27'));
  await setMeetingState(tx, id, 'open', `${on}T13:00:00.000Z`);
  for (const personId of present) await saveAttendance(tx, id, personId, true, by(on, '13:00'));
  await saveMinutes(tx, id, minutes, by(on, '16:00'));
  for (const { doneOn, dueOn, ...point } of actionPoints) {
    const pointId = shell.newId();
    await saveActionPoint(tx, { ...point, id: pointId, meetingId: id, dueOn: date(dueOn) }, by(on, '16:00'));
    if (doneOn !== null) await saveActionPointDone(tx, pointId, { on: date(doneOn), note: '' }, by(doneOn));
  }
  await setMeetingState(tx, id, 'closed', `${on}T16:30:00.000Z`);
}

async function planNextMeeting(tx: Tx, shell: Shell, positionId: string): Promise<void> {
  const { reference, title, plannedOn, preparedOn, place, agenda, draft } = DEMO_NEXT_MEETING;
  const stamp = by(preparedOn);
  const [id, motionId] = [shell.newId(), shell.newId()];
  await saveMeeting(tx, { id, reference, title, plannedOn: date(plannedOn), place }, stamp);
  for (const item of agenda) await saveAgendaItem(tx, id, { title: item, note: '', motionId: null }, stamp);
  const { year, poolId, reason } = draft;
  await saveMotion(
    tx,
    {
      id: motionId,
      reference: draft.reference,
      title: draft.title,
      text: draft.text,
      options: draft.options,
      kind: 'allocation',
      meetingId: id,
      supersedesId: null,
      criteriaSetId: null,
      lines: [{ positionId, year, poolId, amount: orRefuse(parseMoney(draft.amount, BOOK_CURRENCY)) }],
      positions: [{ positionId, verdict: 'approve', reason }],
    },
    stamp,
  );
  await saveAgendaItem(tx, id, { title: draft.title, note: '', motionId }, stamp);
}

/** Seats the invented committee, holds its last meeting and prepares the next. Moves no money. */
export async function beginDemonstrationCommittee(
  tx: Tx,
  shell: Shell,
  positionOf: (title: string) => string,
): Promise<void> {
  await seatCommittee(tx, shell);
  await holdPastMeeting(tx, shell);
  await planNextMeeting(tx, shell, positionOf(DEMO_NEXT_MEETING.draft.position));
}
