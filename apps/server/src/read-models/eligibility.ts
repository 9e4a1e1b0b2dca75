import type { Reader } from '@dcc/db/open-database';
import { eligibilitySets, memberships } from '@dcc/db/stores/criteria-store';
import type { CalendarDate } from '@dcc/domain/calendar-date';
import { allCountries } from '@dcc/domain/reference/countries';
import { isEligible, isInForce } from '@dcc/domain/rounds/eligibility';
import type { Eligibility } from '@dcc/domain/vacancies/criteria';
import { Refusal } from '../use-case/refusal.ts';

/** A version of a rule set with the dated groups it is read by; `null` where none is asked for. */
export async function eligibilityOf(db: Reader, setId: string | null): Promise<Eligibility | null> {
  if (setId === null) return null;
  const rule = (await eligibilitySets(db)).find(({ id }) => id === setId);
  if (rule === undefined) throw new Refusal({ kind: 'NotFound', subject: 'rule-set' });
  return { name: rule.name, version: rule.version, rule, memberships: await memberships(db) };
}

/** The names of the countries that a rule set makes eligible on a day, in the order of names. */
export function eligibleCountries({ rule, memberships: lists }: Eligibility, on: CalendarDate): string[] {
  if (!isInForce(rule, on)) return [];
  return allCountries()
    .filter(({ code }) => isEligible(rule, code, on, lists))
    .map(({ name }) => name);
}
