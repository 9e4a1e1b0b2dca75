import type { Reader } from '@dcc/db/open-database';
import { findMotion, listMotions, type Motion, motionEvents, positionsToDecide } from '@dcc/db/stores/motion-store';
import { motionsAt } from '@dcc/db/stores/motions-at';
import {
  allocationsOf,
  entriesOfDecision,
  findDecision,
  findResolution,
  listDecisions as registeredDecisions,
} from '@dcc/db/stores/resolution-store';
import { listMeetings } from '@dcc/db/stores/meeting-store';
import { poolFunds } from '@dcc/db/stores/pool-store';
import { listYears } from '@dcc/db/stores/position-store';
import { releasesOf } from '@dcc/db/stores/release-store';
import { availableInPool } from '@dcc/domain/allocations/allocation';
import { isAdopted } from '@dcc/domain/committee/decision';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { money, subtract } from '@dcc/domain/money';
import type { Standpoint } from '@dcc/domain/standpoint';
import type { StandpointInput } from '@dcc/domain/wire';
import { earlierVersions, readableMotion, readableMotions } from '../../read-models/motions.ts';
import { assertMay } from '../../use-case/command.ts';
import type { Context } from '../../use-case/context.ts';
import { Refusal } from '../../use-case/refusal.ts';
import { isPast, standpointOf, standsAt } from '../../use-case/standpoint.ts';

/** The register: what waits for a decision, and what was decided, the latest first. */
export async function listDecisions(context: Context, input: StandpointInput) {
  assertMay(context, 'committee.read');
  const db = context.shell.db.read;
  const standpoint = standpointOf(context.shell, input);
  const then = isPast(context.shell, standpoint) ? standpoint : null;
  const decided = await registeredDecisions(db, standpoint);
  const taken = new Set(decided.map(({ id }) => id));
  // A decision that silence took on its last day is entered later, and stands from that day on.
  const open = (await waiting(db, then)).filter(({ id }) => !taken.has(id));
  const pending = await readableMotions(context, db, open, then);
  return { ...standsAt(context.shell, standpoint), pending, decided };
}

const WAITING = ['drafted', 'open', 'circulated'] as const;

async function waiting(db: Reader, then: Standpoint | null): Promise<Motion[]> {
  if (then === null) return listMotions(db, { states: WAITING });
  return (await motionsAt(db, then, null)).filter(({ state }) => WAITING.some((each) => each === state));
}

/** A draft as it stood, or as it was decided: what is decided stays. */
async function draftOf(context: Context, db: Reader, id: string, then: Standpoint | null, decided: boolean) {
  const motion = then === null || decided ? await findMotion(db, id) : ((await motionsAt(db, then, id))[0] ?? null);
  return motion === null ? null : readableMotion(context, db, motion, then);
}

/** One decision with its whole story: drafted, voted on, taken, superseded, and what it posted. */
export async function getDecision(context: Context, { id, ...input }: StandpointInput & { readonly id: string }) {
  assertMay(context, 'committee.read');
  const db = context.shell.db.read;
  const standpoint = standpointOf(context.shell, input);
  const decision = await findDecision(db, id, standpoint);
  const then = isPast(context.shell, standpoint) ? standpoint : null;
  const draft = await draftOf(context, db, id, then, decision !== null);
  if (draft === null && decision === null) throw new Refusal({ kind: 'NotFound', subject: 'decision' });
  return {
    ...standsAt(context.shell, standpoint),
    id,
    draft,
    earlier: draft === null ? [] : await earlierVersions(db, draft),
    decision,
    resolution: decision === null ? null : await findResolution(db, id),
    allocations: (decision === null ? [] : await allocationsOf(db, id)).map(({ year, amount, ...line }) => ({
      ...line,
      year: Number(year),
      amount: money(amount, BOOK_CURRENCY),
    })),
    released: await releasesOf(db, standpoint, { decisionId: id }),
    entries: await entriesOfDecision(db, standpoint, id),
    story: await motionEvents(db, id, decision === null ? then : null),
  };
}

/** What a draft can name: positions with what their years lack, pools with what they hold free, meetings that are not over. */
export async function draftChoices(context: Context) {
  assertMay(context, 'committee.read');
  const db = context.shell.db.read;
  const [meetings, positions, decisions] = [
    await listMeetings(db),
    await positionsToDecide(db),
    await registeredDecisions(db),
  ];
  const years = await listYears(
    db,
    positions.map(({ id }) => id),
  );
  return {
    meetings: meetings
      .filter(({ state }) => state !== 'closed')
      .map(({ id, reference, title }) => ({ id, reference, title })),
    positions: positions.map((position) => ({
      ...position,
      years: (years.get(position.id) ?? []).map(({ year, cost, allocated }) => ({
        year,
        short: subtract(cost, allocated),
      })),
    })),
    pools: (await poolFunds(db)).map((pool) => ({ id: pool.id, name: pool.name, available: availableInPool(pool) })),
    decisions: decisions
      .filter(({ outcome, supersededBy }) => supersededBy === null && isAdopted(outcome))
      .map(({ id, reference, title }) => ({ id, reference, title })),
  };
}
