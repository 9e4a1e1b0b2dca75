import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../open-database.ts';

/** What of the beginnings of a fund is on record. What stands for something that is not public does not count. */
const BEGINNINGS = {
  hosts: sql`select 1 from organization where id <> 'not-published' and exists (select 1 from duty_station where country_code <> 'ZZ')`,
  committee: sql`select 1 from committee_seat where exists (select 1 from committee_rules)`,
  rates: sql`select 1 from exchange_rate`,
  contributor: sql`select 1 from contributor`,
  agreement: sql`select 1 from journal_entry where kind = 'agreement'`,
  deposit: sql`select 1 from journal_entry where kind = 'deposit'`,
  certification: sql`select 1 from certification`,
  position: sql`select 1 from position where starts_on is not null`,
} as const satisfies Readonly<Record<string, RawBuilder<unknown>>>;

export type Beginning = keyof typeof BEGINNINGS;

/** Which beginnings of a fund are on record today: one query, and no more is read than whether a row is there. */
export async function beginnings(db: Reader): Promise<ReadonlySet<Beginning>> {
  const names = Object.keys(BEGINNINGS) as Beginning[];
  const one = sql.join(
    names.map((name) => sql`select ${sql.lit(name)} as name where exists (${BEGINNINGS[name]})`),
    sql` union all `,
  );
  const { rows } = await sql<{ name: Beginning }>`${one}`.execute(db);
  return new Set(rows.map(({ name }) => name));
}

/** An agreement that still expects money, the oldest first; `null` where none does. */
export async function agreementToPay(db: Reader): Promise<string | null> {
  const row = await db
    .selectFrom('instalment')
    .select('contribution_id')
    .where('outstanding_original', '>', 0n)
    .orderBy('due_on')
    .orderBy('contribution_id')
    .executeTakeFirst();
  return row?.contribution_id ?? null;
}
