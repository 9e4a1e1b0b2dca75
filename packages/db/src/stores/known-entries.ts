import type { CalendarDate } from '@dcc/domain/calendar-date';
import { knownBefore, type Standpoint } from '@dcc/domain/standpoint';
import { sql } from 'kysely';
import type { Reader } from '../open-database.ts';
import { runWritten } from '../written-queries.ts';

/** Number of the last entry recorded before an instant (ISO text), 0 where there is none. Entries are numbered in the order of recording. */
export async function lastKnownEntry(db: Reader, before: string): Promise<number> {
  const [row] = await runWritten(db, 'last known entry', { before }, (given) =>
    db
      .selectFrom('journal_entry')
      .select('number')
      .where('recorded_at', '<', given.before)
      .orderBy('recorded_at', 'desc')
      .orderBy('number', 'desc')
      .limit(sql.lit(1)),
  );
  return Number(row?.number ?? 0n);
}

/** Number of the last entry that a standpoint knows; `null` where it knows all. */
export async function lastEntryOf(db: Reader, { knownOn }: Standpoint): Promise<number | null> {
  return knownOn === null ? null : lastKnownEntry(db, knownBefore(knownOn));
}

/** Sorts after every instant, and after every day. */
export const END_OF_TIME = '9';

/** Records made before this instant (ISO text) are known from a standpoint; without one, all are. */
export function recordsBefore(standpoint: Standpoint | null): string {
  return standpoint?.knownOn == null ? END_OF_TIME : knownBefore(standpoint.knownOn);
}

/** What happens on the day of its recording: made before this instant (ISO text), it had happened by a standpoint's day and is known there. */
export function happenedBefore(standpoint: Standpoint | null): string {
  if (standpoint === null) return END_OF_TIME;
  const [byDay, known] = [knownBefore(standpoint.asOf), recordsBefore(standpoint)];
  return byDay < known ? byDay : known;
}

/** Sorts after every number of an entry. */
const ENDLESS = 9_000_000_000_000_000n;

/** The number up to which entries are known from a standpoint: beyond every number where all are, or without one. */
export async function knownUpTo(db: Reader, standpoint: Standpoint | null): Promise<bigint> {
  const last = standpoint === null ? null : await lastEntryOf(db, standpoint);
  return last === null ? ENDLESS : BigInt(last);
}

/** What readers for one answer were told of days: whether any entry took effect after them. */
const toldAfter = new WeakMap<Reader, Map<CalendarDate, boolean>>();

/** A reader for one answer, which asks many questions from one standpoint: what it stands on is looked up once. */
export function forOneAnswer(db: Reader): Reader {
  const reader = db.withoutPlugins();
  toldAfter.set(reader, new Map());
  return reader;
}

/** Whether any entry took effect after a day. */
export async function anyEntryAfter(db: Reader, asOf: CalendarDate): Promise<boolean> {
  const told = toldAfter.get(db);
  const known = told?.get(asOf);
  if (known !== undefined) return known;
  const later = await runWritten(db, 'any entry after', { asOf }, (given) =>
    db.selectFrom('journal_entry').select('number').where('effective_on', '>', given.asOf).limit(sql.lit(1)),
  );
  told?.set(asOf, later.length > 0);
  return later.length > 0;
}

/** Whether a standpoint sees the ledger whole, so that what is kept beside it is what stands there. */
export async function seesWholeLedger(db: Reader, { asOf, knownOn }: Standpoint): Promise<boolean> {
  return knownOn === null && !(await anyEntryAfter(db, asOf));
}

/** How many entries there are. */
export async function entryCount(db: Reader): Promise<number> {
  const [fund] = await runWritten(db, 'number of entries', {}, () => db.selectFrom('fund').select('entry_count'));
  return Number(fund?.entry_count ?? 0n);
}

/** How many entries a standpoint sees. */
export async function entryCountAt(db: Reader, standpoint: Standpoint): Promise<number> {
  if (await seesWholeLedger(db, standpoint)) return entryCount(db);
  const row = await db
    .selectFrom('journal_entry')
    .select(sql<bigint>`count(*)`.as('count'))
    .where('effective_on', '<=', standpoint.asOf)
    .where('number', '<=', await knownUpTo(db, standpoint))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
