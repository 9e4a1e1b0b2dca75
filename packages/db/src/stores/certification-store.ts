import { batches } from '../batches.ts';
import type { Reader } from '../open-database.ts';
import type { Tx } from '../with-transaction.ts';

/** Writes down that somebody else has looked at entries and stands for them. */
export async function certifyEntries(
  tx: Tx,
  stamp: { readonly at: string; readonly by: string },
  numbers: readonly number[],
): Promise<void> {
  const rows = numbers.map((number) => ({
    entry_number: BigInt(number),
    certified_at: stamp.at,
    certified_by: stamp.by,
  }));
  for (const batch of batches(rows, 3)) await tx.insertInto('certification').values(batch).execute();
  for (const batch of batches(rows, 1)) {
    await tx
      .deleteFrom('pending_certification')
      .where(
        'entry_number',
        'in',
        batch.map(({ entry_number: number }) => number),
      )
      .execute();
  }
}

/** How many entries wait for certification. */
export async function pendingCount(db: Reader): Promise<number> {
  const row = await db
    .selectFrom('pending_certification')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
