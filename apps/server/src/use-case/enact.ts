import { hostsOf, type Motion, saveMotionEvent, saveRecusal, setMotionState } from '@dcc/db/stores/motion-store';
import { decisionThatApproved, findDecision, type Resolution, saveResolution } from '@dcc/db/stores/resolution-store';
import { appendEntries } from '@dcc/db/stores/ledger-store';
import { findPosition, movePosition, saveDecision } from '@dcc/db/stores/position-store';
import type { Reader } from '@dcc/db/open-database';
import type { Tx } from '@dcc/db/with-transaction';
import type { CalendarDate } from '@dcc/domain/calendar-date';
import { isAdopted, moveMotion, supersede } from '@dcc/domain/committee/decision';
import { VERDICT_STATE } from '@dcc/domain/committee/kinds';
import type { Approval } from '@dcc/domain/positions/gates';
import { checkDecided } from '@dcc/domain/positions/step';
import type { Recorded } from './command.ts';
import { stampOf } from './committee-table.ts';
import type { Context } from './context.ts';
import { refuseClosed } from './dates.ts';
import { type AllocationDecision, planAllocation } from './plan-allocation.ts';
import { carryOutRelease, type CausingSteps, type Release, releaseOfDecision } from './plan-release.ts';
import { orRefuse, Refusal } from './refusal.ts';

/** What a decision says and does, however it is taken. */
export type Said = Pick<Motion, 'id' | 'reference' | 'title' | 'text' | 'supersedesId' | 'lines' | 'positions'>;

/** What a decision would allocate if it were taken on a day. */
export function allocationOf(said: Said, decidedOn: CalendarDate): AllocationDecision {
  return {
    id: said.id,
    reference: said.reference,
    title: said.title,
    text: said.text,
    decidedOn,
    lines: said.lines,
    deciderOrganizationId: null,
    reasons: new Map(said.positions.map(({ positionId, reason }) => [positionId, reason])),
  };
}

/** Which decision in force approved a post, and whether this one takes its place. */
async function approvalOf(db: Reader, positionId: string, { supersedesId }: Said): Promise<Approval> {
  const decision = await decisionThatApproved(db, positionId);
  if (decision === null) return { by: null, superseded: false };
  return { by: decision.reference, superseded: decision.id === supersedesId };
}

/** What a decision makes of positions, apart from those that its money approves; refused where one cannot be moved so. */
export async function verdictsOf(db: Reader, said: Said, on: CalendarDate) {
  const paidFor = new Set(said.lines.map(({ positionId }) => positionId));
  const verdicts = [];
  for (const { positionId, verdict, reason } of said.positions) {
    if (paidFor.has(positionId)) continue;
    const position = await findPosition(db, positionId);
    if (position === null) throw new Refusal({ kind: 'NotFound', subject: 'position' });
    const approval = await approvalOf(db, positionId, said);
    const to = orRefuse(checkDecided({ standing: position, to: VERDICT_STATE[verdict], on, reason, approval }));
    verdicts.push({ position, to, note: `${said.reference}: ${reason}` });
  }
  return verdicts;
}

/** Moves the positions of an adopted decision that its money does not move already; says by which steps, by position. */
async function giveVerdicts(context: Context, tx: Tx, said: Said, on: CalendarDate): Promise<CausingSteps> {
  const steps = new Map<string, string>();
  for (const { position, to, note } of await verdictsOf(tx, said, on)) {
    const id = context.shell.newId();
    await movePosition(tx, position.id, position.state, to, { id, on, note, ...stampOf(context) });
    steps.set(position.id, id);
  }
  return steps;
}

/** The decision whose place is taken on a day must have been taken before, and still hold. */
export async function checkSuperseded(db: Reader, decisionId: string, on: CalendarDate): Promise<void> {
  const earlier = await findDecision(db, decisionId);
  if (earlier === null) throw new Refusal({ kind: 'NotFound', subject: 'decision' });
  orRefuse(supersede({ ...earlier, supersededBy: earlier.supersededBy?.reference ?? null }, on));
}

/** What taking a decision on a day would release: of the decision whose place it takes, and of the posts that it turns back. */
export async function releaseBy(db: Reader, said: Said, on: CalendarDate): Promise<Release | null> {
  const { id: decisionId, reference, title, supersedesId } = said;
  if (supersedesId === null) return null;
  const turnedBack = said.positions.filter(({ verdict }) => verdict !== 'approve').map(({ positionId }) => positionId);
  return releaseOfDecision(db, supersedesId, turnedBack, { decisionId, reference, description: title, on });
}

/** Enters a decision that was adopted, moves the positions it is about, and posts what it releases and allocates. */
export async function carryOut(context: Context, tx: Tx, said: Said, on: CalendarDate): Promise<number | null> {
  const { id, reference, title, text } = said;
  if (said.supersedesId !== null) await checkSuperseded(tx, said.supersedesId, on);
  const release = await releaseBy(tx, said, on);
  const steps = await giveVerdicts(context, tx, said, on);
  if (said.lines.length === 0) {
    await saveDecision(tx, { id, reference, title, decidedOn: on, text, ...stampOf(context), lines: [] });
    return carryOutRelease(context, tx, release, steps);
  }
  await refuseClosed(tx, on);
  const plan = await planAllocation(context, tx, allocationOf(said, on), release, steps);
  await plan.save(tx);
  return (await appendEntries(tx, stampOf(context), [plan.entry]))[0] ?? null;
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
  let entryNumber: number | null = null;
  if (adopted) entryNumber = await carryOut(context, tx, motion, decidedOn);
  else await saveDecision(tx, { id, reference, title, decidedOn, text, ...stamp, lines: [] });
  for (const { organizationId } of await hostsOf(tx, [id]))
    await saveRecusal(tx, { motionId: id, organizationId, forced: true, reason: '' }, stamp);
  await saveResolution(
    tx,
    { ...resolution, decisionId: id, supersedesId: adopted ? motion.supersedesId : null },
    stamp,
  );
  await setMotionState(tx, id, { state: outcome });
  await saveMotionEvent(tx, id, { what: 'closed', note: resolution.reason, organizationId: null }, stamp);
  return { id, entryNumber };
}
