import type { RuleViolation } from '@dcc/domain/rule-violation';

/** Carries a rule's refusal through a transaction, so that it rolls back, to the border that answers. */
export class Refusal extends Error {
  readonly violation: RuleViolation;
  constructor(violation: RuleViolation) {
    super(violation.kind);
    this.name = 'Refusal';
    this.violation = violation;
  }
}

/** The value, or a Refusal thrown. */
export function orRefuse<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly violation: RuleViolation },
): T {
  if (result.ok) return result.value;
  throw new Refusal(result.violation);
}
