import { setTimeout as sleep } from 'node:timers/promises';
import { sql, type Transaction } from 'kysely';
import type { Database } from './open-database.ts';
import type { Tables } from './tables.ts';

export type Tx = Transaction<Tables>;

const TRIES = 5;
/** PostgreSQL: serialization failure and deadlock. SQLite: another process held the file longer than the busy timeout. */
const PASSING = new Set(['40001', '40P01', 'SQLITE_BUSY']);

function isPassing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && PASSING.has(String(error.code));
}

/**
 * Runs `work` in one transaction that writes alone: SQLite begins IMMEDIATE, PostgreSQL locks the fund's row first. What `work`
 * reads is therefore still true when it writes. `work` awaits SQL and nothing else. A passing conflict is tried again.
 */
export async function withTransaction<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.write.transaction().execute(async (tx) => {
        if (db.engine === 'postgres') await sql`select id from fund where id = 1 for update`.execute(tx);
        return work(tx);
      });
    } catch (error) {
      if (attempt >= TRIES || !isPassing(error)) throw error;
      await sleep(attempt * 20);
    }
  }
}
