import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';

// Frozen: a migration that has run anywhere is never edited, and imports nothing of the program.

/** Addresses that somebody keeps under a name of their own. No record of the fund, so they change and go; their audit rows stay. */
export async function up(db: Kysely<never>, engine: Engine): Promise<void> {
  await sql
    .raw(
      `CREATE TABLE saved_view (
         id TEXT PRIMARY KEY,
         person_id TEXT NOT NULL REFERENCES person (id),
         name TEXT NOT NULL,
         name_key TEXT NOT NULL,
         path TEXT NOT NULL CHECK (path LIKE '/%'),
         recorded_at TEXT NOT NULL,
         UNIQUE (person_id, name_key)
       ) ${engine === 'sqlite' ? 'STRICT' : ''}`,
    )
    .execute(db);
}
