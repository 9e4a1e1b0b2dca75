import type { CalendarDate } from '../calendar-date.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { RuleViolation } from '../rule-violation.ts';
import { missingFor, NOTHING_ON_RECORD, type StepFacts } from './gates.ts';
import type { PositionState, Standing } from './states.ts';
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

/** What a decision of the committee makes of a position: approved, deferred or rejected, the last two with a reason. */
export function checkDecided(input: {
  readonly standing: Omit<Standing, 'yearInPost'>;
  readonly to: 'approved' | 'deferred' | 'rejected';
  readonly on: CalendarDate;
  readonly reason: string;
}): Result<PositionState, RuleViolation> {
  const { standing, to, on, reason } = input;
  if (on < standing.since) return refused({ kind: 'StepBeforeLast', since: standing.since, on });
  const rule = stepBetween(standing.state, to);
  if (rule === null) return refused({ kind: 'StepNotAllowed', from: standing.state, to });
  const missing = missingFor(rule, { ...NOTHING_ON_RECORD, reason });
  return missing.length === 0 ? accepted(to) : refused({ kind: 'GateClosed', to, missing });
}
