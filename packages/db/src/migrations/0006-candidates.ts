import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';

// Frozen: a migration that has run anywhere is never edited, and imports nothing of the program.

const APPEND_ONLY = ['vacancy', 'vacancy_terms', 'candidate_step', 'candidate_retention'] as const;

function tables(engine: Engine): string[] {
  const int = engine === 'sqlite' ? 'INTEGER' : 'BIGINT';
  const strict = engine === 'sqlite' ? 'STRICT' : '';
  return [
    `CREATE TABLE vacancy (
       id TEXT PRIMARY KEY,
       position_id TEXT NOT NULL REFERENCES position (id),
       number ${int} NOT NULL CHECK (number > 0),
       recorded_at TEXT NOT NULL,
       recorded_by TEXT NOT NULL REFERENCES person (id),
       UNIQUE (position_id, number)
     ) ${strict}`,
    // Languages are codes of ISO 639-1 parted by spaces.
    `CREATE TABLE vacancy_terms (
       vacancy_id TEXT NOT NULL REFERENCES vacancy (id),
       number ${int} NOT NULL CHECK (number > 0),
       opens_on TEXT NOT NULL,
       closes_on TEXT NOT NULL,
       oldest_age ${int},
       degree TEXT CHECK (degree IN ('first-level', 'advanced', 'doctorate')),
       experience_years ${int} NOT NULL CHECK (experience_years >= 0),
       languages_all TEXT NOT NULL,
       languages_one_of TEXT NOT NULL,
       languages_asset TEXT NOT NULL,
       text TEXT NOT NULL,
       recorded_at TEXT NOT NULL,
       recorded_by TEXT NOT NULL REFERENCES person (id),
       PRIMARY KEY (vacancy_id, number),
       CHECK (closes_on >= opens_on)
     ) ${strict}`,
    // The only table that knows who somebody is: the secretariat alone reads it, and once erased nothing personal is left.
    `CREATE TABLE candidate (
       id TEXT PRIMARY KEY,
       vacancy_id TEXT NOT NULL REFERENCES vacancy (id),
       number ${int} NOT NULL CHECK (number > 0),
       applied_on TEXT NOT NULL,
       name TEXT,
       nationality TEXT,
       gender TEXT CHECK (gender IN ('female', 'male', 'other')),
       birth_year ${int},
       degree TEXT CHECK (degree IN ('first-level', 'advanced', 'doctorate')),
       experience_years ${int},
       languages TEXT,
       erased_on TEXT,
       erased_reason TEXT CHECK (erased_reason IN ('retention', 'request', 'mistake')),
       UNIQUE (vacancy_id, number),
       CHECK ((erased_on IS NULL) = (name IS NOT NULL)),
       CHECK ((erased_on IS NULL) = (erased_reason IS NULL)),
       CHECK (erased_on IS NULL OR (nationality IS NULL AND gender IS NULL AND birth_year IS NULL
         AND degree IS NULL AND experience_years IS NULL AND languages IS NULL))
     ) ${strict}`,
    `CREATE TABLE candidate_step (
       candidate_id TEXT NOT NULL REFERENCES candidate (id),
       number ${int} NOT NULL CHECK (number > 0),
       to_stage TEXT NOT NULL CHECK (to_stage IN ('long-list', 'short-list', 'interviewed', 'selected', 'declined', 'not-selected')),
       on_date TEXT NOT NULL,
       recorded_at TEXT NOT NULL,
       recorded_by TEXT NOT NULL REFERENCES person (id),
       PRIMARY KEY (candidate_id, number)
     ) ${strict}`,
    `CREATE TABLE candidate_retention (
       number ${int} PRIMARY KEY CHECK (number > 0),
       effective_on TEXT NOT NULL,
       months ${int} NOT NULL CHECK (months > 0),
       source TEXT NOT NULL,
       recorded_at TEXT NOT NULL,
       recorded_by TEXT NOT NULL REFERENCES person (id)
     ) ${strict}`,
    // One digest of what waits, for a person and a day: the row is there before the mail leaves.
    `CREATE TABLE digest (
       person_id TEXT NOT NULL REFERENCES person (id),
       on_date TEXT NOT NULL,
       items ${int} NOT NULL,
       recorded_at TEXT NOT NULL,
       PRIMARY KEY (person_id, on_date)
     ) ${strict}`,
  ];
}

/** Records that stay as they are, and candidates, which are emptied and never removed: their number stays counted. */
function guards(engine: Engine): string[] {
  const refusal = (table: string, verb: string, message: string): string =>
    `CREATE TRIGGER ${table}_no_${verb.toLowerCase()} BEFORE ${verb} ON ${table} BEGIN SELECT RAISE(ABORT, '${message}'); END`;
  if (engine === 'sqlite') {
    return [
      ...APPEND_ONLY.flatMap((table) =>
        ['UPDATE', 'DELETE'].map((verb) => refusal(table, verb, `${table} is append-only`)),
      ),
      refusal('candidate', 'DELETE', 'candidate is append-only'),
    ];
  }
  const guard = (table: string, verbs: string): string =>
    `CREATE TRIGGER ${table}_append_only BEFORE ${verbs} ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`;
  return [
    ...APPEND_ONLY.map((table) => guard(table, 'UPDATE OR DELETE OR TRUNCATE')),
    guard('candidate', 'DELETE OR TRUNCATE'),
  ];
}

/** Vacancies, candidates apart from everything else, how long what is known of them is kept, and digests sent. */
export async function up(db: Kysely<never>, engine: Engine): Promise<void> {
  for (const statement of [...tables(engine), ...guards(engine)]) await sql.raw(statement).execute(db);
}
