import { z } from 'zod';
import { addMonths, type CalendarDate, daysBetween } from '../calendar-date.ts';
import { BOOK_CURRENCY } from '../currency.ts';
import { compare, divideHalfEven, type Money, money, subtract, sum, zero } from '../money.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { RuleViolation } from '../rule-violation.ts';
import { amountSchema, dateSchema, idempotencyKeySchema, idSchema, shortText } from '../wire.ts';

/**
 * The training and duty-travel allowance of a post. Source of its rules: the JPO Service Centre's questions and answers on the
 * allowance. The yearly amount is a setting with a date and a source, never a constant.
 */
export type AllowanceRate = { readonly effectiveOn: CalendarDate; readonly amount: Money };

/** A contract year that was begun, with its last day: earlier than planned where somebody left early. */
export type ContractYear = { readonly year: number; readonly startsOn: CalendarDate; readonly endsOn: CalendarDate };

/** What was used on a day, US dollars; negative where it was given back. */
export type AllowanceUse = { readonly on: CalendarDate; readonly amount: Money };

/** Only the first two contract years are granted an allowance. */
const GRANTED_YEARS = 2;

export const setAllowanceRateInput = z.strictObject({
  idempotencyKey: idempotencyKeySchema,
  effectiveOn: dateSchema,
  amount: amountSchema,
  source: shortText,
});
export type SetAllowanceRate = z.infer<typeof setAllowanceRateInput>;

export const recordAllowanceUseInput = z.strictObject({
  idempotencyKey: idempotencyKeySchema,
  positionId: idSchema,
  way: z.enum(['used', 'given-back']),
  on: dateSchema,
  amount: amountSchema,
  purpose: shortText,
});
export type UseAllowance = z.infer<typeof recordAllowanceUseInput>;

/** The rate in force on a day: the newest that had taken effect; `null` while none is set. */
export function allowanceRateOn(rates: readonly AllowanceRate[], on: CalendarDate): AllowanceRate | null {
  const inForce = rates.filter(({ effectiveOn }) => effectiveOn <= on);
  return inForce.toSorted((left, right) => (left.effectiveOn < right.effectiveOn ? -1 : 1)).at(-1) ?? null;
}

/** What a contract year grants: the rate of its first day, for as much of twelve months as the contract lasts. */
export function grantOf({ year, startsOn, endsOn }: ContractYear, rates: readonly AllowanceRate[]): Money {
  const rate = allowanceRateOn(rates, startsOn);
  if (rate === null || year > GRANTED_YEARS) return zero(BOOK_CURRENCY);
  const whole = daysBetween(startsOn, addMonths(startsOn, 12));
  const days = Math.min(daysBetween(startsOn, endsOn) + 1, whole);
  return money(divideHalfEven(rate.amount.minor * BigInt(days), BigInt(whole)), BOOK_CURRENCY);
}

export type Allowance = {
  readonly years: readonly ContractYear[];
  readonly rates: readonly AllowanceRate[];
  readonly uses: readonly AllowanceUse[];
};

/** The last day of use: a month before the end of the last contract year that grants one; `null` before the first begins. */
export function lastDayOfUse(years: readonly ContractYear[]): CalendarDate | null {
  const last = years.findLast(({ year }) => year <= GRANTED_YEARS);
  return last === undefined ? null : addMonths(last.endsOn, -1);
}

/** What was granted, used, and is left on a day: each year's grant comes on its first day and what is left of it carries over. */
export function allowanceOn({ years, rates, uses }: Allowance, on: CalendarDate) {
  const granted = sum(
    years.filter(({ startsOn }) => startsOn <= on).map((year) => grantOf(year, rates)),
    BOOK_CURRENCY,
  );
  const used = sum(
    uses.filter((use) => use.on <= on).map(({ amount }) => amount),
    BOOK_CURRENCY,
  );
  return { granted, used, left: subtract(granted, used) };
}

/**
 * The account against what the host reports as spent on training and duty travel. The host reports later and by year: a
 * difference is to be explained, not a mistake by itself.
 */
export function allowanceAgainstReport(used: Money, reported: Money) {
  return { reported, unreported: subtract(used, reported) };
}

/**
 * Whether an amount may be used on a day: within the time of use, and never more than was granted by then: no later grant is
 * advanced, and what is used later is not taken away. What is given back was used before.
 */
export function checkAllowanceUse(allowance: Allowance, use: AllowanceUse): Result<AllowanceUse, RuleViolation> {
  const [first, last] = [allowance.years[0]?.startsOn ?? null, lastDayOfUse(allowance.years)];
  if (use.amount.minor < 0n) {
    const { used } = allowanceOn(allowance, use.on);
    return subtract(zero(BOOK_CURRENCY), use.amount).minor > used.minor
      ? refused({ kind: 'AllowanceBackAboveUsed', used, requested: money(-use.amount.minor, BOOK_CURRENCY) })
      : accepted(use);
  }
  if (first === null || last === null || use.on < first) return refused({ kind: 'AllowanceNotBegun', on: use.on });
  if (use.on > last) return refused({ kind: 'AllowanceEnded', last, on: use.on });
  const days = [use.on, ...allowance.uses.map(({ on }) => on).filter((on) => on > use.on)];
  const least = days
    .map((on) => allowanceOn(allowance, on).left)
    .reduce((lowest, left) => (compare(left, lowest) < 0 ? left : lowest));
  return compare(use.amount, least) > 0
    ? refused({ kind: 'AllowanceAboveLeft', left: least, requested: use.amount })
    : accepted(use);
}
