import type { Standpoint } from '@dcc/domain/standpoint';
import { sql } from 'kysely';
import { batches } from '../batches.ts';
import type { Certifiable } from '@dcc/domain/ledger/certification';
import { insertRows } from '../insert-rows.ts';
import type { Reader } from '../open-database.ts';
import { runWritten } from '../written-queries.ts';
import type { Tx } from '../with-transaction.ts';
import { knownUpTo, recordsBefore, seesWholeLedger } from './known-entries.ts';

/** Entries by their numbers, as their certification needs to see them; one that does not exist is missing. */
export async function findCertifiable(db: Reader, numbers: readonly number[]): Promise<Map<number, Certifiable>> {
  const rows = await db
    .selectFrom('journal_entry')
    .leftJoin('certification', 'certification.entry_number', 'journal_entry.number')
    .select(['journal_entry.number', 'journal_entry.recorded_by', 'certification.certified_at'])
    .where('journal_entry.number', 'in', numbers.map(BigInt))
    .execute();
  return new Map(
    rows.map((row) => [
      Number(row.number),
      { number: Number(row.number), recordedBy: row.recorded_by, certified: row.certified_at !== null },
    ]),
  );
}

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
  await insertRows(tx, 'certification', rows);
  for (const batch of batches(rows)) {
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

/** How many of the entries that a standpoint sees waited for certification there. */
export async function pendingCount(db: Reader, standpoint: Standpoint): Promise<number> {
  const whole = await seesWholeLedger(db, standpoint);
  const values = {
    asOf: standpoint.asOf,
    last: await knownUpTo(db, standpoint),
    since: recordsBefore(standpoint),
  };
  const [row] = await runWritten(db, `number waiting ${whole ? 'now' : 'there'}`, values, ({ asOf, last, since }) => {
    const waiting = whole
      ? sql`select entry_number from pending_certification`
      : sql`select w.entry_number from (
          select entry_number from pending_certification union all select entry_number from certification where certified_at >= ${since}
        ) w join journal_entry e on e.number = w.entry_number where e.effective_on <= ${asOf} and e.number <= ${last}`;
    return sql<{ count: bigint }>`select count(*) as count from (${waiting}) as waiting`;
  });
  return Number(row?.count ?? 0n);
}
