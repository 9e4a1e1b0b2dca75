import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';

// Frozen: a migration that has run anywhere is never edited, and imports nothing of the program.

const APPEND_ONLY = [
  'country_group',
  'criteria_set',
  'priority_area',
  'criterion',
  'eligibility_set',
  'eligibility_code',
  'earmark_version',
  'earmark_rule',
  'round',
  'round_step',
  'round_proposal',
  'proposal_score',
] as const;

function tables(engine: Engine): string[] {
  const int = engine === 'sqlite' ? 'INTEGER' : 'BIGINT';
  const strict = engine === 'sqlite' ? 'STRICT' : '';
  const stamp = `recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL REFERENCES person (id)`;
  const states = `('planned', 'open', 'closed', 'appraised', 'decided', 'communicated')`;
  return [
    `CREATE TABLE country_group (
       country_code TEXT NOT NULL,
       group_code TEXT NOT NULL,
       from_on TEXT NOT NULL,
       to_on TEXT,
       source TEXT NOT NULL,
       recorded_at TEXT NOT NULL,
       PRIMARY KEY (country_code, group_code, from_on),
       CHECK (to_on IS NULL OR to_on >= from_on)
     ) ${strict}`,
    `CREATE TABLE criteria_set (
       id TEXT PRIMARY KEY,
       name TEXT NOT NULL,
       decision TEXT NOT NULL,
       decided_on TEXT NOT NULL,
       scale ${int} NOT NULL CHECK (scale > 0),
       ${stamp}
     ) ${strict}`,
    `CREATE TABLE priority_area (
       criteria_set_id TEXT NOT NULL REFERENCES criteria_set (id),
       number ${int} NOT NULL,
       kind TEXT NOT NULL CHECK (kind IN ('sdg', 'theme', 'region')),
       name TEXT NOT NULL,
       PRIMARY KEY (criteria_set_id, number)
     ) ${strict}`,
    `CREATE TABLE criterion (
       criteria_set_id TEXT NOT NULL REFERENCES criteria_set (id),
       number ${int} NOT NULL,
       name TEXT NOT NULL,
       weight ${int} NOT NULL CHECK (weight BETWEEN 1 AND 100),
       PRIMARY KEY (criteria_set_id, number)
     ) ${strict}`,
    `CREATE TABLE eligibility_set (
       id TEXT PRIMARY KEY,
       name TEXT NOT NULL,
       version ${int} NOT NULL CHECK (version > 0),
       valid_from TEXT NOT NULL,
       valid_to TEXT,
       source TEXT NOT NULL,
       ${stamp},
       UNIQUE (name, version),
       CHECK (valid_to IS NULL OR valid_to >= valid_from)
     ) ${strict}`,
    `CREATE TABLE eligibility_code (
       set_id TEXT NOT NULL REFERENCES eligibility_set (id),
       kind TEXT NOT NULL CHECK (kind IN ('group', 'country', 'excluded')),
       code TEXT NOT NULL,
       PRIMARY KEY (set_id, kind, code)
     ) ${strict}`,
    // Every change of an earmark is a version with all of its rules; a version without rules pays for anything.
    `CREATE TABLE earmark_version (
       pool_id TEXT NOT NULL REFERENCES pool (id),
       version ${int} NOT NULL CHECK (version > 0),
       ${stamp},
       PRIMARY KEY (pool_id, version)
     ) ${strict}`,
    `CREATE TABLE earmark_rule (
       pool_id TEXT NOT NULL,
       version ${int} NOT NULL,
       number ${int} NOT NULL,
       kind TEXT NOT NULL CHECK (kind IN ('host', 'country', 'group', 'region', 'place', 'theme')),
       value TEXT NOT NULL,
       PRIMARY KEY (pool_id, version, number),
       FOREIGN KEY (pool_id, version) REFERENCES earmark_version (pool_id, version)
     ) ${strict}`,
    `CREATE TABLE round (
       id TEXT PRIMARY KEY,
       name TEXT NOT NULL UNIQUE,
       criteria_set_id TEXT NOT NULL REFERENCES criteria_set (id),
       eligibility_set_id TEXT REFERENCES eligibility_set (id),
       ${stamp}
     ) ${strict}`,
    // One row a state reached: two people cannot take the same step.
    `CREATE TABLE round_step (
       round_id TEXT NOT NULL REFERENCES round (id),
       number ${int} NOT NULL CHECK (number > 0),
       to_state TEXT NOT NULL CHECK (to_state IN ${states}),
       ${stamp},
       PRIMARY KEY (round_id, number)
     ) ${strict}`,
    `CREATE TABLE round_proposal (
       round_id TEXT NOT NULL REFERENCES round (id),
       position_id TEXT NOT NULL REFERENCES position (id),
       theme TEXT NOT NULL,
       region TEXT NOT NULL,
       place TEXT NOT NULL CHECK (place IN ('field', 'headquarters')),
       ${stamp},
       PRIMARY KEY (round_id, position_id)
     ) ${strict}`,
    // The latest number of a person counts.
    `CREATE TABLE proposal_score (
       round_id TEXT NOT NULL,
       position_id TEXT NOT NULL,
       person_id TEXT NOT NULL REFERENCES person (id),
       number ${int} NOT NULL CHECK (number > 0),
       criterion ${int} NOT NULL,
       score ${int} NOT NULL CHECK (score >= 0),
       note TEXT NOT NULL,
       recorded_at TEXT NOT NULL,
       PRIMARY KEY (round_id, position_id, person_id, number, criterion),
       FOREIGN KEY (round_id, position_id) REFERENCES round_proposal (round_id, position_id)
     ) ${strict}`,
  ];
}

function guards(engine: Engine): string[] {
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

/** Dated country groups, criteria, eligibility, earmarks, rounds with their proposals and scores. */
export async function up(db: Kysely<never>, engine: Engine): Promise<void> {
  for (const statement of [...tables(engine), ...guards(engine)]) await sql.raw(statement).execute(db);
}
