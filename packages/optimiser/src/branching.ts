import { Dictionary } from './dictionary.ts';
import { type Move, MoveCosts } from './move-costs.ts';
import type { Model, Row } from './solver.ts';

/** Gains are whole numbers: what gives more than the best by less than this is a rounding. */
const MARGIN = 0.01;
/** A value nearer to a whole number than this is one. */
const WHOLE = 1e-6;
/** How many rows may be found to be missing before the search gives up. */
const MORE_ROWS = 400;
/** A side that costs less than this part of what may be lost tells little: the other side decides. */
const LITTLE = 0.15;

/** What a search asks of the one who knows every condition, and tells on its way. */
export type Guide = {
  /** Rows that a whole choice does not keep and that no allowed choice breaks; none: it is allowed. */
  readonly faultsOf: (choice: readonly boolean[]) => readonly Row[];
  readonly isTimeUp: () => boolean;
};

export type Searched = {
  /** The best choice that gives more than what was asked for; `null`: none was found. */
  readonly best: readonly boolean[] | null;
  /** Whether no choice gives more. Otherwise why that is not known. */
  readonly end: 'proven' | 'time' | 'numbers';
};

/** One of two parts of a part: where a variable goes, and its bounds there. */
type Side = { readonly move: Move; readonly least: number; readonly most: number };

/**
 * Searches the yes-or-no choices of a model that give more than `atLeast`, depth first.
 *
 * A part of the search is closed by prices of the rows alone, which are worked out from the rows as they were given. It is divided where
 * that likely costs most on both sides, as the search has learnt on its way: at a column, or at how many of the columns of a row are
 * chosen. The latter is what closes rounds in which little money pays for few whole posts each.
 */
export class Branching {
  private readonly dictionary: Dictionary;
  private readonly gains: readonly number[];
  private readonly guide: Guide;
  /** Variables that take whole numbers: columns, and counts of columns. */
  private readonly whole: number[];
  private readonly counted = new Set<string>();
  private readonly costs = new MoveCosts();
  private room = MORE_ROWS;
  private floor: number;
  private best: readonly boolean[] | null = null;
  private end: Searched['end'] = 'proven';

  constructor(model: Model, atLeast: number, guide: Guide) {
    this.gains = model.gains;
    this.guide = guide;
    this.floor = atLeast;
    this.whole = [...model.gains.keys()];
    this.dictionary = new Dictionary(model.gains, model.lower, model.upper, 2 * (model.rows.length + MORE_ROWS));
    for (const row of model.rows) this.add(row);
  }

  run(): Searched {
    this.visit(null);
    return { best: this.best, end: this.end };
  }

  /** Adds a row, and how many of its columns are chosen. */
  private add(row: Row): void {
    const { columns, values, least, most } = row;
    if (values.some((value) => value < 0)) {
      this.dictionary.addRow(row);
      return;
    }
    const key = columns.join();
    if (values.every((value) => value === 1)) {
      const ends = { least: Math.max(0, least), most: Math.min(columns.length, most) };
      this.whole.push(this.dictionary.addRow({ ...row, ...ends }));
    } else {
      this.dictionary.addRow(row);
      if (this.counted.has(key)) return;
      this.whole.push(
        this.dictionary.addRow({ columns, values: columns.map(() => 1), least: 0, most: columns.length }),
      );
    }
    this.counted.add(key);
  }

  /** Searches the part that `by` led to, from one that could give `from` at most. */
  private visit(by: Move | null, from = Number.POSITIVE_INFINITY): void {
    if (this.guide.isTimeUp()) this.end = 'time';
    const undone = this.narrowing();
    for (let first = true; this.end === 'proven'; first = false) {
      const value = this.relax();
      if (first && by !== null) this.learn(by, from, value);
      if (value === null) break;
      const room = value - this.floor - 1 + MARGIN;
      this.fixBeyond(room, undone.bind);
      const next = this.divide(room, undone.bind);
      if (next === 'narrowed') continue;
      if (next !== null) {
        const before = undone.mark();
        for (const { move, least, most } of next) {
          undone.bind(move.variable, least, most);
          this.visit(move, value);
          undone.back(before);
        }
        break;
      }
      if (this.take()) break;
    }
    undone.back(0);
  }

  /** The most that this part can give; `null` where it is proven not to give enough, or where numbers fail. */
  private relax(): number | null {
    const enough = this.floor + 1 - MARGIN;
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const relaxed = this.dictionary.solve(enough);
      if (relaxed.kind === 'optimal') return relaxed.value;
      if (
        relaxed.kind === 'closed' &&
        this.dictionary.bound(relaxed.proof) < (relaxed.proof.withGains ? enough + MARGIN / 2 : 0)
      )
        return null;
      // Roundings have added up: once more with fresh numbers.
      this.dictionary.rebuild();
    }
    this.end = 'numbers';
    return null;
  }

  /** Whole variables that cannot move for less than `room` stay where they are in this part. */
  private fixBeyond(room: number, bind: (variable: number, least: number, most: number) => void): void {
    const { lower, upper } = this.dictionary;
    const [values, prices] = [this.dictionary.solution(), this.dictionary.prices()];
    for (const variable of this.whole)
      if ((prices[variable] ?? 0) > room && lower[variable] !== upper[variable]) {
        const value = Math.round(values[variable] ?? 0);
        bind(variable, value, value);
      }
  }

  /** A move that closed its part cost at least what was left to lose; nothing is known of it before something is found. */
  private learn(move: Move, from: number, value: number | null): void {
    const cost = from - (value ?? this.floor);
    if (Number.isFinite(cost)) this.costs.learn(move, cost);
  }

  /** Where to divide this part: its two sides, the better one first; `null` where everything is whole. */
  private divide(room: number, bind: (variable: number, least: number, most: number) => void) {
    const { lower, upper } = this.dictionary;
    const [values, rows] = [this.dictionary.solution(), this.dictionary.whereInside()];
    const little = Number.isFinite(room) ? LITTLE * room : 1;
    let [found, most] = [null as Side[] | null, -1];
    let narrowed = false;
    for (const variable of this.whole) {
      const value = values[variable] ?? 0;
      const under = Math.floor(value + WHOLE);
      const row = rows.get(variable);
      if (value - under < WHOLE || row === undefined) continue;
      const side = (up: boolean) => {
        const move: Move = { variable, up, by: up ? under + 1 - value : value - under };
        const ends = up
          ? { least: under + 1, most: upper[variable] ?? 0 }
          : { least: lower[variable] ?? 0, most: under };
        return { move, ...ends, cost: this.dictionary.costOf(row, up, move.by) };
      };
      const [down, up] = [side(false), side(true)];
      if (down.cost > room || up.cost > room) {
        const { least, most: greatest } = down.cost > room ? up : down;
        bind(variable, least, greatest);
        narrowed = true;
        continue;
      }
      const likely = ({ move, cost }: typeof down) => Math.min(room, this.costs.expected(move, cost)) + little;
      const rank = likely(down) * likely(up);
      if (rank > most) [found, most] = [up.cost < down.cost ? [up, down] : [down, up], rank];
    }
    return narrowed ? 'narrowed' : found;
  }

  /** Takes a whole choice as the best, or the rows that it does not keep; says whether this part is done. */
  private take(): boolean {
    const values = this.dictionary.solution();
    const choice = this.gains.map((_, column) => (values[column] ?? 0) > 0.5);
    const faults = this.guide.faultsOf(choice);
    if (faults.length === 0) {
      this.best = choice;
      this.floor = this.gains.reduce((total, gain, column) => total + (choice[column] === true ? gain : 0), 0);
      return true;
    }
    this.room -= faults.length;
    if (this.room < 0) this.end = 'numbers';
    // Their columns are not counted: what that closes is less than the time it costs.
    else for (const row of faults) this.dictionary.addRow(row);
    return false;
  }

  /** Bounds that are narrowed for one part of the search, and widened again after it. */
  private narrowing() {
    const { lower, upper } = this.dictionary;
    const before: (readonly [number, number, number])[] = [];
    return {
      bind: (variable: number, least: number, most: number): void => {
        before.push([variable, lower[variable] ?? 0, upper[variable] ?? 0]);
        lower[variable] = least;
        upper[variable] = most;
      },
      mark: (): number => before.length,
      back: (to: number): void => {
        for (const [variable, least, most] of before.splice(to).toReversed()) {
          lower[variable] = least;
          upper[variable] = most;
        }
      },
    };
  }
}
