import { type CalendarDate, daysBetween } from './calendar-date.ts';
import { RETENTION_MONTHS, type RetentionMonths, retentionDueOn } from './positions/retention.ts';
import type { PositionState } from './positions/states.ts';

/** A fortnight: time to tell more people of a vacancy, or to give it more days, before it closes. */
export const VACANCY_CLOSES_WITHIN_DAYS = 14;

/** A month: of the four to five that recruitment usually takes (jpo.gov.kw), the first is then lost. */
export const VACANCY_MISSING_AFTER_DAYS = 30;

/** Four months: the review of an extension asks host, contributor and fund, and the money of the next year is sent separately. */
export const EXTENSION_WITHIN_DAYS = 120;

/** A year: duty stations confirm that terms of reference still hold before a post is advertised. */
export const TERMS_STALE_AFTER_DAYS = 365;

/** Five days: time for a member to read and to object before silence consents. */
export const WINDOW_CLOSES_WITHIN_DAYS = 5;

/** A fortnight: time to do what a meeting asked for before it meets again. */
export const ACTION_POINT_WITHIN_DAYS = 14;

/** A year: from a call to the first day of a post goes about as long, so what leaves later touches no call that is under way. */
export const GROUP_LEAVES_WITHIN_DAYS = 365;

export type Term = { readonly number: number; readonly startsOn: CalendarDate; readonly endsOn: CalendarDate };

/**
 * The contract year whose end asks for a decision on extension, and how many days are left; `null` where none does. Of the last
 * year of the term nobody expects an extension, unless its review has begun.
 */
export function extensionDue(
  state: PositionState,
  years: readonly Term[],
  asOf: CalendarDate,
): { readonly year: number; readonly endsOn: CalendarDate; readonly days: number } | null {
  const reviewing = state === 'extension-review';
  if (!reviewing && !state.startsWith('in-post-')) return null;
  const current = years.find(({ startsOn, endsOn }) => startsOn <= asOf && asOf <= endsOn);
  if (current === undefined) return null;
  const last = current.number === years.at(-1)?.number;
  const days = daysBetween(asOf, current.endsOn);
  const isDue = reviewing || (!last && days <= EXTENSION_WITHIN_DAYS);
  return isDue ? { year: current.number, endsOn: current.endsOn, days } : null;
}

/** The latest time after a separation at which it should have been asked where the person works, and nobody has; `null` where none is due. */
export function retentionMissing(
  separatedOn: CalendarDate,
  known: ReadonlySet<RetentionMonths>,
  asOf: CalendarDate,
): { readonly months: RetentionMonths; readonly dueOn: CalendarDate } | null {
  const due = RETENTION_MONTHS.findLast((months) => retentionDueOn(separatedOn, months) <= asOf);
  if (due === undefined || known.has(due)) return null;
  return { months: due, dueOn: retentionDueOn(separatedOn, due) };
}
