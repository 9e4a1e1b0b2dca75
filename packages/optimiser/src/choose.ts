import type { Highs } from 'highs';
import { greedy } from './greedy.ts';
import { breaches, weightIn } from './limits.ts';
import { type Bottleneck, MoneyFlow, moneyNetwork, type MoneyNetwork, moneyOf } from './money-network.ts';
import { type Problem, scoreOf, termCost } from './problem.ts';
import { type Answer, type Row, solve } from './solver.ts';

/** Money is given to the solver in thousands of dollars; what it answers is checked in cents. */
const CENTS_PER_UNIT = 100_000;

export type Choice =
  /** `bound`: no choice can score more. It is proven to be the best where its own score is the bound. */
  | { readonly kind: 'chosen'; readonly chosen: ReadonlySet<string>; readonly bound: number }
  | { readonly kind: 'infeasible' }
  /** Time ran out before any choice was found that keeps everything. */
  | { readonly kind: 'unknown' };

export type Watch = {
  /** Gives up proving after so many milliseconds. */
  readonly milliseconds: number;
  readonly progress?: (state: { readonly bound: number }) => void;
};

/**
 * Chooses the proposals with the highest sum of scores that the pools can pay for and that keep every limit and lock.
 *
 * The solver decides only who is in. Money enters as bottlenecks (what these needs take together, this money must hold), which the exact
 * flow finds one after the other: first against the relaxed choice, then against each whole one. A choice is taken only when flow and
 * limits accept it in whole cents. What the relaxed prices rule out is fixed before the search, which keeps the search small.
 */
export function choose(highs: Highs, problem: Problem, watch: Watch): Choice {
  const search = new Search(highs, problem, watch);
  return search.run();
}

class Search {
  private readonly highs: Highs;
  private readonly problem: Problem;
  private readonly watch: Watch;
  private readonly network: MoneyNetwork;
  private readonly rows: Row[];
  private readonly until: number;
  private readonly lower: readonly number[];
  private readonly upper: readonly number[];

  constructor(highs: Highs, problem: Problem, watch: Watch) {
    this.highs = highs;
    this.problem = problem;
    this.watch = watch;
    this.network = moneyNetwork(problem);
    this.rows = limitRows(problem);
    this.until = performance.now() + watch.milliseconds;
    this.lower = problem.proposals.map(({ id }) => (problem.lockedIn.includes(id) ? 1 : 0));
    this.upper = problem.proposals.map(({ id }) => (problem.lockedOut.includes(id) ? 0 : 1));
  }

  run(): Choice {
    if (this.lower.some((least, index) => least > (this.upper[index] ?? 0))) return { kind: 'infeasible' };
    const relaxed = this.relax();
    if (relaxed.kind === 'infeasible') return { kind: 'infeasible' };
    if (relaxed.kind === 'time')
      return this.unproven(
        null,
        this.problem.proposals.reduce((total, { score }) => total + score, 0),
      );
    const bound = Math.floor(relaxed.value + 1e-4);
    this.watch.progress?.({ bound });
    return this.search(relaxed, bound);
  }

  /** The best choice in shares, with every bottleneck of money it ran into. */
  private relax(): Answer {
    for (;;) {
      const answer = this.ask(this.lower, this.upper, false);
      if (answer.kind !== 'optimal') return answer;
      const shares = this.problem.proposals.map((_, index) => BigInt(Math.round((answer.columns[index] ?? 0) * 1e6)));
      const { bottlenecks } = new MoneyFlow(this.network, shares).check();
      const before = this.rows.length;
      for (const bottleneck of bottlenecks)
        if (isCrossed(bottleneck, answer.columns)) this.rows.push(bottleneckRow(bottleneck));
      if (this.rows.length === before) return answer;
    }
  }

  /**
   * A proposal whose relaxed price lies more than `reach` from what it gives cannot change in any choice within `reach` of the bound.
   * So the search fixes those, and widens its reach until what it finds lies within.
   */
  private search(relaxed: Extract<Answer, { kind: 'optimal' }>, bound: number): Choice {
    const everything = this.problem.proposals.reduce((total, { score }) => total + score, 0) + 1;
    let reach = Math.max(1, Math.round(bound / 1000));
    let best: ReadonlySet<string> | null = null;
    for (;;) {
      const fixed = (index: number) => reach < everything && Math.abs(relaxed.worth[index] ?? 0) > reach;
      const stays = (index: number) => Math.round(relaxed.columns[index] ?? 0);
      const lower = this.lower.map((least, index) => (fixed(index) ? stays(index) : least));
      const upper = this.upper.map((most, index) => (fixed(index) ? stays(index) : most));
      const found = this.searchWithin(lower, upper, bound);
      if (found.kind === 'unknown') return this.unproven(best, bound);
      if (found.kind === 'infeasible') {
        if (reach >= everything) return found;
        reach = Math.min(everything, reach * 4);
        continue;
      }
      const score = scoreOf(this.problem, found.chosen);
      if (found.bound > score) return { ...found, bound };
      if (score >= bound - reach || reach >= everything) return { ...found, bound: score };
      best = found.chosen;
      reach = bound - score + 1;
    }
  }

  /** Time ran out: the best that was found, else what taking one after the other gives, if that keeps everything. */
  private unproven(best: ReadonlySet<string> | null, bound: number): Choice {
    const chosen = best ?? greedy(this.problem);
    const kept = breaches(this.problem, chosen).length === 0;
    const paid = kept && moneyOf(this.network, this.problem, chosen).check().missing === 0n;
    return paid ? { kind: 'chosen', chosen, bound } : { kind: 'unknown' };
  }

  private searchWithin(lower: readonly number[], upper: readonly number[], bound: number): Choice {
    for (;;) {
      const answer = this.ask(lower, upper, true);
      if (answer.kind === 'infeasible') return { kind: 'infeasible' };
      const columns = answer.columns;
      if (columns === null) return { kind: 'unknown' };
      const chosen = new Set(
        this.problem.proposals.filter((_, index) => (columns[index] ?? 0) > 0.5).map(({ id }) => id),
      );
      const faults = this.faults(chosen);
      if (faults.length === 0) {
        const score = scoreOf(this.problem, chosen);
        return { kind: 'chosen', chosen, bound: answer.kind === 'optimal' ? score : bound };
      }
      if (answer.kind === 'time') return { kind: 'unknown' };
      this.rows.push(...faults);
    }
  }

  /** Conditions that a choice does not keep, judged in whole cents, and that no allowed choice breaks. */
  private faults(chosen: ReadonlySet<string>): Row[] {
    const { proposals } = this.problem;
    const inside = proposals.map(({ id }) => chosen.has(id));
    const { bottlenecks } = moneyOf(this.network, this.problem, chosen).check();
    const rows = bottlenecks.flatMap((bottleneck) => {
      // The solver may be off by a rounding; that these together are too much is a fact in whole numbers.
      const together = proposals
        .map((_, index) => index)
        .filter((index) => inside[index] === true && (bottleneck.takes[index] ?? 0n) > 0n);
      const cover = {
        columns: together,
        values: together.map(() => 1),
        least: Number.NEGATIVE_INFINITY,
        most: together.length - 1,
      };
      return [bottleneckRow(bottleneck), cover];
    });
    if (rows.length > 0 || breaches(this.problem, chosen).length === 0) return rows;
    return [
      {
        columns: proposals.map((_, index) => index),
        values: inside.map((is) => (is ? 1 : -1)),
        least: Number.NEGATIVE_INFINITY,
        most: chosen.size - 1,
      },
    ];
  }

  private ask(lower: readonly number[], upper: readonly number[], whole: boolean): Answer {
    const { proposals } = this.problem;
    const model = {
      // The last column is what everything costs together, which the percentages are taken of.
      gains: [...proposals.map(({ score }) => score), 0],
      lower: [...lower, 0],
      upper: [...upper, Number.POSITIVE_INFINITY],
      rows: this.rows,
      whole: proposals.length,
    };
    const seconds = (this.until - performance.now()) / 1000;
    return seconds <= 0
      ? { kind: 'time', bound: Number.POSITIVE_INFINITY, columns: null }
      : solve(this.highs, model, whole, seconds);
  }
}

const units = (cents: bigint): number => Number(cents) / CENTS_PER_UNIT;

/** Whether a relaxed choice goes beyond a bottleneck by more than the solver's own tolerance. */
function isCrossed({ takes, holds }: Bottleneck, columns: readonly number[]): boolean {
  const taken = takes.reduce((total, cents, index) => total + units(cents) * (columns[index] ?? 0), 0);
  return taken > units(holds) + 1e-3;
}

function bottleneckRow({ takes, holds }: Bottleneck): Row {
  const columns = takes.flatMap((cents, index) => (cents > 0n ? [index] : []));
  const fits = columns.some((index) => (takes[index] ?? 0n) <= holds);
  return {
    columns,
    values: columns.map((index) => units(takes[index] ?? 0n)),
    least: Number.NEGATIVE_INFINITY,
    // What holds not even one holds nothing: a cent beside forty thousand dollars is less than the solver tells from a contradiction.
    most: fits ? units(holds) : 0,
  };
}

function limitRows({ proposals, limits }: Problem): Row[] {
  const money = proposals.length;
  const costs = proposals.map((proposal) => units(termCost(proposal)));
  const rows: Row[] = [{ columns: [...proposals.keys(), money], values: [...costs, -1], least: 0, most: 0 }];
  for (const limit of limits) {
    const marked = [...proposals.entries()].filter(([, { marks }]) => marks.includes(limit.mark));
    const columns = marked.map(([index]) => index);
    if (limit.of === 'count') {
      const least = limit.least ?? Number.NEGATIVE_INFINITY;
      rows.push({ columns, values: columns.map(() => 1), least, most: limit.most ?? Number.POSITIVE_INFINITY });
      continue;
    }
    const values = marked.map(([, proposal]) => units(weightIn(limit, proposal)));
    const share = (percent: number) => ({ columns: [...columns, money], values: [...values, -percent / 100] });
    if (limit.least !== null) rows.push({ ...share(limit.least), least: 0, most: Number.POSITIVE_INFINITY });
    if (limit.most !== null) rows.push({ ...share(limit.most), least: Number.NEGATIVE_INFINITY, most: 0 });
  }
  return rows;
}
