import { type Currency, decimalsOf } from './currency.ts';
import { accepted, refused, type Result } from './result.ts';

/** An exact amount: `minor` counts the smallest unit of `currency` (cents for USD, yen for JPY). */
export type Money = { readonly minor: bigint; readonly currency: Currency };

/** Why a text is not an amount of a currency. */
export type AmountFault =
  | { readonly kind: 'AmountMalformed'; readonly text: string }
  | { readonly kind: 'AmountTooPrecise'; readonly text: string; readonly currency: string; readonly decimals: number }
  | { readonly kind: 'AmountTooLarge'; readonly text: string };

/** Largest amount the database column holds (a signed 64-bit integer), with room to add a thousand such amounts. */
const LARGEST_MINOR = 9_000_000_000_000_000n;

const PLAIN_DECIMAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/u;

export function money(minor: bigint, currency: Currency): Money {
  return { minor, currency };
}

export function zero(currency: Currency): Money {
  return { minor: 0n, currency };
}

/** Reads a plain decimal (`1234.50`, no separators, no exponent), at most as precise as the currency. */
export function parseMoney(text: string, currency: Currency): Result<Money, AmountFault> {
  if (!PLAIN_DECIMAL.test(text)) return refused({ kind: 'AmountMalformed', text });
  const decimals = decimalsOf(currency);
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  if (fraction.length > decimals) return refused({ kind: 'AmountTooPrecise', text, currency, decimals });
  const size = BigInt(whole + fraction.padEnd(decimals, '0'));
  if (size > LARGEST_MINOR) return refused({ kind: 'AmountTooLarge', text });
  return accepted(money(text.startsWith('-') ? -size : size, currency));
}

/** Writes an amount as a plain decimal with all the decimals of its currency: `-1234.50`, `500` yen. */
export function formatDecimal(amount: Money): string {
  const decimals = decimalsOf(amount.currency);
  const digits = (amount.minor < 0n ? -amount.minor : amount.minor).toString().padStart(decimals + 1, '0');
  const sign = amount.minor < 0n ? '-' : '';
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Adds amounts of one currency. Adding unlike currencies is a fault of the program, so it throws. */
export function add(...amounts: readonly [Money, ...Money[]]): Money {
  const { currency } = amounts[0];
  let minor = 0n;
  for (const amount of amounts) {
    if (amount.currency !== currency) throw new Error(`Cannot add ${amount.currency} to ${currency}`);
    minor += amount.minor;
  }
  return { minor, currency };
}

/** The sum of a list, zero of `currency` when it is empty. */
export function sum(amounts: readonly Money[], currency: Currency): Money {
  return add(zero(currency), ...amounts);
}

export function negate(amount: Money): Money {
  return { minor: -amount.minor, currency: amount.currency };
}

export function subtract(from: Money, amount: Money): Money {
  return add(from, negate(amount));
}

/** Three-way comparison of two amounts of one currency. */
export function compare(left: Money, right: Money): -1 | 0 | 1 {
  const { minor } = subtract(left, right);
  if (minor < 0n) return -1;
  return minor > 0n ? 1 : 0;
}

/** Divides integers and rounds half to even. The divisor must be positive. */
export function divideHalfEven(dividend: bigint, divisor: bigint): bigint {
  if (divisor <= 0n) throw new Error('The divisor must be positive');
  const quotient = dividend / divisor;
  const remainder = dividend % divisor;
  const twice = (remainder < 0n ? -remainder : remainder) * 2n;
  const awayFromZero = dividend < 0n ? quotient - 1n : quotient + 1n;
  if (twice > divisor) return awayFromZero;
  if (twice < divisor) return quotient;
  return quotient % 2n === 0n ? quotient : awayFromZero;
}

/**
 * Splits an amount in proportion to weights; the parts add up to the amount exactly.
 * The units that rounding leaves over go to the largest remainders, earlier parts first.
 */
export function split(amount: Money, weights: readonly bigint[]): Money[] {
  const total = weights.reduce((left, right) => left + right, 0n);
  if (total <= 0n || weights.some((weight) => weight < 0n))
    throw new Error('Weights must be non-negative and not all zero');
  const size = amount.minor < 0n ? -amount.minor : amount.minor;
  const shares = weights.map((weight, index) => ({
    index,
    minor: (size * weight) / total,
    remainder: (size * weight) % total,
  }));
  let left = size - shares.reduce((acc, share) => acc + share.minor, 0n);
  const byRemainder = shares.toSorted((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const share of byRemainder) {
    if (left === 0n) break;
    share.minor += 1n;
    left -= 1n;
  }
  return shares.map((share) => money(amount.minor < 0n ? -share.minor : share.minor, amount.currency));
}

/** Share of `part` in `whole` in percent with one decimal, half-even (`"12.0"`); `null` when the whole is zero. */
export function percentOf(part: Money, whole: Money): string | null {
  if (part.currency !== whole.currency) throw new Error(`Cannot compare ${part.currency} with ${whole.currency}`);
  if (whole.minor === 0n) return null;
  const sign = whole.minor < 0n ? -1n : 1n;
  const tenths = divideHalfEven(part.minor * 1000n * sign, whole.minor * sign);
  const size = tenths < 0n ? -tenths : tenths;
  return `${tenths < 0n ? '-' : ''}${size / 10n}.${size % 10n}`;
}
