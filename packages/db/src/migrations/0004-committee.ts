import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';

// Frozen: a migration that has run anywhere is never edited, and imports nothing of the program.

const APPEND_ONLY = [
  'committee_seat',
  'committee_seat_end',
  'committee_rules',
  'agenda_item',
  'attendance',
  'minutes',
  'action_point',
  'action_point_done',
  'motion_line',
  'motion_position',
  'motion_event',
  'motion_recusal',
  'vote',
  'resolution',
] as const;

const SHARE = (name: string, int: string): string =>
  `${name}_bound TEXT NOT NULL CHECK (${name}_bound IN ('at-least', 'more-than')),
   ${name}_numerator ${int} NOT NULL CHECK (${name}_numerator >= 0),
   ${name}_denominator ${int} NOT NULL CHECK (${name}_denominator > 0)`;

function tables(engine: Engine): string[] {
  const int = engine === 'sqlite' ? 'INTEGER' : 'BIGINT';
  const strict = engine === 'sqlite' ? 'STRICT' : '';
  const stamp = `recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL REFERENCES person (id)`;
  return [
    `CREATE TABLE committee_seat (
       id TEXT PRIMARY KEY,
       kind TEXT NOT NULL CHECK (kind IN ('member', 'alternate', 'chair')),
       organization_id TEXT REFERENCES organization (id),
       person_id TEXT NOT NULL REFERENCES person (id),
       starts_on TEXT NOT NULL,
       ends_on TEXT,
       ${stamp},
       CHECK ((kind = 'chair') = (organization_id IS NULL)),
       CHECK (ends_on IS NULL OR ends_on >= starts_on)
     ) ${strict}`,
    `CREATE TABLE committee_seat_end (
       seat_id TEXT NOT NULL REFERENCES committee_seat (id),
       ends_on TEXT NOT NULL,
       reason TEXT NOT NULL,
       ${stamp},
       PRIMARY KEY (seat_id, ends_on)
     ) ${strict}`,
    `CREATE TABLE committee_rules (
       number ${int} PRIMARY KEY CHECK (number > 0),
       effective_on TEXT NOT NULL,
       ${SHARE('quorum', int)},
       ${SHARE('majority', int)},
       majority_of TEXT NOT NULL CHECK (majority_of IN ('cast', 'present')),
       window_days ${int} NOT NULL CHECK (window_days > 0),
       source TEXT NOT NULL,
       ${stamp}
     ) ${strict}`,
    `CREATE TABLE meeting (
       id TEXT PRIMARY KEY,
       reference TEXT NOT NULL UNIQUE,
       title TEXT NOT NULL,
       planned_on TEXT NOT NULL,
       place TEXT NOT NULL,
       state TEXT NOT NULL CHECK (state IN ('planned', 'open', 'closed')),
       opened_at TEXT,
       closed_at TEXT,
       ${stamp},
       CHECK ((state = 'planned') = (opened_at IS NULL)),
       CHECK ((state = 'closed') = (closed_at IS NOT NULL))
     ) ${strict}`,
    `CREATE TABLE motion (
       id TEXT PRIMARY KEY,
       reference TEXT NOT NULL UNIQUE,
       title TEXT NOT NULL,
       text TEXT NOT NULL,
       options TEXT NOT NULL,
       kind TEXT NOT NULL CHECK (kind IN ('allocation', 'positions', 'criteria', 'other')),
       state TEXT NOT NULL CHECK (state IN ('drafted', 'open', 'circulated', 'withdrawn', 'adopted', 'adopted-with-conditions', 'deferred', 'rejected')),
       meeting_id TEXT REFERENCES meeting (id),
       closes_on TEXT,
       supersedes_id TEXT REFERENCES decision (id),
       criteria_set_id TEXT,
       ${stamp},
       CHECK (state <> 'open' OR meeting_id IS NOT NULL),
       CHECK (state <> 'circulated' OR closes_on IS NOT NULL)
     ) ${strict}`,
    'CREATE INDEX motion_meeting ON motion (meeting_id) WHERE meeting_id IS NOT NULL',
    `CREATE INDEX motion_circulated ON motion (closes_on) WHERE state = 'circulated'`,
    `CREATE TABLE agenda_item (
       meeting_id TEXT NOT NULL REFERENCES meeting (id),
       number ${int} NOT NULL CHECK (number > 0),
       title TEXT NOT NULL,
       note TEXT NOT NULL,
       motion_id TEXT REFERENCES motion (id),
       ${stamp},
       PRIMARY KEY (meeting_id, number)
     ) ${strict}`,
    `CREATE TABLE attendance (
       meeting_id TEXT NOT NULL REFERENCES meeting (id),
       number ${int} NOT NULL CHECK (number > 0),
       person_id TEXT NOT NULL REFERENCES person (id),
       present ${int} NOT NULL CHECK (present IN (0, 1)),
       ${stamp},
       PRIMARY KEY (meeting_id, number)
     ) ${strict}`,
    `CREATE TABLE minutes (
       meeting_id TEXT NOT NULL REFERENCES meeting (id),
       number ${int} NOT NULL CHECK (number > 0),
       text TEXT NOT NULL,
       ${stamp},
       PRIMARY KEY (meeting_id, number)
     ) ${strict}`,
    `CREATE TABLE action_point (
       id TEXT PRIMARY KEY,
       meeting_id TEXT NOT NULL REFERENCES meeting (id),
       text TEXT NOT NULL,
       owner TEXT NOT NULL,
       due_on TEXT,
       ${stamp}
     ) ${strict}`,
    'CREATE INDEX action_point_meeting ON action_point (meeting_id)',
    `CREATE TABLE action_point_done (
       action_point_id TEXT PRIMARY KEY REFERENCES action_point (id),
       done_on TEXT NOT NULL,
       note TEXT NOT NULL,
       ${stamp}
     ) ${strict}`,
    `CREATE TABLE motion_line (
       motion_id TEXT NOT NULL REFERENCES motion (id),
       line ${int} NOT NULL CHECK (line > 0),
       position_id TEXT NOT NULL,
       year ${int} NOT NULL,
       pool_id TEXT NOT NULL REFERENCES pool (id),
       amount ${int} NOT NULL CHECK (amount > 0),
       PRIMARY KEY (motion_id, line),
       FOREIGN KEY (position_id, year) REFERENCES position_year (position_id, year)
     ) ${strict}`,
    `CREATE TABLE motion_position (
       motion_id TEXT NOT NULL REFERENCES motion (id),
       position_id TEXT NOT NULL REFERENCES position (id),
       verdict TEXT NOT NULL CHECK (verdict IN ('approve', 'defer', 'reject')),
       reason TEXT NOT NULL,
       PRIMARY KEY (motion_id, position_id)
     ) ${strict}`,
    `CREATE TABLE motion_event (
       motion_id TEXT NOT NULL REFERENCES motion (id),
       number ${int} NOT NULL CHECK (number > 0),
       what TEXT NOT NULL CHECK (what IN ('drafted', 'tabled', 'opened', 'circulated', 'objected', 'returned', 'withdrawn', 'closed')),
       note TEXT NOT NULL,
       organization_id TEXT REFERENCES organization (id),
       ${stamp},
       PRIMARY KEY (motion_id, number)
     ) ${strict}`,
    `CREATE TABLE motion_recusal (
       motion_id TEXT NOT NULL REFERENCES motion (id),
       organization_id TEXT NOT NULL REFERENCES organization (id),
       forced ${int} NOT NULL CHECK (forced IN (0, 1)),
       reason TEXT NOT NULL,
       ${stamp},
       PRIMARY KEY (motion_id, organization_id)
     ) ${strict}`,
    `CREATE TABLE vote (
       motion_id TEXT NOT NULL REFERENCES motion (id),
       organization_id TEXT NOT NULL REFERENCES organization (id),
       choice TEXT NOT NULL CHECK (choice IN ('for', 'against', 'abstain')),
       as_alternate ${int} NOT NULL CHECK (as_alternate IN (0, 1)),
       note TEXT NOT NULL,
       ${stamp},
       PRIMARY KEY (motion_id, organization_id)
     ) ${strict}`,
    `CREATE TABLE resolution (
       decision_id TEXT PRIMARY KEY REFERENCES decision (id),
       motion_id TEXT NOT NULL UNIQUE REFERENCES motion (id),
       mode TEXT NOT NULL CHECK (mode IN ('vote', 'consensus', 'no-objection')),
       outcome TEXT NOT NULL CHECK (outcome IN ('adopted', 'adopted-with-conditions', 'deferred', 'rejected')),
       conditions TEXT NOT NULL,
       reason TEXT NOT NULL,
       rules_number ${int} NOT NULL REFERENCES committee_rules (number),
       seated ${int} NOT NULL,
       present ${int} NOT NULL,
       quorum_needed ${int} NOT NULL,
       in_favour ${int} NOT NULL,
       against ${int} NOT NULL,
       abstained ${int} NOT NULL,
       votes_needed ${int} NOT NULL,
       supersedes_id TEXT UNIQUE REFERENCES decision (id),
       ${stamp},
       CHECK (present >= quorum_needed AND present <= seated),
       CHECK (in_favour + against + abstained <= present),
       CHECK ((outcome = 'adopted-with-conditions') = (conditions <> '')),
       CHECK (mode <> 'vote' OR (in_favour >= votes_needed) = (outcome IN ('adopted', 'adopted-with-conditions'))),
       CHECK (supersedes_id IS NULL OR outcome IN ('adopted', 'adopted-with-conditions'))
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

/** The committee: seats, rules, meetings, draft decisions with their votes and recusals, and how decisions were taken. */
export async function up(db: Kysely<never>, engine: Engine): Promise<void> {
  for (const statement of [...tables(engine), ...appendOnly(engine)]) await sql.raw(statement).execute(db);
}
