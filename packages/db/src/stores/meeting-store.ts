import type { MeetingState } from '@dcc/domain/committee/kinds';
import { type CalendarDate, date } from '@dcc/domain/calendar-date';
import type { Standpoint } from '@dcc/domain/standpoint';
import { type Selectable, sql } from 'kysely';
import type { Reader } from '../open-database.ts';
import type { Tables } from '../tables.ts';
import type { Tx } from '../with-transaction.ts';
import { runWritten } from '../written-queries.ts';
import { type Stamp, stampColumns } from './committee-store.ts';
import { END_OF_TIME, happenedBefore, recordsBefore } from './known-entries.ts';

export type Meeting = {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly plannedOn: CalendarDate;
  readonly place: string;
  readonly state: MeetingState;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
};

function toMeeting(row: Selectable<Tables['meeting']>): Meeting {
  return {
    id: row.id,
    reference: row.reference,
    title: row.title,
    plannedOn: date(row.planned_on),
    place: row.place,
    state: row.state,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
  };
}

/** A meeting as it stood before an instant. */
function meetingBefore(before: string) {
  return (meeting: Meeting): Meeting => {
    const by = (at: string | null): string | null => (at !== null && at < before ? at : null);
    const [openedAt, closedAt] = [by(meeting.openedAt), by(meeting.closedAt)];
    return {
      ...meeting,
      state: closedAt !== null ? 'closed' : openedAt !== null ? 'open' : 'planned',
      openedAt,
      closedAt,
    };
  };
}

/** Every meeting, the latest day first; with a standpoint as they stood then. */
export async function listMeetings(db: Reader, standpoint: Standpoint | null = null): Promise<Meeting[]> {
  const before = happenedBefore(standpoint);
  const rows = await db
    .selectFrom('meeting')
    .selectAll()
    .where('recorded_at', '<', before)
    .orderBy('planned_on', 'desc')
    .orderBy('reference', 'desc')
    .execute();
  return rows.map(toMeeting).map(meetingBefore(before));
}

export async function findMeeting(db: Reader, id: string): Promise<Meeting | null> {
  const row = await db.selectFrom('meeting').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toMeeting(row);
}

export async function meetingReferenceTaken(db: Reader, reference: string): Promise<boolean> {
  const row = await db.selectFrom('meeting').select('id').where('reference', '=', reference).executeTakeFirst();
  return row !== undefined;
}

export async function saveMeeting(
  tx: Tx,
  meeting: Pick<Meeting, 'id' | 'reference' | 'title' | 'plannedOn' | 'place'>,
  stamp: Stamp,
): Promise<void> {
  await tx
    .insertInto('meeting')
    .values({
      id: meeting.id,
      reference: meeting.reference,
      title: meeting.title,
      planned_on: meeting.plannedOn,
      place: meeting.place,
      state: 'planned',
      opened_at: null,
      closed_at: null,
      ...stampColumns(stamp),
    })
    .execute();
}

/** What the page of a meeting is made of; of each only rows are added, or its state is moved with an event. */
const PULSE = [
  'agenda_item',
  'attendance',
  'minutes',
  'action_point',
  'action_point_done',
  'committee_seat',
  'committee_seat_end',
  'committee_rules',
  'motion_event',
  'motion_version',
  'motion_recusal',
  'vote',
  'position_step',
] as const;

/** A mark that changes whenever the page of a meeting may: how much there is of all that it shows. */
export async function meetingPulse(db: Reader, meetingId: string): Promise<string> {
  const counts = PULSE.map((table) => sql`(select count(*) from ${sql.table(table)})`);
  const { rows } = await sql<Record<string, unknown>>`
    select m.state, f.entry_count, ${sql.join(counts.map((count, index) => sql`${count} as ${sql.ref(`c${index}`)}`))}
    from meeting m cross join fund f where m.id = ${meetingId}`.execute(db);
  return Object.values(rows[0] ?? {}).join(' ');
}

/** Meetings by their ids. */
export async function meetingsById(
  db: Reader,
  ids: readonly string[],
  standpoint: Standpoint | null = null,
): Promise<Map<string, Meeting>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('meeting').selectAll().where('id', 'in', ids).execute();
  const then = meetingBefore(happenedBefore(standpoint));
  return new Map(rows.map((row) => [row.id, then(toMeeting(row))]));
}

/** Opens a planned meeting, or closes one that sits. */
export async function setMeetingState(tx: Tx, id: string, state: 'open' | 'closed', at: string): Promise<void> {
  await tx
    .updateTable('meeting')
    .set(state === 'open' ? { state, opened_at: at } : { state, closed_at: at })
    .where('id', '=', id)
    .execute();
}

/** The number after the last one of a meeting's list. */
async function nextNumber(tx: Tx, table: 'agenda_item' | 'attendance' | 'minutes', meetingId: string): Promise<bigint> {
  const last = await tx
    .selectFrom(table)
    .select((eb) => eb.fn.max('number').as('number'))
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst();
  return (last?.number ?? 0n) + 1n;
}

export type AgendaItem = {
  readonly number: number;
  readonly title: string;
  readonly note: string;
  readonly motionId: string | null;
};

export async function agendaOf(db: Reader, meetingId: string): Promise<AgendaItem[]> {
  const rows = await db
    .selectFrom('agenda_item')
    .leftJoin('motion', 'motion.id', 'agenda_item.motion_id')
    .selectAll('agenda_item')
    .select('motion.title as motion_title')
    .where('agenda_item.meeting_id', '=', meetingId)
    .orderBy('agenda_item.number')
    .execute();
  return rows.map((row) => ({
    number: Number(row.number),
    // A draft may have got another title since it was put there.
    title: row.motion_title ?? row.title,
    note: row.note,
    motionId: row.motion_id,
  }));
}

export async function saveAgendaItem(
  tx: Tx,
  meetingId: string,
  item: Omit<AgendaItem, 'number'>,
  stamp: Stamp,
): Promise<void> {
  await tx
    .insertInto('agenda_item')
    .values({
      meeting_id: meetingId,
      number: await nextNumber(tx, 'agenda_item', meetingId),
      title: item.title,
      note: item.note,
      motion_id: item.motionId,
      ...stampColumns(stamp),
    })
    .execute();
}

/** Somebody who came or left, as last recorded. */
export type Attendance = {
  readonly personId: string;
  readonly personName: string;
  readonly present: boolean;
  readonly since: string;
};

/** Everybody who was recorded at a meeting, by name, with what was recorded last. */
export async function attendanceOf(db: Reader, meetingId: string): Promise<Attendance[]> {
  const rows = await db
    .selectFrom('attendance')
    .innerJoin('person', 'person.id', 'attendance.person_id')
    .select(['attendance.person_id', 'person.name', 'attendance.present', 'attendance.recorded_at'])
    .where('attendance.meeting_id', '=', meetingId)
    .orderBy('attendance.number')
    .execute();
  const latest = new Map(
    rows.map((row) => [
      row.person_id,
      { personId: row.person_id, personName: row.name, present: row.present === 1n, since: row.recorded_at },
    ]),
  );
  return [...latest.values()].toSorted((left, right) => (left.personName < right.personName ? -1 : 1));
}

export async function saveAttendance(
  tx: Tx,
  meetingId: string,
  personId: string,
  present: boolean,
  stamp: Stamp,
): Promise<void> {
  await tx
    .insertInto('attendance')
    .values({
      meeting_id: meetingId,
      number: await nextNumber(tx, 'attendance', meetingId),
      person_id: personId,
      present: present ? 1n : 0n,
      ...stampColumns(stamp),
    })
    .execute();
}

export type Minutes = { readonly text: string; readonly by: string; readonly at: string; readonly version: number };

/** The minutes as they stand; `null` while there are none. */
export async function minutesOf(db: Reader, meetingId: string): Promise<Minutes | null> {
  const row = await db
    .selectFrom('minutes')
    .innerJoin('person', 'person.id', 'minutes.recorded_by')
    .select(['minutes.text', 'minutes.number', 'minutes.recorded_at', 'person.name'])
    .where('minutes.meeting_id', '=', meetingId)
    .orderBy('minutes.number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { text: row.text, by: row.name, at: row.recorded_at, version: Number(row.number) };
}

/** Writes the minutes anew; the earlier texts stay. */
export async function saveMinutes(tx: Tx, meetingId: string, text: string, stamp: Stamp): Promise<void> {
  await tx
    .insertInto('minutes')
    .values({
      meeting_id: meetingId,
      number: await nextNumber(tx, 'minutes', meetingId),
      text,
      ...stampColumns(stamp),
    })
    .execute();
}

export type ActionPoint = {
  readonly id: string;
  readonly meetingId: string;
  readonly meetingReference: string;
  readonly text: string;
  readonly owner: string;
  readonly dueOn: CalendarDate | null;
  readonly doneOn: CalendarDate | null;
  readonly doneNote: string;
};

/** Every action point of every meeting, the earliest meeting first; with a standpoint as they stood then. */
export async function listActionPoints(db: Reader, standpoint: Standpoint | null = null): Promise<ActionPoint[]> {
  const bounds = {
    asOf: standpoint?.asOf ?? END_OF_TIME,
    known: recordsBefore(standpoint),
    happened: happenedBefore(standpoint),
  };
  const rows = await runWritten(db, 'action points', bounds, ({ asOf, known, happened }) =>
    db
      .selectFrom('action_point')
      .innerJoin('meeting', 'meeting.id', 'action_point.meeting_id')
      .leftJoin('action_point_done', (join) =>
        join
          .onRef('action_point_done.action_point_id', '=', 'action_point.id')
          .on('action_point_done.done_on', '<=', asOf)
          .on('action_point_done.recorded_at', '<', known),
      )
      .select([
        'action_point.id',
        'action_point.meeting_id',
        'meeting.reference',
        'action_point.text',
        'action_point.owner',
        'action_point.due_on',
        'action_point_done.done_on',
        'action_point_done.note',
      ])
      .where('action_point.recorded_at', '<', happened)
      .orderBy('meeting.planned_on')
      .orderBy('action_point.recorded_at')
      .orderBy('action_point.id'),
  );
  return rows.map((row) => ({
    id: row.id,
    meetingId: row.meeting_id,
    meetingReference: row.reference,
    text: row.text,
    owner: row.owner,
    dueOn: row.due_on === null ? null : date(row.due_on),
    doneOn: row.done_on === null ? null : date(row.done_on),
    doneNote: row.note ?? '',
  }));
}

export async function saveActionPoint(
  tx: Tx,
  point: Pick<ActionPoint, 'id' | 'meetingId' | 'text' | 'owner' | 'dueOn'>,
  stamp: Stamp,
): Promise<void> {
  await tx
    .insertInto('action_point')
    .values({
      id: point.id,
      meeting_id: point.meetingId,
      text: point.text,
      owner: point.owner,
      due_on: point.dueOn,
      ...stampColumns(stamp),
    })
    .execute();
}

export async function saveActionPointDone(
  tx: Tx,
  id: string,
  done: { readonly on: CalendarDate; readonly note: string },
  stamp: Stamp,
): Promise<void> {
  await tx
    .insertInto('action_point_done')
    .values({ action_point_id: id, done_on: done.on, note: done.note, ...stampColumns(stamp) })
    .execute();
}
