import type { Money } from '../api/views.ts';

/** Number of digits after the point of a decimal text. */
function decimalsIn(amount: string): number {
  return amount.includes('.') ? amount.length - amount.indexOf('.') - 1 : 0;
}

/** Digits in groups of three, exact: `Intl` reads the decimal text itself, never a floating-point number. */
export function formatDecimalText(amount: string, decimals = decimalsIn(amount)): string {
  const style = { minimumFractionDigits: decimals, maximumFractionDigits: decimals, roundingMode: 'halfEven' } as const;
  const text = new Intl.NumberFormat('en', style).format(amount as `${number}`);
  return (/^-[0.,]*$/u.test(text) ? text.slice(1) : text).replace('-', '−');
}

/** A currency as people read it: `US$`, otherwise its code. */
export function currencySign(currency: string): string {
  return currency === 'USD' ? 'US$' : currency;
}

/** The whole amount with its currency: `US$ 1,234.50`. */
export function formatMoney(money: Money): string {
  return `${currencySign(money.currency)}\u00a0${formatDecimalText(money.amount)}`;
}

/** The amount in whole units, for sentences: `US$ 214,000`. */
export function formatMoneyWhole(money: Money): string {
  return `${currencySign(money.currency)}\u00a0${formatDecimalText(money.amount, 0)}`;
}

/** The unit in which a group of figures is read. */
export type Scale = 'million' | 'thousand' | 'one';

const SHIFT: Record<Scale, number> = { million: 6, thousand: 3, one: 0 };
const SCALE_DECIMALS: Record<Scale, number> = { million: 2, thousand: 0, one: 0 };

/** The unit that suits the largest of some amounts. */
export function scaleFor(amounts: readonly Money[]): Scale {
  const digits = Math.max(0, ...amounts.map(({ amount }) => (amount.replace('-', '').split('.')[0] ?? '').length));
  if (digits >= 7) return 'million';
  return digits >= 6 ? 'thousand' : 'one';
}

/** Moves the decimal point of a decimal text to the left; exact, because it only moves digits. */
export function shiftPoint(amount: string, places: number): string {
  if (places === 0) return amount;
  const sign = amount.startsWith('-') ? '-' : '';
  const [whole = '0', fraction = ''] = amount.replace('-', '').split('.');
  const padded = whole.padStart(places + 1, '0');
  return `${sign}${padded.slice(0, -places)}.${padded.slice(-places)}${fraction}`;
}

/** The amount in a unit, without currency or unit: `6.74` for million. */
export function formatScaled(amount: string, scale: Scale): string {
  return formatDecimalText(shiftPoint(amount, SHIFT[scale]), SCALE_DECIMALS[scale]);
}

/** Whether a decimal text is nought, below it or above it. */
export function signOf(amount: string): -1 | 0 | 1 {
  if (/^-?[0.]*$/u.test(amount)) return 0;
  return amount.startsWith('-') ? -1 : 1;
}

const SHORT_MONTH = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' });
const LONG_MONTH = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });

/** A day as people read it: `22 Nov 2026`. */
export function formatDate(on: string): string {
  const [year, , day] = on.slice(0, 10).split('-');
  return `${Number(day)}\u00a0${SHORT_MONTH.format(new Date(on))}\u00a0${year ?? ''}`;
}

const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** The time of day where the reader is: `13:05`. */
export function formatTime(at: Date): string {
  return CLOCK.format(at);
}

/** A month as people read it: `March 2027`. */
export function formatMonth(on: string): string {
  return `${LONG_MONTH.format(new Date(on))}\u00a0${on.slice(0, 4)}`;
}

/** A percentage that came as decimal text: `78.0` reads `78 %`, `12.5` reads `12.5 %`. */
export function formatPercent(percent: string): string {
  return `${percent.replace(/\.0$/u, '').replace('-', '−')}\u00a0%`;
}

/** The size of a file: `340 KB`, `1.2 MB`. */
export function formatSize(bytes: number): string {
  const kilobytes = bytes / 1024;
  return kilobytes < 1000
    ? `${Math.max(1, Math.round(kilobytes))}\u00a0KB`
    : `${(kilobytes / 1024).toFixed(1)}\u00a0MB`;
}
