import { addDays, type CalendarDate } from '../calendar-date.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { RuleViolation } from '../rule-violation.ts';
import type { CommitteeRules } from './rules.ts';

/** The last day on which somebody may object to what is circulated on a day. */
export function windowEnd(on: CalendarDate, { windowDays }: Pick<CommitteeRules, 'windowDays'>): CalendarDate {
  return addDays(on, windowDays);
}

/** Whether silence has become consent: the last day is over. The date says it; nothing has to happen on that day. */
export function hasConsented(closesOn: CalendarDate, today: CalendarDate): boolean {
  return today > closesOn;
}

/** Objects in time: a single objection sends the decision to a meeting. */
export function object(closesOn: CalendarDate, today: CalendarDate): Result<null, RuleViolation> {
  return hasConsented(closesOn, today) ? refused({ kind: 'WindowOver', closesOn }) : accepted(null);
}
