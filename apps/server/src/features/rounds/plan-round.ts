import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { money, parseMoney } from '@dcc/domain/money';
import type { PlanRound } from '@dcc/domain/rounds/inputs';
import type { Line } from '@dcc/optimiser/assign';
import type { Judgement } from '@dcc/optimiser/explain';
import type { Breach } from '@dcc/optimiser/limits';
import { type More, withMore } from '@dcc/optimiser/plan';
import type { Problem } from '@dcc/optimiser/problem';
import type { Context } from '../../use-case/context.ts';
import { assertMay } from '../../use-case/command.ts';
import { orRefuse, Refusal } from '../../use-case/refusal.ts';
import { progressOf, think } from './planning.ts';
import { type RoundFacts, roundFacts } from './read-rounds.ts';
import { problemOf } from './round-problem.ts';

/** How long proving the best may take before the best that was found is shown with what is known of it. */
const MILLISECONDS = 10_000;

const dollars = (cents: bigint) => money(cents, BOOK_CURRENCY);

function limitWords({ limit, side, of, by }: Breach, problem: Problem) {
  const mark = problem.limits[Number(limit)]?.mark ?? '';
  return { mark, side, count: of === 'count' ? Number(by) : null, amount: of === 'count' ? null : dollars(by) };
}

/** Of each later year what the cash of its pools pays today; what waits for expected money cannot be reserved yet. */
function fromCash(lines: readonly Line[], problem: Problem) {
  const left = new Map(problem.pools.map(({ id, cash }) => [id, cash]));
  return lines
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
  const facts = await roundFacts(context, input.roundId);
  const before = problemOf(facts, input);
  const more = moreOf(facts, input);
  const problem = more === null ? before : withMore(before, more);
  const job = { problem: before, more, choice: input.choice, milliseconds: MILLISECONDS };
  const { outcome, gain, judgement } = await think(job, keyOf(context, input.run), signal);
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
            lines: fromCash(outcome.plan.lines, problem),
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
            lines: judgement.lines === null ? null : fromCash(judgement.lines, problem),
          },
    gain,
  };
}

const keyOf = ({ actor }: Context, run: string): string => `${actor.personId} ${run}`;

function moreOf({ pools }: RoundFacts, { more }: PlanRound): More | null {
  if (more === null) return null;
  if (!pools.some(({ id }) => id === more.poolId)) throw new Refusal({ kind: 'NotFound', subject: 'pool' });
  return { pool: more.poolId, amount: orRefuse(parseMoney(more.amount, BOOK_CURRENCY)).minor };
}

/** How far a plan is that the reader asked for; `null` where this server works on none by that name. */
export function planProgress(context: Context, run: string) {
  assertMay(context, 'rounds.read');
  const found = progressOf(keyOf(context, run));
  if (found === null) return null;
  const { milliseconds, told } = found;
  return { milliseconds, score: told?.score ?? null, bound: told?.bound ?? null };
}
