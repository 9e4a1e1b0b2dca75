import type { CalendarDate } from '@dcc/domain/calendar-date';

/** One contract year of a proposal: what it costs in all, support cost included, in US cents, and the day it has to be paid by. */
export type ProposalYear = { readonly startsOn: CalendarDate; readonly cost: bigint };

/** A position that asks to be funded for its whole term. */
export type Proposal = {
  readonly id: string;
  /** Weighted score in hundredths of a point, a whole number. */
  readonly score: number;
  readonly years: readonly ProposalYear[];
  /** The pools whose earmark lets them pay for it. */
  readonly payableBy: readonly string[];
  /** What limits count it under: `host:…`, `region:…`, `place:field`, `group:…`. */
  readonly marks: readonly string[];
};

/** Money under one earmark, in US cents: what is there, and what is expected to come on a day. */
export type Pool = {
  readonly id: string;
  /** The greater, the tighter its earmark: tighter money is spent first. */
  readonly tightness: number;
  readonly cash: bigint;
  readonly expected: readonly { readonly on: CalendarDate; readonly amount: bigint }[];
};

/** How many of the chosen positions, or which percentage of their money, may or must carry a mark. */
export type Limit = {
  readonly id: string;
  readonly mark: string;
  readonly of: 'count' | 'percent-of-money';
  readonly least: number | null;
  readonly most: number | null;
};

/** Everything a choice depends on. */
export type Problem = {
  readonly proposals: readonly Proposal[];
  readonly pools: readonly Pool[];
  readonly limits: readonly Limit[];
  readonly lockedIn: readonly string[];
  readonly lockedOut: readonly string[];
};

/** What a proposal costs over all its years, US cents. */
export function termCost(proposal: Proposal): bigint {
  return proposal.years.reduce((total, { cost }) => total + cost, 0n);
}

/** Sum of the scores of the proposals that are chosen, hundredths of a point. */
export function scoreOf(problem: Problem, chosen: ReadonlySet<string>): number {
  return problem.proposals.reduce((total, { id, score }) => total + (chosen.has(id) ? score : 0), 0);
}
