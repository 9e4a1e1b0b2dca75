/** Where a position stands, from terms of reference to separation. */
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
  separated: 'completed',
};

export function phaseOf(state: PositionState): PositionPhase {
  return PHASES[state];
}

/** Which states may follow which. `approved` is reached only by a decision that allocates, never by a step alone. */
const NEXT: Record<PositionState, readonly PositionState[]> = {
  draft: ['submitted', 'withdrawn'],
  submitted: ['screened', 'rejected', 'withdrawn'],
  screened: ['scored', 'rejected', 'withdrawn'],
  scored: ['deferred', 'rejected', 'withdrawn'],
  deferred: ['scored', 'withdrawn'],
  rejected: [],
  withdrawn: [],
  approved: ['advertised', 'withdrawn'],
  advertised: ['long-list', 'withdrawn'],
  'long-list': ['short-list', 'advertised', 'withdrawn'],
  'short-list': ['interviews', 'advertised', 'withdrawn'],
  interviews: ['selected', 'advertised', 'withdrawn'],
  selected: ['clearances', 'advertised', 'withdrawn'],
  clearances: ['offered', 'advertised', 'withdrawn'],
  offered: ['in-post-year-1', 'advertised', 'withdrawn'],
  'in-post-year-1': ['extension-review', 'separated'],
  'extension-review': ['in-post-year-2', 'separated'],
  'in-post-year-2': ['separated'],
  separated: [],
};

/** The steps that may be recorded from a state. */
export function nextStates(state: PositionState): readonly PositionState[] {
  return NEXT[state];
}

/** States in which a decision may reserve money: scored and waiting, or approved and not yet over. */
export function mayReceiveAllocation(state: PositionState): boolean {
  return (
    state === 'scored' || state === 'deferred' || PHASES[state] === 'in-recruitment' || PHASES[state] === 'in-post'
  );
}
