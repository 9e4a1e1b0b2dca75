import type { CalendarDate } from '../calendar-date.ts';
import type { PositionState } from '../positions/states.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { RuleViolation } from '../rule-violation.ts';
import { isPublished } from './vacancy.ts';

/** How far a candidate has come. Somebody is on record from the long list on; who only applied is not. */
export const STAGES = ['long-list', 'short-list', 'interviewed', 'selected', 'declined', 'not-selected'] as const;
export type Stage = (typeof STAGES)[number];

/** What a candidate gives as gender, where it is asked at all. */
export const GENDERS = ['female', 'male', 'other'] as const;
export type Gender = (typeof GENDERS)[number];

/** The most candidates of one vacancy: the long list of one post in the Italian programme has 12 to 15. */
export const MOST_CANDIDATES = 200;

/** Which stages may follow: one after the other, and out of the running from each of them. */
const NEXT: Record<Stage, readonly Stage[]> = {
  'long-list': ['short-list', 'not-selected', 'declined'],
  'short-list': ['interviewed', 'not-selected', 'declined'],
  interviewed: ['selected', 'not-selected', 'declined'],
  selected: ['declined', 'not-selected'],
  declined: [],
  'not-selected': [],
};

/** The stages that may follow. Who is out of the running can only come back to where they were. */
export function nextStages(stage: Stage, before: Stage | null): readonly Stage[] {
  return NEXT[stage].length === 0 && before !== null ? [before] : NEXT[stage];
}

/** Whether a candidate is out of the running. */
export function isOut(stage: Stage): boolean {
  return NEXT[stage].length === 0;
}

export type CandidateStep = { readonly to: Stage; readonly on: CalendarDate };

/** One step of a candidate. No stage is skipped, the story runs forward, and a post is offered to one person at a time. */
export function checkStage(input: {
  /** The steps so far, oldest first; the first one is the long list. */
  readonly steps: readonly CandidateStep[];
  readonly from: Stage;
  readonly to: Stage;
  readonly on: CalendarDate;
  /** The candidate of the same vacancy that is selected now, by its number. */
  readonly selected: number | null;
}): Result<Stage, RuleViolation> {
  const { steps, from, to, on, selected } = input;
  const last = steps.at(-1);
  if (last === undefined) return refused({ kind: 'NotFound', subject: 'candidate' });
  if (last.to !== from) return refused({ kind: 'StageChanged', expected: from, actual: last.to });
  if (!nextStages(from, steps.at(-2)?.to ?? null).includes(to)) return refused({ kind: 'StageNotAllowed', from, to });
  if (on < last.on) return refused({ kind: 'StageBeforeLast', since: last.on, on });
  if (to === 'selected' && selected !== null) return refused({ kind: 'AnotherSelected', number: selected });
  return accepted(to);
}

/** A candidate of a vacancy: its position is advertised, and the application came between its first and its last day. */
export function checkApplication(input: {
  readonly position: { readonly title: string; readonly state: PositionState };
  readonly opensOn: CalendarDate;
  readonly closesOn: CalendarDate;
  readonly on: CalendarDate;
  /** The day it came onto the long list. */
  readonly listedOn: CalendarDate;
  readonly candidates: number;
}): Result<CalendarDate, RuleViolation> {
  const { position, opensOn, closesOn, on, listedOn, candidates } = input;
  if (!isPublished(position.state))
    return refused({ kind: 'PositionNotAdvertised', position: position.title, state: position.state });
  if (on < opensOn || on > closesOn) return refused({ kind: 'AppliedOutsideVacancy', opensOn, closesOn, on });
  if (listedOn < on) return refused({ kind: 'StageBeforeLast', since: on, on: listedOn });
  return candidates >= MOST_CANDIDATES ? refused({ kind: 'TooManyCandidates', limit: MOST_CANDIDATES }) : accepted(on);
}
