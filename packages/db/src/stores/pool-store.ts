import type { PoolFunds } from '@dcc/domain/allocations/allocation';
import type { CalendarDate } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { type Money, money, parseMoney, zero } from '@dcc/domain/money';
import { sql } from 'kysely';
import type { Reader } from '../open-database.ts';
import { parameterInForce, RESERVE } from './parameter-store.ts';

/** Every pool with its cash and its open allocations over all dates, from the kept balances: what is promised counts at once. */
export async function poolFunds(db: Reader): Promise<PoolFunds[]> {
  const pools = await db.selectFrom('pool').select(['id', 'name']).orderBy('name').execute();
  const rows = await db
    .selectFrom('monthly_balance')
    .select(['pool_id', 'account', sql<bigint>`cast(sum(amount) as bigint)`.as('amount')])
    .where('account', 'in', ['cash', 'allocations-open'])
    .groupBy(['pool_id', 'account'])
    .execute();
  const amount = (id: string, account: string): Money =>
    money(rows.find((row) => row.pool_id === id && row.account === account)?.amount ?? 0n, BOOK_CURRENCY);
  return pools.map(({ id, name }) => ({
    id,
    name,
    cash: amount(id, 'cash'),
    allocated: amount(id, 'allocations-open'),
  }));
}

/** The operating reserve in force: zero while no decision has set one. */
export async function reserveInForce(db: Reader, on: CalendarDate): Promise<Money> {
  const parameter = await parameterInForce(db, RESERVE, on);
  if (parameter === null) return zero(BOOK_CURRENCY);
  const parsed = parseMoney(parameter.value, BOOK_CURRENCY);
  if (!parsed.ok) throw new Error(`The operating reserve of ${parameter.effectiveOn} is not an amount`);
  return parsed.value;
}
