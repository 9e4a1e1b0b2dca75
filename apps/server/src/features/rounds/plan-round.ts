import { Worker } from 'node:worker_threads';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { money } from '@dcc/domain/money';
import type { PlanRound } from '@dcc/domain/rounds/inputs';
import type { Judgement } from '@dcc/optimiser/explain';
import type { Breach } from '@dcc/optimiser/limits';
import type { Outcome, Plan } from '@dcc/optimiser/plan';
import type { Problem } from '@dcc/optimiser/problem';
import type { Context } from '../../use-case/context.ts';
import type { PlanJob } from './plan-worker.ts';
import { roundFacts } from './read-rounds.ts';
import { problemOf } from './round-problem.ts';

/** How long proving the best may take before the best that was found is shown with what is known of it. */
const MILLISECONDS = 10_000;

type Answer = { readonly outcome: Outcome; readonly judgement: Judgement | null };

const dollars = (cents: bigint) => money(cents, BOOK_CURRENCY);

/** Thinks in a thread of its own, so that nobody else waits; whoever gives up waiting ends it. */
function think(job: PlanJob, signal: AbortSignal | undefined): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('plan-worker.ts', import.meta.url), { workerData: job });
    const cancel = () => void worker.terminate();
    signal?.addEventListener('abort', cancel, { once: true });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => {
      signal?.removeEventListener('abort', cancel);
      reject(new Error('Planning was ended before it had an answer'));
    });
  });
}

function limitWords({ limit, side, of, by }: Breach, problem: Problem) {
  const mark = problem.limits[Number(limit)]?.mark ?? '';
  return { mark, side, count: of === 'count' ? Number(by) : null, amount: of === 'count' ? null : dollars(by) };
}

/** Of each later year what the cash of its pools pays today; what waits for expected money cannot be reserved yet. */
function fromCash(plan: Plan, problem: Problem) {
  const left = new Map(problem.pools.map(({ id, cash }) => [id, cash]));
  return plan.lines
    .toSorted((one, other) => one.year - other.year)
    .map(({ proposal, year, pool, amount }) => {
      const cash = left.get(pool) ?? 0n;
      const now = cash < amount ? cash : amount;
      left.set(pool, cash - now);
      return { positionId: proposal, year, poolId: pool, amount: dollars(amount), now: dollars(now) };
    });
}

/** The best affordable set of a round under a what-if, or what contradicts what. Writes nothing. */
export async function planRound(context: Context, input: PlanRound, signal: AbortSignal | undefined) {
  const problem = problemOf(await roundFacts(context, input.roundId), input);
  const { outcome, judgement } = await think({ problem, choice: input.choice, milliseconds: MILLISECONDS }, signal);
  const shortfall = (of: Judgement['shortfall']) =>
    of === null ? null : { missing: dollars(of.missing), pools: of.pools };
  return {
    kind: outcome.kind,
    plan:
      outcome.kind !== 'plan'
        ? null
        : {
            chosen: outcome.plan.chosen,
            score: outcome.plan.score,
            bound: outcome.plan.bound,
            proven: outcome.plan.proven,
            greedyScore: outcome.plan.greedyScore,
            lines: fromCash(outcome.plan, problem),
            leftOut: outcome.plan.leftOut.map((each) => ({
              positionId: each.proposal,
              locked: each.locked,
              limits: each.breaches.map((breach) => limitWords(breach, problem)),
              shortfall: shortfall(each.shortfall),
            })),
          },
    conflict:
      outcome.kind !== 'conflict'
        ? []
        : outcome.wishes.map((wish) => ({
            kind: wish.kind,
            positionId: 'proposal' in wish ? wish.proposal : null,
            mark: wish.kind === 'limit' ? (problem.limits[Number(wish.limit)]?.mark ?? '') : null,
            side: wish.kind === 'limit' ? wish.side : null,
            shortfall: wish.kind === 'money' ? shortfall(wish.shortfall) : null,
          })),
    judgement:
      judgement === null
        ? null
        : {
            score: judgement.score,
            limits: judgement.breaches.map((breach) => limitWords(breach, problem)),
            shortfall: shortfall(judgement.shortfall),
          },
  };
}
