import { accepted, refused, type Result } from '../result.ts';
import type { RuleViolation } from '../rule-violation.ts';

/** What the committee funds first: a Sustainable Development Goal by its number, a theme or a region by its name. */
export const PRIORITY_KINDS = ['sdg', 'theme', 'region'] as const;
export type PriorityArea = { readonly kind: (typeof PRIORITY_KINDS)[number]; readonly name: string };

/** One thing that proposals are scored by, and its weight in percent. */
export type Criterion = { readonly name: string; readonly weight: number };

/** Weights are percentages: together they are the whole, and no two criteria go by one name. */
export function checkCriteria(
  criteria: readonly Criterion[],
): Result<readonly Criterion[], Extract<RuleViolation, { kind: 'WeightsDoNotSum' | 'NameTaken' }>> {
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
  if (total !== 100) return refused({ kind: 'WeightsDoNotSum', total });
  const twice = criteria.find(({ name }, index) => criteria.findIndex((other) => other.name === name) !== index);
  return twice === undefined
    ? accepted(criteria)
    : refused({ kind: 'NameTaken', subject: 'criterion', name: twice.name });
}
