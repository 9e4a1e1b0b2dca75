import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';

// Frozen: a migration that has run anywhere is never edited, and imports nothing of the program.

/** Forecasts that somebody saved: a name, and what was supposed, as JSON. Working papers, so they may be removed; their audit rows stay. */
export async function up(db: Kysely<never>, engine: Engine): Promise<void> {
  await sql
    .raw(
      `CREATE TABLE saved_forecast (
         id TEXT PRIMARY KEY,
         name TEXT NOT NULL,
         name_key TEXT NOT NULL UNIQUE,
         choice TEXT NOT NULL,
         recorded_at TEXT NOT NULL,
         recorded_by TEXT NOT NULL REFERENCES person (id)
       ) ${engine === 'sqlite' ? 'STRICT' : ''}`,
    )
    .execute(db);
}
