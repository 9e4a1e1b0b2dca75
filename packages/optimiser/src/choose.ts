import type { Highs } from 'highs';
import { Branching, type Searched } from './branching.ts';
import { bottleneckRow, isCrossed, limitRows, notAgain, notTogether } from './conditions.ts';
import { breaches } from './limits.ts';
import { MoneyFlow, moneyNetwork, type MoneyNetwork, moneyOf } from './money-network.ts';
import { type Problem, scoreOf } from './problem.ts';
import { type Answer, type Model, type Row, solve } from './solver.ts';

export type Choice =
  /** `bound`: no choice can score more. It is proven to be the best where its own score is the bound. */
  | { readonly kind: 'chosen'; readonly chosen: ReadonlySet<string>; readonly bound: number }
  | { readonly kind: 'infeasible' }
  /** Time ran out before any choice was found that keeps everything. */
  | { readonly kind: 'unknown' };

/** How far a search is: the best score that was found, and that no choice can score more than `bound`; hundredths of a point. */
export type Progress = { readonly score: number | null; readonly bound: number };

export type Watch = {
  /** Gives up proving after so many milliseconds. */
  readonly milliseconds: number;
  readonly progress?: (state: Progress) => void;
};

type Optimum = Extract<Answer, { kind: 'optimal' }>;

/** Among how many proposals in doubt something is looked for, first and in any case, and into how many parts such a search may divide. */
const [FEW, SOME, VISITS] = [30, 60, 1000];
/** The parts of the gap between the best found and the bound that are searched one after the other. */
const PARTS = [0.25, 0.35, 0.5, 0.7, 1];

/**
 * Chooses the proposals with the highest sum of scores that the pools can pay for and that keep every limit and lock.
 *
 * Money enters as bottlenecks (what these needs take together, this money must hold), which the exact flow finds one after the other:
 * first against the relaxed choice, then against each whole one that the search meets. A choice is taken only when flow and limits
 * accept it in whole cents. What the relaxed prices rule out is left away before the search, which keeps the search small.
 * `first` is a choice to begin with, if it is allowed.
 */
export function choose(highs: Highs, problem: Problem, watch: Watch, first: ReadonlySet<string> = new Set()): Choice {
  return new Search(highs, problem, watch).run(first);
}

class Search {
  private readonly highs: Highs;
  private readonly problem: Problem;
  private readonly watch: Watch;
  private readonly network: MoneyNetwork;
  private readonly rows: Row[];
  private readonly until: number;
  private readonly model: Model;
  private best: ReadonlySet<string> | null = null;
  private bound: number;

  constructor(highs: Highs, problem: Problem, watch: Watch) {
    this.highs = highs;
    this.problem = problem;
    this.watch = watch;
    this.network = moneyNetwork(problem);
    this.rows = limitRows(problem);
    this.until = performance.now() + watch.milliseconds;
    this.bound = problem.proposals.reduce((total, { score }) => total + score, 0);
    this.model = {
      gains: problem.proposals.map(({ score }) => score),
      lower: problem.proposals.map(({ id }) => (problem.lockedIn.includes(id) ? 1 : 0)),
      upper: problem.proposals.map(({ id }) => (problem.lockedOut.includes(id) ? 0 : 1)),
      rows: this.rows,
    };
  }

  run(first: ReadonlySet<string>): Choice {
    const { lower, upper } = this.model;
    if (lower.some((least, index) => least > (upper[index] ?? 0))) return { kind: 'infeasible' };
    this.keep(this.problem.proposals.map(({ id }) => first.has(id)));
    // The solver has no answer to a model without columns.
    if (lower.length === 0)
      return this.best === null ? { kind: 'infeasible' } : { kind: 'chosen', chosen: this.best, bound: this.bound };
    const relaxed = this.relax();
    if (relaxed.kind === 'infeasible') return { kind: 'infeasible' };
    const end = relaxed.kind === 'time' ? 'time' : this.search(relaxed);
    if (this.best !== null) return { kind: 'chosen', chosen: this.best, bound: this.bound };
    return { kind: end === 'proven' ? 'infeasible' : 'unknown' };
  }

  /** The best choice in shares, with every bottleneck of money it ran into. */
  private relax(): Answer {
    for (;;) {
      const seconds = (this.until - performance.now()) / 1000;
      const answer: Answer =
        seconds <= 0 ? { kind: 'time', columns: null } : solve(this.highs, this.model, false, seconds);
      if (answer.kind !== 'optimal') return answer;
      const shares = this.problem.proposals.map((_, index) => BigInt(Math.round((answer.columns[index] ?? 0) * 1e6)));
      const { bottlenecks } = new MoneyFlow(this.network, shares).check();
      const crossed = bottlenecks.filter((bottleneck) => isCrossed(bottleneck, answer.columns));
      this.rows.push(...crossed.map(bottleneckRow));
      this.lowerBound(Math.floor(answer.value + 1e-4));
      if (crossed.length === 0) return answer;
    }
  }

  /**
   * Looks first among the proposals that the relaxed prices leave most in doubt, where something very good is found soon. Then searches
   * all that could score more than that: a proposal whose relaxed price is greater than the gap stands as it does in every such choice,
   * and is left away. It begins with what lies nearest to the bound, since a search that finds nothing good for long is a long one; parts
   * of the gap that hold nothing lower the bound.
   */
  private search(relaxed: Optimum): Searched['end'] {
    const top = this.bound;
    const prices = relaxed.worth.map(Math.abs);
    const doubts = prices.toSorted((left, right) => left - right);
    const standsAbove = (price: number) =>
      relaxed.columns.map((share, index) => ((prices[index] ?? 0) > price ? Math.round(share) : null));
    for (let open = FEW; open < doubts.length && (open <= SOME || this.best === null); open *= 2)
      this.searchWithin(standsAbove(doubts[open] ?? 0), this.score(), VISITS);
    if (this.best === null) return this.prove(standsAbove(Number.POSITIVE_INFINITY), this.score());
    for (const part of PARTS) {
      const floor = Math.max(this.score(), Math.floor(top - part * (top - this.score())));
      const end = this.prove(standsAbove(top - floor + 1), floor);
      if (end !== 'proven') return end;
      this.lowerBound(Math.max(this.score(), floor));
    }
    return 'proven';
  }

  private prove(stands: readonly (number | null)[], floor: number): Searched['end'] {
    const end = this.searchWithin(stands, floor, Number.POSITIVE_INFINITY);
    return end === 'numbers' ? this.searchBySolver(floor) : end;
  }

  /** Searches the choices that score more than `floor`, where some proposals stand, in so many parts at most. */
  private searchWithin(stands: readonly (number | null)[], floor: number, visits: number): Searched['end'] {
    const open = [...stands.keys()].filter((index) => stands[index] === null);
    const part = new Part(this.model, open, stands);
    let left = visits;
    const branching = new Branching(part.model(), floor - part.gain, {
      faultsOf: (choice) => this.keep(part.whole(choice)).map((row) => part.row(row)),
      isTimeUp: () => {
        left -= 1;
        return left < 0 || performance.now() > this.until;
      },
    });
    return branching.run().end;
  }

  /** Where numbers fail the search, the solver's own does the same more slowly. */
  private searchBySolver(floor: number): Searched['end'] {
    for (;;) {
      const least: Row = {
        columns: [...this.model.gains.keys()],
        values: this.model.gains,
        least: Math.max(this.score(), floor) + 1,
        most: Number.POSITIVE_INFINITY,
      };
      const seconds = (this.until - performance.now()) / 1000;
      if (seconds <= 0) return 'time';
      const answer = solve(this.highs, { ...this.model, rows: [...this.rows, least] }, true, seconds);
      if (answer.kind === 'infeasible') return 'proven';
      if (answer.columns !== null) this.keep(answer.columns.map((value) => value > 0.5));
      if (answer.kind === 'time') return 'time';
    }
  }

  private score(): number {
    return this.best === null ? Number.NEGATIVE_INFINITY : scoreOf(this.problem, this.best);
  }

  private lowerBound(to: number): void {
    this.bound = Math.min(this.bound, to);
    this.tell();
  }

  private tell(): void {
    this.watch.progress?.({ score: this.best === null ? null : this.score(), bound: this.bound });
  }

  /**
   * Takes a whole choice as the best if it is allowed and scores more, judged in whole cents; else gives, and remembers, conditions that
   * it does not keep and that no allowed choice breaks.
   */
  private keep(choice: readonly boolean[]): Row[] {
    const chosen = new Set(this.problem.proposals.flatMap(({ id }, index) => (choice[index] === true ? [id] : [])));
    const { bottlenecks } = moneyOf(this.network, this.problem, chosen).check();
    const taken = choice.map(Number);
    const rows = bottlenecks.flatMap((bottleneck) =>
      // A crossing too small for the solver's numbers is told in whole ones.
      isCrossed(bottleneck, taken)
        ? [bottleneckRow(bottleneck)]
        : [bottleneckRow(bottleneck), notTogether(bottleneck, choice)],
    );
    if (rows.length === 0 && breaches(this.problem, chosen).length > 0) rows.push(notAgain(choice));
    this.rows.push(...rows);
    const locked = this.model.lower.every(
      (least, index) => (choice[index] === true ? (this.model.upper[index] ?? 1) : 1 - least) === 1,
    );
    if (rows.length === 0 && locked && scoreOf(this.problem, chosen) > this.score()) {
      this.best = chosen;
      this.tell();
    }
    return rows;
  }
}

/** A model without the columns that stand. */
class Part {
  /** What the columns that stand give. */
  readonly gain: number;
  private readonly of: Model;
  private readonly open: readonly number[];
  private readonly stands: readonly (number | null)[];
  private readonly places: ReadonlyMap<number, number>;

  constructor(of: Model, open: readonly number[], stands: readonly (number | null)[]) {
    this.of = of;
    this.open = open;
    this.stands = stands;
    this.places = new Map(open.map((column, place) => [column, place]));
    this.gain = stands.reduce<number>((total, value, column) => total + (value ?? 0) * (of.gains[column] ?? 0), 0);
  }

  model(): Model {
    const those = (values: readonly number[]) => this.open.map((column) => values[column] ?? 0);
    const { gains, lower, upper, rows } = this.of;
    return {
      gains: those(gains),
      lower: those(lower),
      upper: those(upper),
      rows: rows.map((row) => this.row(row)),
    };
  }

  row({ columns, values, least, most }: Row): Row {
    const left = columns.flatMap((column, at) => (this.places.has(column) ? [at] : []));
    const taken = columns.reduce((total, column, at) => total + (this.stands[column] ?? 0) * (values[at] ?? 0), 0);
    return {
      columns: left.map((at) => this.places.get(columns[at] ?? 0) ?? 0),
      values: left.map((at) => values[at] ?? 0),
      least: least - taken,
      most: most - taken,
    };
  }

  /** The choice of all columns. */
  whole(choice: readonly boolean[]): boolean[] {
    return this.stands.map((value, column) =>
      value === null ? choice[this.places.get(column) ?? 0] === true : value === 1,
    );
  }
}
