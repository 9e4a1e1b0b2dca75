import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';

// Frozen: a migration that has run anywhere is never edited, and imports nothing of the program.

function statements(engine: Engine): string[] {
  const int = engine === 'sqlite' ? 'INTEGER' : 'BIGINT';
  const strictClustered = engine === 'sqlite' ? 'STRICT, WITHOUT ROWID' : '';
  return [
    // What an account moved, whatever it was for: months are few to add up, and a month that is cut needs its days.
    `CREATE TABLE kept_total (
       account TEXT NOT NULL,
       grain TEXT NOT NULL CHECK (grain IN ('month', 'day')),
       period TEXT NOT NULL,
       kind TEXT NOT NULL,
       amount ${int} NOT NULL,
       PRIMARY KEY (account, grain, period, kind)
     ) ${strictClustered}`,
    ...['month', 'day'].map(
      (grain) => `INSERT INTO kept_total
       SELECT account, '${grain}', substr(effective_on, 1, ${grain === 'month' ? 7 : 10}), kind, sum(amount)
       FROM posting GROUP BY 1, 2, 3, 4`,
    ),
  ];
}

/** What each account moved by month and by day, whatever it was for. */
export async function up(db: Kysely<never>, engine: Engine): Promise<void> {
  for (const statement of statements(engine)) await sql.raw(statement).execute(db);
}
