import { type CalendarDate, yearOf } from '../calendar-date.ts';
import { isLanguage } from '../reference/languages.ts';
import { accepted, refused, type Result } from '../result.ts';
import { type EligibilityRule, isEligible, isInForce, type Membership } from '../rounds/eligibility.ts';
import type { RuleViolation } from '../rule-violation.ts';

/** University degrees in the words of the United Nations, lowest first: bachelor's, master's or equivalent, doctorate. */
export const DEGREES = ['first-level', 'advanced', 'doctorate'] as const;
export type Degree = (typeof DEGREES)[number];

/** Languages, by ISO 639-1: all of the first list, at least one of the second, and those that merely help. */
export type LanguageCriteria = {
  readonly all: readonly string[];
  readonly oneOf: readonly string[];
  readonly asset: readonly string[];
};

/** What a vacancy asks of its candidates. They differ by sponsor and host, so each vacancy names its own. */
export type Criteria = {
  /** In whole years on the day of application; `null` where no age is asked. */
  readonly oldestAge: number | null;
  /** At least this degree; `null` where none is asked. */
  readonly degree: Degree | null;
  /** Whole years of work after the first-level degree. */
  readonly experienceYears: number;
  readonly languages: LanguageCriteria;
  /** The version of a rule set by which nationality is checked; `null` where none is asked. */
  readonly eligibilitySetId: string | null;
};

/** A version of a named rule set, with the dated country groups that it is read by. */
export type Eligibility = {
  readonly name: string;
  readonly version: number;
  readonly rule: EligibilityRule;
  readonly memberships: readonly Membership[];
};

/** What is known of a candidate; `null` is not known, or erased. */
export type Qualifications = {
  /** Of ISO 3166-1; the one by which the person applied. */
  readonly nationality: string;
  readonly birthYear: number | null;
  readonly degree: Degree | null;
  readonly experienceYears: number | null;
  readonly languages: readonly string[] | null;
};

/** A criterion that a candidate does not meet, or (`certain` is false) may not meet by what is known. */
export type Shortfall =
  | {
      readonly criterion: 'age';
      readonly certain: boolean;
      readonly atMost: number;
      readonly from: number | null;
      readonly to: number | null;
    }
  | { readonly criterion: 'degree'; readonly certain: boolean; readonly asked: Degree; readonly held: Degree | null }
  | {
      readonly criterion: 'experience';
      readonly certain: boolean;
      readonly asked: number;
      readonly held: number | null;
    }
  | {
      readonly criterion: 'nationality';
      /** Not certain where the rule set does not hold on that day. */
      readonly certain: boolean;
      readonly country: string;
      readonly ruleSet: string;
      readonly version: number;
      readonly on: CalendarDate;
    }
  | { readonly criterion: 'language'; readonly certain: boolean; readonly missing: string }
  | { readonly criterion: 'one-language'; readonly certain: boolean; readonly oneOf: readonly string[] };

/** Only the year of birth is kept, so a person is one of two ages on all but the last day of a year. */
function ageShortfalls(criteria: Criteria, { birthYear }: Qualifications, on: CalendarDate): Shortfall[] {
  const atMost = criteria.oldestAge;
  if (atMost === null) return [];
  if (birthYear === null) return [{ criterion: 'age', certain: false, atMost, from: null, to: null }];
  const to = yearOf(on) - birthYear;
  const from = on.endsWith('-12-31') ? to : to - 1;
  return to <= atMost ? [] : [{ criterion: 'age', certain: from > atMost, atMost, from, to }];
}

function degreeShortfalls({ degree: asked }: Criteria, { degree: held }: Qualifications): Shortfall[] {
  if (asked === null) return [];
  if (held === null) return [{ criterion: 'degree', certain: false, asked, held }];
  return DEGREES.indexOf(held) >= DEGREES.indexOf(asked) ? [] : [{ criterion: 'degree', certain: true, asked, held }];
}

function experienceShortfalls(
  { experienceYears: asked }: Criteria,
  { experienceYears: held }: Qualifications,
): Shortfall[] {
  if (asked === 0) return [];
  if (held === null) return [{ criterion: 'experience', certain: false, asked, held }];
  return held >= asked ? [] : [{ criterion: 'experience', certain: true, asked, held }];
}

function languageShortfalls({ languages }: Criteria, { languages: spoken }: Qualifications): Shortfall[] {
  const certain = spoken !== null;
  const speaks = (code: string): boolean => spoken?.includes(code) ?? false;
  const missing = languages.all.filter((code) => !speaks(code));
  const noneOf = languages.oneOf.length > 0 && !languages.oneOf.some(speaks);
  return [
    ...missing.map((code): Shortfall => ({ criterion: 'language', certain, missing: code })),
    ...(noneOf ? [{ criterion: 'one-language' as const, certain, oneOf: languages.oneOf }] : []),
  ];
}

function nationalityShortfalls(
  eligibility: Eligibility | null,
  { nationality: country }: Qualifications,
  on: CalendarDate,
): Shortfall[] {
  if (eligibility === null) return [];
  const { name: ruleSet, version, rule, memberships } = eligibility;
  const certain = isInForce(rule, on);
  if (certain && isEligible(rule, country, on, memberships)) return [];
  return [{ criterion: 'nationality', certain, country, ruleSet, version, on }];
}

/**
 * What a candidate lacks of the criteria as of a day; nothing where all are met. Assets are never lacking. `eligibility` is what the
 * criteria name for nationality, as it is read from the record.
 */
export function shortfalls(
  criteria: Criteria,
  candidate: Qualifications,
  on: CalendarDate,
  eligibility: Eligibility | null,
): Shortfall[] {
  return [
    ...nationalityShortfalls(eligibility, candidate, on),
    ...ageShortfalls(criteria, candidate, on),
    ...degreeShortfalls(criteria, candidate),
    ...experienceShortfalls(criteria, candidate),
    ...languageShortfalls(criteria, candidate),
  ];
}

/** Languages that exist, each named once. */
export function checkLanguages(codes: readonly string[]): Result<readonly string[], RuleViolation> {
  const unknown = codes.find((code) => !isLanguage(code));
  if (unknown !== undefined) return refused({ kind: 'LanguageUnknown', code: unknown });
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  return twice === undefined ? accepted(codes) : refused({ kind: 'LanguageTwice', code: twice });
}

/** Whether two vacancies ask for the same. */
export function sameCriteria(one: Criteria, other: Criteria): boolean {
  const same = (left: readonly string[], right: readonly string[]): boolean =>
    left.toSorted().join(' ') === right.toSorted().join(' ');
  return (
    one.oldestAge === other.oldestAge &&
    one.degree === other.degree &&
    one.experienceYears === other.experienceYears &&
    one.eligibilitySetId === other.eligibilitySetId &&
    same(one.languages.all, other.languages.all) &&
    same(one.languages.oneOf, other.languages.oneOf) &&
    same(one.languages.asset, other.languages.asset)
  );
}
