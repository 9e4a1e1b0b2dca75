import type { Money } from '../api/views.ts';
import { formatScaled, type Scale } from '../ui/format.ts';

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

/** A direct label beside a mark. */
export function markLabel(money: Money, scale: Scale): string {
  return formatScaled(money.amount, scale);
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
