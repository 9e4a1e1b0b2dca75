import type { Reader } from '@dcc/db/open-database';
import { listRules } from '@dcc/db/stores/committee-store';
import { listPools } from '@dcc/db/stores/contribution-store';
import { meetingsById } from '@dcc/db/stores/meeting-store';
import {
  hostsOf,
  type Motion,
  positionsNamedBy,
  type RecordedRecusal,
  type RecordedVote,
  recusalsOn,
  votesOn,
} from '@dcc/db/stores/motion-store';
import { type MotionParts, motionVersions } from '@dcc/db/stores/motion-versions';
import { decisionReferences } from '@dcc/db/stores/resolution-store';
import { neededToCarry, recusals, tally } from '@dcc/domain/committee/ballot';
import { isOutcome } from '@dcc/domain/committee/decision';
import { hasConsented } from '@dcc/domain/committee/no-objection';
import { type Delegation, quorumOf } from '@dcc/domain/committee/quorum';
import { type CommitteeRules, rulesOn } from '@dcc/domain/committee/rules';
import type { Standpoint } from '@dcc/domain/standpoint';
import { organizationsOf, tableOf } from '../use-case/committee-table.ts';
import { type Context, today } from '../use-case/context.ts';
import { allocationOf, releaseBy } from '../use-case/enact.ts';
import { planAllocation } from '../use-case/plan-allocation.ts';
import { Refusal } from '../use-case/refusal.ts';
import { previewOf } from './entries.ts';

const isOver = ({ state }: Motion): boolean => isOutcome(state) || state === 'withdrawn';

const NO_POSTING = { release: null, posting: null, shortage: null };

/** What adopting a draft would release and post now, or which money is missing for it. */
async function postingOf(context: Context, db: Reader, motion: Motion) {
  if (isOver(motion)) return NO_POSTING;
  const planned = await releaseBy(db, motion, today(context.shell));
  const release = planned === null ? null : await previewOf(db, planned.entry);
  if (motion.lines.length === 0) return { ...NO_POSTING, release };
  try {
    const { entry } = await planAllocation(context, db, allocationOf(motion, today(context.shell)), planned);
    return { release, posting: await previewOf(db, entry), shortage: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { violation } = error;
    if (violation.kind !== 'InsufficientFunds') return { ...NO_POSTING, release };
    const { pool, available, requested } = violation;
    return { release, posting: null, shortage: { pool, available, requested } };
  }
}

/** What the drafts on a page are read with: asked for once, for all of them. */
type Surroundings = {
  readonly named: ReturnType<typeof namesIn>;
  readonly hosts: Awaited<ReturnType<typeof hostsOf>>;
  readonly recusals: readonly RecordedRecusal[];
  readonly votes: readonly RecordedVote[];
  readonly meetings: Awaited<ReturnType<typeof meetingsById>>;
  readonly superseded: ReadonlyMap<string, string>;
  readonly rules: CommitteeRules | null;
  /** Who is at the table of each meeting. */
  readonly tables: ReadonlyMap<string, readonly Delegation[]>;
};

/** Names for what drafts would do. */
function namesIn(positions: Awaited<ReturnType<typeof positionsNamedBy>>, pools: ReadonlyMap<string, string>) {
  const named = (positionId: string) => {
    const known = positions.get(positionId);
    return { positionId, position: known?.title ?? '', organization: known?.organization ?? '' };
  };
  return ({ lines, positions: verdicts }: MotionParts) => ({
    lines: lines.map(({ positionId, year, poolId, amount }) => ({
      ...named(positionId),
      year,
      poolId,
      pool: pools.get(poolId) ?? '',
      amount,
    })),
    positions: verdicts.map(({ positionId, verdict, reason }) => ({
      ...named(positionId),
      state: positions.get(positionId)?.state ?? ('draft' as const),
      verdict,
      reason,
    })),
  });
}

async function namesOf(db: Reader, parts: readonly MotionParts[]) {
  const all = { lines: parts.flatMap(({ lines }) => lines), positions: parts.flatMap(({ positions }) => positions) };
  const pools = new Map((await listPools(db)).map(({ id, name }) => [id, name]));
  return namesIn(await positionsNamedBy(db, all), pools);
}

async function surroundings(
  context: Context,
  db: Reader,
  motions: readonly Motion[],
  then: Standpoint | null,
): Promise<Surroundings> {
  const over = motions.filter(({ state }) => isOutcome(state)).map(({ id }) => id);
  const waiting = motions.filter(({ state }) => !isOutcome(state)).map(({ id }) => id);
  const ids = motions.map(({ id }) => id);
  const meetings = new Set(motions.flatMap(({ meetingId }) => (meetingId === null ? [] : [meetingId])));
  const deciding = new Set(
    motions.flatMap(({ meetingId, state }) =>
      meetingId !== null && (state === 'open' || state === 'drafted') ? [meetingId] : [],
    ),
  );
  const tables = new Map<string, readonly Delegation[]>();
  for (const meetingId of deciding) tables.set(meetingId, await tableOf(context, db, meetingId));
  return {
    named: await namesOf(db, motions),
    hosts: await hostsOf(db, ids),
    // What is decided keeps the votes and recusals that it was decided with, also where it was entered later.
    recusals: [...(await recusalsOn(db, over)), ...(await recusalsOn(db, waiting, then))],
    votes: [...(await votesOn(db, over)), ...(await votesOn(db, waiting, then))],
    meetings: await meetingsById(db, [...meetings], then),
    superseded: await decisionReferences(
      db,
      motions.flatMap(({ supersedesId }) => (supersedesId === null ? [] : [supersedesId])),
    ),
    rules: rulesOn(await listRules(db), today(context.shell)),
    // Who sits at a table is said of today alone.
    tables: then === null ? tables : new Map(),
  };
}

/** Who takes no part: of a closed decision as it was recorded, else as it stands. */
function recusedFrom(motion: Motion, around: Surroundings) {
  const recorded = around.recusals.filter(({ motionId }) => motionId === motion.id);
  if (isOutcome(motion.state)) return recorded.map(({ motionId: _motion, ...recusal }) => recusal);
  const hosts = around.hosts.filter(({ motionId }) => motionId === motion.id);
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

/** Its votes with what they come to, and while it is to be decided at its meeting the quorum and the votes that would carry it. */
function standingOf(motion: Motion, around: Surroundings) {
  const recused = recusedFrom(motion, around);
  const out = organizationsOf(recused);
  const votes = around.votes
    .filter(({ motionId }) => motionId === motion.id)
    .map(({ motionId: _motion, ...vote }) => ({ ...vote, counts: !out.has(vote.organizationId) }));
  const counted = { recusals: recused, votes, tally: tally(votes, recused) };
  const table = isOver(motion) || motion.meetingId === null ? undefined : around.tables.get(motion.meetingId);
  if (table === undefined || around.rules === null || motion.state === 'circulated')
    return { ...counted, quorum: null, votesNeeded: null };
  const quorum = quorumOf(table, out, around.rules);
  return { ...counted, quorum, votesNeeded: neededToCarry(counted.tally, quorum, around.rules) };
}

/** Draft decisions as the committee sees them, in their order; with a standpoint as it saw them then. What they would post is said of today alone. */
export async function readableMotions(
  context: Context,
  db: Reader,
  motions: readonly Motion[],
  then: Standpoint | null = null,
) {
  const around = await surroundings(context, db, motions, then);
  const readable = [];
  for (const motion of motions) {
    const { id, reference, version, title, text, options, kind, state, closesOn, criteriaSetId, supersedesId } = motion;
    const meeting = motion.meetingId === null ? undefined : around.meetings.get(motion.meetingId);
    const superseded = supersedesId === null ? undefined : around.superseded.get(supersedesId);
    readable.push({
      id,
      reference,
      version,
      title,
      text,
      options,
      kind,
      state,
      closesOn,
      criteriaSetId,
      meeting: meeting === undefined ? null : { id: meeting.id, reference: meeting.reference, state: meeting.state },
      consented:
        state === 'circulated' && closesOn !== null && hasConsented(closesOn, then?.asOf ?? today(context.shell)),
      supersedes:
        supersedesId === null || superseded === undefined ? null : { id: supersedesId, reference: superseded },
      ...around.named(motion),
      ...standingOf(motion, around),
      ...(then === null ? await postingOf(context, db, motion) : NO_POSTING),
    });
  }
  return readable;
}

/** A draft decision as the committee sees it. */
export async function readableMotion(context: Context, db: Reader, motion: Motion, then: Standpoint | null = null) {
  const [readable] = await readableMotions(context, db, [motion], then);
  if (readable === undefined) throw new Error('One draft is read as one');
  return readable;
}

/** What a draft said before it was written anew, the first version first. */
export async function earlierVersions(db: Reader, { id, version: last }: Pick<Motion, 'id' | 'version'>) {
  const earlier = (await motionVersions(db, id)).filter(({ version }) => version < last);
  const named = await namesOf(db, earlier);
  return earlier.map(({ lines, positions, ...said }) => ({ ...said, ...named({ lines, positions }) }));
}
