import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';

// Frozen: a migration that has run anywhere is never edited, and imports nothing of the program.

function tables(engine: Engine): string[] {
  const int = engine === 'sqlite' ? 'INTEGER' : 'BIGINT';
  const strict = engine === 'sqlite' ? 'STRICT' : '';
  return [
    // What an entry gave back of what one line of a decision had reserved; the step that caused it, where no decision did.
    `CREATE TABLE release (
       entry_number ${int} NOT NULL REFERENCES journal_entry (number),
       line ${int} NOT NULL CHECK (line > 0),
       decision_id TEXT NOT NULL,
       allocation_line ${int} NOT NULL,
       amount ${int} NOT NULL CHECK (amount > 0),
       step_id TEXT REFERENCES position_step (id),
       PRIMARY KEY (entry_number, line),
       FOREIGN KEY (decision_id, allocation_line) REFERENCES allocation (decision_id, line)
     ) ${strict}`,
    'CREATE INDEX release_allocation ON release (decision_id, allocation_line)',
  ];
}

function appendOnly(engine: Engine): string[] {
  return engine === 'sqlite'
    ? ['UPDATE', 'DELETE'].map(
        (verb) =>
          `CREATE TRIGGER release_no_${verb.toLowerCase()} BEFORE ${verb} ON release BEGIN SELECT RAISE(ABORT, 'release is append-only'); END`,
      )
    : [
        `CREATE TRIGGER release_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON release FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
      ];
}

/** Releases: reserved money that goes back to its pools before it was sent. */
export async function up(db: Kysely<never>, engine: Engine): Promise<void> {
  for (const statement of [...tables(engine), ...appendOnly(engine)]) await sql.raw(statement).execute(db);
}
