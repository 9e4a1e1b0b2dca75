import { knownBefore, type Standpoint } from '@dcc/domain/standpoint';
import type { Reader } from '../open-database.ts';

/** Number of the last entry recorded before an instant (ISO text), 0 where there is none. Entries are numbered in the order of recording. */
export async function lastKnownEntry(db: Reader, before: string): Promise<number> {
  const row = await db
    .selectFrom('journal_entry')
    .select('number')
    .where('recorded_at', '<', before)
    .orderBy('recorded_at', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return Number(row?.number ?? 0n);
}

/** Number of the last entry that a standpoint knows; `null` where it knows all. */
export async function lastEntryOf(db: Reader, { knownOn }: Standpoint): Promise<number | null> {
  return knownOn === null ? null : lastKnownEntry(db, knownBefore(knownOn));
}
