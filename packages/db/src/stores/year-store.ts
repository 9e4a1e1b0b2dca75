import { knownBefore, type Standpoint } from '@dcc/domain/standpoint';
import type { FinancialYear, YearState } from '@dcc/domain/years/year';
import { sql } from 'kysely';
import type { Reader } from '../open-database.ts';
import type { Tx } from '../with-transaction.ts';
import { runWritten } from '../written-queries.ts';
import { lastEntryOf } from './known-entries.ts';

/** The last closed financial year: in it and before it nothing takes effect any more. 0 while no year is closed. */
export async function closedThrough(db: Reader): Promise<number> {
  const [row] = await runWritten(db, 'closed through', {}, () =>
    db
      .selectFrom('financial_year')
      .select((eb) => eb.fn.max('year').as('year'))
      .where('state', '=', sql.lit('closed')),
  );
  return Number(row?.year ?? 0n);
}

/** The last financial year that was closed, as known on a day or until now. 0 while no year is closed. */
export async function closedThroughAt(db: Reader, standpoint: Pick<Standpoint, 'knownOn'>): Promise<number> {
  if (standpoint.knownOn === null) return closedThrough(db);
  const states = new Map<number, YearState>();
  for (const { year, state } of (await yearEvents(db, standpoint)).toReversed()) states.set(year, state);
  return Math.max(0, ...[...states].filter(([, state]) => state === 'closed').map(([year]) => year));
}

/** A year was closed or opened again: by whom, why, and how far the chain of entries went then. */
export type YearEvent = {
  readonly year: number;
  readonly state: YearState;
  readonly at: string;
  readonly by: string;
  readonly reason: string;
  readonly decision: { readonly id: string; readonly reference: string; readonly title: string } | null;
  readonly entryCount: number;
  readonly lastHash: string;
};

/** What happened to the financial years, newest first, as known on a day or until now. */
export async function yearEvents(db: Reader, { knownOn }: Pick<Standpoint, 'knownOn'>): Promise<YearEvent[]> {
  let query = db
    .selectFrom('year_event')
    .innerJoin('person', 'person.id', 'year_event.recorded_by')
    .leftJoin('decision', 'decision.id', 'year_event.decision_id')
    .select([
      'year_event.year',
      'year_event.state',
      'year_event.recorded_at',
      'person.name',
      'year_event.reason',
      'decision.id',
      'decision.reference',
      'decision.title',
      'year_event.entry_count',
      'year_event.last_hash',
    ])
    .orderBy('year_event.recorded_at', 'desc')
    .orderBy('year_event.year', 'desc')
    .orderBy('year_event.number', 'desc');
  if (knownOn !== null) query = query.where('year_event.recorded_at', '<', knownBefore(knownOn));
  return (await query.execute()).map((row) => ({
    year: Number(row.year),
    state: row.state,
    at: row.recorded_at,
    by: row.name,
    reason: row.reason,
    decision:
      row.id === null || row.reference === null || row.title === null
        ? null
        : { id: row.id, reference: row.reference, title: row.title },
    entryCount: Number(row.entry_count),
    lastHash: row.last_hash,
  }));
}

/** How many entries of each year wait for certification, as known on a day or until now. */
async function pendingByYear(db: Reader, standpoint: Standpoint): Promise<Map<number, number>> {
  const { asOf, knownOn } = standpoint;
  const last = await lastEntryOf(db, standpoint);
  const uncertified =
    last === null || knownOn === null
      ? sql`select entry_number from pending_certification`
      : sql`select entry_number from pending_certification where entry_number <= ${BigInt(last)}
          union all select entry_number from certification where certified_at >= ${knownBefore(knownOn)} and entry_number <= ${BigInt(last)}`;
  const { rows } = await sql<{ year: string; count: bigint }>`
    select substr(effective_on, 1, 4) as year, count(*) as count from journal_entry
    where number in (${uncertified}) and effective_on <= ${asOf} group by 1`.execute(db);
  return new Map(rows.map(({ year, count }) => [Number(year), Number(count)]));
}

/** The first day on which anything took effect, as far as a standpoint knows; `null` in empty books. */
async function firstDay(db: Reader, standpoint: Standpoint): Promise<string | null> {
  const last = await lastEntryOf(db, standpoint);
  let query = db.selectFrom('journal_entry').select('effective_on').orderBy('effective_on').limit(1);
  if (last !== null) query = query.where('number', '<=', BigInt(last));
  return (await query.executeTakeFirst())?.effective_on ?? null;
}

/** The financial years from the one of the first entry to the one of a standpoint, oldest first. */
export async function financialYears(db: Reader, standpoint: Standpoint): Promise<FinancialYear[]> {
  const from = await firstDay(db, standpoint);
  if (from === null) return [];
  const states = new Map<number, YearState>();
  for (const { year, state } of (await yearEvents(db, standpoint)).toReversed()) states.set(year, state);
  const pending = await pendingByYear(db, standpoint);
  const first = Number(from.slice(0, 4));
  const count = Math.max(0, Number(standpoint.asOf.slice(0, 4)) - first + 1);
  return Array.from({ length: count }, (_, index) => first + index).map((year) => ({
    year,
    state: states.get(year) ?? 'open',
    pending: pending.get(year) ?? 0,
  }));
}

/** Closes a year or opens it again, and keeps the head of the chain at that moment as an anchor of what the year held. */
export async function saveYearEvent(
  tx: Tx,
  event: {
    readonly year: number;
    readonly state: YearState;
    readonly reason: string;
    readonly decisionId: string | null;
    readonly recordedAt: string;
    readonly recordedBy: string;
  },
): Promise<void> {
  const { year, state } = event;
  await tx
    .insertInto('financial_year')
    .values({ year: BigInt(year), state })
    .onConflict((conflict) => conflict.column('year').doUpdateSet({ state }))
    .execute();
  const last = await tx
    .selectFrom('year_event')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('year', '=', BigInt(year))
    .executeTakeFirst();
  const head = await tx.selectFrom('fund').select(['entry_count', 'last_hash']).executeTakeFirstOrThrow();
  await tx
    .insertInto('year_event')
    .values({
      year: BigInt(year),
      number: (last?.number ?? 0n) + 1n,
      state,
      reason: event.reason,
      decision_id: event.decisionId,
      ...head,
      recorded_at: event.recordedAt,
      recorded_by: event.recordedBy,
    })
    .execute();
}
