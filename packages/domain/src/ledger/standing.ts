import type { CalendarDate } from '../calendar-date.ts';

/** By how much a balance changes on a day, in minor units of the book currency. */
export type DayChange = { readonly on: CalendarDate; readonly change: bigint };

/**
 * The first day from one on at whose end, and at the end of every later one, an amount stands in a balance. On the day of the
 * last change it does whenever the balance holds it at all.
 */
export function coveredFrom(changes: readonly DayChange[], from: CalendarDate, amount: bigint): CalendarDate {
  const days = changes.map(({ on }) => on).filter((on) => on > from);
  return [from, ...days.toSorted()].find((day) => leastFrom(changes, day) >= amount) ?? from;
}

/**
 * The least that a balance stands at at the end of a day or of any later one. `changes` come in any order; all that came before
 * the day counts. What leaves on a day must be covered then and must not be missing later.
 */
export function leastFrom(changes: readonly DayChange[], from: CalendarDate): bigint {
  const byDay = new Map<string, bigint>();
  let standing = 0n;
  for (const { on, change } of changes) {
    if (on <= from) standing += change;
    else byDay.set(on, (byDay.get(on) ?? 0n) + change);
  }
  let least = standing;
  for (const [, change] of [...byDay].toSorted(([left], [right]) => (left < right ? -1 : 1))) {
    standing += change;
    if (standing < least) least = standing;
  }
  return least;
}
