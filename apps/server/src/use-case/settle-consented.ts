import { recordAudit } from '@dcc/db/stores/audit-store';
import { consentedMotions, type Motion, saveMotionEvent, setMotionState } from '@dcc/db/stores/motion-store';
import { type Tx, withTransaction } from '@dcc/db/with-transaction';
import { quorumOf, requireQuorum } from '@dcc/domain/committee/quorum';
import type { Action } from '@dcc/domain/people/capability';
import { assertMay, command, type Recorded } from './command.ts';
import { everybody, organizationsOf, recusalsOf, requireFound, rulesInForce, stampOf } from './committee-table.ts';
import { type Context, today } from './context.ts';
import { enact } from './enact.ts';
import { orRefuse, Refusal } from './refusal.ts';
import { violationWords } from './violation-words.ts';

/** What became of a decision that silence had consented to. */
export type Settled = { readonly reference: string; readonly adopted: boolean; readonly why: string };

/** Adopts what nobody objected to in time, as of its last day. */
async function adopt(context: Context, tx: Tx, motion: Motion): Promise<void> {
  const { closesOn } = motion;
  if (closesOn === null) throw new Error('What is circulated has a last day to object');
  const rules = await rulesInForce(tx, closesOn);
  const table = await everybody(tx, closesOn);
  const quorum = orRefuse(requireQuorum(quorumOf(table, organizationsOf(await recusalsOf(tx, motion.id)), rules)));
  await enact(context, tx, motion, closesOn, {
    mode: 'no-objection',
    outcome: 'adopted',
    conditions: '',
    reason: '',
    rulesNumber: rules.number,
    seated: quorum.seated,
    present: quorum.present,
    quorumNeeded: quorum.needed,
    inFavour: 0,
    against: 0,
    abstained: 0,
    votesNeeded: 0,
  });
}

async function audit(context: Context, tx: Tx, motion: Motion, detail: Readonly<Record<string, string>>) {
  const { recordedAt, recordedBy } = stampOf(context);
  const id = context.shell.newId();
  await recordAudit(tx, {
    id,
    at: recordedAt,
    personId: recordedBy,
    action: 'decision.settle',
    subject: motion.id,
    detail,
  });
}

/** Still to be settled, or settled by somebody else meanwhile. */
const isWaiting = async (tx: Tx, id: string): Promise<Motion | null> => {
  const motion = await requireFound(tx, id);
  return motion.state === 'circulated' ? motion : null;
};

async function settle(context: Context, { id, reference }: Motion): Promise<Settled | null> {
  const { db } = context.shell;
  try {
    return await withTransaction(db, async (tx) => {
      const motion = await isWaiting(tx, id);
      if (motion === null) return null;
      await adopt(context, tx, motion);
      await audit(context, tx, motion, { outcome: 'adopted' });
      return { reference, adopted: true, why: '' };
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // What can no longer be carried out goes to a meeting, with the reason: consent alone moves no money that is not there.
    const why = violationWords(error.violation);
    return withTransaction(db, async (tx) => {
      const motion = await isWaiting(tx, id);
      if (motion === null) return null;
      await setMotionState(tx, id, { state: 'drafted', closesOn: null });
      await saveMotionEvent(tx, id, { what: 'returned', note: why, organizationId: null }, stampOf(context));
      await audit(context, tx, motion, { outcome: 'returned', why });
      return { reference, adopted: false, why };
    });
  }
}

/**
 * Settles every written decision whose last day to object is over. The day says what was decided; the next act of the
 * committee, or the command line, enters it. Each in a transaction of its own.
 */
export async function settleConsented(context: Context): Promise<readonly Settled[]> {
  const { shell } = context;
  const settled: Settled[] = [];
  for (const motion of await consentedMotions(shell.db.read, today(shell))) {
    const done = await settle(context, motion);
    if (done !== null) settled.push(done);
  }
  return settled;
}

/** An act of the committee: permission, then what silence has decided by now, then the act itself. */
export async function committeeCommand<I extends { readonly idempotencyKey: string }>(
  context: Context,
  action: Action,
  input: I,
  work: (tx: Tx) => Promise<Recorded & { readonly detail?: Readonly<Record<string, string>> }>,
): Promise<Recorded> {
  assertMay(context, action);
  await settleConsented(context);
  return command(context, action, input, work);
}
