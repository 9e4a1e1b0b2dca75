import { marksOf, tightness } from '@dcc/domain/rounds/earmark';
import type { PlanRound } from '@dcc/domain/rounds/inputs';
import type { Pool, Problem } from '@dcc/optimiser/problem';
import { Refusal } from '../../use-case/refusal.ts';
import type { RoundFacts } from './read-rounds.ts';

const least = (left: bigint, right: bigint): bigint => (left < right ? left : right);

/** A round with limits and locks as the optimiser takes it. Only what still asks for money and is scored may be chosen. */
export function problemOf(round: RoundFacts, input: PlanRound): Problem {
  const candidates = round.proposals.filter(({ score, candidate }) => score !== null && candidate);
  const isThere = (id: string): boolean => candidates.some(({ positionId }) => positionId === id);
  if (!input.lockedIn.every(isThere)) throw new Refusal({ kind: 'NotFound', subject: 'position' });
  const pools = round.pools.map((pool): Pool => {
    return {
      id: pool.id,
      tightness: tightness(pool.earmarking, pool.payable.length),
      cash: pool.available.minor > 0n ? pool.available.minor : 0n,
      expected: pool.expected.map(({ dueOn, value }) => ({ on: dueOn, amount: value.minor })),
    };
  });
  return {
    proposals: candidates.map((proposal) => ({
      id: proposal.positionId,
      score: proposal.score ?? 0,
      // What is allocated already needs no money again.
      years: proposal.years.map(({ startsOn, cost, allocated }) => ({ startsOn, cost: cost.minor - allocated.minor })),
      payableBy: round.pools.filter(({ payable }) => payable.includes(proposal.positionId)).map(({ id }) => id),
      marks: marksOf(proposal.traits),
    })),
    pools: withoutReserve(pools, round.reserve.minor),
    limits: input.limits.map((limit, index) => ({ ...limit, id: String(index) })),
    lockedIn: input.lockedIn,
    lockedOut: input.lockedOut,
  };
}

/** The operating reserve is not to be spent: it is kept of the loosest money, which could pay for anything. */
function withoutReserve(pools: readonly Pool[], reserve: bigint): Pool[] {
  let kept = reserve;
  return pools
    .toSorted((left, right) => left.tightness - right.tightness)
    .map((pool) => {
      const part = least(kept, pool.cash);
      kept -= part;
      return { ...pool, cash: pool.cash - part };
    });
}
