import type { CalendarDate } from './calendar-date.ts';
import { BOOK_CURRENCY, type Currency, decimalsOf } from './currency.ts';
import { divideHalfEven, type Money, money } from './money.ts';
import { accepted, refused, type Result } from './result.ts';

/**
 * A UN operational rate of exchange: how many units of `currency` one US dollar costs, in force from `effectiveOn`
 * until a newer rate takes effect. Kept as an exact ratio `units / scale`.
 */
export type ExchangeRate = {
  readonly id: string | null;
  readonly currency: Currency;
  readonly effectiveOn: CalendarDate;
  readonly publishedOn: CalendarDate | null;
  readonly source: string;
  readonly units: bigint;
  readonly scale: bigint;
};

export type RateFault = { readonly kind: 'RateMalformed'; readonly text: string };

/** Reads units per US dollar such as `0.871`: positive, at most 12 decimals. */
export function parseUnitsPerDollar(text: string): Result<{ units: bigint; scale: bigint }, RateFault> {
  if (!/^(?:0|[1-9]\d{0,11})(?:\.\d{1,12})?$/u.test(text)) return refused({ kind: 'RateMalformed', text });
  const [whole = '0', fraction = ''] = text.split('.');
  const units = BigInt(whole + fraction);
  if (units === 0n) return refused({ kind: 'RateMalformed', text });
  return accepted({ units, scale: 10n ** BigInt(fraction.length) });
}

/** Writes a rate as units per US dollar, the decimal it was published as. */
export function formatUnitsPerDollar(rate: Pick<ExchangeRate, 'units' | 'scale'>): string {
  const decimals = rate.scale.toString().length - 1;
  if (decimals === 0) return rate.units.toString();
  const digits = rate.units.toString().padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** One US dollar is one US dollar, on every date. */
export function identityRate(on: CalendarDate): ExchangeRate {
  return { id: null, currency: BOOK_CURRENCY, effectiveOn: on, publishedOn: null, source: '', units: 1n, scale: 1n };
}

/** Values an amount in US dollars: exact ratio, rounded half to even once, at the end. */
export function toBookCurrency(amount: Money, rate: ExchangeRate): Money {
  if (amount.currency !== rate.currency) throw new Error(`A ${rate.currency} rate cannot value ${amount.currency}`);
  const bookScale = 10n ** BigInt(decimalsOf(BOOK_CURRENCY));
  const ownScale = 10n ** BigInt(decimalsOf(amount.currency));
  return money(divideHalfEven(amount.minor * bookScale * rate.scale, ownScale * rate.units), BOOK_CURRENCY);
}
