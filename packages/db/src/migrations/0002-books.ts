import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';

// Frozen: a migration that has run anywhere is never edited, and imports nothing of the program.

const APPEND_ONLY = [
  'certification',
  'year_event',
  'support_cost_rate',
  'document',
  'document_content',
  'contribution_letter',
  'position_sketch',
] as const;

/** Records that came without a time are known since ever. */
const RECORDED = ['contributor', 'pool', 'organization', 'duty_station', 'exchange_rate', 'contribution'] as const;

function changes(engine: Engine): string[] {
  const int = engine === 'sqlite' ? 'INTEGER' : 'BIGINT';
  const bytes = engine === 'sqlite' ? 'BLOB' : 'BYTEA';
  const strict = engine === 'sqlite' ? 'STRICT' : '';
  const strictClustered = engine === 'sqlite' ? 'STRICT, WITHOUT ROWID' : '';
  return [
    ...RECORDED.map((table) => `ALTER TABLE ${table} ADD COLUMN recorded_at TEXT NOT NULL DEFAULT ''`),
    `ALTER TABLE position ADD COLUMN terms_recorded_at TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE fund ADD COLUMN last_recorded_at TEXT NOT NULL DEFAULT ''`,
    `UPDATE fund SET last_recorded_at = coalesce((SELECT max(recorded_at) FROM journal_entry), '')`,
    `ALTER TABLE journal_entry ADD COLUMN charge_percent TEXT`,
    `ALTER TABLE journal_entry ADD COLUMN charge_base ${int}`,
    'CREATE INDEX journal_entry_recorded ON journal_entry (recorded_at)',
    'CREATE INDEX journal_entry_effective ON journal_entry (effective_on, number)',
    'CREATE INDEX journal_entry_kind ON journal_entry (kind, number)',
    `ALTER TABLE posting ADD COLUMN cost_component TEXT`,
    'DROP INDEX posting_account',
    'CREATE INDEX posting_account_date ON posting (account, effective_on, kind, amount)',
    'CREATE INDEX posting_account_entry ON posting (account, entry_number)',
    'CREATE INDEX posting_contributor ON posting (contributor_id) WHERE contributor_id IS NOT NULL',
    'CREATE INDEX posting_organization ON posting (organization_id) WHERE organization_id IS NOT NULL',
    'CREATE INDEX posting_pool ON posting (pool_id) WHERE pool_id IS NOT NULL',
    'DROP TABLE monthly_balance',
    `CREATE TABLE kept_balance (
       account TEXT NOT NULL,
       grain TEXT NOT NULL CHECK (grain IN ('year', 'month')),
       period TEXT NOT NULL,
       kind TEXT NOT NULL,
       contributor_id TEXT NOT NULL,
       pool_id TEXT NOT NULL,
       organization_id TEXT NOT NULL,
       position_id TEXT NOT NULL,
       recorded_month TEXT NOT NULL,
       amount ${int} NOT NULL,
       PRIMARY KEY (account, grain, period, kind, contributor_id, pool_id, organization_id, position_id, recorded_month)
     ) ${strictClustered}`,
    // A year keeps no month of recording: what is asked for as known on a day is answered from the months.
    ...['year', 'month'].map(
      (grain) => `INSERT INTO kept_balance
       SELECT p.account, '${grain}', substr(p.effective_on, 1, ${grain === 'year' ? 4 : 7}), p.kind, coalesce(p.contributor_id, ''),
         coalesce(p.pool_id, ''), coalesce(p.organization_id, ''), coalesce(p.position_id, ''),
         ${grain === 'year' ? "''" : 'substr(e.recorded_at, 1, 7)'}, sum(p.amount)
       FROM posting p JOIN journal_entry e ON e.number = p.entry_number GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9`,
    ),
    `CREATE TABLE certification (
       entry_number ${int} PRIMARY KEY REFERENCES journal_entry (number),
       certified_at TEXT NOT NULL,
       certified_by TEXT NOT NULL REFERENCES person (id)
     ) ${strict}`,
    'CREATE INDEX certification_at ON certification (certified_at)',
    `CREATE TABLE pending_certification (
       entry_number ${int} PRIMARY KEY REFERENCES journal_entry (number)
     ) ${strict}`,
    'INSERT INTO pending_certification SELECT number FROM journal_entry',
    `CREATE TABLE financial_year (
       year ${int} PRIMARY KEY CHECK (year BETWEEN 1900 AND 2199),
       state TEXT NOT NULL CHECK (state IN ('open', 'closed'))
     ) ${strict}`,
    `CREATE TABLE year_event (
       year ${int} NOT NULL REFERENCES financial_year (year),
       number ${int} NOT NULL CHECK (number > 0),
       state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
       reason TEXT NOT NULL,
       decision_id TEXT REFERENCES decision (id),
       entry_count ${int} NOT NULL,
       last_hash TEXT NOT NULL,
       recorded_at TEXT NOT NULL,
       recorded_by TEXT NOT NULL REFERENCES person (id),
       PRIMARY KEY (year, number),
       CHECK ((state = 'open') = (decision_id IS NOT NULL))
     ) ${strict}`,
    `CREATE TABLE support_cost_rate (
       contribution_id TEXT NOT NULL REFERENCES contribution (id),
       number ${int} NOT NULL CHECK (number > 0),
       effective_on TEXT NOT NULL,
       percent TEXT NOT NULL,
       source TEXT NOT NULL,
       recorded_at TEXT NOT NULL,
       recorded_by TEXT NOT NULL REFERENCES person (id),
       PRIMARY KEY (contribution_id, number)
     ) ${strict}`,
    `INSERT INTO support_cost_rate
       SELECT c.id, 1, c.signed_on, c.support_cost_percent, 'The agreement', f.created_at, 'command-line'
       FROM contribution c CROSS JOIN fund f WHERE c.support_cost_percent IS NOT NULL AND c.signed_on IS NOT NULL`,
    // What was on record before the terms that took its place.
    `CREATE TABLE contribution_letter (
       contribution_id TEXT PRIMARY KEY REFERENCES contribution (id),
       signed_on TEXT NOT NULL,
       pool_id TEXT NOT NULL REFERENCES pool (id),
       currency TEXT NOT NULL,
       description TEXT NOT NULL
     ) ${strict}`,
    `CREATE TABLE position_sketch (
       position_id TEXT PRIMARY KEY REFERENCES position (id),
       title TEXT NOT NULL,
       organization_id TEXT NOT NULL REFERENCES organization (id),
       duty_station_id TEXT NOT NULL REFERENCES duty_station (id),
       description TEXT NOT NULL
     ) ${strict}`,
    `CREATE TABLE document_content (
       hash TEXT PRIMARY KEY,
       content ${bytes} NOT NULL
     ) ${strict}`,
    `CREATE TABLE document (
       id TEXT PRIMARY KEY,
       subject_kind TEXT NOT NULL CHECK (subject_kind IN ('contribution', 'entry', 'decision')),
       subject_id TEXT NOT NULL,
       name TEXT NOT NULL,
       type TEXT NOT NULL CHECK (type IN ('application/pdf', 'image/png', 'image/jpeg')),
       size ${int} NOT NULL CHECK (size > 0),
       content_hash TEXT NOT NULL REFERENCES document_content (hash),
       added_at TEXT NOT NULL,
       added_by TEXT NOT NULL REFERENCES person (id),
       UNIQUE (subject_kind, subject_id, content_hash)
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

/** Standpoints, certification, financial years, documents, support-cost rates, and kept balances by year, month and month of recording. */
export async function up(db: Kysely<never>, engine: Engine): Promise<void> {
  for (const statement of [...changes(engine), ...appendOnly(engine)]) await sql.raw(statement).execute(db);
}
