import type { CalendarDate } from '../calendar-date.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { RuleViolation } from '../rule-violation.ts';
import type { MajorityBase, ShareBound } from './kinds.ts';

/** A share as rules of procedure word it: at least, or more than, so many of so many parts. */
export type Share = {
  readonly bound: ShareBound;
  readonly numerator: number;
  readonly denominator: number;
};

/**
 * The committee's rules of procedure from a day on. The terms of reference of this fund are not public, so no number of them
 * stands in the program: as long as nobody has set them, nothing can be voted on.
 */
export type CommitteeRules = {
  readonly effectiveOn: CalendarDate;
  /** Share of the seated organizations that must be here. */
  readonly quorum: Share;
  readonly majority: Share;
  readonly majorityOf: MajorityBase;
  /** Days in which anybody at the table may object to what is decided in writing. */
  readonly windowDays: number;
  /** The paper that says so. */
  readonly source: string;
};

/** The smallest number out of `of` that the share asks for. */
export function needed({ bound, numerator, denominator }: Share, of: number): number {
  const product = numerator * of;
  const whole = (product - (product % denominator)) / denominator;
  if (bound === 'more-than') return whole + 1;
  return product % denominator === 0 ? whole : whole + 1;
}

/** The rules in force on a day, from a list in the order in which they were set; `null` while nobody has set any. */
export function rulesOn<R extends Pick<CommitteeRules, 'effectiveOn'>>(
  rules: readonly R[],
  on: CalendarDate,
): R | null {
  return rules.findLast(({ effectiveOn }) => effectiveOn <= on) ?? null;
}

/** The rules in force, or the refusal of whoever would act by rules that nobody has set. */
export function requireRules<R extends Pick<CommitteeRules, 'effectiveOn'>>(
  rules: R | null,
  on: CalendarDate,
): Result<R, RuleViolation> {
  return rules === null ? refused({ kind: 'CommitteeRulesNotSet', on }) : accepted(rules);
}

/** Sets the rules anew from a day on: never from before the last ones, so that what was decided by those stays so. */
export function setRules(
  before: readonly Pick<CommitteeRules, 'effectiveOn'>[],
  effectiveOn: CalendarDate,
): Result<CalendarDate, RuleViolation> {
  const since = before.at(-1)?.effectiveOn;
  if (since !== undefined && effectiveOn < since)
    return refused({ kind: 'CommitteeRulesBeforeLast', since, on: effectiveOn });
  return accepted(effectiveOn);
}
