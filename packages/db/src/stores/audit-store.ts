import { insertRows } from '../insert-rows.ts';
import type { Tx } from '../with-transaction.ts';

/** Writes down who did what to which record, in the same transaction as the deed. */
export async function recordAudit(
  tx: Tx,
  event: {
    readonly id: string;
    readonly at: string;
    readonly personId: string;
    readonly action: string;
    readonly subject: string;
    readonly detail: Readonly<Record<string, string>>;
  },
): Promise<void> {
  await insertRows(tx, 'audit_event', [
    {
      id: event.id,
      at: event.at,
      person_id: event.personId,
      action: event.action,
      subject: event.subject,
      detail: JSON.stringify(event.detail),
    },
  ]);
}
