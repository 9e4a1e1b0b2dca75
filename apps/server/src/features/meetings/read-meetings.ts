import type { Reader } from '@dcc/db/open-database';
import { listRules, listSeats } from '@dcc/db/stores/committee-store';
import {
  type ActionPoint,
  agendaOf,
  attendanceOf,
  listActionPoints,
  listMeetings as storedMeetings,
  meetingPulse,
  minutesOf,
} from '@dcc/db/stores/meeting-store';
import { listMotions } from '@dcc/db/stores/motion-store';
import type { CalendarDate } from '@dcc/domain/calendar-date';
import { delegations, quorumOf } from '@dcc/domain/committee/quorum';
import { isLate } from '@dcc/domain/committee/meeting';
import { rulesOn } from '@dcc/domain/committee/rules';
import { type Seat, seatedOn } from '@dcc/domain/committee/seats';
import type { StandpointInput } from '@dcc/domain/wire';
import { readableMotions } from '../../read-models/motions.ts';
import { assertMay } from '../../use-case/command.ts';
import { requireMeetingFound } from '../../use-case/committee-table.ts';
import { type Context, today } from '../../use-case/context.ts';
import { standpointOf, standsAt } from '../../use-case/standpoint.ts';

const readablePoint =
  (on: CalendarDate) =>
  (point: ActionPoint): ActionPoint & { readonly late: boolean } => ({ ...point, late: isLate(point, on) });

/** Every meeting, the latest first, and what was still to be done. */
export async function listMeetings(context: Context, input: StandpointInput) {
  assertMay(context, 'committee.read');
  const db = context.shell.db.read;
  const standpoint = standpointOf(context.shell, input);
  const open = (await listActionPoints(db, standpoint)).filter(({ doneOn }) => doneOn === null);
  return {
    ...standsAt(context.shell, standpoint),
    meetings: await storedMeetings(db, standpoint),
    openPoints: open.map(readablePoint(standpoint.asOf)),
  };
}

/** Who has a seat today, who of them is here, and who else is. */
async function seatingOf(db: Reader, meetingId: string, on: CalendarDate) {
  const attendance = await attendanceOf(db, meetingId);
  const here = new Set(attendance.filter(({ present }) => present).map(({ personId }) => personId));
  const seats = await listSeats(db);
  const table = delegations(seats, on, here);
  const person = (seat: Seat | null) =>
    seat === null ? null : { personId: seat.personId, name: seat.personName, present: here.has(seat.personId) };
  const chair = seatedOn(seats, on).find(({ kind }) => kind === 'chair') ?? null;
  const seated = new Set(seatedOn(seats, on).map(({ personId }) => personId));
  return {
    table,
    chair: person(chair),
    delegations: table.map(({ organizationId, organizationName, member, alternate, voter }) => ({
      organizationId,
      organization: organizationName,
      member: person(member),
      alternate: person(alternate),
      voterId: voter?.personId ?? null,
    })),
    others: attendance
      .filter(({ personId }) => !seated.has(personId))
      .map(({ personId, personName: name, present }) => ({ personId, name, present })),
  };
}

/**
 * What a page that follows a meeting asks for again and again: a mark, and only where it changed the whole page. Whose turn it
 * is on a day changes with the day.
 */
export async function getPulse(context: Context, id: string) {
  assertMay(context, 'committee.read');
  return { mark: await markOf(context, id) };
}

async function markOf({ shell }: Context, id: string): Promise<string> {
  return `${today(shell)} ${await meetingPulse(shell.db.read, id)}`;
}

/** A meeting with all that its page shows while it sits: agenda, who is here, quorum, decisions, minutes, action points. */
export async function getMeeting(context: Context, id: string) {
  assertMay(context, 'committee.read');
  const { shell } = context;
  const db = shell.db.read;
  const on = today(shell);
  // First the mark: what changes while the page is read is read again.
  const mark = await markOf(context, id);
  const meeting = await requireMeetingFound(db, id);
  const { table, ...seating } = await seatingOf(db, id, on);
  const rules = rulesOn(await listRules(db), on);
  const points = (await listActionPoints(db)).map(readablePoint(on));
  const decisions = await readableMotions(context, db, await listMotions(db, { meetingId: id }));
  return {
    today: on,
    mark,
    meeting,
    agenda: await agendaOf(db, id),
    ...seating,
    rules,
    quorum: rules === null ? null : quorumOf(table, new Set(), rules),
    decisions,
    minutes: await minutesOf(db, id),
    actionPoints: points.filter(({ meetingId }) => meetingId === id),
    /** From other meetings, and not done. */
    openPoints: points.filter(({ meetingId, doneOn }) => meetingId !== id && doneOn === null),
  };
}
