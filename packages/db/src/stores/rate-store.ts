import type { CalendarDate } from '@dcc/domain/calendar-date';
import { date } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY, type Currency } from '@dcc/domain/currency';
import { type ExchangeRate, identityRate, parseUnitsPerDollar } from '@dcc/domain/exchange-rate';
import type { Kysely, Selectable } from 'kysely';
import { insertRows } from '../insert-rows.ts';
import type { Tables } from '../tables.ts';
import type { Tx } from '../with-transaction.ts';

export function readRate(row: Selectable<Tables['exchange_rate']>): ExchangeRate {
  const parsed = parseUnitsPerDollar(row.units_per_dollar);
  if (!parsed.ok) throw new Error(`Exchange rate ${row.id} is not readable`);
  return {
    id: row.id,
    currency: row.currency as Currency,
    effectiveOn: date(row.effective_on),
    publishedOn: row.published_on === null ? null : date(row.published_on),
    source: row.source,
    ...parsed.value,
  };
}

/** The rate in force on a date: the newest that took effect on or before it. Rates never act backwards. */
export async function rateInForce(
  db: Kysely<Tables>,
  currency: Currency,
  on: CalendarDate,
): Promise<ExchangeRate | null> {
  if (currency === BOOK_CURRENCY) return identityRate(on);
  const row = await db
    .selectFrom('exchange_rate')
    .selectAll()
    .where('currency', '=', currency)
    .where('effective_on', '<=', on)
    .orderBy('effective_on', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : readRate(row);
}

export type NewRate = {
  readonly id: string;
  readonly currency: string;
  readonly effectiveOn: string;
  readonly publishedOn: string | null;
  readonly unitsPerDollar: string;
  readonly source: string;
};

/** Adds rates. A rate once in force is never changed: a second one for the same day is refused by the database. */
export async function saveRates(tx: Tx, at: string, rates: readonly NewRate[]): Promise<void> {
  const rows = rates.map((rate) => ({
    id: rate.id,
    currency: rate.currency,
    effective_on: rate.effectiveOn,
    published_on: rate.publishedOn,
    units_per_dollar: rate.unitsPerDollar,
    source: rate.source,
    recorded_at: at,
  }));
  await insertRows(tx, 'exchange_rate', rows);
}

/** The dates for which a currency already has a rate. */
export async function rateDates(db: Kysely<Tables>): Promise<Set<string>> {
  const rows = await db.selectFrom('exchange_rate').select(['currency', 'effective_on']).execute();
  return new Set(rows.map(({ currency, effective_on: on }) => `${currency} ${on}`));
}

/** Every rate, oldest first. */
export async function allRates(db: Kysely<Tables>): Promise<ExchangeRate[]> {
  return (await db.selectFrom('exchange_rate').selectAll().orderBy('effective_on').execute()).map(readRate);
}
