import { criteriaSets, earmarkRules, eligibilitySets, memberships } from '@dcc/db/stores/criteria-store';
import { poolFunds, reserveHeld } from '@dcc/db/stores/pool-store';
import { expectedByPool, findRound, positionsOutside, proposalsOf, rounds, scoresOf } from '@dcc/db/stores/round-store';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { subtract, sum } from '@dcc/domain/money';
import { type EarmarkRule, mayPay, type ProposalTraits } from '@dcc/domain/rounds/earmark';
import { groupsOf } from '@dcc/domain/rounds/eligibility';
import { isCandidate, nextState } from '@dcc/domain/rounds/round';
import { weightedScore } from '@dcc/domain/rounds/score';
import type { StandpointInput } from '@dcc/domain/wire';
import { assertMay } from '../../use-case/command.ts';
import { type Context, today } from '../../use-case/context.ts';
import { Refusal } from '../../use-case/refusal.ts';
import { standpointOf, standsAt } from '../../use-case/standpoint.ts';

/** Rounds, the latest first, with what a new one can be begun with. */
export async function listRounds(context: Context, input: StandpointInput) {
  assertMay(context, 'rounds.read');
  const db = context.shell.db.read;
  const standpoint = standpointOf(context.shell, input);
  const [criteria, rules] = [await criteriaSets(db), await eligibilitySets(db)];
  return {
    ...standsAt(context.shell, standpoint),
    rounds: (await rounds(db, standpoint)).map(({ id, name, state, since, proposals, criteriaSetId }) => ({
      id,
      name,
      state,
      since,
      proposals,
      criteria: criteria.find((set) => set.id === criteriaSetId)?.name ?? '',
    })),
    criteriaSets: criteria.map(({ id, name }) => ({ id, name })),
    eligibilitySets: rules.map(({ id, name, version }) => ({ id, name, version })),
  };
}

/** All that is known of a round: its proposals with their traits, scores and cost, and the pools with what they may pay for and hold. */
export async function roundFacts(context: Context, roundId: string) {
  assertMay(context, 'rounds.read');
  const db = context.shell.db.read;
  const round = await findRound(db, roundId);
  if (round === null) throw new Refusal({ kind: 'NotFound', subject: 'round' });
  const on = today(context.shell);
  const set = (await criteriaSets(db)).find(({ id }) => id === round.criteriaSetId);
  if (set === undefined) throw new Error(`Round ${round.id} has no criteria`);
  const eligibility = (await eligibilitySets(db)).find(({ id }) => id === round.eligibilitySetId);
  const [lists, scores, earmarks] = [await memberships(db), await scoresOf(db, round.id), await earmarkRules(db)];
  const weights = set.criteria.map(({ weight }) => weight);
  const proposals = (await proposalsOf(db, round.id)).map((proposal) => {
    const given = scores.filter(({ positionId }) => positionId === proposal.positionId);
    const own = given.filter(({ personId }) => personId === context.actor.personId);
    const groups = groupsOf(proposal.dutyStation.countryCode, on, lists);
    const traits: ProposalTraits = {
      host: proposal.organization.id,
      country: proposal.dutyStation.countryCode,
      groups,
      region: proposal.region,
      place: proposal.place,
      theme: proposal.theme,
    };
    return {
      ...proposal,
      groups,
      traits,
      score: weightedScore(weights, set.scale, given),
      scorers: new Set(given.map(({ personId }) => personId)).size,
      own: weights.map((_, index) => own.find(({ criterion }) => criterion === index + 1)?.score ?? null),
      recused: context.actor.organizationId === proposal.organization.id,
      candidate: isCandidate(proposal.state),
      cost: sum(
        proposal.years.map(({ cost, allocated }) => subtract(cost, allocated)),
        BOOK_CURRENCY,
      ),
    };
  });
  const expected = await expectedByPool(db);
  const pools = (await poolFunds(db)).map((pool) => {
    const rules: readonly EarmarkRule[] = earmarks.get(pool.id)?.rules ?? [];
    return {
      id: pool.id,
      name: pool.name,
      earmarking: pool.earmarking,
      rules,
      available: subtract(pool.cash, pool.allocated),
      expected: expected.filter(({ poolId }) => poolId === pool.id).map(({ dueOn, value }) => ({ dueOn, value })),
      payable: proposals.filter(({ traits }) => mayPay(rules, traits)).map(({ positionId }) => positionId),
    };
  });
  return {
    round: { id: round.id, name: round.name, state: round.state, next: nextState(round.state), since: round.since },
    criteria: set,
    eligibility: eligibility === undefined ? null : { name: eligibility.name, version: eligibility.version },
    proposals,
    pools,
    reserve: (await reserveHeld(db)).held,
  };
}
export type RoundFacts = Awaited<ReturnType<typeof roundFacts>>;

/** One round as its page shows it. */
export async function readRound(context: Context, roundId: string) {
  const { criteria, proposals, pools, ...facts } = await roundFacts(context, roundId);
  const outside = await positionsOutside(context.shell.db.read, roundId);
  return {
    ...facts,
    criteria: {
      name: criteria.name,
      decision: criteria.decision,
      scale: criteria.scale,
      criteria: criteria.criteria,
    },
    proposals: proposals.map(({ years: _years, traits: _traits, ...shown }) => shown),
    pools: pools.map(({ payable: _payable, ...shown }) => shown),
    /** What can still be brought in. */
    askable: outside.filter(({ state }) => isCandidate(state)).map(({ state: _state, ...shown }) => shown),
  };
}
