import { findMotion, listMotions, motionEvents, positionsToDecide } from '@dcc/db/stores/motion-store';
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
import { earlierVersions, readableMotion, readableMotions } from '../../read-models/motions.ts';
import { assertMay } from '../../use-case/command.ts';
import { type Context, today } from '../../use-case/context.ts';
import { Refusal } from '../../use-case/refusal.ts';

/** The register: what waits for a decision, and what was decided, the latest first. */
export async function listDecisions(context: Context) {
  assertMay(context, 'committee.read');
  const db = context.shell.db.read;
  const waiting = await listMotions(db, { states: ['drafted', 'open', 'circulated'] });
  const pending = await readableMotions(context, db, waiting);
  return { today: today(context.shell), pending, decided: await registeredDecisions(db) };
}

/** One decision with its whole story: drafted, voted on, taken, superseded, and what it posted. */
export async function getDecision(context: Context, id: string) {
  assertMay(context, 'committee.read');
  const db = context.shell.db.read;
  const motion = await findMotion(db, id);
  const decision = await findDecision(db, id);
  if (motion === null && decision === null) throw new Refusal({ kind: 'NotFound', subject: 'decision' });
  return {
    today: today(context.shell),
    id,
    draft: motion === null ? null : await readableMotion(context, db, motion),
    earlier: motion === null ? [] : await earlierVersions(db, motion),
    decision,
    resolution: await findResolution(db, id),
    allocations: (await allocationsOf(db, id)).map(({ year, amount, ...line }) => ({
      ...line,
      year: Number(year),
      amount: money(amount, BOOK_CURRENCY),
    })),
    released: await releasesOf(db, null, { decisionId: id }),
    entries: await entriesOfDecision(db, id),
    story: await motionEvents(db, id),
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
