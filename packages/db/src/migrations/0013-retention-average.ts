import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';

// Frozen: a migration that has run anywhere is never edited, and imports nothing of the program.

function tables(engine: Engine): string[] {
  const int = engine === 'sqlite' ? 'INTEGER' : 'BIGINT';
  return [
    // What the retention of the whole programme was said to be, so many months after separation, from a day on.
    `CREATE TABLE retention_average (
       number ${int} PRIMARY KEY CHECK (number > 0),
       months ${int} NOT NULL CHECK (months IN (0, 6, 12, 24)),
       effective_on TEXT NOT NULL,
       percent TEXT NOT NULL CHECK (percent <> ''),
       source TEXT NOT NULL CHECK (source <> ''),
       recorded_at TEXT NOT NULL,
       recorded_by TEXT NOT NULL REFERENCES person (id)
     ) ${engine === 'sqlite' ? 'STRICT' : ''}`,
    ...(engine === 'sqlite'
      ? ['UPDATE', 'DELETE'].map(
          (verb) =>
            `CREATE TRIGGER retention_average_no_${verb.toLowerCase()} BEFORE ${verb} ON retention_average BEGIN SELECT RAISE(ABORT, 'retention_average is append-only'); END`,
        )
      : [
          `CREATE TRIGGER retention_average_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON retention_average FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
        ]),
  ];
}

/** Retention of the whole programme, which that of the fund stands beside. */
export async function up(db: Kysely<never>, engine: Engine): Promise<void> {
  for (const statement of tables(engine)) await sql.raw(statement).execute(db);
}
