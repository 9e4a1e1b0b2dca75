import type { ContributionStage, ContributorType, Earmarking } from '@dcc/domain/contributions/kinds';
import type { Account } from '@dcc/domain/ledger/accounts';
import type { CostComponent } from '@dcc/domain/ledger/cost-component';
import type { EntryKind } from '@dcc/domain/ledger/kinds';
import type { Role } from '@dcc/domain/people/capability';
import type { CostFrequency, PercentBase } from '@dcc/domain/positions/cost-table';
import type { RetentionOutcome } from '@dcc/domain/positions/retention';
import type { FindingKind } from '@dcc/domain/positions/review';
import type { PositionState } from '@dcc/domain/positions/states';
import type { TermsField, TermsTag } from '@dcc/domain/positions/terms';
import type { EarmarkKind } from '@dcc/domain/rounds/earmark';
import type { RoundState } from '@dcc/domain/rounds/round';
import type { Generated } from 'kysely';
import type { CommitteeTables } from './committee-tables.ts';
import type { KeptTables } from './kept-tables.ts';
import type { VacancyTables } from './vacancy-tables.ts';

// Whole numbers are bigint in both engines; dates are ISO text; flags are 0 or 1. Values come in through stores only.

export type Tables = CommitteeTables &
  KeptTables &
  VacancyTables & {
    fund: {
      id: bigint;
      name: string;
      demonstration: bigint;
      created_at: string;
      entry_count: Generated<bigint>;
      last_hash: string;
      last_recorded_at: Generated<string>;
    };
    contributor: {
      id: string;
      name: string;
      name_key: string;
      type: ContributorType;
      country_code: string | null;
      recorded_at: Generated<string>;
    };
    pool: {
      id: string;
      name: string;
      name_key: string;
      earmarking: Earmarking;
      description: string;
      recorded_at: Generated<string>;
    };
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
      recorded_at: Generated<string>;
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
      recorded_at: Generated<string>;
    };
    organization: { id: string; name: string; short_name: string; recorded_at: Generated<string> };
    duty_station: { id: string; name: string; country_code: string; recorded_at: Generated<string> };
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
      terms_recorded_at: Generated<string>;
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
      /** Of a year that came after the terms; empty of those that came with them. */
      recorded_at: Generated<string>;
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
    terms_version: { position_id: string; number: bigint; recorded_at: string; recorded_by: string };
    terms_field: { position_id: string; number: bigint; field: TermsField | TermsTag; value: string };
    review_finding: {
      id: string;
      position_id: string;
      number: bigint;
      year: bigint;
      kind: FindingKind;
      favourable: bigint;
      host_amount: bigint | null;
      contributor_id: string | null;
      on_date: string;
      reference: string;
      recorded_at: string;
      recorded_by: string;
    };
    cost_table: {
      id: string;
      version: string;
      effective_on: string;
      source: string;
      published_on: string;
      recorded_at: string;
      recorded_by: string;
    };
    cost_line: {
      table_id: string;
      line: bigint;
      duty_station_id: string | null;
      component: CostComponent;
      frequency: CostFrequency;
      amount: bigint | null;
      percent: string | null;
      percent_of: PercentBase | null;
    };
    host_pension: {
      organization_id: string;
      number: bigint;
      effective_on: string;
      covered: bigint;
      source: string;
      recorded_at: string;
      recorded_by: string;
    };
    allowance_rate: {
      effective_on: string;
      amount: bigint;
      source: string;
      recorded_at: string;
      recorded_by: string;
    };
    allowance_use: {
      id: string;
      position_id: string;
      number: bigint;
      on_date: string;
      amount: bigint;
      purpose: string;
      recorded_at: string;
      recorded_by: string;
    };
    retention_finding: {
      position_id: string;
      months: bigint;
      number: bigint;
      outcome: RetentionOutcome;
      on_date: string;
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
    allocation: {
      decision_id: string;
      line: bigint;
      position_id: string;
      year: bigint;
      pool_id: string;
      amount: bigint;
    };
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
      charge_percent: string | null;
      charge_base: bigint | null;
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
      cost_component: CostComponent | null;
    };
    kept_balance: {
      account: Account;
      grain: 'year' | 'month';
      period: string;
      kind: EntryKind;
      contributor_id: string;
      pool_id: string;
      organization_id: string;
      position_id: string;
      recorded_month: string;
      amount: bigint;
    };
    kept_total: { account: Account; grain: 'month' | 'day'; period: string; kind: EntryKind; amount: bigint };
    certification: { entry_number: bigint; certified_at: string; certified_by: string };
    pending_certification: { entry_number: bigint };
    financial_year: { year: bigint; state: 'open' | 'closed' };
    year_event: {
      year: bigint;
      number: bigint;
      state: 'open' | 'closed';
      reason: string;
      decision_id: string | null;
      entry_count: bigint;
      last_hash: string;
      recorded_at: string;
      recorded_by: string;
    };
    support_cost_rate: {
      contribution_id: string;
      number: bigint;
      effective_on: string;
      percent: string;
      source: string;
      recorded_at: string;
      recorded_by: string;
    };
    /** A letter of agreement as it was on record before its terms were. */
    contribution_letter: {
      contribution_id: string;
      signed_on: string;
      pool_id: string;
      currency: string;
      description: string;
    };
    /** A position as it was on record before its terms were. */
    position_sketch: {
      position_id: string;
      title: string;
      organization_id: string;
      duty_station_id: string;
      description: string;
    };
    document: {
      id: string;
      subject_kind: 'contribution' | 'entry' | 'decision';
      subject_id: string;
      name: string;
      type: 'application/pdf' | 'image/png' | 'image/jpeg';
      size: bigint;
      content_hash: string;
      added_at: string;
      added_by: string;
    };
    document_content: { hash: string; content: Buffer };
    country_group: {
      country_code: string;
      group_code: string;
      from_on: string;
      to_on: string | null;
      source: string;
      recorded_at: string;
    };
    criteria_set: {
      id: string;
      name: string;
      decision: string;
      decided_on: string;
      scale: bigint;
      recorded_at: string;
      recorded_by: string;
    };
    priority_area: { criteria_set_id: string; number: bigint; kind: 'sdg' | 'theme' | 'region'; name: string };
    criterion: { criteria_set_id: string; number: bigint; name: string; weight: bigint };
    eligibility_set: {
      id: string;
      name: string;
      version: bigint;
      valid_from: string;
      valid_to: string | null;
      source: string;
      recorded_at: string;
      recorded_by: string;
    };
    eligibility_code: { set_id: string; kind: 'group' | 'country' | 'excluded'; code: string };
    earmark_version: { pool_id: string; version: bigint; recorded_at: string; recorded_by: string };
    earmark_rule: { pool_id: string; version: bigint; number: bigint; kind: EarmarkKind; value: string };
    round: {
      id: string;
      name: string;
      criteria_set_id: string;
      eligibility_set_id: string | null;
      recorded_at: string;
      recorded_by: string;
    };
    round_step: { round_id: string; number: bigint; to_state: RoundState; recorded_at: string; recorded_by: string };
    round_proposal: {
      round_id: string;
      position_id: string;
      theme: string;
      region: string;
      place: 'field' | 'headquarters';
      recorded_at: string;
      recorded_by: string;
    };
    proposal_score: {
      round_id: string;
      position_id: string;
      person_id: string;
      number: bigint;
      criterion: bigint;
      score: bigint;
      note: string;
      recorded_at: string;
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
