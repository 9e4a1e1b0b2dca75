import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';

// Frozen: a migration that has run anywhere is never edited, and imports nothing of the program.

const APPEND_ONLY = [
  'journal_entry',
  'posting',
  'exchange_rate',
  'decision',
  'allocation',
  'position_step',
  'audit_event',
] as const;

function tables(engine: Engine): string[] {
  const int = engine === 'sqlite' ? 'INTEGER' : 'BIGINT';
  const strict = engine === 'sqlite' ? 'STRICT' : '';
  const strictClustered = engine === 'sqlite' ? 'STRICT, WITHOUT ROWID' : '';
  const bool = `${int} NOT NULL DEFAULT 0`;
  return [
    `CREATE TABLE fund (
       id ${int} PRIMARY KEY CHECK (id = 1),
       name TEXT NOT NULL,
       demonstration ${bool} CHECK (demonstration IN (0, 1)),
       created_at TEXT NOT NULL,
       entry_count ${int} NOT NULL DEFAULT 0,
       last_hash TEXT NOT NULL
     ) ${strict}`,
    `CREATE TABLE parameter (
       name TEXT NOT NULL,
       effective_on TEXT NOT NULL,
       value TEXT NOT NULL,
       source TEXT NOT NULL,
       PRIMARY KEY (name, effective_on)
     ) ${strict}`,
    `CREATE TABLE contributor (
       id TEXT PRIMARY KEY,
       name TEXT NOT NULL,
       name_key TEXT NOT NULL UNIQUE,
       type TEXT NOT NULL CHECK (type IN ('country', 'ngo', 'private-sector', 'foundation', 'regional-organization', 'development-bank')),
       country_code TEXT
     ) ${strict}`,
    `CREATE TABLE pool (
       id TEXT PRIMARY KEY,
       name TEXT NOT NULL,
       name_key TEXT NOT NULL UNIQUE,
       earmarking TEXT NOT NULL CHECK (earmarking IN ('unearmarked', 'softly', 'earmarked', 'tightly')),
       description TEXT NOT NULL
     ) ${strict}`,
    `CREATE TABLE contribution (
       id TEXT PRIMARY KEY,
       reference TEXT NOT NULL UNIQUE,
       contributor_id TEXT NOT NULL REFERENCES contributor (id),
       pool_id TEXT NOT NULL REFERENCES pool (id),
       currency TEXT NOT NULL,
       stage TEXT NOT NULL CHECK (stage IN ('pledged', 'signed', 'received')),
       pledged_on TEXT,
       signed_on TEXT,
       latest_on TEXT NOT NULL,
       support_cost_percent TEXT,
       signed_rate_id TEXT REFERENCES exchange_rate (id),
       description TEXT NOT NULL,
       pledged_value ${int} NOT NULL DEFAULT 0,
       pledged_original ${int} NOT NULL DEFAULT 0,
       signed_value ${int} NOT NULL DEFAULT 0,
       signed_original ${int} NOT NULL DEFAULT 0,
       received_value ${int} NOT NULL DEFAULT 0,
       received_original ${int} NOT NULL DEFAULT 0,
       outstanding_value ${int} NOT NULL DEFAULT 0,
       outstanding_original ${int} NOT NULL DEFAULT 0
     ) ${strict}`,
    'CREATE INDEX contribution_contributor ON contribution (contributor_id)',
    'CREATE INDEX contribution_latest ON contribution (latest_on, id)',
    `CREATE TABLE instalment (
       id TEXT PRIMARY KEY,
       contribution_id TEXT NOT NULL REFERENCES contribution (id),
       number ${int} NOT NULL,
       due_on TEXT NOT NULL,
       amount ${int} NOT NULL CHECK (amount > 0),
       outstanding_value ${int} NOT NULL DEFAULT 0 CHECK (outstanding_value >= 0),
       outstanding_original ${int} NOT NULL DEFAULT 0 CHECK (outstanding_original >= 0),
       cancelled ${bool} CHECK (cancelled IN (0, 1)),
       UNIQUE (contribution_id, number)
     ) ${strict}`,
    'CREATE INDEX instalment_open ON instalment (due_on) WHERE outstanding_original > 0',
    `CREATE TABLE exchange_rate (
       id TEXT PRIMARY KEY,
       currency TEXT NOT NULL,
       effective_on TEXT NOT NULL,
       published_on TEXT,
       units_per_dollar TEXT NOT NULL,
       source TEXT NOT NULL,
       UNIQUE (currency, effective_on)
     ) ${strict}`,
    `CREATE TABLE organization (
       id TEXT PRIMARY KEY,
       name TEXT NOT NULL,
       short_name TEXT NOT NULL UNIQUE
     ) ${strict}`,
    `CREATE TABLE duty_station (
       id TEXT PRIMARY KEY,
       name TEXT NOT NULL,
       country_code TEXT NOT NULL,
       UNIQUE (name, country_code)
     ) ${strict}`,
    `CREATE TABLE position (
       id TEXT PRIMARY KEY,
       number ${int} NOT NULL UNIQUE,
       title TEXT NOT NULL,
       organization_id TEXT NOT NULL REFERENCES organization (id),
       duty_station_id TEXT NOT NULL REFERENCES duty_station (id),
       state TEXT NOT NULL,
       state_rank ${int} NOT NULL,
       state_since TEXT NOT NULL,
       starts_on TEXT,
       ends_on TEXT,
       description TEXT NOT NULL,
       cost ${int} NOT NULL CHECK (cost >= 0),
       allocated ${int} NOT NULL DEFAULT 0 CHECK (allocated >= 0)
     ) ${strict}`,
    'CREATE INDEX position_organization ON position (organization_id)',
    `CREATE TABLE position_year (
       position_id TEXT NOT NULL REFERENCES position (id),
       year ${int} NOT NULL CHECK (year BETWEEN 1 AND 4),
       starts_on TEXT NOT NULL,
       ends_on TEXT NOT NULL,
       cost ${int} NOT NULL CHECK (cost >= 0),
       allocated ${int} NOT NULL DEFAULT 0 CHECK (allocated BETWEEN 0 AND cost),
       PRIMARY KEY (position_id, year)
     ) ${strict}`,
    `CREATE TABLE position_step (
       id TEXT PRIMARY KEY,
       position_id TEXT NOT NULL REFERENCES position (id),
       number ${int} NOT NULL,
       from_state TEXT,
       to_state TEXT NOT NULL,
       on_date TEXT NOT NULL,
       note TEXT NOT NULL,
       recorded_at TEXT NOT NULL,
       recorded_by TEXT NOT NULL REFERENCES person (id),
       UNIQUE (position_id, number)
     ) ${strict}`,
    `CREATE TABLE decision (
       id TEXT PRIMARY KEY,
       reference TEXT NOT NULL UNIQUE,
       title TEXT NOT NULL,
       decided_on TEXT NOT NULL,
       text TEXT NOT NULL,
       recorded_at TEXT NOT NULL,
       recorded_by TEXT NOT NULL REFERENCES person (id)
     ) ${strict}`,
    `CREATE TABLE allocation (
       decision_id TEXT NOT NULL REFERENCES decision (id),
       line ${int} NOT NULL,
       position_id TEXT NOT NULL,
       year ${int} NOT NULL,
       pool_id TEXT NOT NULL REFERENCES pool (id),
       amount ${int} NOT NULL CHECK (amount > 0),
       PRIMARY KEY (decision_id, line),
       FOREIGN KEY (position_id, year) REFERENCES position_year (position_id, year)
     ) ${strict}`,
    'CREATE INDEX allocation_position ON allocation (position_id, year)',
    `CREATE TABLE journal_entry (
       number ${int} PRIMARY KEY CHECK (number > 0),
       kind TEXT NOT NULL,
       effective_on TEXT NOT NULL,
       recorded_at TEXT NOT NULL,
       recorded_by TEXT NOT NULL REFERENCES person (id),
       description TEXT NOT NULL,
       reference TEXT,
       rate_id TEXT REFERENCES exchange_rate (id),
       decision_id TEXT REFERENCES decision (id),
       reverses ${int} UNIQUE REFERENCES journal_entry (number),
       previous_hash TEXT NOT NULL,
       hash TEXT NOT NULL UNIQUE
     ) ${strict}`,
    `CREATE TABLE posting (
       entry_number ${int} NOT NULL REFERENCES journal_entry (number),
       line ${int} NOT NULL,
       account TEXT NOT NULL,
       kind TEXT NOT NULL,
       effective_on TEXT NOT NULL,
       amount ${int} NOT NULL,
       currency TEXT NOT NULL CHECK (currency = 'USD'),
       original_amount ${int},
       original_currency TEXT,
       contributor_id TEXT REFERENCES contributor (id),
       contribution_id TEXT REFERENCES contribution (id),
       instalment_id TEXT REFERENCES instalment (id),
       pool_id TEXT REFERENCES pool (id),
       organization_id TEXT REFERENCES organization (id),
       position_id TEXT REFERENCES position (id),
       PRIMARY KEY (entry_number, line),
       CHECK ((original_amount IS NULL) = (original_currency IS NULL))
     ) ${strictClustered}`,
    'CREATE INDEX posting_account ON posting (account, effective_on)',
    'CREATE INDEX posting_contribution ON posting (contribution_id) WHERE contribution_id IS NOT NULL',
    'CREATE INDEX posting_position ON posting (position_id) WHERE position_id IS NOT NULL',
    `CREATE TABLE monthly_balance (
       month TEXT NOT NULL,
       account TEXT NOT NULL,
       kind TEXT NOT NULL,
       contributor_id TEXT NOT NULL,
       pool_id TEXT NOT NULL,
       organization_id TEXT NOT NULL,
       position_id TEXT NOT NULL,
       amount ${int} NOT NULL,
       PRIMARY KEY (account, month, kind, contributor_id, pool_id, organization_id, position_id)
     ) ${strictClustered}`,
    `CREATE TABLE person (
       id TEXT PRIMARY KEY,
       email TEXT NOT NULL UNIQUE,
       name TEXT NOT NULL,
       password_hash TEXT,
       organization_id TEXT REFERENCES organization (id),
       contributor_id TEXT REFERENCES contributor (id),
       disabled ${bool} CHECK (disabled IN (0, 1)),
       last_sign_in_at TEXT,
       created_at TEXT NOT NULL
     ) ${strict}`,
    `CREATE TABLE person_role (
       person_id TEXT NOT NULL REFERENCES person (id),
       role TEXT NOT NULL CHECK (role IN ('member', 'chair', 'secretariat', 'certifier', 'contributor', 'auditor', 'administrator')),
       PRIMARY KEY (person_id, role)
     ) ${strict}`,
    `CREATE TABLE session (
       token_hash TEXT PRIMARY KEY,
       person_id TEXT NOT NULL REFERENCES person (id),
       created_at TEXT NOT NULL,
       last_seen_at TEXT NOT NULL
     ) ${strict}`,
    'CREATE INDEX session_person ON session (person_id)',
    `CREATE TABLE sign_in_attempt (
       subject TEXT NOT NULL,
       at TEXT NOT NULL,
       id TEXT NOT NULL,
       PRIMARY KEY (subject, at, id)
     ) ${strict}`,
    `CREATE TABLE idempotency (
       person_id TEXT NOT NULL,
       key TEXT NOT NULL,
       input_hash TEXT NOT NULL,
       answer TEXT NOT NULL,
       created_at TEXT NOT NULL,
       PRIMARY KEY (person_id, key)
     ) ${strict}`,
    `CREATE TABLE audit_event (
       id TEXT PRIMARY KEY,
       at TEXT NOT NULL,
       person_id TEXT NOT NULL,
       action TEXT NOT NULL,
       subject TEXT NOT NULL,
       detail TEXT NOT NULL
     ) ${strict}`,
    'CREATE INDEX audit_event_at ON audit_event (at)',
  ];
}

function appendOnly(engine: Engine): string[] {
  if (engine === 'sqlite') {
    return APPEND_ONLY.flatMap((table) =>
      ['UPDATE', 'DELETE'].map(
        (verb) =>
          `CREATE TRIGGER ${table}_no_${verb.toLowerCase()} BEFORE ${verb} ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
      ),
    );
  }
  return [
    `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$`,
    ...APPEND_ONLY.map(
      (table) =>
        `CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
    ),
  ];
}

/** PostgreSQL wants a table before what refers to it; SQLite does not mind. */
function inOrderOfReference(statements: string[]): string[] {
  const tableOf = (text: string): string | null => /^CREATE TABLE (\w+)/u.exec(text)?.[1] ?? null;
  const needs = (text: string): string[] =>
    [...text.matchAll(/REFERENCES (\w+)/gu)].map((match) => match[1] ?? '').filter((name) => name !== tableOf(text));
  const ordered: string[] = [];
  const made = new Set<string>();
  let waiting = statements.filter((text) => tableOf(text) !== null);
  while (waiting.length > 0) {
    const ready = waiting.filter((text) => needs(text).every((name) => made.has(name)));
    if (ready.length === 0) throw new Error('Tables refer to each other in a circle');
    for (const text of ready) made.add(tableOf(text) ?? '');
    ordered.push(...ready);
    waiting = waiting.filter((text) => !ready.includes(text));
  }
  return [...ordered, ...statements.filter((text) => tableOf(text) === null)];
}

/** The ledger, contributions, positions, people: everything the first version keeps. */
export async function up(db: Kysely<never>, engine: Engine): Promise<void> {
  for (const statement of [...inOrderOfReference(tables(engine)), ...appendOnly(engine)]) {
    await sql.raw(statement).execute(db);
  }
}
