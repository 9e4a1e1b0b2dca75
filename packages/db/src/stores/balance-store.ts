import type { CalendarDate } from '@dcc/domain/calendar-date';
import { monthOf } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import type { Account } from '@dcc/domain/ledger/accounts';
import type { EntryKind } from '@dcc/domain/ledger/kinds';
import { type Money, money } from '@dcc/domain/money';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';

const KEYS = [
  'account',
  'kind',
  'contributor_id',
  'pool_id',
  'organization_id',
  'position_id',
  'month',
  'year',
] as const;
type Key = (typeof KEYS)[number];

export type BalanceRow<K extends Key> = {
  readonly [P in K]: P extends 'account' ? Account : P extends 'kind' ? EntryKind : string;
} & { readonly amount: Money };

const MONTHLY: Record<Key, string> = {
  account: 'account',
  kind: 'kind',
  contributor_id: 'contributor_id',
  pool_id: 'pool_id',
  organization_id: 'organization_id',
  position_id: 'position_id',
  month: 'month',
  year: 'substr(month, 1, 4)',
};
const POSTED: Record<Key, string> = {
  account: 'account',
  kind: 'kind',
  contributor_id: "coalesce(contributor_id, '')",
  pool_id: "coalesce(pool_id, '')",
  organization_id: "coalesce(organization_id, '')",
  position_id: "coalesce(position_id, '')",
  month: 'substr(effective_on, 1, 7)',
  year: 'substr(effective_on, 1, 4)',
};

/**
 * Balances of some accounts as of a date, grouped by the given keys, US dollars, debit positive. Whole months come from the kept
 * balances and only the month of the date from its postings, so the cost does not grow with the ledger.
 */
export async function balancesAsOf<K extends Key>(
  db: Kysely<Tables>,
  asOf: CalendarDate,
  accounts: readonly Account[],
  keys: readonly K[],
): Promise<BalanceRow<K>[]> {
  const month = monthOf(asOf);
  const list = sql.join(accounts.map((account) => sql.val(account)));
  const columns = (source: Record<Key, string>): ReturnType<typeof sql> =>
    sql.join(keys.map((key) => sql`${sql.raw(source[key])} as ${sql.ref(key)}`));
  const names = sql.join(keys.map((key) => sql.ref(key)));
  const { rows } = await sql<Record<string, string> & { amount: bigint }>`
    select ${names}, cast(sum(amount) as bigint) as amount from (
      select ${columns(MONTHLY)}, amount from monthly_balance where account in (${list}) and month < ${month}
      union all
      select ${columns(POSTED)}, amount from posting where account in (${list}) and effective_on >= ${`${month}-01`} and effective_on <= ${asOf}
    ) as parts group by ${names}`.execute(db);
  return rows.map((row) => ({ ...row, amount: money(row.amount, BOOK_CURRENCY) }) as unknown as BalanceRow<K>);
}
