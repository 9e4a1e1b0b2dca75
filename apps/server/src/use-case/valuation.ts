import type { Reader } from '@dcc/db/open-database';
import { rateInForce } from '@dcc/db/stores/rate-store';
import type { CalendarDate } from '@dcc/domain/calendar-date';
import type { Currency } from '@dcc/domain/currency';
import type { ExchangeRate } from '@dcc/domain/exchange-rate';
import { Refusal } from './refusal.ts';

/** The rate that values money on a date, or a refusal that names the missing one. */
export async function rateOrRefuse(db: Reader, currency: Currency, on: CalendarDate): Promise<ExchangeRate> {
  const rate = await rateInForce(db, currency, on);
  if (rate === null) throw new Refusal({ kind: 'NoRateInForce', currency, on });
  return rate;
}
