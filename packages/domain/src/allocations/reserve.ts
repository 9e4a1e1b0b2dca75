import { addMonths, type CalendarDate, dayBefore, daysBetween } from '../calendar-date.ts';
import { BOOK_CURRENCY } from '../currency.ts';
import { type Charge, chargedAmount } from '../ledger/charge.ts';
import { balance, credit, debit, type EntryDraft } from '../ledger/entry.ts';
import { divideHalfEven, type Money, money, subtract, sum } from '../money.ts';
import { refused, type Result } from '../result.ts';
import type { RuleViolation } from '../rule-violation.ts';

/** The operating reserve as the ledger holds it: US dollars, and the day it was last set. */
export type HeldReserve = { readonly held: Money; readonly since: CalendarDate | null };

/**
 * Sets the operating reserve to a percentage of the planned annual expenditure from a day on: the entry posts what has to be
 * added or given back. The percentage of the real fund is not public, so it is whatever a decision says.
 */
export function reserveEntry(input: {
  readonly reserve: HeldReserve;
  readonly charge: Charge;
  readonly effectiveOn: CalendarDate;
  readonly description: string;
}): Result<EntryDraft, RuleViolation> {
  const { reserve, charge, effectiveOn } = input;
  if (charge.base.minor < 0n) return refused({ kind: 'AmountNotPositive' });
  if (reserve.since !== null && effectiveOn < reserve.since)
    return refused({ kind: 'ReserveBeforeLast', since: reserve.since, on: effectiveOn });
  const change = subtract(chargedAmount(charge), reserve.held);
  if (change.minor === 0n) return refused({ kind: 'AmountUnchanged' });
  return balance({
    kind: 'operating-reserve',
    effectiveOn,
    description: input.description,
    charge,
    postings: [debit('reserve-held', change), credit('reserve-control', change)],
  });
}

/** A contract year of a sponsored position with its cost in US dollars. */
export type PlannedYear = { readonly startsOn: CalendarDate; readonly endsOn: CalendarDate; readonly cost: Money };

/**
 * What contract years are planned to cost in the twelve months from a day on: a year that lies in them only in part counts by its
 * days, each share rounded half to even.
 */
export function plannedExpenditure(
  years: readonly PlannedYear[],
  from: CalendarDate,
): { readonly amount: Money; readonly years: number } {
  const until = dayBefore(addMonths(from, 12));
  const shares = years.flatMap(({ startsOn, endsOn, cost }) => {
    const [first, last] = [startsOn > from ? startsOn : from, endsOn < until ? endsOn : until];
    if (first > last) return [];
    const [days, all] = [daysBetween(first, last) + 1, daysBetween(startsOn, endsOn) + 1];
    return [money(divideHalfEven(cost.minor * BigInt(days), BigInt(all)), cost.currency)];
  });
  return { amount: sum(shares, BOOK_CURRENCY), years: shares.length };
}
