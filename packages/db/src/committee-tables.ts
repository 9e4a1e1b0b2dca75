import type {
  Choice,
  DecisionMode,
  MajorityBase,
  MeetingState,
  MotionKind,
  MotionState,
  Outcome,
  SeatKind,
  ShareBound,
  Verdict,
} from '@dcc/domain/committee/kinds';
import type { Generated } from 'kysely';

/** What happened to a draft decision on its way. */
export type MotionHappening =
  | 'drafted'
  | 'tabled'
  | 'opened'
  | 'circulated'
  | 'objected'
  | 'returned'
  | 'withdrawn'
  | 'closed';

type Stamp = { recorded_at: string; recorded_by: string };

/** The tables of the committee; the conventions are those of all tables. */
export type CommitteeTables = {
  committee_seat: Stamp & {
    id: string;
    kind: SeatKind;
    organization_id: string | null;
    person_id: string;
    starts_on: string;
    ends_on: string | null;
  };
  /** A term that ended, or will end, before the day it was given; the earliest day holds. */
  committee_seat_end: Stamp & { seat_id: string; ends_on: string; reason: string };
  committee_rules: Stamp & {
    number: bigint;
    effective_on: string;
    quorum_bound: ShareBound;
    quorum_numerator: bigint;
    quorum_denominator: bigint;
    majority_bound: ShareBound;
    majority_numerator: bigint;
    majority_denominator: bigint;
    majority_of: MajorityBase;
    window_days: bigint;
    source: string;
  };
  meeting: Stamp & {
    id: string;
    reference: string;
    title: string;
    planned_on: string;
    place: string;
    state: MeetingState;
    opened_at: string | null;
    closed_at: string | null;
  };
  agenda_item: Stamp & { meeting_id: string; number: bigint; title: string; note: string; motion_id: string | null };
  attendance: Stamp & { meeting_id: string; number: bigint; person_id: string; present: bigint };
  minutes: Stamp & { meeting_id: string; number: bigint; text: string };
  action_point: Stamp & { id: string; meeting_id: string; text: string; owner: string; due_on: string | null };
  action_point_done: Stamp & { action_point_id: string; done_on: string; note: string };
  /** A draft decision; once it is closed, the decision of the same id says what became of it. */
  motion: Stamp & {
    id: string;
    reference: string;
    title: string;
    text: string;
    options: string;
    kind: MotionKind;
    state: MotionState;
    meeting_id: string | null;
    closes_on: string | null;
    supersedes_id: string | null;
    criteria_set_id: string | null;
    version: Generated<bigint>;
  };
  /** What a draft said by version; the draft itself holds the last one. */
  motion_version: Stamp & {
    motion_id: string;
    version: bigint;
    title: string;
    text: string;
    options: string;
    kind: MotionKind;
    supersedes_id: string | null;
    criteria_set_id: string | null;
  };
  motion_line: {
    motion_id: string;
    version: bigint;
    line: bigint;
    position_id: string;
    year: bigint;
    pool_id: string;
    amount: bigint;
  };
  motion_position: { motion_id: string; version: bigint; position_id: string; verdict: Verdict; reason: string };
  motion_event: Stamp & {
    motion_id: string;
    number: bigint;
    what: MotionHappening;
    note: string;
    organization_id: string | null;
  };
  motion_recusal: Stamp & { motion_id: string; organization_id: string; forced: bigint; reason: string };
  vote: Stamp & { motion_id: string; organization_id: string; choice: Choice; as_alternate: bigint; note: string };
  /** How a decision was taken. A decision without one was taken outside of the program. */
  resolution: Stamp & {
    decision_id: string;
    motion_id: string;
    mode: Exclude<DecisionMode, 'on-paper'>;
    outcome: Outcome;
    conditions: string;
    reason: string;
    rules_number: bigint;
    seated: bigint;
    present: bigint;
    quorum_needed: bigint;
    in_favour: bigint;
    against: bigint;
    abstained: bigint;
    votes_needed: bigint;
    supersedes_id: string | null;
  };
  /** Which decision one takes the place of that was taken on paper. */
  paper_supersession: { decision_id: string; supersedes_id: string };
  /** What an entry gave back of what a line of a decision had reserved; the step that caused it, where no decision did. */
  release: {
    entry_number: bigint;
    line: bigint;
    decision_id: string;
    allocation_line: bigint;
    amount: bigint;
    step_id: string | null;
  };
};
