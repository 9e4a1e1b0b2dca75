import { accepted, refused, type Result } from '../result.ts';
import type { RuleViolation } from '../rule-violation.ts';
import { countryName } from '../reference/countries.ts';
import type { ContributorType } from './kinds.ts';

/** A contributor's country is required of a country, optional of others, and always a real one. */
export function checkCountry(type: ContributorType, code: string | null): Result<string | null, RuleViolation> {
  if (code === null) return type === 'country' ? refused({ kind: 'CountryRequired' }) : accepted(null);
  return countryName(code) === null ? refused({ kind: 'CountryUnknown', code }) : accepted(code);
}
