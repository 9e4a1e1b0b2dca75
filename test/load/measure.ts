/** How long something took, in milliseconds: the middle of so many runs, the shortest and the longest. */
export type Timing = { readonly median: number; readonly min: number; readonly max: number; readonly runs: number };

export function summary(times: readonly number[]): Timing {
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

/** How long the runs that are not counted go on, in milliseconds, and how many they are at most. */
const WARM = { milliseconds: 10_000, runs: 2000 } as const;

/**
 * Times several things in turn, run by run, so that whatever else the machine does meets all of them alike. Some go before and are not
 * counted, at least three, as many as fit in ten seconds: caches fill, and the compiler of JavaScript has its time, as in a server
 * that has been up for a while.
 */
export async function timeInTurn<K extends string>(
  works: Readonly<Record<K, Work>>,
  runs: number,
): Promise<Record<K, Timing>> {
  const names = Object.keys(works) as K[];
  const times = new Map<K, number[]>(names.map((name) => [name, []]));
  const begun = performance.now();
  for (let run = 0; run < 3 || (run < WARM.runs && performance.now() - begun < WARM.milliseconds); run += 1)
    for (const name of names) await works[name]();
  for (let run = 0; run < runs; run += 1) {
    for (const name of names) {
      const started = performance.now();
      await works[name]();
      times.get(name)?.push(performance.now() - started);
    }
  }
  return Object.fromEntries(names.map((name) => [name, summary(times.get(name) ?? [])])) as Record<K, Timing>;
}
