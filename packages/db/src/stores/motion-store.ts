import type { Choice, MotionState } from '@dcc/domain/committee/kinds';
import { type CalendarDate, date } from '@dcc/domain/calendar-date';
import type { PositionState } from '@dcc/domain/positions/states';
import type { Standpoint } from '@dcc/domain/standpoint';
import type { Selectable } from 'kysely';
import type { MotionHappening } from '../committee-tables.ts';
import type { Reader } from '../open-database.ts';
import type { Tables } from '../tables.ts';
import type { Tx } from '../with-transaction.ts';
import { type Stamp, stampColumns } from './committee-store.ts';
import { happenedBefore } from './known-entries.ts';
import {
  type MotionParts,
  type MotionWords,
  motionVersions,
  partsOf,
  saveMotionVersion,
  wordColumns,
} from './motion-versions.ts';

export type Motion = MotionWords &
  MotionParts & {
    readonly id: string;
    readonly reference: string;
    /** How often it was written; the last version counts. */
    readonly version: number;
    readonly state: MotionState;
    readonly meetingId: string | null;
    /** The last day to object, while it is circulated. */
    readonly closesOn: CalendarDate | null;
    readonly recordedAt: string;
  };

/** Draft decisions with what they would do. */
export async function withParts(db: Reader, rows: readonly Selectable<Tables['motion']>[]): Promise<Motion[]> {
  const parts = await partsOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    version: Number(row.version),
    title: row.title,
    text: row.text,
    options: row.options,
    kind: row.kind,
    state: row.state,
    meetingId: row.meeting_id,
    closesOn: row.closes_on === null ? null : date(row.closes_on),
    supersedesId: row.supersedes_id,
    criteriaSetId: row.criteria_set_id,
    recordedAt: row.recorded_at,
    ...parts(row.id, Number(row.version)),
  }));
}

export async function findMotion(db: Reader, id: string): Promise<Motion | null> {
  const rows = await db.selectFrom('motion').selectAll().where('id', '=', id).execute();
  return (await withParts(db, rows))[0] ?? null;
}

/** Draft decisions in given states, or of a meeting's table; the oldest first. */
export async function listMotions(
  db: Reader,
  of: { readonly states?: readonly MotionState[]; readonly meetingId?: string },
): Promise<Motion[]> {
  let query = db.selectFrom('motion').selectAll().orderBy('recorded_at').orderBy('reference');
  if (of.states !== undefined) query = query.where('state', 'in', of.states);
  if (of.meetingId !== undefined) query = query.where('meeting_id', '=', of.meetingId);
  return withParts(db, await query.execute());
}

/** What was circulated and whose last day to object lies before a day, the earliest first. */
export async function consentedMotions(db: Reader, today: CalendarDate): Promise<Motion[]> {
  const rows = await db
    .selectFrom('motion')
    .selectAll()
    .where('state', '=', 'circulated')
    .where('closes_on', '<', today)
    .orderBy('closes_on')
    .orderBy('recorded_at')
    .orderBy('reference')
    .execute();
  return withParts(db, rows);
}

/** Saves a draft with what it would do: its first version. */
export async function saveMotion(
  tx: Tx,
  motion: Omit<Motion, 'state' | 'version' | 'closesOn' | 'recordedAt'>,
  stamp: Stamp,
): Promise<void> {
  const { id, reference, meetingId } = motion;
  const begun = { id, reference, state: 'drafted' as const, meeting_id: meetingId, closes_on: null };
  await tx
    .insertInto('motion')
    .values({ ...begun, ...wordColumns(motion), ...stampColumns(stamp) })
    .execute();
  await saveMotionVersion(tx, id, 1, motion, stamp);
  await saveMotionEvent(tx, id, { what: 'drafted', note: '', organizationId: null }, stamp);
}

/** Writes a draft anew: from then on its new version counts, and the earlier ones stay on record. */
export async function reviseMotion(
  tx: Tx,
  id: string,
  version: number,
  said: MotionWords & MotionParts,
  stamp: Stamp,
): Promise<void> {
  await tx
    .updateTable('motion')
    .set({ ...wordColumns(said), version: BigInt(version) })
    .where('id', '=', id)
    .execute();
  await saveMotionVersion(tx, id, version, said, stamp);
}

/** Moves a draft decision to another state, onto a meeting's table or into a window for objections. */
export async function setMotionState(
  tx: Tx,
  id: string,
  to: { readonly state: MotionState; readonly meetingId?: string; readonly closesOn?: CalendarDate | null },
): Promise<void> {
  await tx
    .updateTable('motion')
    .set({
      state: to.state,
      ...(to.meetingId === undefined ? {} : { meeting_id: to.meetingId }),
      ...(to.closesOn === undefined ? {} : { closes_on: to.closesOn }),
    })
    .where('id', '=', id)
    .execute();
}

export type MotionEvent = {
  readonly what: MotionHappening | 'revised';
  readonly note: string;
  readonly organization: string | null;
  readonly by: string;
  readonly at: string;
};

/** What happened to a draft decision, the earliest first; that it was written anew among the rest. */
export async function motionEvents(
  db: Reader,
  motionId: string,
  standpoint: Standpoint | null = null,
): Promise<MotionEvent[]> {
  const before = happenedBefore(standpoint);
  const rows = await db
    .selectFrom('motion_event')
    .innerJoin('person', 'person.id', 'motion_event.recorded_by')
    .leftJoin('organization', 'organization.id', 'motion_event.organization_id')
    .select([
      'motion_event.what',
      'motion_event.note',
      'organization.short_name',
      'person.name',
      'motion_event.recorded_at',
    ])
    .where('motion_event.motion_id', '=', motionId)
    .where('motion_event.recorded_at', '<', before)
    .orderBy('motion_event.number')
    .execute();
  const events = rows.map((row) => ({
    what: row.what,
    note: row.note,
    organization: row.short_name,
    by: row.name,
    at: row.recorded_at,
  }));
  const versions = (await motionVersions(db, motionId)).filter(({ at }) => at < before);
  const revisions = versions.slice(1).map(({ version, by, at }) => ({
    what: 'revised' as const,
    note: String(version),
    organization: null,
    by,
    at,
  }));
  return [...events, ...revisions].toSorted((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0));
}

export async function saveMotionEvent(
  tx: Tx,
  motionId: string,
  event: { readonly what: MotionHappening; readonly note: string; readonly organizationId: string | null },
  stamp: Stamp,
): Promise<void> {
  const last = await tx
    .selectFrom('motion_event')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('motion_id', '=', motionId)
    .executeTakeFirst();
  await tx
    .insertInto('motion_event')
    .values({
      motion_id: motionId,
      number: (last?.number ?? 0n) + 1n,
      what: event.what,
      note: event.note,
      organization_id: event.organizationId,
      ...stampColumns(stamp),
    })
    .execute();
}

export type RecordedVote = {
  readonly motionId: string;
  readonly organizationId: string;
  readonly organization: string;
  readonly choice: Choice;
  readonly note: string;
  readonly asAlternate: boolean;
  readonly by: string;
  readonly at: string;
};

/** The votes on draft decisions, by organization. */
export async function votesOn(
  db: Reader,
  motionIds: readonly string[],
  standpoint: Standpoint | null = null,
): Promise<RecordedVote[]> {
  if (motionIds.length === 0) return [];
  const rows = await db
    .selectFrom('vote')
    .innerJoin('person', 'person.id', 'vote.recorded_by')
    .innerJoin('organization', 'organization.id', 'vote.organization_id')
    .selectAll('vote')
    .select(['organization.short_name', 'person.name'])
    .where('vote.motion_id', 'in', motionIds)
    .where('vote.recorded_at', '<', happenedBefore(standpoint))
    .orderBy('organization.short_name')
    .execute();
  return rows.map((row) => ({
    motionId: row.motion_id,
    organizationId: row.organization_id,
    organization: row.short_name,
    choice: row.choice,
    note: row.note,
    asAlternate: row.as_alternate === 1n,
    by: row.name,
    at: row.recorded_at,
  }));
}

export async function saveVote(
  tx: Tx,
  vote: Pick<RecordedVote, 'motionId' | 'organizationId' | 'choice' | 'note' | 'asAlternate'>,
  stamp: Stamp,
): Promise<void> {
  await tx
    .insertInto('vote')
    .values({
      motion_id: vote.motionId,
      organization_id: vote.organizationId,
      choice: vote.choice,
      as_alternate: vote.asAlternate ? 1n : 0n,
      note: vote.note,
      ...stampColumns(stamp),
    })
    .execute();
}

export type RecordedRecusal = {
  readonly motionId: string;
  readonly organizationId: string;
  readonly organization: string;
  readonly forced: boolean;
  readonly reason: string;
};

/** Recusals on record: what members declared, and when a decision was closed those that its hosts were forced to. */
export async function recusalsOn(
  db: Reader,
  motionIds: readonly string[],
  standpoint: Standpoint | null = null,
): Promise<RecordedRecusal[]> {
  if (motionIds.length === 0) return [];
  const rows = await db
    .selectFrom('motion_recusal')
    .innerJoin('organization', 'organization.id', 'motion_recusal.organization_id')
    .selectAll('motion_recusal')
    .select('organization.short_name')
    .where('motion_recusal.motion_id', 'in', motionIds)
    .where('motion_recusal.recorded_at', '<', happenedBefore(standpoint))
    .orderBy('organization.short_name')
    .execute();
  return rows.map((row) => ({
    motionId: row.motion_id,
    organizationId: row.organization_id,
    organization: row.short_name,
    forced: row.forced === 1n,
    reason: row.reason,
  }));
}

export async function saveRecusal(
  tx: Tx,
  recusal: Pick<RecordedRecusal, 'motionId' | 'organizationId' | 'forced' | 'reason'>,
  stamp: Stamp,
): Promise<void> {
  await tx
    .insertInto('motion_recusal')
    .values({
      motion_id: recusal.motionId,
      organization_id: recusal.organizationId,
      forced: recusal.forced ? 1n : 0n,
      reason: recusal.reason,
      ...stampColumns(stamp),
    })
    .execute();
}

/** The positions that drafts name in their last versions. */
function lastVersions(db: Reader) {
  return db
    .selectFrom('motion as draft')
    .innerJoin('motion_line as part', (join) =>
      join.onRef('part.motion_id', '=', 'draft.id').onRef('part.version', '=', 'draft.version'),
    )
    .select(['part.motion_id', 'part.position_id'])
    .union(
      db
        .selectFrom('motion as draft')
        .innerJoin('motion_position as part', (join) =>
          join.onRef('part.motion_id', '=', 'draft.id').onRef('part.version', '=', 'draft.version'),
        )
        .select(['part.motion_id', 'part.position_id']),
    );
}

/**
 * The organizations that host the positions of draft decisions, or of the decisions whose place they take: they take no part in
 * deciding them.
 */
export async function hostsOf(
  db: Reader,
  motionIds: readonly string[],
): Promise<{ readonly motionId: string; readonly organizationId: string; readonly organization: string }[]> {
  if (motionIds.length === 0) return [];
  const named = lastVersions(db)
    .union(
      db
        .selectFrom('motion')
        .innerJoin('allocation', 'allocation.decision_id', 'motion.supersedes_id')
        .select(['motion.id as motion_id', 'allocation.position_id']),
    )
    .union(
      db
        .selectFrom('motion')
        .innerJoin(lastVersions(db).as('earlier'), 'earlier.motion_id', 'motion.supersedes_id')
        .select(['motion.id as motion_id', 'earlier.position_id']),
    );
  const rows = await db
    .selectFrom(named.as('named'))
    .innerJoin('position', 'position.id', 'named.position_id')
    .innerJoin('organization', 'organization.id', 'position.organization_id')
    .select(['named.motion_id', 'organization.id', 'organization.short_name'])
    .distinct()
    .where('named.motion_id', 'in', motionIds)
    .orderBy('organization.short_name')
    .execute();
  return rows.map((row) => ({ motionId: row.motion_id, organizationId: row.id, organization: row.short_name }));
}

/** The positions that a draft decision names, with their titles, hosts and present states. */
export async function positionsNamedBy(
  db: Reader,
  { lines, positions }: MotionParts,
): Promise<Map<string, { readonly title: string; readonly organization: string; readonly state: PositionState }>> {
  const ids = [...lines, ...positions].map(({ positionId }) => positionId);
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('position')
    .innerJoin('organization', 'organization.id', 'position.organization_id')
    .select(['position.id', 'position.title', 'organization.short_name', 'position.state'])
    .where('position.id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, { title: row.title, organization: row.short_name, state: row.state }]));
}

/** Positions about which something can be decided: proposed, and neither withdrawn, rejected nor over. By number. */
export async function positionsToDecide(
  db: Reader,
): Promise<
  { readonly id: string; readonly title: string; readonly organization: string; readonly state: PositionState }[]
> {
  return db
    .selectFrom('position')
    .innerJoin('organization', 'organization.id', 'position.organization_id')
    .select(['position.id', 'position.title', 'organization.short_name as organization', 'position.state'])
    .where('position.state', 'not in', ['draft', 'withdrawn', 'rejected', 'separated'])
    .orderBy('position.number')
    .execute();
}
