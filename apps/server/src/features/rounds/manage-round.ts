import { criteriaSets, eligibilitySets, memberships } from '@dcc/db/stores/criteria-store';
import type { Reader } from '@dcc/db/open-database';
import { findPosition } from '@dcc/db/stores/position-store';
import {
  findRound,
  proposalsOf,
  type Round,
  rounds,
  saveProposal,
  saveRound,
  saveRoundStep,
  saveScores,
  scoresOf,
} from '@dcc/db/stores/round-store';
import { countryName } from '@dcc/domain/reference/countries';
import { isEligible, isInForce } from '@dcc/domain/rounds/eligibility';
import type { AddProposal, AdvanceRound, CreateRound, ScoreProposal } from '@dcc/domain/rounds/inputs';
import { advanceRound as advanceRule, checkDoneIn } from '@dcc/domain/rounds/round';
import { checkScore, weightedScore } from '@dcc/domain/rounds/score';
import { command, type Recorded } from '../../use-case/command.ts';
import { type Context, today } from '../../use-case/context.ts';
import { orRefuse, Refusal } from '../../use-case/refusal.ts';

function stampOf({ shell, actor }: Context) {
  return { recordedAt: shell.now().toISOString(), recordedBy: actor.personId };
}

async function roundOrRefuse(db: Reader, id: string): Promise<Round> {
  const round = await findRound(db, id);
  if (round === null) throw new Refusal({ kind: 'NotFound', subject: 'round' });
  return round;
}

async function criteriaOf(db: Reader, id: string) {
  const set = (await criteriaSets(db)).find((each) => each.id === id);
  if (set === undefined) throw new Refusal({ kind: 'NotFound', subject: 'criteria-set' });
  return set;
}

/** Plans a round: what it is scored by and who is eligible are fixed with it. */
export function createRound(context: Context, input: CreateRound): Promise<Recorded> {
  return command(context, 'round.manage', input, async (tx) => {
    const { name, criteriaSetId, eligibilitySetId } = input;
    await criteriaOf(tx, criteriaSetId);
    if ((await rounds(tx)).some((round) => round.name === name))
      throw new Refusal({ kind: 'NameTaken', subject: 'round', name });
    if (eligibilitySetId !== null) {
      const set = (await eligibilitySets(tx)).find(({ id }) => id === eligibilitySetId);
      if (set === undefined) throw new Refusal({ kind: 'NotFound', subject: 'rule-set' });
      const on = today(context.shell);
      if (!isInForce(set, on)) throw new Refusal({ kind: 'RuleSetNotInForce', ruleSet: set.name, on });
    }
    const id = context.shell.newId();
    await saveRound(tx, { id, name, criteriaSetId, eligibilitySetId }, stampOf(context));
    return { id, entryNumber: null, detail: { name } };
  });
}

/** Takes a round to its next state. */
export function advanceRound(context: Context, input: AdvanceRound): Promise<Recorded> {
  return command(context, 'round.manage', input, async (tx) => {
    const round = await roundOrRefuse(tx, input.roundId);
    if (round.state !== input.from)
      throw new Refusal({ kind: 'RoundChanged', expected: input.from, actual: round.state });
    const { criteria, scale } = await criteriaOf(tx, round.criteriaSetId);
    const scores = await scoresOf(tx, round.id);
    const unscored = (await proposalsOf(tx, round.id)).filter(({ positionId }) => {
      const own = scores.filter((score) => score.positionId === positionId);
      return (
        weightedScore(
          criteria.map(({ weight }) => weight),
          scale,
          own,
        ) === null
      );
    }).length;
    const to = orRefuse(advanceRule(round.state, input.to, unscored));
    await saveRoundStep(tx, round.id, to, stampOf(context));
    return { id: round.id, entryNumber: null, detail: { to } };
  });
}

/** Brings a position into an open round. Its duty station has to lie in a country that the rules of the round make eligible today. */
export function addProposal(context: Context, input: AddProposal): Promise<Recorded> {
  return command(context, 'round.manage', input, async (tx) => {
    const round = await roundOrRefuse(tx, input.roundId);
    orRefuse(checkDoneIn('propose', round.state));
    const position = await findPosition(tx, input.positionId);
    if (position === null) throw new Refusal({ kind: 'NotFound', subject: 'position' });
    if (position.years.length === 0) throw new Refusal({ kind: 'NotFound', subject: 'position-year' });
    if ((await proposalsOf(tx, round.id)).some(({ positionId }) => positionId === position.id))
      throw new Refusal({ kind: 'AlreadyInRound', position: position.title });
    await saveProposal(tx, input, stampOf(context));
    const set = (await eligibilitySets(tx)).find(({ id }) => id === round.eligibilitySetId);
    const proposal = (await proposalsOf(tx, round.id)).find(({ positionId }) => positionId === position.id);
    const country = proposal?.dutyStation.countryCode ?? '';
    if (set !== undefined && !isEligible(set, country, today(context.shell), await memberships(tx)))
      throw new Refusal({
        kind: 'NotEligible',
        position: position.title,
        country: countryName(country) ?? country,
        ruleSet: set.name,
      });
    return { id: round.id, entryNumber: null, detail: { position: position.title } };
  });
}

/** Records what a person gives a proposal by each criterion; nobody scores what the own organization hosts. */
export function scoreProposal(context: Context, input: ScoreProposal): Promise<Recorded> {
  return command(context, 'round.score', input, async (tx) => {
    const round = await roundOrRefuse(tx, input.roundId);
    orRefuse(checkDoneIn('score', round.state));
    const proposal = (await proposalsOf(tx, round.id)).find(({ positionId }) => positionId === input.positionId);
    if (proposal === undefined) throw new Refusal({ kind: 'NotFound', subject: 'position' });
    const { criteria, scale } = await criteriaOf(tx, round.criteriaSetId);
    for (const { criterion, score } of input.scores) {
      if (criterion > criteria.length) throw new Refusal({ kind: 'NotFound', subject: 'criterion' });
      orRefuse(
        checkScore({ score, scale, host: proposal.organization, scorerOrganizationId: context.actor.organizationId }),
      );
    }
    const { personId } = context.actor;
    const earlier = (await scoresOf(tx, round.id)).filter(
      (score) => score.positionId === input.positionId && score.personId === personId,
    );
    const number = 1 + Math.max(0, ...earlier.map((score) => score.number));
    const at = context.shell.now().toISOString();
    const scores = [...new Map(input.scores.map((score) => [score.criterion, score])).values()];
    await saveScores(tx, { ...input, personId, number, scores }, at);
    return { id: proposal.positionId, entryNumber: null, detail: { round: round.name } };
  });
}
