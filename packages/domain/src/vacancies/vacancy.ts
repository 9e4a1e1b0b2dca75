import type { CalendarDate } from '../calendar-date.ts';
import { phaseOf, type PositionState } from '../positions/states.ts';
import { accepted, refused, type Result } from '../result.ts';
import { isInForce } from '../rounds/eligibility.ts';
import type { RuleViolation } from '../rule-violation.ts';
import { checkLanguages, type Criteria, type Eligibility, sameCriteria } from './criteria.ts';

/** How a vacancy stands on a day. */
export const VACANCY_STATUSES = ['upcoming', 'open', 'closed'] as const;
export type VacancyStatus = (typeof VACANCY_STATUSES)[number];

/** The terms of a vacancy: the first and last day of applications, what it asks for, and the text that everybody may read. */
export type VacancyTerms = {
  readonly opensOn: CalendarDate;
  readonly closesOn: CalendarDate;
  readonly criteria: Criteria;
  readonly text: string;
};

/** The rule set that the terms name for nationality. */
type RuleSet = Pick<Eligibility, 'name' | 'rule'>;

type Days = Pick<VacancyTerms, 'opensOn' | 'closesOn'>;

/** Both days are days of applications. */
export function statusOn({ opensOn, closesOn }: Days, on: CalendarDate): VacancyStatus {
  if (on < opensOn) return 'upcoming';
  return on > closesOn ? 'closed' : 'open';
}

/** Whether a position in this state may have a vacancy: it is approved, and nobody is in post yet. */
export function takesVacancy(state: PositionState): boolean {
  return phaseOf(state) === 'in-recruitment';
}

/** Whether everybody may see a vacancy: its position has been advertised and is not given up. */
export function isPublished(state: PositionState): boolean {
  return takesVacancy(state) && state !== 'approved';
}

/** Whether a position should have a vacancy that is open or to come: it may be advertised, and nobody is on the long list yet. */
export function waitsForVacancy(state: PositionState): boolean {
  return state === 'approved' || state === 'advertised';
}

function checkTerms(
  { opensOn, closesOn, criteria }: VacancyTerms,
  eligibility: RuleSet | null,
): Result<VacancyTerms['criteria'], RuleViolation> {
  if (closesOn < opensOn) return refused({ kind: 'VacancyClosesBeforeOpening', opensOn, closesOn });
  if (eligibility !== null && !isInForce(eligibility.rule, opensOn))
    return refused({ kind: 'RuleSetNotInForce', ruleSet: eligibility.name, on: opensOn });
  const { all, oneOf, asset } = criteria.languages;
  const languages = checkLanguages([...all, ...oneOf, ...asset]);
  return languages.ok ? accepted(criteria) : languages;
}

/** A new vacancy of a position: it is in recruitment, and its last vacancy has closed before this one opens. */
export function openVacancy(input: {
  readonly position: { readonly title: string; readonly state: PositionState };
  readonly last: Days | null;
  readonly terms: VacancyTerms;
  readonly eligibility: RuleSet | null;
}): Result<VacancyTerms, RuleViolation> {
  const { position, last, terms, eligibility } = input;
  if (!takesVacancy(position.state))
    return refused({ kind: 'PositionNotAdvertised', position: position.title, state: position.state });
  const checked = checkTerms(terms, eligibility);
  if (!checked.ok) return checked;
  if (last !== null && last.closesOn >= terms.opensOn)
    return refused({ kind: 'VacancyOverlaps', closesOn: last.closesOn, opensOn: terms.opensOn });
  return accepted(terms);
}

/**
 * Other terms for a vacancy. Once a candidate is on record what is asked stays as it was, and so does the day it opened: nobody is
 * measured by criteria that were written for somebody. The last day and the text may change.
 */
export function reviseVacancy(input: {
  readonly before: VacancyTerms;
  readonly after: VacancyTerms;
  readonly eligibility: RuleSet | null;
  readonly candidates: number;
  /** The first day on which a later vacancy of the position opens. */
  readonly next: CalendarDate | null;
  readonly previous: CalendarDate | null;
  /** The latest day on which somebody applied. */
  readonly lastApplication: CalendarDate | null;
}): Result<VacancyTerms, RuleViolation> {
  const { before, after, candidates, next, previous, lastApplication } = input;
  const checked = checkTerms(after, input.eligibility);
  if (!checked.ok) return checked;
  if (candidates > 0 && (!sameCriteria(before.criteria, after.criteria) || before.opensOn !== after.opensOn))
    return refused({ kind: 'CriteriaFixed', candidates });
  if (lastApplication !== null && lastApplication > after.closesOn)
    return refused({
      kind: 'AppliedOutsideVacancy',
      opensOn: after.opensOn,
      closesOn: after.closesOn,
      on: lastApplication,
    });
  if (previous !== null && previous >= after.opensOn)
    return refused({ kind: 'VacancyOverlaps', closesOn: previous, opensOn: after.opensOn });
  if (next !== null && after.closesOn >= next)
    return refused({ kind: 'VacancyOverlaps', closesOn: after.closesOn, opensOn: next });
  return accepted(after);
}
