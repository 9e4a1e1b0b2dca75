import { divideHalfEven } from '../money.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { RuleViolation } from '../rule-violation.ts';

/** What one person gave a proposal for one criterion, 0 to the top of the scale. */
export type Score = { readonly criterion: number; readonly personId: string; readonly score: number };

/** A person scores within the scale, and never a proposal of the own organization. */
export function checkScore(given: {
  readonly score: number;
  readonly scale: number;
  readonly host: { readonly id: string; readonly name: string };
  readonly scorerOrganizationId: string | null;
}): Result<number, Extract<RuleViolation, { kind: 'ScoreOutsideScale' | 'Recused' }>> {
  const { score, scale, host } = given;
  if (given.scorerOrganizationId === host.id) return refused({ kind: 'Recused', organization: host.name });
  return score > scale ? refused({ kind: 'ScoreOutsideScale', score, scale }) : accepted(score);
}

/**
 * Weighted score in hundredths of a point, 0 to 10,000: for each criterion the mean of what people gave, as a share of the scale, times
 * its weight; rounded once, half to even. `null` while a criterion is scored by nobody.
 */
export function weightedScore(weights: readonly number[], scale: number, scores: readonly Score[]): number | null {
  let [dividend, divisor] = [0n, 1n];
  for (const [index, weight] of weights.entries()) {
    const given = scores.filter(({ criterion }) => criterion === index + 1);
    if (given.length === 0) return null;
    const sum = BigInt(weight * 100 * given.reduce((total, { score }) => total + score, 0));
    const count = BigInt(given.length * scale);
    [dividend, divisor] = [dividend * count + sum * divisor, divisor * count];
  }
  return Number(divideHalfEven(dividend, divisor));
}
