import type { DecisionMode, Outcome } from '@dcc/domain/committee/kinds';
import { type CalendarDate, date } from '@dcc/domain/calendar-date';
import type { Standpoint } from '@dcc/domain/standpoint';
import { sql } from 'kysely';
import type { Reader } from '../open-database.ts';
import type { Tx } from '../with-transaction.ts';
import { type Stamp, stampColumns } from './committee-store.ts';
import { END_OF_TIME, knownUpTo, recordsBefore } from './known-entries.ts';

/** How a decision was taken in the program: its quorum and its votes as they stood when it closed. */
export type Resolution = {
  readonly decisionId: string;
  readonly mode: Exclude<DecisionMode, 'on-paper'>;
  readonly outcome: Outcome;
  readonly conditions: string;
  readonly reason: string;
  readonly rulesNumber: number;
  readonly seated: number;
  readonly present: number;
  readonly quorumNeeded: number;
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
  readonly votesNeeded: number;
  readonly supersedesId: string | null;
};

export async function saveResolution(tx: Tx, resolution: Resolution, stamp: Stamp): Promise<void> {
  await tx
    .insertInto('resolution')
    .values({
      decision_id: resolution.decisionId,
      // A draft decision and the decision that it becomes are one thing under one id.
      motion_id: resolution.decisionId,
      mode: resolution.mode,
      outcome: resolution.outcome,
      conditions: resolution.conditions,
      reason: resolution.reason,
      rules_number: BigInt(resolution.rulesNumber),
      seated: BigInt(resolution.seated),
      present: BigInt(resolution.present),
      quorum_needed: BigInt(resolution.quorumNeeded),
      in_favour: BigInt(resolution.inFavour),
      against: BigInt(resolution.against),
      abstained: BigInt(resolution.abstained),
      votes_needed: BigInt(resolution.votesNeeded),
      supersedes_id: resolution.supersedesId,
      ...stampColumns(stamp),
    })
    .execute();
}

/** Saves which decision one takes the place of that was taken on paper. */
export async function savePaperSupersession(tx: Tx, decisionId: string, supersedesId: string): Promise<void> {
  await tx.insertInto('paper_supersession').values({ decision_id: decisionId, supersedes_id: supersedesId }).execute();
}

export async function findResolution(db: Reader, decisionId: string): Promise<Resolution | null> {
  const row = await db.selectFrom('resolution').selectAll().where('decision_id', '=', decisionId).executeTakeFirst();
  if (row === undefined) return null;
  return {
    decisionId: row.decision_id,
    mode: row.mode,
    outcome: row.outcome,
    conditions: row.conditions,
    reason: row.reason,
    rulesNumber: Number(row.rules_number),
    seated: Number(row.seated),
    present: Number(row.present),
    quorumNeeded: Number(row.quorum_needed),
    inFavour: Number(row.in_favour),
    against: Number(row.against),
    abstained: Number(row.abstained),
    votesNeeded: Number(row.votes_needed),
    supersedesId: row.supersedes_id,
  };
}

/** A decision in the register. One without a resolution was taken outside of the program, and adopted there. */
export type RegisteredDecision = {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly decidedOn: CalendarDate;
  readonly text: string;
  readonly recordedBy: string;
  readonly recordedAt: string;
  readonly mode: DecisionMode;
  readonly outcome: Outcome;
  readonly meetingReference: string | null;
  readonly supersedes: { readonly id: string; readonly reference: string } | null;
  readonly supersededBy: { readonly id: string; readonly reference: string } | null;
};

/** Which decision takes the place of which, in the program or on paper. */
function supersessions(db: Reader) {
  return db
    .selectFrom('resolution')
    .select(['decision_id', 'supersedes_id'])
    .where('supersedes_id', 'is not', null)
    .unionAll(db.selectFrom('paper_supersession').select(['decision_id', 'supersedes_id']));
}

/** Decisions that had been taken and were on record, with what had come in their place by then. */
function registered(db: Reader, standpoint: Standpoint | null) {
  const [asOf, before] = [standpoint?.asOf ?? END_OF_TIME, recordsBefore(standpoint)];
  return db
    .selectFrom('decision')
    .innerJoin('person', 'person.id', 'decision.recorded_by')
    .leftJoin('resolution', 'resolution.decision_id', 'decision.id')
    .leftJoin('motion', 'motion.id', 'resolution.motion_id')
    .leftJoin('meeting', 'meeting.id', 'motion.meeting_id')
    .leftJoin(supersessions(db).as('own'), 'own.decision_id', 'decision.id')
    .leftJoin('decision as earlier', 'earlier.id', 'own.supersedes_id')
    .leftJoin(supersessions(db).as('next'), 'next.supersedes_id', 'decision.id')
    .leftJoin('decision as later', (join) =>
      join
        .onRef('later.id', '=', 'next.decision_id')
        .on('later.decided_on', '<=', asOf)
        .on('later.recorded_at', '<', before),
    )
    .where('decision.decided_on', '<=', asOf)
    .where('decision.recorded_at', '<', before)
    .select([
      'decision.id',
      'decision.reference',
      'decision.title',
      'decision.decided_on',
      'decision.text',
      'decision.recorded_at',
      'person.name',
      'resolution.mode',
      'resolution.outcome',
      'meeting.reference as meeting_reference',
      'earlier.id as earlier_id',
      'earlier.reference as earlier_reference',
      'later.id as later_id',
      'later.reference as later_reference',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof registered>['executeTakeFirstOrThrow']>>;

const reference = (id: string | null, name: string | null) =>
  id === null || name === null ? null : { id, reference: name };

function toRegistered(row: Row): RegisteredDecision {
  return {
    id: row.id,
    reference: row.reference,
    title: row.title,
    decidedOn: date(row.decided_on),
    text: row.text,
    recordedBy: row.name,
    recordedAt: row.recorded_at,
    mode: row.mode ?? 'on-paper',
    outcome: row.outcome ?? 'adopted',
    meetingReference: row.meeting_reference,
    supersedes: reference(row.earlier_id, row.earlier_reference),
    supersededBy: reference(row.later_id, row.later_reference),
  };
}

/** The register of decisions, the latest first; with a standpoint as it stood then. */
export async function listDecisions(db: Reader, standpoint: Standpoint | null = null): Promise<RegisteredDecision[]> {
  const rows = await registered(db, standpoint)
    .orderBy('decision.decided_on', 'desc')
    .orderBy('decision.recorded_at', 'desc')
    .orderBy('decision.reference', 'desc')
    .execute();
  return rows.map(toRegistered);
}

export async function findDecision(
  db: Reader,
  id: string,
  standpoint: Standpoint | null = null,
): Promise<RegisteredDecision | null> {
  const row = await registered(db, standpoint).where('decision.id', '=', id).executeTakeFirst();
  return row === undefined ? null : toRegistered(row);
}

/**
 * The decision that approved a post, or the one that has come in its place by now. The note of the step that it took begins with its
 * reference; `null` where none is on record.
 */
export async function decisionThatApproved(db: Reader, positionId: string): Promise<RegisteredDecision | null> {
  const row = await db
    .selectFrom('position_step as step')
    .innerJoin('decision', (join) =>
      join.on(
        sql<boolean>`step.note = decision.reference or substr(step.note, 1, length(decision.reference) + 2) = decision.reference || ': '`,
      ),
    )
    .select('decision.id')
    .where('step.position_id', '=', positionId)
    .where('step.number', '=', (eb) =>
      eb
        .selectFrom('position_step as last')
        .select(({ fn }) => fn.max('last.number').as('number'))
        .where('last.position_id', '=', positionId)
        .where('last.to_state', '=', 'approved'),
    )
    .orderBy(sql`length(decision.reference)`, 'desc')
    .executeTakeFirst();
  let decision = row === undefined ? null : await findDecision(db, row.id);
  while (decision !== null && decision.supersededBy !== null)
    decision = await findDecision(db, decision.supersededBy.id);
  return decision;
}

/** The decisions that have come in the place of others, by the ids of those, as far as a standpoint sees them. */
export async function supersededBy(
  db: Reader,
  standpoint: Standpoint,
  ids: readonly string[],
): Promise<Map<string, { readonly id: string; readonly reference: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await registered(db, standpoint).where('decision.id', 'in', ids).execute();
  return new Map(
    rows.map(toRegistered).flatMap(({ id, supersededBy: later }) => (later === null ? [] : [[id, later] as const])),
  );
}

/** What decisions are called, by their ids. */
export async function decisionReferences(db: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('decision').select(['id', 'reference']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row.reference]));
}

/** What a decision reserved: position-years, pools and amounts, and the entry that posted them. */
export async function allocationsOf(db: Reader, decisionId: string) {
  return db
    .selectFrom('allocation')
    .innerJoin('position', 'position.id', 'allocation.position_id')
    .innerJoin('pool', 'pool.id', 'allocation.pool_id')
    .select([
      'allocation.position_id as positionId',
      'position.title as position',
      'allocation.year',
      'pool.name as pool',
      'allocation.amount',
    ])
    .where('allocation.decision_id', '=', decisionId)
    .orderBy('allocation.line')
    .execute();
}

/** The entries that a decision posted and a standpoint sees, by number. */
export async function entriesOfDecision(db: Reader, standpoint: Standpoint, decisionId: string): Promise<number[]> {
  const rows = await db
    .selectFrom('journal_entry')
    .select('number')
    .where('decision_id', '=', decisionId)
    .where('effective_on', '<=', standpoint.asOf)
    .where('number', '<=', await knownUpTo(db, standpoint))
    .orderBy('number')
    .execute();
  return rows.map((row) => Number(row.number));
}
