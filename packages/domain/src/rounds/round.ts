import type { PositionState } from '../positions/states.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { RuleViolation } from '../rule-violation.ts';

/** Where a round of proposals stands. It goes forward one step at a time. */
export const ROUND_STATES = ['planned', 'open', 'closed', 'appraised', 'decided', 'communicated'] as const;
export type RoundState = (typeof ROUND_STATES)[number];

/** The state that follows, `null` after the last. */
export function nextState(state: RoundState): RoundState | null {
  return ROUND_STATES[ROUND_STATES.indexOf(state) + 1] ?? null;
}

/** What may be done in a round in one state only: proposals come in while it is open, and are scored once it is closed. */
export const DONE_IN = { propose: 'open', score: 'closed' } as const satisfies Record<string, RoundState>;

export function checkDoneIn(
  doing: keyof typeof DONE_IN,
  state: RoundState,
): Result<RoundState, Extract<RuleViolation, { kind: 'RoundNotIn' }>> {
  const needed = DONE_IN[doing];
  return state === needed ? accepted(state) : refused({ kind: 'RoundNotIn', state, needed });
}

/** Takes a round one step on. What is appraised has been scored: every proposal by every criterion, by somebody. */
export function advanceRound(
  from: RoundState,
  to: RoundState,
  unscored: number,
): Result<RoundState, Extract<RuleViolation, { kind: 'RoundStepNotAllowed' | 'ProposalsNotScored' }>> {
  if (nextState(from) !== to) return refused({ kind: 'RoundStepNotAllowed', from, to });
  if (to === 'appraised' && unscored > 0) return refused({ kind: 'ProposalsNotScored', count: unscored });
  return accepted(to);
}

/** States in which a position may still be chosen in a round: it asks for money, or was put off. */
export function isCandidate(state: PositionState): boolean {
  return ['submitted', 'screened', 'scored', 'deferred'].includes(state);
}
