/** A whole variable that is pressed down or up, off the value at which the relaxed model has it. */
export type Move = { readonly variable: number; readonly up: boolean; readonly by: number };

type Seen = { readonly cost: number; readonly times: number };

/** What moves have cost so far in a search, a unit: the best hint at what the next such move will cost (pseudo-costs). */
export class MoveCosts {
  private readonly seen = new Map<string, Seen>();

  learn(move: Move, cost: number): void {
    const { cost: before, times } = this.of(move);
    this.seen.set(keyOf(move), { cost: before + Math.max(0, cost) / move.by, times: times + 1 });
  }

  /** What a move will likely cost, which is known to be no less than `least`: that counts as if it had been seen once. */
  expected(move: Move, least: number): number {
    const { cost, times } = this.of(move);
    return Math.max(least, (cost * move.by + least) / (times + 1));
  }

  private of(move: Move): Seen {
    return this.seen.get(keyOf(move)) ?? { cost: 0, times: 0 };
  }
}

function keyOf({ variable, up }: Move): string {
  return `${variable}${up ? '+' : '-'}`;
}
