import { hostsOf, type Motion, saveMotionEvent, setMotionState, votesOn } from '@dcc/db/stores/motion-store';
import { listOrganizations } from '@dcc/db/stores/reference-store';
import type { Tx } from '@dcc/db/with-transaction';
import { neededToCarry, tally } from '@dcc/domain/committee/ballot';
import { closeMotion, moveMotion } from '@dcc/domain/committee/decision';
import type { CloseDecision, MotionInput } from '@dcc/domain/committee/inputs';
import { requireMeeting } from '@dcc/domain/committee/meeting';
import { windowEnd } from '@dcc/domain/committee/no-objection';
import { quorumOf, requireQuorum } from '@dcc/domain/committee/quorum';
import type { Recorded } from '../../use-case/command.ts';
import {
  everybody,
  organizationsOf,
  recusalsOf,
  requireFound,
  requireMeetingFound,
  rulesInForce,
  stampOf,
  tableOf,
} from '../../use-case/committee-table.ts';
import { type Context, today } from '../../use-case/context.ts';
import { enact } from '../../use-case/enact.ts';
import { orRefuse, Refusal } from '../../use-case/refusal.ts';
import { committeeCommand } from '../../use-case/settle-consented.ts';

/** What a decision at a meeting rests on: rules, who may decide it and is here, and the quorum they make. */
async function sittingOf(context: Context, tx: Tx, motion: Motion) {
  const { reference, meetingId } = motion;
  if (meetingId === null) throw new Refusal({ kind: 'DecisionNotTabled', reference });
  orRefuse(requireMeeting(await requireMeetingFound(tx, meetingId), 'open'));
  const rules = await rulesInForce(tx, today(context.shell));
  const recusals = await recusalsOf(tx, motion.id);
  const quorum = quorumOf(await tableOf(context, tx, meetingId), organizationsOf(recusals), rules);
  return { rules, recusals, quorum };
}

/** The chair puts a draft on the table of its meeting: from then on it is voted on. */
export function openDecision(context: Context, input: MotionInput): Promise<Recorded> {
  return committeeCommand(context, 'decision.run', input, async (tx) => {
    const motion = await requireFound(tx, input.decisionId);
    const state = orRefuse(moveMotion(motion, 'open'));
    const { quorum } = await sittingOf(context, tx, motion);
    orRefuse(requireQuorum(quorum));
    await setMotionState(tx, motion.id, { state });
    await saveMotionEvent(tx, motion.id, { what: 'opened', note: '', organizationId: null }, stampOf(context));
    return { id: motion.id, entryNumber: null, detail: { state } };
  });
}

/** The chair circulates a draft in writing: it is adopted unless somebody objects in time. */
export function circulateDecision(context: Context, input: MotionInput): Promise<Recorded> {
  return committeeCommand(context, 'decision.run', input, async (tx) => {
    const on = today(context.shell);
    const motion = await requireFound(tx, input.decisionId);
    const state = orRefuse(moveMotion(motion, 'circulated'));
    const rules = await rulesInForce(tx, on);
    const recused = organizationsOf(await recusalsOf(tx, motion.id));
    orRefuse(requireQuorum(quorumOf(await everybody(tx, on), recused, rules)));
    const closesOn = windowEnd(on, rules);
    await setMotionState(tx, motion.id, { state, closesOn });
    await saveMotionEvent(
      tx,
      motion.id,
      { what: 'circulated', note: closesOn, organizationId: null },
      stampOf(context),
    );
    return { id: motion.id, entryNumber: null, detail: { closesOn } };
  });
}

/** A consensus is the chair's word: not one about the chair's own organization. */
async function refuseOwn(context: Context, tx: Tx, motion: Motion): Promise<void> {
  const { organizationId: own } = context.actor;
  if (own === null || !(await hostsOf(tx, [motion.id])).some(({ organizationId }) => organizationId === own)) return;
  const organization = (await listOrganizations(tx)).find(({ id }) => id === own);
  throw new Refusal({ kind: 'Recused', organization: organization?.name ?? own });
}

/**
 * The chair closes what is on the table. What it allocates is posted in the same transaction, within what the pools and the
 * fund hold free, or nothing at all is written. Of two who close it at once one does, and the other is told.
 */
export function closeDecision(context: Context, input: CloseDecision): Promise<Recorded> {
  return committeeCommand(context, 'decision.run', input, async (tx) => {
    const motion = await requireFound(tx, input.decisionId);
    const { reference, state } = motion;
    if (state !== 'open') throw new Refusal({ kind: 'DecisionState', reference, state });
    const { rules, recusals, quorum } = await sittingOf(context, tx, motion);
    if (input.by === 'consensus') await refuseOwn(context, tx, motion);
    const counted = tally(await votesOn(tx, [motion.id]), recusals);
    const outcome = orRefuse(closeMotion({ closing: input, tally: counted, quorum, rules }));
    const recorded = await enact(context, tx, motion, today(context.shell), {
      mode: input.by,
      outcome,
      conditions: outcome === 'adopted-with-conditions' ? input.conditions : '',
      reason: input.reason,
      rulesNumber: rules.number,
      seated: quorum.seated,
      present: quorum.present,
      quorumNeeded: quorum.needed,
      ...counted,
      votesNeeded: neededToCarry(counted, quorum, rules),
    });
    return { ...recorded, detail: { outcome, by: input.by } };
  });
}
