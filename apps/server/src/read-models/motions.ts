import type { Reader } from '@dcc/db/open-database';
import { listRules } from '@dcc/db/stores/committee-store';
import { listPools } from '@dcc/db/stores/contribution-store';
import { hostsOf, type Motion, positionsNamedBy, recusalsOn, votesOn } from '@dcc/db/stores/motion-store';
import { findDecision } from '@dcc/db/stores/resolution-store';
import { neededToCarry, recusals, type Tally, tally } from '@dcc/domain/committee/ballot';
import { isOutcome } from '@dcc/domain/committee/decision';
import { hasConsented } from '@dcc/domain/committee/no-objection';
import { quorumOf } from '@dcc/domain/committee/quorum';
import { rulesOn } from '@dcc/domain/committee/rules';
import { organizationsOf, requireMeetingFound, tableOf } from '../use-case/committee-table.ts';
import { type Context, today } from '../use-case/context.ts';
import { allocationOf, releaseBy } from '../use-case/enact.ts';
import { planAllocation } from '../use-case/plan-allocation.ts';
import { Refusal } from '../use-case/refusal.ts';
import { previewOf } from './entries.ts';

/** What adopting a draft would release and post now, or which money is missing for it. */
async function postingOf(context: Context, db: Reader, motion: Motion) {
  const nothing = { release: null, posting: null, shortage: null };
  if (isOutcome(motion.state) || motion.state === 'withdrawn') return nothing;
  const planned = await releaseBy(db, motion, today(context.shell));
  const release = planned === null ? null : await previewOf(db, planned.entry);
  if (motion.lines.length === 0) return { ...nothing, release };
  try {
    const { entry } = await planAllocation(context, db, allocationOf(motion, today(context.shell)), planned);
    return { release, posting: await previewOf(db, entry), shortage: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { violation } = error;
    if (violation.kind !== 'InsufficientFunds') return { ...nothing, release };
    const { pool, available, requested } = violation;
    return { release, posting: null, shortage: { pool, available, requested } };
  }
}

/** Who takes no part: of a closed decision as it was recorded, else as it stands. */
async function recusedFrom(db: Reader, motion: Motion) {
  const recorded = await recusalsOn(db, [motion.id]);
  if (isOutcome(motion.state)) return recorded.map(({ motionId: _motion, ...recusal }) => recusal);
  const hosts = await hostsOf(db, [motion.id]);
  const known = [...hosts, ...recorded];
  return recusals(
    hosts.map(({ organizationId }) => organizationId),
    recorded.map(({ organizationId }) => organizationId),
  ).map((recusal) => ({
    ...recusal,
    organization: known.find(({ organizationId }) => organizationId === recusal.organizationId)?.organization ?? '',
    reason: recorded.find(({ organizationId }) => organizationId === recusal.organizationId)?.reason ?? '',
  }));
}

type Recused = Awaited<ReturnType<typeof recusedFrom>>;

/** The votes with what they come to; those of who was recused do not count. */
async function countingOf(db: Reader, motion: Motion, recused: Recused) {
  const out = organizationsOf(recused);
  const votes = (await votesOn(db, [motion.id])).map(({ motionId: _motion, ...vote }) => ({
    ...vote,
    counts: !out.has(vote.organizationId),
  }));
  return { votes, tally: tally(votes, recused) };
}

/** The quorum of a decision at its meeting and the votes that would carry it, while it is to be decided there. */
async function standing(context: Context, db: Reader, motion: Motion, recused: Recused, counted: Tally) {
  const nothing = { quorum: null, votesNeeded: null };
  const { meetingId, state } = motion;
  if (meetingId === null || (state !== 'open' && state !== 'drafted')) return nothing;
  const rules = rulesOn(await listRules(db), today(context.shell));
  if (rules === null) return nothing;
  const quorum = quorumOf(await tableOf(context, db, meetingId), organizationsOf(recused), rules);
  return { quorum, votesNeeded: neededToCarry(counted, quorum, rules) };
}

async function meetingOf(db: Reader, motion: Motion) {
  if (motion.meetingId === null) return null;
  const { id, reference, state } = await requireMeetingFound(db, motion.meetingId);
  return { id, reference, state };
}

async function supersededOf(db: Reader, motion: Motion) {
  if (motion.supersedesId === null) return null;
  const earlier = await findDecision(db, motion.supersedesId);
  return earlier === null ? null : { id: earlier.id, reference: earlier.reference };
}

/** A draft decision as the committee sees it. */
export async function readableMotion(context: Context, db: Reader, motion: Motion) {
  const names = await positionsNamedBy(db, motion);
  const pools = new Map((await listPools(db)).map(({ id, name }) => [id, name]));
  const recused = await recusedFrom(db, motion);
  const counted = await countingOf(db, motion, recused);
  const { id, reference, title, text, options, kind, state, closesOn, criteriaSetId } = motion;
  const named = (positionId: string) => {
    const known = names.get(positionId);
    return { positionId, position: known?.title ?? '', organization: known?.organization ?? '' };
  };
  return {
    id,
    reference,
    title,
    text,
    options,
    kind,
    state,
    closesOn,
    criteriaSetId,
    meeting: await meetingOf(db, motion),
    consented: state === 'circulated' && closesOn !== null && hasConsented(closesOn, today(context.shell)),
    supersedes: await supersededOf(db, motion),
    lines: motion.lines.map(({ positionId, year, poolId, amount }) => ({
      ...named(positionId),
      year,
      pool: pools.get(poolId) ?? '',
      amount,
    })),
    positions: motion.positions.map(({ positionId, verdict, reason }) => ({
      ...named(positionId),
      state: names.get(positionId)?.state ?? 'draft',
      verdict,
      reason,
    })),
    recusals: recused,
    ...counted,
    ...(await standing(context, db, motion, recused, counted.tally)),
    ...(await postingOf(context, db, motion)),
  };
}
