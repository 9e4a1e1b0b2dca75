import { hostsOf, type Motion, saveMotionEvent, saveRecusal, setMotionState } from '@dcc/db/stores/motion-store';
import { findDecision, type Resolution, saveResolution } from '@dcc/db/stores/resolution-store';
import { appendEntries } from '@dcc/db/stores/ledger-store';
import { findPosition, movePosition, saveDecision } from '@dcc/db/stores/position-store';
import type { Reader } from '@dcc/db/open-database';
import type { Tx } from '@dcc/db/with-transaction';
import type { CalendarDate } from '@dcc/domain/calendar-date';
import { isAdopted, moveMotion, supersede } from '@dcc/domain/committee/decision';
import { VERDICT_STATE } from '@dcc/domain/committee/kinds';
import { checkDecided } from '@dcc/domain/positions/step';
import type { Recorded } from './command.ts';
import { stampOf } from './committee-table.ts';
import type { Context } from './context.ts';
import { refuseClosed } from './dates.ts';
import { type AllocationDecision, planAllocation } from './plan-allocation.ts';
import { carryOutRelease, type Release, releaseOfDecision } from './plan-release.ts';
import { orRefuse, Refusal } from './refusal.ts';

/** What a draft decision would allocate if it were adopted on a day. */
export function allocationOf(motion: Motion, decidedOn: CalendarDate): AllocationDecision {
  return {
    id: motion.id,
    reference: motion.reference,
    title: motion.title,
    text: motion.text,
    decidedOn,
    lines: motion.lines,
    deciderOrganizationId: null,
    reasons: new Map(motion.positions.map(({ positionId, reason }) => [positionId, reason])),
  };
}

/** Moves the positions of an adopted decision that its money does not move already. */
async function giveVerdicts(context: Context, tx: Tx, motion: Motion, on: CalendarDate): Promise<void> {
  const paidFor = new Set(motion.lines.map(({ positionId }) => positionId));
  for (const { positionId, verdict, reason } of motion.positions) {
    if (paidFor.has(positionId)) continue;
    const position = await findPosition(tx, positionId);
    if (position === null) throw new Refusal({ kind: 'NotFound', subject: 'position' });
    const to = orRefuse(checkDecided({ standing: position, to: VERDICT_STATE[verdict], on, reason }));
    const note = `${motion.reference}: ${reason}`;
    await movePosition(tx, positionId, position.state, to, {
      id: context.shell.newId(),
      on,
      note,
      ...stampOf(context),
    });
  }
}

async function checkSuperseded(db: Reader, decisionId: string): Promise<void> {
  const earlier = await findDecision(db, decisionId);
  if (earlier === null) throw new Refusal({ kind: 'NotFound', subject: 'decision' });
  orRefuse(supersede({ ...earlier, supersededBy: earlier.supersededBy?.reference ?? null }));
}

/** What adopting a draft on a day would release of the decision whose place it takes. */
export async function releaseBy(db: Reader, motion: Motion, on: CalendarDate): Promise<Release | null> {
  const { id: decisionId, reference, title, supersedesId } = motion;
  if (supersedesId === null) return null;
  return releaseOfDecision(db, supersedesId, { decisionId, reference, description: title, on });
}

/** Enters what the committee resolved, posts what it allocates and moves the positions it is about, all together. */
export async function enact(
  context: Context,
  tx: Tx,
  motion: Motion,
  decidedOn: CalendarDate,
  resolution: Omit<Resolution, 'decisionId' | 'supersedesId'>,
): Promise<Recorded> {
  const { id, reference, title, text } = motion;
  const { outcome } = resolution;
  orRefuse(moveMotion(motion, outcome));
  const stamp = stampOf(context);
  const adopted = isAdopted(outcome);
  const supersedesId = adopted ? motion.supersedesId : null;
  if (supersedesId !== null) await checkSuperseded(tx, supersedesId);
  let entryNumber: number | null = null;
  const release = adopted ? await releaseBy(tx, motion, decidedOn) : null;
  if (adopted && motion.lines.length > 0) {
    await refuseClosed(tx, decidedOn);
    const plan = await planAllocation(context, tx, allocationOf(motion, decidedOn), release);
    await plan.save(tx);
    entryNumber = (await appendEntries(tx, stamp, [plan.entry]))[0] ?? null;
  } else {
    await saveDecision(tx, { id, reference, title, decidedOn, text, ...stamp, lines: [] });
    entryNumber = await carryOutRelease(context, tx, release, null);
  }
  if (adopted) await giveVerdicts(context, tx, motion, decidedOn);
  for (const { organizationId } of await hostsOf(tx, [id]))
    await saveRecusal(tx, { motionId: id, organizationId, forced: true, reason: '' }, stamp);
  await saveResolution(tx, { ...resolution, decisionId: id, supersedesId }, stamp);
  await setMotionState(tx, id, { state: outcome });
  await saveMotionEvent(tx, id, { what: 'closed', note: resolution.reason, organizationId: null }, stamp);
  return { id, entryNumber };
}
