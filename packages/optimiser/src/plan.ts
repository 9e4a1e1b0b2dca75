import { assign, faultOf, type Line } from './assign.ts';
import { choose, type Watch } from './choose.ts';
import { conflictIn, type Wish } from './conflict.ts';
import { explainLeftOut, type LeftOut } from './explain.ts';
import { greedy } from './greedy.ts';
import { type Problem, scoreOf } from './problem.ts';
import { solver } from './solver.ts';

/** A set of proposals that can be paid for to the end, and by whom. Scores in hundredths of a point. */
export type Plan = {
  readonly chosen: readonly string[];
  readonly score: number;
  /** No set that keeps the same money, limits and locks scores more than this. */
  readonly bound: number;
  readonly proven: boolean;
  readonly lines: readonly Line[];
  readonly leftOut: readonly LeftOut[];
  /** What taking one after the other by score would have reached. */
  readonly greedyScore: number;
};

export type Outcome =
  | { readonly kind: 'plan'; readonly plan: Plan }
  /** Wishes that cannot be kept together: without any one of them the rest could. */
  | { readonly kind: 'conflict'; readonly wishes: readonly Wish[] }
  /** Nothing that keeps everything was found in time, and nothing proves that there is none. */
  | { readonly kind: 'unknown' };

/** Proposes the best affordable set, pays for it with the tightest money first, and says why each other proposal is out. */
export async function plan(problem: Problem, watch: Watch): Promise<Outcome> {
  const highs = await solver();
  const byHand = greedy(problem);
  const choice = choose(highs, problem, watch, byHand);
  if (choice.kind === 'infeasible') return { kind: 'conflict', wishes: conflictIn(highs, problem) };
  if (choice.kind === 'unknown') return { kind: 'unknown' };
  const { chosen, bound } = choice;
  const lines = assign(problem, chosen);
  const fault = lines === null ? 'It cannot be paid for' : faultOf(problem, chosen, lines);
  // A plan that does not verify is a fault of the program; it is never shown.
  if (lines === null || fault !== null) throw new Error(`The plan does not verify: ${fault}`);
  const score = scoreOf(problem, chosen);
  return {
    kind: 'plan',
    plan: {
      chosen: problem.proposals.flatMap(({ id }) => (chosen.has(id) ? [id] : [])),
      score,
      bound,
      proven: score === bound,
      lines,
      leftOut: explainLeftOut(problem, chosen),
      greedyScore: scoreOf(problem, byHand),
    },
  };
}

/** So many cents more in a pool, now. */
export type More = { readonly pool: string; readonly amount: bigint };

/** What a problem becomes with more money. */
export function withMore(problem: Problem, { pool: id, amount }: More): Problem {
  const pools = problem.pools.map((pool) => (pool.id === id ? { ...pool, cash: pool.cash + amount } : pool));
  return { ...problem, pools };
}

/** What a plan gains over an earlier one: score, and who comes in and goes out. */
export type Gain = { readonly score: number; readonly enters: readonly string[]; readonly leaves: readonly string[] };

export function gainOver(before: Plan, after: Plan): Gain {
  return {
    score: after.score - before.score,
    enters: after.chosen.filter((id) => !before.chosen.includes(id)),
    leaves: before.chosen.filter((id) => !after.chosen.includes(id)),
  };
}
