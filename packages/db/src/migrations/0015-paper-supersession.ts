import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';

// Frozen: a migration that has run anywhere is never edited, and imports nothing of the program.

function appendOnly(engine: Engine): string[] {
  return engine === 'sqlite'
    ? ['UPDATE', 'DELETE'].map(
        (verb) =>
          `CREATE TRIGGER paper_supersession_no_${verb.toLowerCase()} BEFORE ${verb} ON paper_supersession BEGIN SELECT RAISE(ABORT, 'paper_supersession is append-only'); END`,
      )
    : [
        `CREATE TRIGGER paper_supersession_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON paper_supersession FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
      ];
}

/** Which decision one takes the place of that was taken on paper; of those taken in the program their resolution says it. */
export async function up(db: Kysely<never>, engine: Engine): Promise<void> {
  const table = `CREATE TABLE paper_supersession (
     decision_id TEXT PRIMARY KEY REFERENCES decision (id),
     supersedes_id TEXT NOT NULL UNIQUE REFERENCES decision (id)
   ) ${engine === 'sqlite' ? 'STRICT' : ''}`;
  for (const statement of [table, ...appendOnly(engine)]) await sql.raw(statement).execute(db);
}
