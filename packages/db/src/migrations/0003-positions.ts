import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';

// Frozen: a migration that has run anywhere is never edited, and imports nothing of the program.

const APPEND_ONLY = [
  'terms_version',
  'terms_field',
  'review_finding',
  'cost_table',
  'cost_line',
  'allowance_rate',
  'allowance_use',
  'retention_finding',
] as const;

function changes(engine: Engine): string[] {
  const int = engine === 'sqlite' ? 'INTEGER' : 'BIGINT';
  const strict = engine === 'sqlite' ? 'STRICT' : '';
  const stamp = 'recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL REFERENCES person (id)';
  return [
    // Years three and four came in: what follows them moves up in the order of states.
    `UPDATE position SET state_rank = 20 WHERE state = 'separated'`,
    // Years that came with the terms are known since then.
    `ALTER TABLE position_year ADD COLUMN recorded_at TEXT NOT NULL DEFAULT ''`,
    `CREATE TABLE terms_version (
       position_id TEXT NOT NULL REFERENCES position (id),
       number ${int} NOT NULL CHECK (number > 0),
       ${stamp},
       PRIMARY KEY (position_id, number)
     ) ${strict}`,
    `CREATE TABLE terms_field (
       position_id TEXT NOT NULL,
       number ${int} NOT NULL,
       field TEXT NOT NULL,
       value TEXT NOT NULL CHECK (value <> ''),
       PRIMARY KEY (position_id, number, field),
       FOREIGN KEY (position_id, number) REFERENCES terms_version (position_id, number)
     ) ${strict}`,
    `CREATE TABLE review_finding (
       id TEXT PRIMARY KEY,
       position_id TEXT NOT NULL REFERENCES position (id),
       number ${int} NOT NULL CHECK (number > 0),
       year ${int} NOT NULL CHECK (year BETWEEN 2 AND 4),
       kind TEXT NOT NULL CHECK (kind IN ('priority', 'evaluation', 'agreement', 'cost-share')),
       favourable ${int} NOT NULL CHECK (favourable IN (0, 1)),
       host_amount ${int} CHECK (host_amount > 0),
       contributor_id TEXT REFERENCES contributor (id),
       on_date TEXT NOT NULL,
       reference TEXT NOT NULL,
       ${stamp},
       UNIQUE (position_id, number),
       CHECK ((kind = 'cost-share' AND favourable = 1) = (host_amount IS NOT NULL)),
       CHECK ((kind = 'agreement') = (contributor_id IS NOT NULL))
     ) ${strict}`,
    `CREATE TABLE cost_table (
       id TEXT PRIMARY KEY,
       version TEXT NOT NULL UNIQUE,
       effective_on TEXT NOT NULL,
       source TEXT NOT NULL CHECK (source <> ''),
       published_on TEXT NOT NULL,
       ${stamp}
     ) ${strict}`,
    `CREATE TABLE cost_line (
       table_id TEXT NOT NULL REFERENCES cost_table (id),
       line ${int} NOT NULL CHECK (line > 0),
       duty_station_id TEXT REFERENCES duty_station (id),
       component TEXT NOT NULL,
       frequency TEXT NOT NULL CHECK (frequency IN ('yearly', 'once')),
       amount ${int} CHECK (amount >= 0),
       percent TEXT,
       percent_of TEXT CHECK (percent_of IN ('salary', 'direct-cost')),
       PRIMARY KEY (table_id, line),
       CHECK ((amount IS NULL) = (percent IS NOT NULL)),
       CHECK ((percent IS NULL) = (percent_of IS NULL))
     ) ${strict}`,
    `CREATE TABLE allowance_rate (
       effective_on TEXT PRIMARY KEY,
       amount ${int} NOT NULL CHECK (amount >= 0),
       source TEXT NOT NULL CHECK (source <> ''),
       ${stamp}
     ) ${strict}`,
    `CREATE TABLE allowance_use (
       id TEXT PRIMARY KEY,
       position_id TEXT NOT NULL REFERENCES position (id),
       number ${int} NOT NULL CHECK (number > 0),
       on_date TEXT NOT NULL,
       amount ${int} NOT NULL CHECK (amount <> 0),
       purpose TEXT NOT NULL,
       ${stamp},
       UNIQUE (position_id, number)
     ) ${strict}`,
    `CREATE TABLE retention_finding (
       position_id TEXT NOT NULL REFERENCES position (id),
       months ${int} NOT NULL CHECK (months IN (0, 6, 12, 24)),
       number ${int} NOT NULL CHECK (number > 0),
       outcome TEXT NOT NULL CHECK (outcome IN ('same-organization', 'un-system', 'elsewhere', 'not-known')),
       on_date TEXT NOT NULL,
       ${stamp},
       PRIMARY KEY (position_id, months, number)
     ) ${strict}`,
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

/** Terms of reference by version, extension reviews, cost tables, the training and travel allowance, and retention. */
export async function up(db: Kysely<never>, engine: Engine): Promise<void> {
  for (const statement of [...changes(engine), ...appendOnly(engine)]) await sql.raw(statement).execute(db);
}
