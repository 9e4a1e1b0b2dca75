import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';

// Frozen: a migration that has run anywhere is never edited, and imports nothing of the program.

const APPEND_ONLY = ['motion_version', 'motion_line', 'motion_position'] as const;

function changes(engine: Engine): string[] {
  const int = engine === 'sqlite' ? 'INTEGER' : 'BIGINT';
  const strict = engine === 'sqlite' ? 'STRICT' : '';
  return [
    `ALTER TABLE motion ADD COLUMN version ${int} NOT NULL DEFAULT 1 CHECK (version > 0)`,
    // What a draft said by version; the draft itself holds the last one.
    `CREATE TABLE motion_version (
       motion_id TEXT NOT NULL REFERENCES motion (id),
       version ${int} NOT NULL CHECK (version > 0),
       title TEXT NOT NULL,
       text TEXT NOT NULL,
       options TEXT NOT NULL,
       kind TEXT NOT NULL CHECK (kind IN ('allocation', 'positions', 'criteria', 'other')),
       supersedes_id TEXT REFERENCES decision (id),
       criteria_set_id TEXT,
       recorded_at TEXT NOT NULL,
       recorded_by TEXT NOT NULL REFERENCES person (id),
       PRIMARY KEY (motion_id, version)
     ) ${strict}`,
    `INSERT INTO motion_version (motion_id, version, title, text, options, kind, supersedes_id, criteria_set_id, recorded_at, recorded_by)
       SELECT id, 1, title, text, options, kind, supersedes_id, criteria_set_id, recorded_at, recorded_by FROM motion`,
    `CREATE TABLE motion_line_by_version (
       motion_id TEXT NOT NULL REFERENCES motion (id),
       version ${int} NOT NULL CHECK (version > 0),
       line ${int} NOT NULL CHECK (line > 0),
       position_id TEXT NOT NULL,
       year ${int} NOT NULL,
       pool_id TEXT NOT NULL REFERENCES pool (id),
       amount ${int} NOT NULL CHECK (amount > 0),
       PRIMARY KEY (motion_id, version, line),
       FOREIGN KEY (position_id, year) REFERENCES position_year (position_id, year)
     ) ${strict}`,
    `INSERT INTO motion_line_by_version (motion_id, version, line, position_id, year, pool_id, amount)
       SELECT motion_id, 1, line, position_id, year, pool_id, amount FROM motion_line`,
    'DROP TABLE motion_line',
    'ALTER TABLE motion_line_by_version RENAME TO motion_line',
    `CREATE TABLE motion_position_by_version (
       motion_id TEXT NOT NULL REFERENCES motion (id),
       version ${int} NOT NULL CHECK (version > 0),
       position_id TEXT NOT NULL REFERENCES position (id),
       verdict TEXT NOT NULL CHECK (verdict IN ('approve', 'defer', 'reject')),
       reason TEXT NOT NULL,
       PRIMARY KEY (motion_id, version, position_id)
     ) ${strict}`,
    `INSERT INTO motion_position_by_version (motion_id, version, position_id, verdict, reason)
       SELECT motion_id, 1, position_id, verdict, reason FROM motion_position`,
    'DROP TABLE motion_position',
    'ALTER TABLE motion_position_by_version RENAME TO motion_position',
  ];
}

function appendOnly(engine: Engine): string[] {
  return APPEND_ONLY.flatMap((table) =>
    engine === 'sqlite'
      ? ['UPDATE', 'DELETE'].map(
          (verb) =>
            `CREATE TRIGGER ${table}_no_${verb.toLowerCase()} BEFORE ${verb} ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
        )
      : [
          `CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
        ],
  );
}

/** Draft decisions are written anew until they are put to the vote: every version is kept. */
export async function up(db: Kysely<never>, engine: Engine): Promise<void> {
  for (const statement of [...changes(engine), ...appendOnly(engine)]) await sql.raw(statement).execute(db);
}
