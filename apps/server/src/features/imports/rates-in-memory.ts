import type { Reader } from '@dcc/db/open-database';
import { allRates } from '@dcc/db/stores/rate-store';
import type { CalendarDate } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY, type Currency } from '@dcc/domain/currency';
import { type ExchangeRate, identityRate } from '@dcc/domain/exchange-rate';

/** Finds the rate in force on a date without asking the database for each row of a file. */
export async function ratesInMemory(
  db: Reader,
): Promise<(currency: Currency, on: CalendarDate) => ExchangeRate | null> {
  const byCurrency = Map.groupBy(await allRates(db), ({ currency }) => currency);
  return (currency, on) =>
    currency === BOOK_CURRENCY
      ? identityRate(on)
      : (byCurrency.get(currency)?.findLast((rate) => rate.effectiveOn <= on) ?? null);
}
