import { hash as digest } from 'node:crypto';
import { yearOf } from '@dcc/domain/calendar-date';
import type { EntryDraft, Posting } from '@dcc/domain/ledger/entry';
import { imbalances } from '@dcc/domain/ledger/entry';
import { canonicalEntry } from '@dcc/domain/ledger/canonical';
import { type Insertable, type Selectable, sql } from 'kysely';
import { addToRows, insertRows } from '../insert-rows.ts';
import type { Tables } from '../tables.ts';
import type { Tx } from '../with-transaction.ts';
import { runWritten } from '../written-queries.ts';

export const GENESIS_HASH = '0'.repeat(64);

export type Stamp = { readonly recordedAt: string; readonly recordedBy: string };
type PostingRow = Insertable<Tables['posting']>;

export function sha256(text: string): string {
  return digest('sha256', text);
}

/** A draft as the database gives it back: half characters, which UTF-8 has no bytes for, are replaced before the entry is hashed. */
function storable(draft: EntryDraft): EntryDraft {
  return {
    ...draft,
    description: draft.description.toWellFormed(),
    reference: draft.reference?.toWellFormed() ?? null,
  };
}

function postingRow(number: bigint, draft: EntryDraft, posting: Posting, line: number): PostingRow {
  return {
    entry_number: number,
    line: BigInt(line),
    account: posting.account,
    kind: draft.kind,
    effective_on: draft.effectiveOn,
    amount: posting.amount.minor,
    currency: posting.amount.currency,
    original_amount: posting.original?.minor ?? null,
    original_currency: posting.original?.currency ?? null,
    contributor_id: posting.contributorId,
    contribution_id: posting.contributionId,
    instalment_id: posting.instalmentId,
    pool_id: posting.poolId,
    organization_id: posting.organizationId,
    position_id: posting.positionId,
    cost_component: posting.costComponent,
  };
}

const GRAINS = [
  ['year', 4],
  ['month', 7],
] as const;
const GRAINS_OF_TOTALS = [
  ['month', 7],
  ['day', 10],
] as const;

const ADD_TO_KEPT = `on conflict (account, grain, period, kind, contributor_id, pool_id, organization_id, position_id, recorded_month)
  do update set amount = kept_balance.amount + excluded.amount`;

/** Adds to the kept balances: by year of effect, and by month of effect and of recording. */
async function keepBalances(tx: Tx, recordedAt: string, rows: readonly PostingRow[]): Promise<void> {
  const sums = new Map<string, Insertable<Tables['kept_balance']>>();
  for (const row of rows)
    for (const [grain, length] of GRAINS) {
      const key = {
        account: row.account,
        grain,
        period: row.effective_on.slice(0, length),
        kind: row.kind,
        contributor_id: row.contributor_id ?? '',
        pool_id: row.pool_id ?? '',
        organization_id: row.organization_id ?? '',
        position_id: row.position_id ?? '',
        // What is asked for as known on a day is answered from the months: years stay few.
        recorded_month: grain === 'year' ? '' : recordedAt.slice(0, 7),
      };
      const name = Object.values(key).join('\u0000');
      const known = sums.get(name);
      if (known === undefined) sums.set(name, { ...key, amount: row.amount });
      else known.amount += row.amount;
    }
  await insertRows(tx, 'kept_balance', [...sums.values()], ADD_TO_KEPT);
}

const ADD_TO_TOTAL = `on conflict (account, grain, period, kind) do update set amount = kept_total.amount + excluded.amount`;

/** Adds to the totals of accounts, whatever they moved for: by month of effect and by day. */
async function keepTotals(tx: Tx, rows: readonly PostingRow[]): Promise<void> {
  const sums = new Map<string, Insertable<Tables['kept_total']>>();
  for (const { account, kind, effective_on, amount } of rows)
    for (const [grain, length] of GRAINS_OF_TOTALS) {
      const period = effective_on.slice(0, length);
      const name = `${account} ${period} ${kind}`;
      const known = sums.get(name);
      if (known === undefined) sums.set(name, { account, grain, period, kind, amount });
      else known.amount += amount;
    }
  await insertRows(tx, 'kept_total', [...sums.values()], ADD_TO_TOTAL);
}

/** Which kept column of a contribution each account feeds, and whether a credit raises it. */
const CONTRIBUTION_COLUMNS = {
  'pledges-open': { index: 0, sign: 1n },
  'contribution-revenue': { index: 1, sign: -1n },
  cash: { index: 2, sign: 1n },
  'contributions-receivable': { index: 3, sign: 1n },
} as const;

const SUMS_OF_CONTRIBUTIONS = ['pledged', 'signed', 'received', 'outstanding'].flatMap((sum) => [
  `${sum}_value`,
  `${sum}_original`,
]);

async function keepContributionSums(tx: Tx, rows: readonly PostingRow[]): Promise<void> {
  const sums = new Map<string, [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint]>();
  for (const row of rows) {
    const column = CONTRIBUTION_COLUMNS[row.account as keyof typeof CONTRIBUTION_COLUMNS];
    if (row.contribution_id === null || row.contribution_id === undefined || column === undefined) continue;
    const sum = sums.get(row.contribution_id) ?? [0n, 0n, 0n, 0n, 0n, 0n, 0n, 0n];
    sum[column.index * 2] = (sum[column.index * 2] ?? 0n) + column.sign * row.amount;
    sum[column.index * 2 + 1] = (sum[column.index * 2 + 1] ?? 0n) + column.sign * (row.original_amount ?? 0n);
    sums.set(row.contribution_id, sum);
  }
  await addToRows(tx, 'contribution', SUMS_OF_CONTRIBUTIONS, sums);
}

async function keepInstalmentSums(tx: Tx, rows: readonly PostingRow[]): Promise<void> {
  const sums = new Map<string, [bigint, bigint]>();
  for (const row of rows) {
    if (row.account !== 'contributions-receivable' || row.instalment_id === null || row.instalment_id === undefined)
      continue;
    const [value, original] = sums.get(row.instalment_id) ?? [0n, 0n];
    sums.set(row.instalment_id, [value + row.amount, original + (row.original_amount ?? 0n)]);
  }
  await addToRows(tx, 'instalment', ['outstanding_value', 'outstanding_original'], sums);
}

type Head = Pick<Selectable<Tables['fund']>, 'entry_count' | 'last_hash' | 'last_recorded_at'>;
type Chained = {
  readonly entries: Insertable<Tables['journal_entry']>[];
  readonly postings: PostingRow[];
  readonly head: Head;
};

/** Numbers the drafts from the head on and chains each to the one before. */
function chain(head: Head, stamp: Stamp, drafts: readonly EntryDraft[], closed: number): Chained {
  let { entry_count: number, last_hash: previousHash } = head;
  const entries: Chained['entries'] = [];
  const postings: PostingRow[] = [];
  for (const unstored of drafts) {
    const draft = storable(unstored);
    if (imbalances(draft.postings).length > 0) throw new Error('An entry that does not balance reached the ledger');
    if (yearOf(draft.effectiveOn) <= closed) throw new Error('An entry of a closed financial year reached the ledger');
    number += 1n;
    const rateId = draft.rate?.id ?? null;
    const hash = sha256(canonicalEntry({ ...draft, rateId }, { ...stamp, number: Number(number), previousHash }));
    entries.push({
      number,
      kind: draft.kind,
      effective_on: draft.effectiveOn,
      recorded_at: stamp.recordedAt,
      recorded_by: stamp.recordedBy,
      description: draft.description,
      reference: draft.reference,
      rate_id: rateId,
      decision_id: draft.decisionId,
      reverses: draft.reverses === null ? null : BigInt(draft.reverses),
      charge_percent: draft.charge?.percent ?? null,
      charge_base: draft.charge?.base.minor ?? null,
      previous_hash: previousHash,
      hash,
    });
    for (const [line, posting] of draft.postings.entries()) postings.push(postingRow(number, draft, posting, line + 1));
    previousHash = hash;
  }
  return {
    entries,
    postings,
    head: { entry_count: number, last_hash: previousHash, last_recorded_at: stamp.recordedAt },
  };
}

/**
 * Appends entries to the ledger, in their order: numbers and chains them, and keeps the balances, the sums of contributions and
 * instalments and the list of what waits for certification, all in the caller's transaction. The only way money gets into the
 * database. An entry is never recorded before the one ahead of it, whatever the clock says, so that "known on a day" is a number.
 * Returns the numbers given. Throws for a draft that does not balance, or that takes effect in a closed financial year: the domain
 * and the use case have already refused such a one.
 */
export async function appendEntries(tx: Tx, given: Stamp, drafts: readonly EntryDraft[]): Promise<number[]> {
  const [before] = await runWritten(tx, 'head of the ledger', {}, () =>
    tx
      .selectFrom('fund')
      .select(['entry_count', 'last_hash', 'last_recorded_at'])
      .select((eb) =>
        eb
          .selectFrom('financial_year')
          .select((year) => year.fn.max('year').as('year'))
          .where('state', '=', sql.lit('closed'))
          .as('closed_through'),
      ),
  );
  if (before === undefined) throw new Error('There is no fund to record in');
  const recordedAt = given.recordedAt > before.last_recorded_at ? given.recordedAt : before.last_recorded_at;
  const { entries, postings, head } = chain(
    before,
    { ...given, recordedAt },
    drafts,
    Number(before.closed_through ?? 0n),
  );
  await insertRows(tx, 'journal_entry', entries);
  await insertRows(tx, 'posting', postings);
  await insertRows(
    tx,
    'pending_certification',
    entries.map((entry) => ({ entry_number: entry.number })),
  );
  await keepBalances(tx, recordedAt, postings);
  await keepTotals(tx, postings);
  await keepContributionSums(tx, postings);
  await keepInstalmentSums(tx, postings);
  await runWritten(tx, 'move the head of the ledger', head, (values) => tx.updateTable('fund').set(values));
  return entries.map((entry) => Number(entry.number));
}
