import {
  type Motion,
  saveMotionEvent,
  saveRecusal,
  saveVote,
  setMotionState,
  votesOn,
} from '@dcc/db/stores/motion-store';
import type { Tx } from '@dcc/db/with-transaction';
import { castVote as castVoteRule, delegationOf, voterOf } from '@dcc/domain/committee/ballot';
import type { CastVote, Statement } from '@dcc/domain/committee/inputs';
import { requireMeeting } from '@dcc/domain/committee/meeting';
import { object as objectRule } from '@dcc/domain/committee/no-objection';
import { type Delegation, quorumOf, requireQuorum } from '@dcc/domain/committee/quorum';
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
import { orRefuse, Refusal } from '../../use-case/refusal.ts';
import { committeeCommand } from '../../use-case/settle-consented.ts';

const inState = ({ reference, state }: Motion, ...states: Motion['state'][]): void => {
  if (!states.includes(state)) throw new Refusal({ kind: 'DecisionState', reference, state });
};

/** Refuses who takes no part in a decision. */
async function refuseRecused(
  tx: Tx,
  motionId: string,
  { organizationId, organizationName }: Delegation,
): Promise<void> {
  const recusal = (await recusalsOf(tx, motionId)).find((each) => each.organizationId === organizationId);
  if (recusal !== undefined)
    throw new Refusal({ kind: 'RecusedFromDecision', organization: organizationName, forced: recusal.forced });
}

/** Votes on what is on the table, for one's organization: present, with a quorum, once, and not after a recusal. */
export function castVote(context: Context, input: CastVote): Promise<Recorded> {
  return committeeCommand(context, 'decision.vote', input, async (tx) => {
    const motion = await requireFound(tx, input.decisionId);
    inState(motion, 'open');
    const meeting = await requireMeetingFound(tx, motion.meetingId ?? '');
    orRefuse(requireMeeting(meeting, 'open'));
    const table = await tableOf(context, tx, meeting.id);
    const delegation = orRefuse(voterOf(table, context.actor.personId));
    const recusals = await recusalsOf(tx, motion.id);
    const votes = await votesOn(tx, [motion.id]);
    const { organizationId, choice } = orRefuse(castVoteRule({ delegation, votes, recusals, choice: input.choice }));
    const rules = await rulesInForce(tx, today(context.shell));
    orRefuse(requireQuorum(quorumOf(table, organizationsOf(recusals), rules)));
    const asAlternate = delegation.voter?.kind === 'alternate';
    await saveVote(
      tx,
      { motionId: motion.id, organizationId, choice, note: input.note, asAlternate },
      stampOf(context),
    );
    return { id: motion.id, entryNumber: null, detail: { organization: organizationId, choice } };
  });
}

/** A member takes no part in a decision for their organization; it cannot be taken back. */
export function recuse(context: Context, input: Statement): Promise<Recorded> {
  return committeeCommand(context, 'decision.vote', input, async (tx) => {
    const motion = await requireFound(tx, input.decisionId);
    inState(motion, 'drafted', 'open', 'circulated');
    const own = orRefuse(delegationOf(await everybody(tx, today(context.shell)), context.actor.personId));
    await refuseRecused(tx, motion.id, own);
    const { organizationId } = own;
    const recusal = { motionId: motion.id, organizationId, forced: false, reason: input.reason };
    await saveRecusal(tx, recusal, stampOf(context));
    return { id: motion.id, entryNumber: null, detail: { organization: organizationId } };
  });
}

/** Objects to what is circulated, in time: it then goes to a meeting. */
export function object(context: Context, input: Statement): Promise<Recorded> {
  return committeeCommand(context, 'decision.vote', input, async (tx) => {
    const on = today(context.shell);
    const motion = await requireFound(tx, input.decisionId);
    inState(motion, 'circulated');
    const own = orRefuse(delegationOf(await everybody(tx, on), context.actor.personId));
    await refuseRecused(tx, motion.id, own);
    if (motion.closesOn !== null) orRefuse(objectRule(motion.closesOn, on));
    await setMotionState(tx, motion.id, { state: 'drafted', closesOn: null });
    const event = { what: 'objected' as const, note: input.reason, organizationId: own.organizationId };
    await saveMotionEvent(tx, motion.id, event, stampOf(context));
    return { id: motion.id, entryNumber: null, detail: { organization: own.organizationId } };
  });
}
