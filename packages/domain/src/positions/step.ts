import type { CalendarDate } from '../calendar-date.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { RuleViolation } from '../rule-violation.ts';
import { type Approval, missingFor, NOTHING_ON_RECORD, type StepFacts } from './gates.ts';
import { phaseOf, type PositionState, type Standing } from './states.ts';
import { stepBetween, stepsFrom } from './step-table.ts';

/** One step of a position by the secretariat: one that the table has from there, on no day before the last, with every gate open. */
export function checkStep(input: {
  readonly standing: Standing;
  /** The state that the person saw. */
  readonly from: PositionState;
  readonly to: PositionState;
  readonly on: CalendarDate;
  readonly facts: StepFacts;
}): Result<PositionState, RuleViolation> {
  const { standing, from, to, on } = input;
  if (standing.state !== from) return refused({ kind: 'StateChanged', expected: from, actual: standing.state });
  if (on < standing.since) return refused({ kind: 'StepBeforeLast', since: standing.since, on });
  const rule = stepsFrom(from, standing.yearInPost).find((step) => step.to === to);
  if (rule === undefined) return refused({ kind: 'StepNotAllowed', from, to });
  const missing = missingFor(rule, input.facts);
  return missing.length === 0 ? accepted(to) : refused({ kind: 'GateClosed', to, missing });
}

/** Whether somebody was promised the post: offered it, or in it. */
const isPromised = (state: PositionState): boolean => state === 'offered' || phaseOf(state) === 'in-post';

/**
 * What a decision of the committee makes of a position: approved, deferred or rejected, the last two with a reason, and of an
 * approved one only in the place of what approved it.
 */
export function checkDecided(input: {
  readonly standing: Omit<Standing, 'yearInPost'> & { readonly title: string };
  readonly to: 'approved' | 'deferred' | 'rejected';
  readonly on: CalendarDate;
  readonly reason: string;
  readonly approval: Approval;
}): Result<PositionState, RuleViolation> {
  const { standing, to, on, reason, approval } = input;
  const { title, state, since } = standing;
  if (on < since) return refused({ kind: 'StepBeforeLast', since, on });
  if (isPromised(state)) return refused({ kind: 'PostPromised', position: title, state, to });
  const rule = stepBetween(state, to);
  if (rule === null) return refused({ kind: 'StepNotAllowed', from: state, to });
  const missing = missingFor(rule, { ...NOTHING_ON_RECORD, reason, approval });
  return missing.length === 0 ? accepted(to) : refused({ kind: 'GateClosed', to, missing });
}
