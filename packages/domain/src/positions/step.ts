import type { CalendarDate } from '../calendar-date.ts';
import { compare, type Money } from '../money.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { RuleViolation } from '../rule-violation.ts';
import { nextStates, type PositionState } from './states.ts';

export type YearFunding = { readonly cost: Money; readonly allocated: Money };

/**
 * One step of a position. Two gates hold money against promises: no letter of offer before the whole first year is reserved
 * from cash (UN DESA sends none before the first transfer has arrived), and no second year before that year is.
 */
export function checkStep(input: {
  readonly actual: PositionState;
  readonly from: PositionState;
  readonly to: PositionState;
  readonly on: CalendarDate;
  /** The day of the last step: the story of a position runs forward. */
  readonly since: CalendarDate;
  readonly years: readonly YearFunding[];
}): Result<PositionState, RuleViolation> {
  if (input.actual !== input.from) return refused({ kind: 'StateChanged', expected: input.from, actual: input.actual });
  if (input.on < input.since) return refused({ kind: 'StepBeforeLast', since: input.since, on: input.on });
  if (!nextStates(input.from).includes(input.to))
    return refused({ kind: 'StepNotAllowed', from: input.from, to: input.to });
  const [first, second] = input.years;
  if (input.to === 'offered') {
    if (first === undefined) return refused({ kind: 'NotFound', subject: 'position-year' });
    if (compare(first.allocated, first.cost) < 0) return refused({ kind: 'FirstYearNotFunded', ...first });
  }
  if (input.to === 'in-post-year-2') {
    if (second === undefined) return refused({ kind: 'NotFound', subject: 'position-year' });
    if (compare(second.allocated, second.cost) < 0) return refused({ kind: 'SecondYearNotFunded', ...second });
  }
  return accepted(input.to);
}
