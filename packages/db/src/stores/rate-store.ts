import type { CalendarDate } from '@dcc/domain/calendar-date';
import { date } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY, type Currency } from '@dcc/domain/currency';
import { type ExchangeRate, identityRate, parseUnitsPerDollar } from '@dcc/domain/exchange-rate';
import type { Standpoint } from '@dcc/domain/standpoint';
import type { Kysely, Selectable } from 'kysely';
import { insertRows } from '../insert-rows.ts';
import type { Tables } from '../tables.ts';
import type { Tx } from '../with-transaction.ts';
import { recordsBefore } from './known-entries.ts';

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

/** A rate with the moment it was recorded, `''` where it was always there. */
export type RecordedRate = ExchangeRate & { readonly recordedAt: string };

/** How many rates a standpoint knows. */
export async function countRates(db: Kysely<Tables>, standpoint: Standpoint): Promise<number> {
  const row = await db
    .selectFrom('exchange_rate')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .where('recorded_at', '<', recordsBefore(standpoint))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** The rate of each currency that is in force from a standpoint, by currency. */
export async function ratesInForce(db: Kysely<Tables>, standpoint: Standpoint): Promise<RecordedRate[]> {
  const known = db
    .selectFrom('exchange_rate')
    .where('exchange_rate.recorded_at', '<', recordsBefore(standpoint))
    .where('exchange_rate.effective_on', '<=', standpoint.asOf);
  const rows = await known
    .innerJoin(
      known
        .select(['exchange_rate.currency', (eb) => eb.fn.max('exchange_rate.effective_on').as('effective_on')])
        .groupBy('exchange_rate.currency')
        .as('latest'),
      (join) =>
        join
          .onRef('latest.currency', '=', 'exchange_rate.currency')
          .onRef('latest.effective_on', '=', 'exchange_rate.effective_on'),
    )
    .selectAll('exchange_rate')
    .orderBy('exchange_rate.currency')
    .execute();
  return rows.map((row) => ({ ...readRate(row), recordedAt: row.recorded_at }));
}

/** Every rate of a currency that a standpoint knows, also those that take effect later; newest first. */
export async function ratesOfCurrency(
  db: Kysely<Tables>,
  standpoint: Standpoint,
  currency: Currency,
): Promise<RecordedRate[]> {
  const rows = await db
    .selectFrom('exchange_rate')
    .selectAll()
    .where('currency', '=', currency)
    .where('recorded_at', '<', recordsBefore(standpoint))
    .orderBy('effective_on', 'desc')
    .execute();
  return rows.map((row) => ({ ...readRate(row), recordedAt: row.recorded_at }));
}
