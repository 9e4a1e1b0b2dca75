import type { CalendarDate } from '../calendar-date.ts';

/** Where a position stands, from terms of reference to separation. Years three and four are shared with the host. */
export const POSITION_STATES = [
  'draft',
  'submitted',
  'screened',
  'scored',
  'deferred',
  'rejected',
  'withdrawn',
  'approved',
  'advertised',
  'long-list',
  'short-list',
  'interviews',
  'selected',
  'clearances',
  'offered',
  'in-post-year-1',
  'extension-review',
  'in-post-year-2',
  'in-post-year-3',
  'in-post-year-4',
  'separated',
] as const;
export type PositionState = (typeof POSITION_STATES)[number];

/** Phases in which a committee counts positions. */
export const POSITION_PHASES = ['proposed', 'in-recruitment', 'in-post', 'completed', 'not-approved'] as const;
export type PositionPhase = (typeof POSITION_PHASES)[number];

const PHASES: Record<PositionState, PositionPhase> = {
  draft: 'proposed',
  submitted: 'proposed',
  screened: 'proposed',
  scored: 'proposed',
  deferred: 'not-approved',
  rejected: 'not-approved',
  withdrawn: 'not-approved',
  approved: 'in-recruitment',
  advertised: 'in-recruitment',
  'long-list': 'in-recruitment',
  'short-list': 'in-recruitment',
  interviews: 'in-recruitment',
  selected: 'in-recruitment',
  clearances: 'in-recruitment',
  offered: 'in-recruitment',
  'in-post-year-1': 'in-post',
  'extension-review': 'in-post',
  'in-post-year-2': 'in-post',
  'in-post-year-3': 'in-post',
  'in-post-year-4': 'in-post',
  separated: 'completed',
};

export function phaseOf(state: PositionState): PositionPhase {
  return PHASES[state];
}

/** The contract years in which somebody is in post, in their order. */
export const YEARS_IN_POST = ['in-post-year-1', 'in-post-year-2', 'in-post-year-3', 'in-post-year-4'] as const;

/** The contract year that a state is, 1 to 4; 0 where it is none. */
export function yearOfState(state: PositionState): number {
  return YEARS_IN_POST.findIndex((year) => year === state) + 1;
}

/** States in which a decision may reserve money: scored and waiting, or approved and not yet over. */
export function mayReceiveAllocation(state: PositionState): boolean {
  return (
    state === 'scored' || state === 'deferred' || PHASES[state] === 'in-recruitment' || PHASES[state] === 'in-post'
  );
}

/** Where a position stands: its state, the day of its last step, and the last contract year that was begun. */
export type Standing = {
  readonly state: PositionState;
  readonly since: CalendarDate;
  /** 1 to 4; 0 before somebody is in post. */
  readonly yearInPost: number;
};
