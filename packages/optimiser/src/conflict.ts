import type { Highs } from 'highs';
import { choose } from './choose.ts';
import { judge, type Shortfall } from './explain.ts';
import type { Limit, Pool, Problem } from './problem.ts';

/** One wish that stands against the others. */
export type Wish =
  | { readonly kind: 'lock-in' | 'lock-out'; readonly proposal: string }
  | { readonly kind: 'limit'; readonly limit: string; readonly side: 'least' | 'most' }
  | { readonly kind: 'money'; readonly shortfall: Shortfall | null };

/** The pool that stands for money not being a concern: more cents than any term could cost. */
const WITHOUT_END: Pool = { id: 'without-end', tightness: 0, cash: 10n ** 17n, expected: [] };

/** How long one question is thought about; a wish whose part cannot be told in this time stays in the list. */
const MILLISECONDS_EACH = 1_000;

/**
 * Wishes that contradict each other, none of which could be left out: without any one of them the others can be kept.
 * For a problem that no choice keeps.
 */
export function conflictIn(highs: Highs, problem: Problem): Wish[] {
  let wishes = wishesOf(problem);
  for (const wish of wishes) {
    const others = wishes.filter((each) => each !== wish);
    if (choose(highs, withOnly(problem, others), { milliseconds: MILLISECONDS_EACH }).kind === 'infeasible')
      wishes = others;
  }
  return wishes;
}

function wishesOf(problem: Problem): Wish[] {
  const { lockedIn, lockedOut, limits } = problem;
  const { shortfall } = judge(problem, new Set(lockedIn));
  return [
    { kind: 'money', shortfall },
    ...limits.flatMap(({ id, least, most }): Wish[] => [
      ...(least === null ? [] : [{ kind: 'limit', limit: id, side: 'least' } as const]),
      ...(most === null ? [] : [{ kind: 'limit', limit: id, side: 'most' } as const]),
    ]),
    ...lockedIn.map((proposal): Wish => ({ kind: 'lock-in', proposal })),
    ...lockedOut.map((proposal): Wish => ({ kind: 'lock-out', proposal })),
  ];
}

/** The problem with some of its wishes only, and no preference among the choices. */
function withOnly(problem: Problem, wishes: readonly Wish[]): Problem {
  const kept = (limit: Limit, side: 'least' | 'most') =>
    wishes.some((wish) => wish.kind === 'limit' && wish.limit === limit.id && wish.side === side) ? limit[side] : null;
  const locked = (kind: 'lock-in' | 'lock-out') =>
    wishes.flatMap((wish) => (wish.kind === kind ? [wish.proposal] : []));
  const limited = wishes.some(({ kind }) => kind === 'money');
  return {
    pools: limited ? problem.pools : [WITHOUT_END],
    proposals: problem.proposals.map((proposal) => ({
      ...proposal,
      score: 0,
      payableBy: limited ? proposal.payableBy : [WITHOUT_END.id],
    })),
    limits: problem.limits.map((limit) => ({ ...limit, least: kept(limit, 'least'), most: kept(limit, 'most') })),
    lockedIn: locked('lock-in'),
    lockedOut: locked('lock-out'),
  };
}
