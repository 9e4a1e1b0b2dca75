import {
  decisionOfEntry,
  dimensionNames,
  entryPage,
  entryRow,
  type EntryRow,
  postingsOf,
  rateOfEntry,
} from '@dcc/db/stores/ledger-reads';
import { boundsOf, entryTotals, placeOf, reversed } from '@dcc/db/stores/ledger-list';
import type { Reader } from '@dcc/db/open-database';
import { ACCOUNTS } from '@dcc/domain/ledger/accounts';
import { isCorrectable } from '@dcc/domain/ledger/reversal';
import type { StandpointInput } from '@dcc/domain/wire';
import { NO_DIMENSIONS } from '@dcc/domain/ledger/entry';
import type { ListEntries } from '@dcc/domain/ledger/inputs';
import { zero } from '@dcc/domain/money';
import type { Standpoint } from '@dcc/domain/standpoint';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { readableEntry, readablePosting } from '../../read-models/entries.ts';
import { assertMay } from '../../use-case/command.ts';
import { type Context, today } from '../../use-case/context.ts';
import { standpointOf } from '../../use-case/standpoint.ts';
import { Refusal } from '../../use-case/refusal.ts';

const PAGE_SIZE = 50;

async function filterNames(context: Context, filter: ListEntries['filter']) {
  const about = {
    ...NO_DIMENSIONS,
    contributorId: filter.contributorId ?? null,
    contributionId: filter.contributionId ?? null,
    poolId: filter.poolId ?? null,
    organizationId: filter.organizationId ?? null,
    positionId: filter.positionId ?? null,
  };
  const names = await dimensionNames(context.shell.db.read, [
    { ...about, account: 'cash', amount: zero(BOOK_CURRENCY), original: null, costComponent: null },
  ]);
  const name = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null));
  return {
    contributor: name(about.contributorId),
    contribution: name(about.contributionId),
    pool: name(about.poolId),
    organization: name(about.organizationId),
    position: name(about.positionId),
  };
}

/** Whether an entry waits for somebody like the reader. Who looks back at what was known does not certify from there. */
function isCertifiable({ actor }: Context, { knownOn }: Standpoint, entry: EntryRow): boolean {
  return knownOn === null && entry.certified === null && entry.recordedById !== actor.personId;
}

/** The entries of one page, and how many of the filter's stand before the first of them. */
async function pageOf(db: Reader, standpoint: Standpoint, input: ListEntries, rowCount: number) {
  const { filter, beside, toward } = input;
  const order = { by: input.sort, direction: input.direction };
  if (beside !== undefined) {
    const window = { beside, toward, limit: PAGE_SIZE };
    const page = await entryPage(db, filter, standpoint, order, window);
    const [first] = page;
    const before =
      first === undefined ? 0 : await placeOf(db, filter, await boundsOf(db, standpoint), order, first.number);
    return { page, before };
  }
  const before = (Math.min(input.page, pagesOf(rowCount)) - 1) * PAGE_SIZE;
  return { page: await pageAt(db, standpoint, input, before, rowCount), before };
}

/** Entries from a place on. The second half of a long list is counted from its end: whoever jumps far waits no longer. */
async function pageAt(db: Reader, standpoint: Standpoint, input: ListEntries, before: number, rowCount: number) {
  const order = { by: input.sort, direction: input.direction };
  const limit = Math.min(PAGE_SIZE, rowCount - before);
  const behind = rowCount - before - limit;
  if (before <= behind) return entryPage(db, input.filter, standpoint, order, { offset: before, limit: PAGE_SIZE });
  const backwards = await entryPage(db, input.filter, standpoint, reversed(order), { offset: behind, limit });
  return backwards.toReversed();
}

const pagesOf = (rowCount: number): number => Math.max(1, Math.ceil(rowCount / PAGE_SIZE));

/** One page of the entries a filter selects, in an order, with their count and what they add up to. */
export async function listEntries(context: Context, input: ListEntries) {
  assertMay(context, 'ledger.read');
  const db = context.shell.db.read;
  const standpoint = standpointOf(context.shell, input);
  const totals = await entryTotals(db, input.filter, standpoint);
  const { page, before } = await pageOf(db, standpoint, input, totals.rowCount);
  const postings = await postingsOf(
    db,
    page.map(({ number }) => number),
  );
  const names = await dimensionNames(db, [...postings.values()].flat());
  return {
    rows: page.map((entry) => ({
      ...readableEntry(entry, postings.get(entry.number) ?? [], names, input.filter.account),
      certifiable: isCertifiable(context, standpoint, entry),
    })),
    ...standpoint,
    today: today(context.shell),
    ...totals,
    before,
    pageSize: PAGE_SIZE,
    next: before + page.length < totals.rowCount ? (page.at(-1)?.number ?? null) : null,
    previous: before > 0 ? (page.at(0)?.number ?? null) : null,
    filterNames: await filterNames(context, input.filter),
    accounts: ACCOUNTS,
  };
}

/** Reads the number that identifies an entry. */
export function entryNumber(id: string): number {
  if (!/^[1-9]\d{0,14}$/u.test(id)) throw new Refusal({ kind: 'NotFound', subject: 'entry' });
  return Number(id);
}

/** One entry with its postings, its rate, its decision and its place in the chain. */
export async function getEntry(context: Context, id: string, input: StandpointInput) {
  assertMay(context, 'ledger.read');
  const db = context.shell.db.read;
  const standpoint = standpointOf(context.shell, input);
  const entry = await entryRow(db, entryNumber(id), standpoint);
  if (entry === null) throw new Refusal({ kind: 'NotFound', subject: 'entry' });
  const postings = (await postingsOf(db, [entry.number])).get(entry.number) ?? [];
  const names = await dimensionNames(db, postings);
  return {
    row: {
      ...readableEntry(entry, postings, names, undefined),
      certifiable: isCertifiable(context, standpoint, entry),
    },
    postings: postings.map((posting) => readablePosting(posting, names)),
    hash: entry.hash,
    previousHash: entry.previousHash,
    rate: entry.rateId === null ? null : await rateOfEntry(db, entry.rateId),
    decision: entry.decisionId === null ? null : await decisionOfEntry(db, entry.decisionId),
    contributionId: postings.find(({ contributionId }) => contributionId !== null)?.contributionId ?? null,
    reversible: isCorrectable(entry.kind) && entry.reverses === null && entry.reversedBy === null,
    charge: entry.charge,
  };
}
