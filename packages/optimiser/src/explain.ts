import { type Breach, breaches } from './limits.ts';
import { moneyNetwork, moneyOf } from './money-network.ts';
import { type Problem, scoreOf } from './problem.ts';

/** Money that is not there: how much, US cents, and the pools that are used up. No pools: none may pay for it. */
export type Shortfall = { readonly missing: bigint; readonly pools: readonly string[] };

/** Why a proposal is not chosen: what adding it to the chosen ones would break. */
export type LeftOut = {
  readonly proposal: string;
  readonly locked: boolean;
  readonly breaches: readonly Breach[];
  readonly shortfall: Shortfall | null;
};

/** What a choice that people made is worth beside the best. */
export type Judgement = {
  readonly score: number;
  readonly breaches: readonly Breach[];
  readonly shortfall: Shortfall | null;
};

/** For each proposal that is left out, the limits and the pools that stand in its way, and how much is missing. */
export function explainLeftOut(problem: Problem, chosen: ReadonlySet<string>): LeftOut[] {
  const flow = moneyOf(moneyNetwork(problem), problem, chosen);
  const before = new Map(breaches(problem, chosen).map((breach) => [`${breach.limit} ${breach.side}`, breach.by]));
  return [...problem.proposals.entries()]
    .filter(([, { id }]) => !chosen.has(id))
    .map(([index, { id }]) => ({
      proposal: id,
      locked: problem.lockedOut.includes(id),
      breaches: breaches(problem, new Set([...chosen, id])).filter(
        ({ limit, side, by }) => by > (before.get(`${limit} ${side}`) ?? 0n),
      ),
      shortfall: shortfallOf(flow.with(index).check()),
    }));
}

/** Judges any choice by the same money and limits; locks are wishes for the search, not rules for people. */
export function judge(problem: Problem, chosen: ReadonlySet<string>): Judgement {
  return {
    score: scoreOf(problem, chosen),
    breaches: breaches(problem, chosen),
    shortfall: shortfallOf(moneyOf(moneyNetwork(problem), problem, chosen).check()),
  };
}

function shortfallOf({ missing, bottlenecks }: ReturnType<ReturnType<typeof moneyOf>['check']>): Shortfall | null {
  if (missing === 0n) return null;
  return { missing, pools: bottlenecks[0]?.pools ?? [] };
}
