import type { ContributionStage, ContributorType, Earmarking } from '@dcc/domain/contributions/kinds';
import type { Account } from '@dcc/domain/ledger/accounts';
import type { EntryKind } from '@dcc/domain/ledger/kinds';
import type { Role } from '@dcc/domain/people/capability';
import type { PositionState } from '@dcc/domain/positions/states';
import type { Generated } from 'kysely';

// Whole numbers are bigint in both engines; dates are ISO text; flags are 0 or 1. Values come in through stores only.

export type Tables = {
  fund: {
    id: bigint;
    name: string;
    demonstration: bigint;
    created_at: string;
    entry_count: Generated<bigint>;
    last_hash: string;
  };
  parameter: { name: string; effective_on: string; value: string; source: string };
  contributor: { id: string; name: string; name_key: string; type: ContributorType; country_code: string | null };
  pool: { id: string; name: string; name_key: string; earmarking: Earmarking; description: string };
  contribution: {
    id: string;
    reference: string;
    contributor_id: string;
    pool_id: string;
    currency: string;
    stage: ContributionStage;
    pledged_on: string | null;
    signed_on: string | null;
    latest_on: string;
    support_cost_percent: string | null;
    signed_rate_id: string | null;
    description: string;
    pledged_value: Generated<bigint>;
    pledged_original: Generated<bigint>;
    signed_value: Generated<bigint>;
    signed_original: Generated<bigint>;
    received_value: Generated<bigint>;
    received_original: Generated<bigint>;
    outstanding_value: Generated<bigint>;
    outstanding_original: Generated<bigint>;
  };
  instalment: {
    id: string;
    contribution_id: string;
    number: bigint;
    due_on: string;
    amount: bigint;
    outstanding_value: Generated<bigint>;
    outstanding_original: Generated<bigint>;
    cancelled: Generated<bigint>;
  };
  exchange_rate: {
    id: string;
    currency: string;
    effective_on: string;
    published_on: string | null;
    units_per_dollar: string;
    source: string;
  };
  organization: { id: string; name: string; short_name: string };
  duty_station: { id: string; name: string; country_code: string };
  position: {
    id: string;
    number: bigint;
    title: string;
    organization_id: string;
    duty_station_id: string;
    state: PositionState;
    state_rank: bigint;
    state_since: string;
    starts_on: string | null;
    ends_on: string | null;
    description: string;
    cost: bigint;
    allocated: Generated<bigint>;
  };
  position_year: {
    position_id: string;
    year: bigint;
    starts_on: string;
    ends_on: string;
    cost: bigint;
    allocated: Generated<bigint>;
  };
  position_step: {
    id: string;
    position_id: string;
    number: bigint;
    from_state: PositionState | null;
    to_state: PositionState;
    on_date: string;
    note: string;
    recorded_at: string;
    recorded_by: string;
  };
  decision: {
    id: string;
    reference: string;
    title: string;
    decided_on: string;
    text: string;
    recorded_at: string;
    recorded_by: string;
  };
  allocation: { decision_id: string; line: bigint; position_id: string; year: bigint; pool_id: string; amount: bigint };
  journal_entry: {
    number: bigint;
    kind: EntryKind;
    effective_on: string;
    recorded_at: string;
    recorded_by: string;
    description: string;
    reference: string | null;
    rate_id: string | null;
    decision_id: string | null;
    reverses: bigint | null;
    previous_hash: string;
    hash: string;
  };
  posting: {
    entry_number: bigint;
    line: bigint;
    account: Account;
    kind: EntryKind;
    effective_on: string;
    amount: bigint;
    currency: string;
    original_amount: bigint | null;
    original_currency: string | null;
    contributor_id: string | null;
    contribution_id: string | null;
    instalment_id: string | null;
    pool_id: string | null;
    organization_id: string | null;
    position_id: string | null;
  };
  monthly_balance: {
    month: string;
    account: Account;
    kind: EntryKind;
    contributor_id: string;
    pool_id: string;
    organization_id: string;
    position_id: string;
    amount: bigint;
  };
  person: {
    id: string;
    email: string;
    name: string;
    password_hash: string | null;
    organization_id: string | null;
    contributor_id: string | null;
    disabled: Generated<bigint>;
    last_sign_in_at: string | null;
    created_at: string;
  };
  person_role: { person_id: string; role: Role };
  session: { token_hash: string; person_id: string; created_at: string; last_seen_at: string };
  sign_in_attempt: { subject: string; at: string; id: string };
  idempotency: { person_id: string; key: string; input_hash: string; answer: string; created_at: string };
  audit_event: { id: string; at: string; person_id: string; action: string; subject: string; detail: string };
};
