import { refused, accepted, type Result } from '../result.ts';
import type { RuleViolation } from '../rule-violation.ts';

/** An entry as its certification needs to see it. */
export type Certifiable = { readonly number: number; readonly recordedBy: string; readonly certified: boolean };

/**
 * The entries that a person certifies at once: all of them or none. Each exists, waits, and was recorded by somebody else, in
 * whichever roles both acts are done: it is the person that counts.
 */
export function certify(
  numbers: readonly number[],
  entries: ReadonlyMap<number, Certifiable>,
  certifierId: string,
): Result<readonly number[], RuleViolation> {
  const asked = [...new Set(numbers)];
  for (const number of asked) {
    const entry = entries.get(number);
    if (entry === undefined) return refused({ kind: 'NotFound', subject: 'entry' });
    if (entry.recordedBy === certifierId) return refused({ kind: 'CertifiedBySelf', number });
    if (entry.certified) return refused({ kind: 'AlreadyCertified', number });
  }
  return accepted(asked);
}
