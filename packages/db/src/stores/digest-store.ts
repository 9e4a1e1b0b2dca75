import type { CalendarDate } from '@dcc/domain/calendar-date';
import type { Tx } from '../with-transaction.ts';

/** Marks a person's digest of a day as on its way; false where it was before. */
export async function claimDigest(
  tx: Tx,
  digest: { readonly personId: string; readonly on: CalendarDate; readonly items: number; readonly at: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('digest')
    .values({ person_id: digest.personId, on_date: digest.on, items: BigInt(digest.items), recorded_at: digest.at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Takes the mark back of a digest that could not be handed over, so that the next run tries again. */
export async function releaseDigest(tx: Tx, personId: string, on: CalendarDate): Promise<void> {
  await tx.deleteFrom('digest').where('person_id', '=', personId).where('on_date', '=', on).execute();
}
