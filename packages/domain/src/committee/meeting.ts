import type { CalendarDate } from '../calendar-date.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { RuleViolation } from '../rule-violation.ts';
import type { MeetingState } from './kinds.ts';

type Meeting = { readonly reference: string; readonly state: MeetingState };

/** Refuses what a meeting in its present state does not allow. */
export function requireMeeting(meeting: Meeting, state: MeetingState): Result<null, RuleViolation> {
  return meeting.state === state
    ? accepted(null)
    : refused({ kind: 'MeetingInState', reference: meeting.reference, state: meeting.state });
}

/** Closes a meeting that sits, once nothing on its table waits to be closed. */
export function closeMeeting(meeting: Meeting, openDecisions: number): Result<null, RuleViolation> {
  const sitting = requireMeeting(meeting, 'open');
  if (!sitting.ok) return sitting;
  return openDecisions > 0 ? refused({ kind: 'DecisionsOpen', count: openDecisions }) : sitting;
}

/** An action point that is past its day and not done. */
export function isLate(
  point: { readonly dueOn: CalendarDate | null; readonly doneOn: CalendarDate | null },
  today: CalendarDate,
): boolean {
  return point.doneOn === null && point.dueOn !== null && point.dueOn < today;
}
