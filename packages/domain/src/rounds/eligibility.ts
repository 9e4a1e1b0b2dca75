import { addDays, type CalendarDate } from '../calendar-date.ts';
import { countryName } from '../reference/countries.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { RuleViolation } from '../rule-violation.ts';

/** That a country belongs to a group from a day on, until the day before `until`, and who says so. */
export type Membership = {
  readonly country: string;
  readonly group: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  readonly source: string;
};

/** Which countries are eligible: those of any group and those that are named, without those that are excluded. */
export type EligibilityRule = {
  readonly groups: readonly string[];
  readonly countries: readonly string[];
  readonly excluded: readonly string[];
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
};

const holdsOn = (on: CalendarDate, from: CalendarDate, to: CalendarDate | null): boolean =>
  from <= on && (to === null || on <= to);

/** The groups that a country belongs to on a day. */
export function groupsOf(country: string, on: CalendarDate, memberships: readonly Membership[]): string[] {
  const own = memberships.filter((each) => each.country === country && holdsOn(on, each.from, each.to));
  return [...new Set(own.map(({ group }) => group))].toSorted();
}

/** A country that is in a group today and no longer after a known last day. */
export type Leaving = { readonly country: string; readonly group: string; readonly lastDay: CalendarDate };

/** Which countries leave which groups from a day up to another. A membership that another one follows without a gap does not end. */
export function leavingGroups(
  memberships: readonly Membership[],
  from: CalendarDate,
  until: CalendarDate,
): readonly Leaving[] {
  return memberships.flatMap(({ country, group, from: since, to }) => {
    if (to === null || since > from || to < from || to > until) return [];
    const stays = groupsOf(country, addDays(to, 1), memberships).includes(group);
    return stays ? [] : [{ country, group, lastDay: to }];
  });
}

/** Whether a rule makes a country eligible on its last day in a group, and no longer on the day after. */
export function losesEligibility(
  rule: EligibilityRule,
  { country, lastDay }: Leaving,
  memberships: readonly Membership[],
): boolean {
  return (
    isEligible(rule, country, lastDay, memberships) && !isEligible(rule, country, addDays(lastDay, 1), memberships)
  );
}

/** Refuses codes that mean nothing: countries that do not exist, and groups that no imported list names. */
export function checkCodes(
  codes: { readonly groups: readonly string[]; readonly countries: readonly string[] },
  knownGroups: ReadonlySet<string>,
): Result<null, Extract<RuleViolation, { kind: 'CodesUnknown' }>> {
  const unknown = [
    ...codes.groups.filter((group) => !knownGroups.has(group)),
    ...codes.countries.filter((country) => countryName(country) === null),
  ];
  return unknown.length === 0 ? accepted(null) : refused({ kind: 'CodesUnknown', codes: [...new Set(unknown)] });
}

/** Whether a rule set holds on a day. */
export function isInForce(rule: EligibilityRule, on: CalendarDate): boolean {
  return holdsOn(on, rule.validFrom, rule.validTo);
}

/** Whether a country is eligible on a day: exclusion goes before everything. */
export function isEligible(
  rule: EligibilityRule,
  country: string,
  on: CalendarDate,
  memberships: readonly Membership[],
): boolean {
  if (rule.excluded.includes(country)) return false;
  if (rule.countries.includes(country)) return true;
  return groupsOf(country, on, memberships).some((group) => rule.groups.includes(group));
}
