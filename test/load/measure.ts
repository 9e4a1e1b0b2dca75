/** How long something took, in milliseconds: the middle of so many runs, the shortest and the longest. */
export type Timing = { readonly median: number; readonly min: number; readonly max: number; readonly runs: number };

function summary(times: readonly number[]): Timing {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? 0;
  const middle = Math.floor(sorted.length / 2);
  return {
    median: sorted.length % 2 === 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2,
    min: at(0),
    max: at(sorted.length - 1),
    runs: sorted.length,
  };
}

type Work = () => unknown;

/**
 * Times several things in turn, run by run, so that whatever else the machine does meets all of them alike. Two runs in ten, and at
 * least three, go before and are not counted: caches fill and the compiler of JavaScript has its time.
 */
export async function timeInTurn<K extends string>(
  works: Readonly<Record<K, Work>>,
  runs: number,
): Promise<Record<K, Timing>> {
  const names = Object.keys(works) as K[];
  const times = new Map<K, number[]>(names.map((name) => [name, []]));
  const before = Math.max(3, Math.ceil(runs / 5));
  for (let run = -before; run < runs; run += 1) {
    for (const name of names) {
      const started = performance.now();
      await works[name]();
      const took = performance.now() - started;
      if (run >= 0) times.get(name)?.push(took);
    }
  }
  return Object.fromEntries(names.map((name) => [name, summary(times.get(name) ?? [])])) as Record<K, Timing>;
}
