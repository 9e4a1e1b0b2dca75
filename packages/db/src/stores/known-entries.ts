import type { CalendarDate } from '@dcc/domain/calendar-date';
import { knownBefore, type Standpoint } from '@dcc/domain/standpoint';
import { sql } from 'kysely';
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

/** Sorts after every instant. */
const END_OF_TIME = '9';

/** Records made before this instant (ISO text) are known from a standpoint; without one, all are. */
export function recordsBefore(standpoint: Standpoint | null): string {
  return standpoint?.knownOn == null ? END_OF_TIME : knownBefore(standpoint.knownOn);
}

/** Sorts after every number of an entry. */
const ENDLESS = 9_000_000_000_000_000n;

/** The number up to which entries are known from a standpoint: beyond every number where all are. */
export async function knownUpTo(db: Reader, standpoint: Standpoint): Promise<bigint> {
  const last = await lastEntryOf(db, standpoint);
  return last === null ? ENDLESS : BigInt(last);
}

/** Whether any entry took effect after a day. */
export async function anyEntryAfter(db: Reader, asOf: CalendarDate): Promise<boolean> {
  const later = await db
    .selectFrom('journal_entry')
    .select('number')
    .where('effective_on', '>', asOf)
    .limit(1)
    .executeTakeFirst();
  return later !== undefined;
}

/** Whether a standpoint sees the ledger whole, so that what is kept beside it is what stands there. */
export async function seesWholeLedger(db: Reader, { asOf, knownOn }: Standpoint): Promise<boolean> {
  return knownOn === null && !(await anyEntryAfter(db, asOf));
}

/** How many entries a standpoint sees. */
export async function entryCountAt(db: Reader, standpoint: Standpoint): Promise<number> {
  if (await seesWholeLedger(db, standpoint)) {
    const fund = await db.selectFrom('fund').select('entry_count').executeTakeFirst();
    return Number(fund?.entry_count ?? 0n);
  }
  const row = await db
    .selectFrom('journal_entry')
    .select(sql<bigint>`count(*)`.as('count'))
    .where('effective_on', '<=', standpoint.asOf)
    .where('number', '<=', await knownUpTo(db, standpoint))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
