import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';

// Frozen: a migration that has run anywhere is never edited, and imports nothing of the program.

function tables(engine: Engine): string[] {
  const int = engine === 'sqlite' ? 'INTEGER' : 'BIGINT';
  const strict = engine === 'sqlite' ? 'STRICT' : '';
  return [
    // Whether the agreement with a host organization covers the pension of its officers, from a day on.
    `CREATE TABLE host_pension (
       organization_id TEXT NOT NULL REFERENCES organization (id),
       number ${int} NOT NULL CHECK (number > 0),
       effective_on TEXT NOT NULL,
       covered ${int} NOT NULL CHECK (covered IN (0, 1)),
       source TEXT NOT NULL CHECK (source <> ''),
       recorded_at TEXT NOT NULL,
       recorded_by TEXT NOT NULL REFERENCES person (id),
       PRIMARY KEY (organization_id, number)
     ) ${strict}`,
    ...(engine === 'sqlite'
      ? ['UPDATE', 'DELETE'].map(
          (verb) =>
            `CREATE TRIGGER host_pension_no_${verb.toLowerCase()} BEFORE ${verb} ON host_pension BEGIN SELECT RAISE(ABORT, 'host_pension is append-only'); END`,
        )
      : [
          `CREATE TRIGGER host_pension_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON host_pension FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
        ]),
  ];
}

/** Pension: whether the agreement with a host covers it. */
export async function up(db: Kysely<never>, engine: Engine): Promise<void> {
  for (const statement of tables(engine)) await sql.raw(statement).execute(db);
}
