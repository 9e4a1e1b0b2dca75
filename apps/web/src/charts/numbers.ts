import type { Money } from '../api/views.ts';
import { formatScaled, type Scale, signOf } from '../ui/format.ts';

const DIVISOR: Record<Scale, number> = { million: 1_000_000, thousand: 1_000, one: 1 };

/** An amount for drawing only: the one place where money becomes a floating-point number. */
export function drawn(money: Money): number {
  return Number(money.amount);
}

/** A drawn number as the label of an axis in a unit. */
export function axisLabel(value: number, scale: Scale): string {
  const scaled = value / DIVISOR[scale];
  return new Intl.NumberFormat('en', {
    maximumFractionDigits: 2,
    minimumFractionDigits: scale === 'million' && scaled !== 0 ? 1 : 0,
  }).format(scaled);
}

/** Room for the widest label of an axis of amounts: 11.5 px Inter is about 6.5 px wide a letter. */
export function axisWidth(ticks: readonly number[], scale: Scale): number {
  return Math.max(38, 12 + 6.5 * Math.max(...ticks.map((tick) => axisLabel(tick, scale).length)));
}

/** A direct label beside a mark; something too small for the unit does not read as nothing. */
export function markLabel(money: Money, scale: Scale): string {
  const text = formatScaled(money.amount, scale);
  return scale === 'million' && text === '0.00' && signOf(money.amount) !== 0 ? '<\u00a00.01' : text;
}

/** Round steps from nought to beyond a value, for the axis of a picture. */
export function niceTicks(highest: number): number[] {
  if (highest <= 0) return [0, 1];
  const rough = highest / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? 10 * power;
  return Array.from({ length: Math.ceil(highest / step) + 1 }, (_, index) => index * step);
}

/** Round steps that reach from below the lowest to above the highest value, nought among them. */
export function ticksBetween(lowest: number, highest: number): number[] {
  const [least, most] = [Math.min(0, lowest), Math.max(0, highest)];
  const step = niceTicks(most - least)[1] ?? 1;
  const [from, to] = [Math.floor(least / step), Math.ceil(most / step)];
  return Array.from({ length: to - from + 1 }, (_, index) => (from + index) * step);
}

/** A day as a point on a time axis. */
export function timeOf(on: string): number {
  return Date.parse(`${on.slice(0, 10)}T00:00:00Z`);
}

/** 1 January of every year between two days. */
export function yearTicks(from: string, to: string): number[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, index) => Date.UTC(first + index, 0, 1)).filter(
    (time) => time >= timeOf(from) && time <= timeOf(to),
  );
}
