import fc from 'fast-check';
import { vi } from 'vitest';
import { type CalendarDate, date } from './calendar-date.ts';
import { BOOK_CURRENCY, type Currency, parseCurrency } from './currency.ts';
import type { ExchangeRate } from './exchange-rate.ts';
import { type Money, money } from './money.ts';

/**
 * How often a law is tried: 1,000 times, or as often as `FC_RUNS` says.
 * `FC_RUNS=100000 pnpm exec vitest run --project domain` is the long run. A law that fails prints its seed and its path.
 */
// oxlint-disable-next-line node/no-process-env -- the one place where the tests read their size
const RUNS = Number(process.env['FC_RUNS'] ?? 1000);
if (RUNS > 1000) vi.setConfig({ testTimeout: 3_600_000 });

/** How many tries a law gets whose one try costs as much as `1 / share` cheap ones. */
function runs(share: number): { numRuns: number } {
  return { numRuns: Math.max(1, Math.ceil(RUNS * share)) };
}

/** Holds a law to be true whatever the input. */
export function always<T>(law: fc.IProperty<T>, share = 1): void {
  fc.assert(law, runs(share));
}

/** The same for a law that asks the database. */
export async function alwaysAsync<T>(law: fc.IAsyncProperty<T>, share = 1): Promise<void> {
  await fc.assert(law, runs(share));
}

export function currency(code: string): Currency {
  const parsed = parseCurrency(code);
  if (parsed === null) throw new Error(`No such currency: ${code}`);
  return parsed;
}

/** An amount of US dollars, given in cents. */
export function usd(cents: bigint | number): Money {
  return money(BigInt(cents), BOOK_CURRENCY);
}

/** Currencies without decimals, with two and with three. */
export const anyCurrency = fc.constantFrom(...['USD', 'CHF', 'EUR', 'JPY', 'CLP', 'KWD', 'BHD'].map(currency));

/** Amounts from one unit to nearly the largest, small ones as often as large ones. */
export const positiveMinor = fc.oneof(
  fc.bigInt(1n, 200n),
  fc.bigInt(1n, 10n ** 9n),
  fc.bigInt(1n, 9_000_000_000_000_000n),
);
export const anyMinor = fc.oneof(
  fc.constant(0n),
  positiveMinor,
  positiveMinor.map((minor) => -minor),
);

const EPOCH = Date.UTC(1900, 0, 1);
const LAST_DAY = (Date.UTC(2199, 11, 31) - EPOCH) / 86_400_000;

/** The day that many days after 1 January 1900, by the calendar of JavaScript and not ours. */
export function dayOf(number: number): CalendarDate {
  return date(new Date(EPOCH + number * 86_400_000).toISOString().slice(0, 10));
}

export const anyDate = fc.integer({ min: 0, max: LAST_DAY }).map(dayOf);

/** A rate as the United Nations publish them: between a ten-thousandth and a million units for a dollar. */
export function anyRate(of: Currency): fc.Arbitrary<ExchangeRate> {
  return fc
    .tuple(fc.bigInt(1n, 10n ** 9n), fc.integer({ min: 0, max: 6 }))
    .map(([units, decimals]) => ratio(of, units, 10n ** BigInt(decimals)));
}

/** The rate at which `units / scale` of a currency cost one US dollar. */
export function ratio(of: Currency, units: bigint, scale: bigint): ExchangeRate {
  const effectiveOn = date('2026-01-01');
  return { id: `rate-${of}`, currency: of, effectiveOn, publishedOn: null, source: 'a test', units, scale };
}
