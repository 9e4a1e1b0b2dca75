import type { HeldReserve } from '@dcc/domain/allocations/reserve';
import type { PoolFunds } from '@dcc/domain/allocations/allocation';
import { date } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import type { Account } from '@dcc/domain/ledger/accounts';
import { type Money, money } from '@dcc/domain/money';
import type { Standpoint } from '@dcc/domain/standpoint';
import { sql } from 'kysely';
import type { Reader } from '../open-database.ts';
import { runWritten } from '../written-queries.ts';
import { balancesAt } from './balance-store.ts';
import { listPools, type Pool } from './contribution-store.ts';
import { END_OF_TIME, knownUpTo } from './known-entries.ts';

type PoolRow = { readonly pool_id: string; readonly account: Account; readonly amount: Money };

/** What every pool holds over all dates: what is promised counts at once. */
async function everOfPools(db: Reader, accounts: readonly Account[]): Promise<PoolRow[]> {
  const rows = await db
    .selectFrom('kept_balance')
    .select(['pool_id', 'account', sql<bigint>`cast(sum(amount) as bigint)`.as('amount')])
    .where('account', 'in', accounts)
    .where('grain', '=', 'year')
    .groupBy(['pool_id', 'account'])
    .execute();
  return rows.map((row) => ({ ...row, amount: money(row.amount, BOOK_CURRENCY) }));
}

/** Every pool with its cash and its open allocations: over all dates for a decision, or from a standpoint for a report. */
export async function poolFunds(db: Reader, standpoint: Standpoint | null = null): Promise<(Pool & PoolFunds)[]> {
  const pools = await listPools(db, standpoint);
  const accounts = ['cash', 'allocations-open'] as const;
  const rows: PoolRow[] =
    standpoint === null
      ? await everOfPools(db, accounts)
      : await balancesAt(db, standpoint, accounts, ['pool_id', 'account']);
  const amount = (id: string, account: Account): Money =>
    rows.find((row) => row.pool_id === id && row.account === account)?.amount ?? money(0n, BOOK_CURRENCY);
  return pools.map((pool) => ({
    ...pool,
    cash: amount(pool.id, 'cash'),
    allocated: amount(pool.id, 'allocations-open'),
  }));
}

/** The operating reserve, the entry that set it last and what it says: over all dates for a decision, or from a standpoint. */
export async function reserveHeld(
  db: Reader,
  standpoint: Standpoint | null = null,
): Promise<
  HeldReserve & {
    readonly entryNumber: number | null;
    readonly source: string;
    /** Percent of the planned annual expenditure that the decision asks for; `null` while none does. */
    readonly percent: string | null;
  }
> {
  const values = { asOf: standpoint?.asOf ?? END_OF_TIME, last: await knownUpTo(db, standpoint) };
  const rows = await runWritten(db, 'reserve held', values, ({ asOf, last }) =>
    db
      .selectFrom('posting')
      .innerJoin('journal_entry', 'journal_entry.number', 'posting.entry_number')
      .select([
        'posting.amount',
        'posting.effective_on',
        'posting.entry_number',
        'journal_entry.description',
        'journal_entry.charge_percent',
      ])
      .where('posting.account', '=', sql.lit('reserve-held'))
      .where('posting.effective_on', '<=', asOf)
      .where('posting.entry_number', '<=', last)
      .orderBy('posting.effective_on')
      .orderBy('posting.entry_number'),
  );
  const latest = rows.at(-1);
  return {
    held: money(
      rows.reduce((total, { amount }) => total + amount, 0n),
      BOOK_CURRENCY,
    ),
    since: latest === undefined ? null : date(latest.effective_on),
    entryNumber: latest === undefined ? null : Number(latest.entry_number),
    source: latest?.description ?? '',
    percent: latest?.charge_percent ?? null,
  };
}
