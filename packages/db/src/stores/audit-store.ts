import { insertRows } from '../insert-rows.ts';
import type { Reader } from '../open-database.ts';
import type { Tx } from '../with-transaction.ts';
import { runWritten } from '../written-queries.ts';

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

/** When the newest events of the trail were recorded, and a mark of them: another one as soon as anybody has recorded anything. */
export type LastAudit = { readonly at: string; readonly mark: string };

/** The end of the trail; empty texts where nothing was ever recorded. */
export async function lastAudit(db: Reader): Promise<LastAudit> {
  const [last] = await runWritten(db, 'last audit', {}, () =>
    db
      .selectFrom('audit_event')
      .select((eb) => ['at', eb.fn.countAll<bigint>().as('count')])
      .where('at', '=', (eb) => eb.selectFrom('audit_event').select((inner) => inner.fn.max('at').as('at')))
      .groupBy('at'),
  );
  return last === undefined ? { at: '', mark: '' } : { at: last.at, mark: `${last.at} ${last.count}` };
}
