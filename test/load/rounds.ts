import { choose } from '@dcc/optimiser/choose';
import { greedy } from '@dcc/optimiser/greedy';
import { breaches } from '@dcc/optimiser/limits';
import { madeUpRound } from '@dcc/optimiser/made-up-round';
import { scoreOf } from '@dcc/optimiser/problem';
import { solver } from '@dcc/optimiser/solver';
import { summary } from './measure.ts';
import { type Line, ms } from './table.ts';

const [PROPOSALS, POOLS, ROUNDS, LIMIT_MS] = [300, 40, 20, 2000];

/** Money in percent of the usual: much of it (limits of balance bind), less (pools bind as well), and so little that every pool binds. */
const MONEY = [150, 100, 50] as const;

/** How long proving the best set of a large round takes: twenty made-up rounds, each with its own pools, earmarks and scores. */
export async function measureRounds(seed: number): Promise<Line[]> {
  const highs = await solver();
  choose(highs, madeUpRound(seed, 30, 8, 100), { milliseconds: LIMIT_MS });
  return MONEY.map((percent) => {
    const times: number[] = [];
    let [proven, loss, compared] = [0, 0, 0];
    for (let round = 0; round < ROUNDS; round += 1) {
      const problem = madeUpRound(seed + round, PROPOSALS, POOLS, percent);
      const started = performance.now();
      const choice = choose(highs, problem, { milliseconds: 10 * LIMIT_MS });
      times.push(performance.now() - started);
      if (choice.kind !== 'chosen') continue;
      const best = scoreOf(problem, choice.chosen);
      if (best === choice.bound && (times.at(-1) ?? 0) <= LIMIT_MS) proven += 1;
      const byHand = greedy(problem);
      if (breaches(problem, byHand).length > 0) continue;
      loss += (100 * (best - scoreOf(problem, byHand))) / best;
      compared += 1;
    }
    const timing = summary(times);
    const lost =
      compared === 0 ? 'keeps the limits in none' : `loses ${(loss / compared).toFixed(2)} % in ${compared} of them`;
    return {
      section: 'The best affordable set of a round, proven',
      what: `${PROPOSALS} proposals × ${POOLS} pools, ${ROUNDS} rounds, ${percent} % of the money; by score, one after the other, ${lost}`,
      size: PROPOSALS,
      program: ms(timing),
      bare: '',
      ratio: null,
      limit: `${proven} of ${ROUNDS} proven within ${LIMIT_MS / 1000} s`,
      kept: proven === ROUNDS,
      measured: { milliseconds: timing, proven },
    };
  });
}
