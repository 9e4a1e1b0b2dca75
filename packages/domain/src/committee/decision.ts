import type { CalendarDate } from '../calendar-date.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { RuleViolation } from '../rule-violation.ts';
import { neededToCarry, type Tally } from './ballot.ts';
import { type MotionState, type Outcome, OUTCOMES } from './kinds.ts';
import { type Quorum, requireQuorum } from './quorum.ts';
import type { CommitteeRules } from './rules.ts';

const NEXT: Record<MotionState, readonly MotionState[]> = {
  drafted: ['open', 'circulated', 'withdrawn'],
  open: [...OUTCOMES],
  // One objection, or money that is gone by the last day, sends it back to be tabled at a meeting.
  circulated: ['adopted', 'drafted'],
  withdrawn: [],
  adopted: [],
  'adopted-with-conditions': [],
  deferred: [],
  rejected: [],
};

export function nextMotionStates(state: MotionState): readonly MotionState[] {
  return NEXT[state];
}

/** Whether a state is one in which a decision ends. */
export function isOutcome(state: MotionState): state is Outcome {
  return OUTCOMES.some((outcome) => outcome === state);
}

export function isAdopted(outcome: Outcome): boolean {
  return outcome === 'adopted' || outcome === 'adopted-with-conditions';
}

/** Moves a draft decision on, or says where it stands by now: of two who close it at once the second is told. */
export function moveMotion(
  motion: { readonly reference: string; readonly state: MotionState },
  to: MotionState,
): Result<MotionState, RuleViolation> {
  const { reference, state } = motion;
  return NEXT[state].includes(to) ? accepted(to) : refused({ kind: 'DecisionState', reference, state });
}

/** Writes a draft anew while nobody votes on it or may object to it, on top of the version that was seen; says which version it is. */
export function reviseMotion(
  { reference, state, version }: { readonly reference: string; readonly state: MotionState; readonly version: number },
  seen: number,
): Result<number, RuleViolation> {
  if (state !== 'drafted') return refused({ kind: 'DecisionState', reference, state });
  return seen === version ? accepted(version + 1) : refused({ kind: 'DraftChanged', reference, version });
}

/** How the chair closes what is on the table. A vote says its own outcome; of a consensus the chair says what it is. */
export type Closing =
  | { readonly by: 'vote'; readonly conditions: string }
  | { readonly by: 'consensus'; readonly outcome: 'adopt' | 'defer' | 'reject'; readonly conditions: string };

function adopted(conditions: string): Outcome {
  return conditions === '' ? 'adopted' : 'adopted-with-conditions';
}

/**
 * What a decision on the table comes to. Nothing is decided without a quorum of those who may decide it; a vote is carried by
 * the majority that the rules ask for, and else rejected; there is no consensus against a vote that says otherwise.
 */
export function closeMotion(input: {
  readonly closing: Closing;
  readonly tally: Tally;
  readonly quorum: Quorum;
  readonly rules: CommitteeRules;
}): Result<Outcome, RuleViolation> {
  const { closing, tally, quorum, rules } = input;
  const reached = requireQuorum(quorum);
  if (!reached.ok) return reached;
  const { inFavour, against, abstained } = tally;
  if (closing.by === 'vote') {
    if (inFavour + against + abstained === 0) return refused({ kind: 'NoVotesCast' });
    return accepted(inFavour >= neededToCarry(tally, quorum, rules) ? adopted(closing.conditions) : 'rejected');
  }
  if (closing.outcome === 'defer') return accepted('deferred');
  const opposed = closing.outcome === 'adopt' ? against : inFavour;
  if (opposed > 0) return refused({ kind: 'NoConsensus', opposed });
  return accepted(closing.outcome === 'adopt' ? adopted(closing.conditions) : 'rejected');
}

/** Takes the place, on a day, of an earlier decision, which must have been adopted and not have been replaced before. */
export function supersede(
  earlier: {
    readonly reference: string;
    readonly outcome: Outcome;
    readonly decidedOn: CalendarDate;
    readonly supersededBy: string | null;
  },
  on: CalendarDate,
): Result<null, RuleViolation> {
  const { reference, outcome, decidedOn, supersededBy } = earlier;
  if (!isAdopted(outcome)) return refused({ kind: 'DecisionState', reference, state: outcome });
  if (on < decidedOn) return refused({ kind: 'SupersedesLater', reference, decidedOn });
  return supersededBy === null ? accepted(null) : refused({ kind: 'AlreadySuperseded', reference, by: supersededBy });
}
