import type { OpenLine, ReservedLine } from '@dcc/domain/allocations/release';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { type Money, money } from '@dcc/domain/money';
import type { Standpoint } from '@dcc/domain/standpoint';
import { sql } from 'kysely';
import type { Reader } from '../open-database.ts';
import type { Tx } from '../with-transaction.ts';
import { END_OF_TIME, knownUpTo } from './known-entries.ts';

/** What decisions reserved for a position, less what was released, line by line in the order of the decisions' entries. */
export async function reservedLines(db: Reader, positionId: string): Promise<ReservedLine[]> {
  const rows = await db
    .selectFrom('allocation')
    .innerJoin('journal_entry', (join) =>
      join
        .onRef('journal_entry.decision_id', '=', 'allocation.decision_id')
        .on('journal_entry.kind', '=', 'allocation'),
    )
    .innerJoin('position', 'position.id', 'allocation.position_id')
    .leftJoin('release', (join) =>
      join
        .onRef('release.decision_id', '=', 'allocation.decision_id')
        .onRef('release.allocation_line', '=', 'allocation.line'),
    )
    .select([
      'allocation.decision_id',
      'allocation.line',
      'allocation.year',
      'allocation.pool_id',
      'allocation.amount',
      'position.organization_id',
      sql<bigint>`cast(coalesce(sum(release.amount), 0) as bigint)`.as('released'),
    ])
    .where('allocation.position_id', '=', positionId)
    .groupBy([
      'journal_entry.number',
      'allocation.decision_id',
      'allocation.line',
      'allocation.year',
      'allocation.pool_id',
      'allocation.amount',
      'position.organization_id',
    ])
    .orderBy('journal_entry.number')
    .orderBy('allocation.line')
    .execute();
  return rows.map((row) => ({
    decisionId: row.decision_id,
    line: Number(row.line),
    positionId,
    organizationId: row.organization_id,
    year: Number(row.year),
    poolId: row.pool_id,
    reserved: money(row.amount - row.released, BOOK_CURRENCY),
  }));
}

/** What each pool reserves for a position and no transfer has used, over all dates. */
export async function openByPool(db: Reader, positionId: string): Promise<Map<string, Money>> {
  const rows = await db
    .selectFrom('kept_balance')
    .select(['pool_id', sql<bigint>`cast(sum(amount) as bigint)`.as('amount')])
    .where('account', '=', 'allocations-open')
    .where('grain', '=', 'year')
    .where('position_id', '=', positionId)
    .groupBy('pool_id')
    .execute();
  return new Map(rows.map((row) => [row.pool_id, money(row.amount, BOOK_CURRENCY)]));
}

/** The positions that a decision reserved money for. */
export async function positionsOfDecision(db: Reader, decisionId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('allocation')
    .select('position_id')
    .distinct()
    .where('decision_id', '=', decisionId)
    .orderBy('position_id')
    .execute();
  return rows.map((row) => row.position_id);
}

/** The last step of a position: what a release refers to. */
export async function lastStep(
  db: Reader,
  positionId: string,
): Promise<{ readonly id: string; readonly number: number }> {
  const row = await db
    .selectFrom('position_step')
    .select(['id', 'number'])
    .where('position_id', '=', positionId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return { id: row.id, number: Number(row.number) };
}

/** Saves what an entry released with the steps of posts that caused it, and lowers what its position-years have reserved. */
export async function saveRelease(
  tx: Tx,
  entryNumber: number,
  steps: ReadonlyMap<string, string>,
  lines: readonly OpenLine[],
): Promise<void> {
  for (const [index, { decisionId, line, positionId, year, open }] of lines.entries()) {
    await tx
      .insertInto('release')
      .values({
        entry_number: BigInt(entryNumber),
        line: BigInt(index + 1),
        decision_id: decisionId,
        allocation_line: BigInt(line),
        amount: open.minor,
        step_id: steps.get(positionId) ?? null,
      })
      .execute();
    await tx
      .updateTable('position_year')
      .set((eb) => ({ allocated: eb('allocated', '-', open.minor) }))
      .where('position_id', '=', positionId)
      .where('year', '=', BigInt(year))
      .execute();
    await tx
      .updateTable('position')
      .set((eb) => ({ allocated: eb('allocated', '-', open.minor) }))
      .where('id', '=', positionId)
      .execute();
  }
}

/** What was released, line by line, as far as a standpoint sees it: of what a decision reserved, or of a position. */
export async function releasesOf(
  db: Reader,
  standpoint: Standpoint | null,
  of: { readonly decisionId: string } | { readonly positionId: string },
) {
  let query = db
    .selectFrom('release')
    .innerJoin('allocation', (join) =>
      join
        .onRef('allocation.decision_id', '=', 'release.decision_id')
        .onRef('allocation.line', '=', 'release.allocation_line'),
    )
    .innerJoin('journal_entry', 'journal_entry.number', 'release.entry_number')
    .innerJoin('position', 'position.id', 'allocation.position_id')
    .innerJoin('pool', 'pool.id', 'allocation.pool_id')
    .select([
      'release.entry_number',
      'journal_entry.effective_on',
      'journal_entry.description',
      'allocation.position_id',
      'position.title',
      'allocation.year',
      'pool.name',
      'release.amount',
    ])
    .where('release.entry_number', '<=', await knownUpTo(db, standpoint))
    .where('journal_entry.effective_on', '<=', standpoint?.asOf ?? END_OF_TIME)
    .orderBy('release.entry_number')
    .orderBy('release.line');
  query =
    'decisionId' in of
      ? query.where('release.decision_id', '=', of.decisionId)
      : query.where('allocation.position_id', '=', of.positionId);
  return (await query.execute()).map((row) => ({
    entryNumber: Number(row.entry_number),
    on: row.effective_on,
    description: row.description,
    positionId: row.position_id,
    position: row.title,
    year: Number(row.year),
    pool: row.name,
    amount: money(row.amount, BOOK_CURRENCY),
  }));
}
