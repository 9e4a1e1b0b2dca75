import { type CalendarDate, yearOf } from '../calendar-date.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { RuleViolation } from '../rule-violation.ts';

/** A financial year is a calendar year: open, closed, and open again only by a decision of the committee. */
export const YEAR_STATES = ['open', 'closed'] as const;
export type YearState = (typeof YEAR_STATES)[number];

/** A year of the books, from the one of the first entry on; `pending` entries of it wait for certification. */
export type FinancialYear = { readonly year: number; readonly state: YearState; readonly pending: number };

function find(years: readonly FinancialYear[], year: number): Result<FinancialYear, RuleViolation> {
  const found = years.find((each) => each.year === year);
  return found === undefined ? refused({ kind: 'NotFound', subject: 'financial-year' }) : accepted(found);
}

/**
 * Closes a year that has ended: the earlier ones are closed, and somebody else has certified every entry of it. From then on
 * nothing takes effect in it or before it, so that what was reported stays what the books say.
 */
export function closeYear(
  years: readonly FinancialYear[],
  year: number,
  today: CalendarDate,
): Result<FinancialYear, RuleViolation> {
  const found = find(years, year);
  if (!found.ok) return found;
  const { state, pending } = found.value;
  if (state === 'closed') return refused({ kind: 'YearStateUnchanged', year, state });
  if (year >= yearOf(today)) return refused({ kind: 'YearNotEnded', year });
  const earlier = years.filter((each) => each.year < year && each.state === 'open').map((each) => each.year);
  if (earlier.length > 0) return refused({ kind: 'EarlierYearOpen', year: Math.min(...earlier) });
  return pending > 0 ? refused({ kind: 'YearHasPending', year, count: pending }) : found;
}

/** Opens the last closed year again: a year before it would carry another balance into years that stay closed. */
export function reopenYear(years: readonly FinancialYear[], year: number): Result<FinancialYear, RuleViolation> {
  const found = find(years, year);
  if (!found.ok) return found;
  if (found.value.state === 'open') return refused({ kind: 'YearStateUnchanged', year, state: 'open' });
  const closed = years.filter(({ state }) => state === 'closed').map((each) => each.year);
  const last = Math.max(...closed);
  return last > year ? refused({ kind: 'LaterYearClosed', year: last }) : found;
}
