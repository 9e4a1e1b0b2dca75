import { appendEntries, sha256 } from '@dcc/db/stores/ledger-store';
import { findAnswer, saveAnswer } from '@dcc/db/stores/idempotency-store';
import { recordAudit } from '@dcc/db/stores/audit-store';
import { type Tx, withTransaction } from '@dcc/db/with-transaction';
import type { Reader } from '@dcc/db/open-database';
import type { EntryDraft } from '@dcc/domain/ledger/entry';
import { type Action, may } from '@dcc/domain/people/capability';
import type { Context } from './context.ts';
import { refuseClosed } from './dates.ts';
import { Refusal } from './refusal.ts';

/** Answer of everything that records. */
export type Recorded = { readonly id: string; readonly entryNumber: number | null };

type Keyed = { readonly idempotencyKey: string };
type Work = (tx: Tx) => Promise<Recorded & { readonly detail?: Readonly<Record<string, string>> }>;

/** Refuses, before anything is read, what none of the person's roles allows. */
export function assertMay(context: Context, action: Action): void {
  if (!may(context.actor.roles, action)) throw new Refusal({ kind: 'NotPermitted', action });
}

/**
 * Runs one change: permission, then a single transaction in which the same key with the same input gives the first answer again,
 * the same key with another input is refused, and the change, its audit row and its answer are saved together or not at all.
 */
export async function command<I extends Keyed>(
  context: Context,
  action: Action,
  input: I,
  work: Work,
): Promise<Recorded> {
  assertMay(context, action);
  return ownCommand(context, action, input, work);
}

/** The same for what is a person's own and needs no permission: `action` only names it in the audit trail. */
export async function ownCommand<I extends Keyed>(
  context: Context,
  action: string,
  input: I,
  work: Work,
): Promise<Recorded> {
  const { shell, actor } = context;
  const inputHash = sha256(JSON.stringify([action, input]));
  return withTransaction(shell.db, async (tx) => {
    const known = await findAnswer(tx, actor.personId, input.idempotencyKey);
    if (known !== null) {
      if (known.inputHash !== inputHash) throw new Refusal({ kind: 'KeyReused' });
      return JSON.parse(known.answer) as Recorded;
    }
    const { detail, ...answer } = await work(tx);
    const at = shell.now().toISOString();
    await recordAudit(tx, {
      id: shell.newId(),
      at,
      personId: actor.personId,
      action,
      subject: answer.id,
      detail: detail ?? {},
    });
    await saveAnswer(tx, {
      personId: actor.personId,
      key: input.idempotencyKey,
      inputHash,
      answer: JSON.stringify(answer),
      at,
    });
    return answer;
  });
}

/** What a recording would do: the entry, and what else to save with it. Making a plan reads and decides, and writes nothing. */
export type Plan = { readonly id: string; readonly entry: EntryDraft; readonly save: (tx: Tx) => Promise<void> };

/** A way to record money: one plan, shown before it is carried out and carried out as shown. */
export type Recording<I extends Keyed> = {
  readonly action: Action;
  readonly plan: (context: Context, db: Reader, input: I) => Promise<Plan>;
};

/** Decides and returns the entry that would be posted; writes nothing. */
export async function preview<I extends Keyed>(
  recording: Recording<I>,
  context: Context,
  input: I,
): Promise<EntryDraft> {
  assertMay(context, recording.action);
  const db = context.shell.db.read;
  const { entry } = await recording.plan(context, db, input);
  await refuseClosed(db, entry.effectiveOn);
  return entry;
}

/** Decides again inside the transaction and posts. */
export async function record<I extends Keyed>(recording: Recording<I>, context: Context, input: I): Promise<Recorded> {
  return command(context, recording.action, input, async (tx) => {
    const plan = await recording.plan(context, tx, input);
    await refuseClosed(tx, plan.entry.effectiveOn);
    await plan.save(tx);
    const stamp = { recordedAt: context.shell.now().toISOString(), recordedBy: context.actor.personId };
    const [entryNumber = null] = await appendEntries(tx, stamp, [plan.entry]);
    return { id: plan.id, entryNumber };
  });
}
