import { addMonths, type CalendarDate, date, dayBefore, monthOf } from '../calendar-date.ts';
import type { Currency } from '../currency.ts';

// Everything here is US dollars in cents.

/** How many months a forecast looks ahead, the month of its first day included. */
export const HORIZON = 60;

/** Contract years of a position that nobody has described yet. Source: the terms of the JPO programmes, two years. */
export const USUAL_YEARS = 2;

/** Money that somebody has signed or announced and not yet paid. */
export type Receipt = {
  readonly kind: 'instalment' | 'pledge';
  readonly contributorId: string;
  readonly poolId: string;
  /** Of a pledge nobody knows when, unless somebody assumes it. */
  readonly dueOn: CalendarDate | null;
  readonly currency: Currency;
  /** At the rate in force on the day of the facts. */
  readonly value: bigint;
};

/** A contract year: what it costs, what decisions reserved for it, and what of that its host has been sent. */
export type Year = {
  readonly startsOn: CalendarDate;
  readonly cost: bigint;
  readonly allocated: bigint;
  readonly sent: bigint;
};

/** An approved position that has not ended. */
export type Position = {
  readonly id: string;
  readonly years: readonly Year[];
  /** Pools that a decision has paid it from; beside these only unearmarked money may pay. */
  readonly paidFrom: readonly string[];
};

export type Pool = {
  readonly id: string;
  readonly earmarked: boolean;
  readonly cash: bigint;
  /** All that decisions reserve from it and nobody has sent yet. */
  readonly reserved: bigint;
};

/** What a forecast rests on: the fund as it stands on a day. */
export type Facts = {
  readonly asOf: CalendarDate;
  readonly pools: readonly Pool[];
  /** The operating reserve: of all free money, and not to be spent. */
  readonly reserve: bigint;
  readonly receipts: readonly Receipt[];
  /** By the day on which their first year begins: of two years that fall due in one month the first takes the money. */
  readonly positions: readonly Position[];
};

/** Which month of the forecast a day falls in; what is past falls into the first. */
export function monthIn(asOf: CalendarDate, on: CalendarDate): number {
  const months = (day: CalendarDate): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return Math.max(0, months(on) - months(asOf));
}

/** The last day of a month of the forecast. */
export function endOfMonth(asOf: CalendarDate, index: number): CalendarDate {
  return dayBefore(addMonths(date(`${monthOf(asOf)}-01`), index + 1));
}

/** What a year still asks for. */
export function dueOf({ cost, sent }: Year): bigint {
  return cost > sent ? cost - sent : 0n;
}

/** The mean cost of a contract year of the positions, rounded up to a cent; `null` while none has a year. */
export function usualYearCost({ positions }: Facts): bigint | null {
  const costs = positions.flatMap(({ years }) => years.map(({ cost }) => cost));
  const count = BigInt(costs.length);
  return count === 0n ? null : (costs.reduce((total, cost) => total + cost, 0n) + count - 1n) / count;
}
