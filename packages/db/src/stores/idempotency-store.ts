import { insertRows } from '../insert-rows.ts';
import type { Tx } from '../with-transaction.ts';
import { runWritten } from '../written-queries.ts';

/** The answer given to a key before, if any. */
export async function findAnswer(
  tx: Tx,
  personId: string,
  key: string,
): Promise<{ inputHash: string; answer: string } | null> {
  const [row] = await runWritten(tx, 'answer of a key', { personId, key }, (given) =>
    tx
      .selectFrom('idempotency')
      .select(['input_hash', 'answer'])
      .where('person_id', '=', given.personId)
      .where('key', '=', given.key),
  );
  return row === undefined ? null : { inputHash: row.input_hash, answer: row.answer };
}

export async function saveAnswer(
  tx: Tx,
  answer: {
    readonly personId: string;
    readonly key: string;
    readonly inputHash: string;
    readonly answer: string;
    readonly at: string;
  },
): Promise<void> {
  await insertRows(tx, 'idempotency', [
    {
      person_id: answer.personId,
      key: answer.key,
      input_hash: answer.inputHash,
      answer: answer.answer,
      created_at: answer.at,
    },
  ]);
}
