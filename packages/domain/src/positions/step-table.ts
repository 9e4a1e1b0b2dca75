import { type PositionState, YEARS_IN_POST, yearOfState } from './states.ts';

/**
 * What a step waits for. `terms`: no field of the terms of reference is empty. `reason`: why it is taken, in words; `early-reason`
 * only where it ends a contract before its day. `supersession`: the decision takes the place of the one that approved the post. `year-money`: the whole cost of the contract year that the step promises is
 * reserved by decision, and the pools that reserve it hold the cash. `review`: every finding that the extension rests on.
 */
export type Gate = 'terms' | 'reason' | 'early-reason' | 'year-money' | 'review' | 'supersession';

/** How a step lies in the life of a position: onward, aside, back to an earlier state, or to an end. */
export const WAYS = ['on', 'aside', 'back', 'end'] as const;
export type Way = (typeof WAYS)[number];

export type StepRule = {
  readonly from: PositionState;
  readonly to: PositionState;
  /** A step that a decision of the committee takes is taken by nothing else. */
  readonly by: 'secretariat' | 'decision';
  readonly way: Way;
  readonly gates: readonly Gate[];
};

type States = readonly PositionState[];

const step = (from: PositionState, to: PositionState, gates: readonly Gate[] = []): StepRule => ({
  from,
  to,
  by: 'secretariat',
  way: 'on',
  gates,
});
const turned = (way: Way, from: States, to: PositionState): StepRule[] =>
  from.map((state) => ({ from: state, to, by: 'secretariat', way, gates: ['reason'] }));
const decided = (from: States, to: PositionState, way: Way, gates: readonly Gate[]): StepRule[] =>
  from.map((state) => ({ from: state, to, by: 'decision', way, gates }));

const BEFORE_OFFER: States = [
  'approved',
  'advertised',
  'long-list',
  'short-list',
  'interviews',
  'selected',
  'clearances',
];
const BEFORE_POST: States = [...BEFORE_OFFER, 'offered'];
const CHOSEN: States = ['selected', 'clearances', 'offered'];

/**
 * The whole life of a position: every step that there is, who takes it, and what it waits for.
 * Sources: the terms-of-reference template of the JPO programmes, and the practice of UN DESA and UNDP, where no letter of offer
 * is sent before the first year's money has arrived.
 */
export const STEPS: readonly StepRule[] = [
  step('draft', 'submitted', ['terms']),
  step('submitted', 'screened'),
  step('screened', 'scored'),
  step('deferred', 'scored'),
  ...decided(['scored', 'deferred'], 'approved', 'on', []),
  ...decided(['scored'], 'deferred', 'aside', ['reason']),
  ...decided(['submitted', 'screened', 'scored', 'deferred'], 'rejected', 'end', ['reason']),
  // What was approved is taken back only by what takes the place of its decision, and never once somebody has an offer.
  ...decided(BEFORE_OFFER, 'deferred', 'aside', ['reason', 'supersession']),
  ...decided(BEFORE_OFFER, 'rejected', 'end', ['reason', 'supersession']),
  ...turned('back', ['submitted', 'screened'], 'draft'),
  step('approved', 'advertised'),
  step('advertised', 'long-list'),
  step('long-list', 'short-list'),
  step('short-list', 'interviews'),
  step('interviews', 'selected'),
  step('selected', 'clearances'),
  step('clearances', 'offered', ['year-money']),
  step('offered', 'in-post-year-1'),
  // Nobody suitable, or the chosen one declined: the next on the short list, or the call goes out again.
  ...turned('back', ['long-list', 'short-list', 'interviews', ...CHOSEN], 'advertised'),
  ...turned('back', CHOSEN, 'short-list'),
  ...turned('end', ['draft', 'submitted', 'screened', 'scored', 'deferred', ...BEFORE_POST], 'withdrawn'),
  ...YEARS_IN_POST.slice(0, -1).map((year) => step(year, 'extension-review')),
  ...YEARS_IN_POST.slice(1).map((year) => step('extension-review', year, ['review', 'year-money'])),
  ...[...YEARS_IN_POST, 'extension-review' as const].map((state): StepRule => ({
    ...step(state, 'separated', ['early-reason']),
    way: 'end',
  })),
];

/**
 * The steps that may be taken from a state by the secretariat. A contract year follows only the one before it: `yearInPost` is
 * the last that was begun, 0 before the first.
 */
export function stepsFrom(state: PositionState, yearInPost: number): readonly StepRule[] {
  return STEPS.filter(
    ({ from, to, by }) =>
      from === state && by === 'secretariat' && (yearOfState(to) === 0 || yearOfState(to) === yearInPost + 1),
  );
}

/** The step that the table has between two states, whoever takes it; `null` where there is none. */
export function stepBetween(from: PositionState, to: PositionState): StepRule | null {
  return STEPS.find((rule) => rule.from === from && rule.to === to) ?? null;
}
