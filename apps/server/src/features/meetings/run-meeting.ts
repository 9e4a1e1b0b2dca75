import { saveAttendance, setMeetingState } from '@dcc/db/stores/meeting-store';
import { listMotions } from '@dcc/db/stores/motion-store';
import { findPerson } from '@dcc/db/stores/person-store';
import { closeMeeting as closeMeetingRule, requireMeeting } from '@dcc/domain/committee/meeting';
import type { Attend, MeetingInput } from '@dcc/domain/committee/inputs';
import { may } from '@dcc/domain/people/capability';
import type { Recorded } from '../../use-case/command.ts';
import { requireMeetingFound, stampOf } from '../../use-case/committee-table.ts';
import type { Context } from '../../use-case/context.ts';
import { orRefuse, Refusal } from '../../use-case/refusal.ts';
import { committeeCommand } from '../../use-case/settle-consented.ts';

/** The chair opens a planned meeting. */
export function openMeeting(context: Context, input: MeetingInput): Promise<Recorded> {
  return committeeCommand(context, 'meeting.run', input, async (tx) => {
    const meeting = await requireMeetingFound(tx, input.meetingId);
    orRefuse(requireMeeting(meeting, 'planned'));
    await setMeetingState(tx, meeting.id, 'open', context.shell.now().toISOString());
    return { id: meeting.id, entryNumber: null, detail: { state: 'open' } };
  });
}

/** The chair closes a meeting once nothing is left on its table. */
export function closeMeeting(context: Context, input: MeetingInput): Promise<Recorded> {
  return committeeCommand(context, 'meeting.run', input, async (tx) => {
    const meeting = await requireMeetingFound(tx, input.meetingId);
    const open = await listMotions(tx, { states: ['open'], meetingId: meeting.id });
    orRefuse(closeMeetingRule(meeting, open.length));
    await setMeetingState(tx, meeting.id, 'closed', context.shell.now().toISOString());
    return { id: meeting.id, entryNumber: null, detail: { state: 'closed' } };
  });
}

/** Records that somebody has come or left: anybody for themselves, chair and secretariat for all. */
export function attend(context: Context, input: Attend): Promise<Recorded> {
  return committeeCommand(context, 'meeting.attend', input, async (tx) => {
    const { actor } = context;
    if (input.personId !== actor.personId && !may(actor.roles, 'meeting.prepare'))
      throw new Refusal({ kind: 'NotPermitted', action: 'meeting.prepare' });
    const meeting = await requireMeetingFound(tx, input.meetingId);
    orRefuse(requireMeeting(meeting, 'open'));
    const person = await findPerson(tx, input.personId);
    if (person === null) throw new Refusal({ kind: 'NotFound', subject: 'person' });
    await saveAttendance(tx, meeting.id, person.id, input.present, stampOf(context));
    const detail = { person: person.id, present: String(input.present) };
    return { id: meeting.id, entryNumber: null, detail };
  });
}
