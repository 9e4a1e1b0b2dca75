import { type Assumptions, fanOf, futures } from '@dcc/domain/forecast/futures';
import { type Facts, HORIZON } from '@dcc/domain/forecast/facts';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** What to simulate: the facts of a scenario, what is assumed of chance, and where chance begins. */
export type SimulationOrder = {
  readonly facts: Facts;
  readonly assumptions: Assumptions;
  /** In hundredths of a percent. */
  readonly fees: number;
  readonly seed: number;
  readonly count: number;
};

/** In how many futures every position is paid to its end, and the percentiles of the cash at each month's end, cents. */
export type SimulationResult = { readonly paid: number; readonly fan: readonly (readonly bigint[])[] };

export type SimulationNews =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'done'; readonly result: SimulationResult };

/** How many times a run tells how far it is. */
const STEPS = 50;

/** Draws the futures of an order, and says now and then how many. The same order gives the same result, to the cent. */
export function* simulate({ facts, assumptions, fees, seed, count }: SimulationOrder): Generator<SimulationNews, void> {
  const chance = xoroshiro128plus(seed);
  const draw = (most: number): number => uniformInt(chance, 0, most);
  const cash = Array.from({ length: HORIZON }, () => new BigInt64Array(count));
  const step = Math.ceil(count / STEPS);
  let [done, paid] = [0, 0];
  for (const future of futures(facts, assumptions, { count, fees, draw })) {
    for (const [month, amount] of future.cash.entries()) cash[month]?.fill(amount, done, done + 1);
    if (future.paid) paid += 1;
    done += 1;
    if (done % step === 0) yield { kind: 'progress', done };
  }
  yield { kind: 'done', result: { paid, fan: fanOf(cash) } };
}
