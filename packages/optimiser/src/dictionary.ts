import type { Row } from './solver.ts';

/** How far a sum may lie beyond its bound, in the units of its row: money comes in thousands of dollars, so a hundredth of a cent. */
const TOLERANCE = 1e-7;
/** A smaller number in a row is taken for a rounding and never divided by. */
const SMALLEST_PIVOT = 1e-7;
/** After so many exchanges the numbers are worked out anew, before roundings add up. */
const EXCHANGES = 200;
/** No question takes so many steps, unless it goes in circles. */
const STEPS = 2_000;

/** So many times each row, added to the gains or to nothing, show that no values within the bounds give enough. */
export type Proof = { readonly times: Float64Array; readonly withGains: boolean };

export type Relaxed =
  | { readonly kind: 'closed'; readonly proof: Proof }
  | { readonly kind: 'optimal'; readonly value: number }
  /** It went in circles. */
  | { readonly kind: 'lost' };

/**
 * A relaxed model (gains to maximise, rows to keep) that is asked again and again while bounds change: the dual simplex method on a dense
 * dictionary. Every column has two bounds, so whatever dictionary it holds is a good beginning for the next question.
 *
 * Variables are numbered: columns first, then what each row adds up to. The dictionary writes those `inside`, one a row, in terms of
 * those `outside`, which stand at one of their bounds.
 */
export class Dictionary {
  /** Bounds of the variables. Between questions those that were finite may be narrowed and widened again. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  private readonly gains: Float64Array;
  private readonly columns: number;
  private readonly rows: Float64Array[] = [];
  private readonly cells: Float64Array[] = [];
  private readonly worth: Float64Array;
  private readonly inside: number[] = [];
  private readonly outside: Int32Array;
  private readonly values: Float64Array;
  private readonly stands: Float64Array;
  /** What can move the variable of a row, as `gather` found it: where it stands outside, and what it costs a unit. */
  private readonly movers: Int32Array;
  private readonly ratios: Float64Array;
  private exchanges = 0;
  /** Whether what is inside has to be worked out from every column, not from those that moved. */
  private afresh = true;

  /** `most`: how many rows may come at most. */
  constructor(gains: readonly number[], lower: readonly number[], upper: readonly number[], most: number) {
    this.columns = gains.length;
    this.gains = Float64Array.from(gains);
    this.worth = Float64Array.from(gains);
    this.outside = Int32Array.from(gains.keys());
    this.stands = Float64Array.from(lower);
    this.movers = new Int32Array(gains.length);
    this.ratios = new Float64Array(gains.length);
    this.values = new Float64Array(most);
    this.lower = new Float64Array(gains.length + most);
    this.upper = new Float64Array(gains.length + most);
    this.lower.set(lower);
    this.upper.set(upper);
  }

  /** Adds a row and gives the number of the variable that it adds up to. */
  addRow({ columns, values, least, most }: Row): number {
    const row = new Float64Array(this.columns);
    for (const [at, column] of columns.entries()) row[column] = values[at] ?? 0;
    const variable = this.columns + this.rows.length;
    this.lower[variable] = least;
    this.upper[variable] = most;
    this.rows.push(row);
    this.inside.push(variable);
    this.cells.push(this.written(row));
    this.afresh = true;
    return variable;
  }

  /** Values of all variables after the last question. */
  solution(): Float64Array {
    const found = new Float64Array(this.columns + this.rows.length);
    for (let at = 0; at < this.columns; at += 1) found[this.outside[at] ?? 0] = this.stands[at] ?? 0;
    for (const [row, variable] of this.inside.entries()) found[variable] = this.values[row] ?? 0;
    return found;
  }

  /** The most that the columns can give within their bounds, or a proof that it is less than `enough`. */
  solve(enough: number): Relaxed {
    if (this.exchanges > EXCHANGES) this.rebuild();
    this.stand();
    for (let step = 0; step < STEPS; step += 1) {
      const value = dot(this.worth, this.stands);
      if (value < enough) return { kind: 'closed', proof: { times: this.times(this.worth, 1), withGains: true } };
      const row = this.worst();
      if (row === -1) return { kind: 'optimal', value };
      const rises = (this.values[row] ?? 0) < (this.lower[this.inside[row] ?? 0] ?? 0);
      if (!this.mend(row, rises)) return { kind: 'closed', proof: this.contradiction(row, rises) };
    }
    return { kind: 'lost' };
  }

  /** What a proof is good for, worked out from the rows as they were given: no values within the bounds give more. */
  bound({ times, withGains }: Proof): number {
    const left = withGains ? this.gains.slice() : new Float64Array(this.columns);
    let most = 0;
    for (const [row, values] of this.rows.entries()) {
      const by = times[row] ?? 0;
      const end = (by > 0 ? this.upper[this.columns + row] : this.lower[this.columns + row]) ?? 0;
      // Any number of times shows something: what no bound holds back can only be a rounding, and is left away.
      if (by === 0 || !Number.isFinite(end)) continue;
      most += by * end;
      addTimes(left, -by, values);
    }
    for (const [column, each] of left.entries())
      most += each * ((each > 0 ? this.upper[column] : this.lower[column]) ?? 0);
    return most;
  }

  /** What moving each variable away from where it stands costs a unit at least; 0 for what stands between its bounds. */
  prices(): Float64Array {
    const found = new Float64Array(this.columns + this.rows.length);
    for (let at = 0; at < this.columns; at += 1) found[this.outside[at] ?? 0] = Math.abs(this.worth[at] ?? 0);
    return found;
  }

  /** For each variable inside its row. */
  whereInside(): ReadonlyMap<number, number> {
    return new Map(this.inside.map((variable, row) => [variable, row]));
  }

  /** What moving the variable of a row so far up or down costs at least, by that row alone. */
  costOf(row: number, rises: boolean, distance: number): number {
    let [left, cost] = [distance, 0];
    for (let count = this.gather(row, rises); count > 0; count -= 1) {
      const at = this.takeCheapest(count);
      const slope = Math.abs(this.cells[row]?.[at] ?? 0);
      const ratio = Math.abs(this.worth[at] ?? 0) / slope;
      const moved = this.rangeOf(at) * slope;
      if (moved >= left - TOLERANCE) return cost + Math.min(moved, left) * ratio;
      cost += moved * ratio;
      left -= moved;
    }
    return Number.POSITIVE_INFINITY;
  }

  /** Works the dictionary out anew from the rows as they were given, with the same columns inside. */
  rebuild(): void {
    const wanted = this.inside.filter((variable) => variable < this.columns);
    const stay = new Set(this.inside);
    for (const at of this.gains.keys()) this.outside[at] = at;
    this.worth.set(this.gains);
    for (const [row, cells] of this.cells.entries()) {
      cells.set(this.rows[row] ?? cells);
      this.inside[row] = this.columns + row;
    }
    for (const column of wanted) {
      let [found, most] = [-1, SMALLEST_PIVOT];
      for (const [row, cells] of this.cells.entries()) {
        const [variable, size] = [this.inside[row] ?? 0, Math.abs(cells[column] ?? 0)];
        if (variable >= this.columns && !stay.has(variable) && size > most) [found, most] = [row, size];
      }
      if (found !== -1) this.swap(found, column);
    }
    this.afresh = true;
    this.exchanges = 0;
  }

  private rangeOf(at: number): number {
    const variable = this.outside[at] ?? 0;
    return (this.upper[variable] ?? 0) - (this.lower[variable] ?? 0);
  }

  /** The row whose variable lies farthest beyond a bound, for the length of the row; −1 when none does. Going by that takes half the exchanges. */
  private worst(): number {
    let [found, most] = [-1, 0];
    for (let row = 0; row < this.inside.length; row += 1) {
      const variable = this.inside[row] ?? 0;
      const value = this.values[row] ?? 0;
      const by = Math.max((this.lower[variable] ?? 0) - value, value - (this.upper[variable] ?? 0));
      if (by <= TOLERANCE) continue;
      const cells = this.cells[row] ?? this.worth;
      const rank = (by * by) / (1 + dot(cells, cells));
      if (rank > most) [found, most] = [row, rank];
    }
    return found;
  }

  /** Collects what outside can move the variable of a row up or down, and says how many there are. */
  private gather(row: number, rises: boolean): number {
    const cells = this.cells[row] ?? this.worth;
    let count = 0;
    for (let at = 0; at < this.columns; at += 1) {
      const cell = cells[at] ?? 0;
      const slope = Math.abs(cell);
      if (slope < SMALLEST_PIVOT) continue;
      const variable = this.outside[at] ?? 0;
      const [least, most] = [this.lower[variable] ?? 0, this.upper[variable] ?? 0];
      const end = cell > 0 === rises ? most : least;
      if (least === most || this.stands[at] === end) continue;
      this.movers[count] = at;
      this.ratios[count] = Math.abs(this.worth[at] ?? 0) / slope;
      count += 1;
    }
    return count;
  }

  /** Takes the cheapest of the first `count` movers out of them. */
  private takeCheapest(count: number): number {
    let found = 0;
    for (let each = 1; each < count; each += 1) if ((this.ratios[each] ?? 0) < (this.ratios[found] ?? 0)) found = each;
    const at = this.movers[found] ?? 0;
    this.movers[found] = this.movers[count - 1] ?? 0;
    this.ratios[found] = this.ratios[count - 1] ?? 0;
    return at;
  }

  /** Brings the variable of a row to the bound that it lies beyond; `false` where nothing can. */
  private mend(row: number, rises: boolean): boolean {
    const variable = this.inside[row] ?? 0;
    const bound = (rises ? this.lower[variable] : this.upper[variable]) ?? 0;
    let left = Math.abs(bound - (this.values[row] ?? 0));
    const flips: number[] = [];
    for (let count = this.gather(row, rises); count > 0; count -= 1) {
      const at = this.takeCheapest(count);
      const moved = this.rangeOf(at) * Math.abs(this.cells[row]?.[at] ?? 0);
      if (moved < left - TOLERANCE) {
        flips.push(at);
        left -= moved;
        continue;
      }
      for (const flip of flips) this.flip(flip);
      this.exchange(row, at, bound);
      return true;
    }
    return false;
  }

  private flip(at: number): void {
    const variable = this.outside[at] ?? 0;
    const before = this.stands[at] ?? 0;
    const after = (before === this.lower[variable] ? this.upper[variable] : this.lower[variable]) ?? 0;
    this.putAt(at, after);
  }

  private move(at: number, by: number): void {
    for (const [row, cells] of this.cells.entries()) this.values[row] = (this.values[row] ?? 0) + (cells[at] ?? 0) * by;
  }

  /** The variable of a row goes outside, to its bound, and the one at `at` comes inside. */
  private exchange(row: number, at: number, bound: number): void {
    const by = (bound - (this.values[row] ?? 0)) / (this.cells[row]?.[at] ?? 1);
    this.move(at, by);
    this.values[row] = (this.stands[at] ?? 0) + by;
    this.stands[at] = bound;
    this.swap(row, at);
  }

  private swap(row: number, at: number): void {
    const cells = this.cells[row] ?? this.worth;
    const pivot = cells[at] ?? 1;
    for (let each = 0; each < this.columns; each += 1) cells[each] = -(cells[each] ?? 0) / pivot;
    cells[at] = 1 / pivot;
    for (const other of this.cells) if (other !== cells) replace(other, cells, at);
    replace(this.worth, cells, at);
    const left = this.inside[row] ?? 0;
    this.inside[row] = this.outside[at] ?? 0;
    this.outside[at] = left;
    this.exchanges += 1;
  }

  /** Puts what is outside at the bound that its worth asks for, and works out what is inside. */
  private stand(): void {
    for (let at = 0; at < this.columns; at += 1) {
      const variable = this.outside[at] ?? 0;
      const [least, most] = [this.lower[variable] ?? 0, this.upper[variable] ?? 0];
      const high =
        most !== Number.POSITIVE_INFINITY && ((this.worth[at] ?? 0) > 0 || least === Number.NEGATIVE_INFINITY);
      if (this.afresh) this.stands[at] = high ? most : least;
      else this.putAt(at, high ? most : least);
    }
    if (this.afresh) for (const [row, cells] of this.cells.entries()) this.values[row] = dot(cells, this.stands);
    this.afresh = false;
  }

  /** Puts a variable outside there, and works out what that moves. */
  private putAt(at: number, value: number): void {
    const before = this.stands[at] ?? 0;
    if (value === before) return;
    this.stands[at] = value;
    this.move(at, value - before);
  }

  /** A sum over columns, in terms of what is outside now. */
  private written(row: Float64Array): Float64Array {
    const cells = new Float64Array(this.columns);
    for (let at = 0; at < this.columns; at += 1) {
      const variable = this.outside[at] ?? 0;
      if (variable < this.columns) cells[at] = row[variable] ?? 0;
    }
    for (const [other, variable] of this.inside.entries())
      if (variable < this.columns) addTimes(cells, row[variable] ?? 0, this.cells[other] ?? cells);
    return cells;
  }

  /** How many times each row enters what is written in terms of the variables outside. */
  private times(cells: Float64Array, sign: number): Float64Array {
    const found = new Float64Array(this.rows.length);
    for (let at = 0; at < this.columns; at += 1) {
      const row = (this.outside[at] ?? 0) - this.columns;
      if (row >= 0) found[row] = sign * (cells[at] ?? 0);
    }
    return found;
  }

  /** A row whose variable cannot reach its bound, as a sum of rows that is less than nothing. */
  private contradiction(row: number, rises: boolean): Proof {
    const sign = rises ? 1 : -1;
    const times = this.times(this.cells[row] ?? this.worth, sign);
    const own = (this.inside[row] ?? 0) - this.columns;
    if (own >= 0) times[own] = -sign;
    return { times, withGains: false };
  }
}

function dot(left: Float64Array, right: Float64Array): number {
  let total = 0;
  for (let at = 0; at < left.length; at += 1) total += (left[at] ?? 0) * (right[at] ?? 0);
  return total;
}

function addTimes(to: Float64Array, times: number, from: Float64Array): void {
  if (times === 0) return;
  for (let at = 0; at < to.length; at += 1) to[at] = (to[at] ?? 0) + times * (from[at] ?? 0);
}

/** Writes `cells` with the variable at `at` replaced by the row that it is now. */
function replace(cells: Float64Array, by: Float64Array, at: number): void {
  const factor = cells[at] ?? 0;
  cells[at] = 0;
  addTimes(cells, factor, by);
}
