import type { Reader } from '@dcc/db/open-database';
import { dimensionNames, type EntryRow } from '@dcc/db/stores/ledger-reads';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { formatUnitsPerDollar } from '@dcc/domain/exchange-rate';
import type { EntryFilter } from '@dcc/domain/ledger/entry-filter';
import type { EntryDraft, Posting } from '@dcc/domain/ledger/entry';
import type { Account } from '@dcc/domain/ledger/accounts';
import { type Money, money, negate, sum } from '@dcc/domain/money';

/** A posting as people read it: a debit or a credit, with names for what it is about. */
export function readablePosting(posting: Posting, names: ReadonlyMap<string, string>) {
  const name = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null));
  const isDebit = posting.amount.minor >= 0n;
  return {
    account: posting.account,
    debit: isDebit ? posting.amount : null,
    credit: isDebit ? null : negate(posting.amount),
    original:
      posting.original === null || posting.original.currency === BOOK_CURRENCY
        ? null
        : isDebit
          ? posting.original
          : negate(posting.original),
    contributor: name(posting.contributorId),
    pool: name(posting.poolId),
    organization: name(posting.organizationId),
    position: name(posting.positionId),
    costComponent: posting.costComponent,
  };
}

/** What a form will post, before it is posted. */
export async function previewOf(db: Reader, entry: EntryDraft) {
  const names = await dimensionNames(db, entry.postings);
  return {
    kind: entry.kind,
    effectiveOn: entry.effectiveOn,
    description: entry.description,
    postings: entry.postings.map((posting) => readablePosting(posting, names)),
    rate:
      entry.rate === null
        ? null
        : {
            currency: entry.rate.currency,
            unitsPerDollar: formatUnitsPerDollar(entry.rate),
            effectiveOn: entry.rate.effectiveOn,
            source: entry.rate.source,
          },
    charge: entry.charge,
  };
}

/** What an entry is about, first match first: the account whose movement a reader means by "the amount" of an entry. */
const LEADING_ACCOUNTS: readonly Account[] = [
  'cash',
  'contributions-receivable',
  'organization-funds',
  'pledges-open',
  'allocations-open',
];

const unsigned = ({ minor, currency }: Money): Money => money(minor < 0n ? -minor : minor, currency);

/** What really moved, where it was not US dollars. */
function originalOf(postings: readonly Posting[]): Money | null {
  const originals = postings.map(({ original }) => original).filter((original) => original !== null);
  const [first] = originals;
  if (
    first === undefined ||
    first.currency === BOOK_CURRENCY ||
    originals.some(({ currency }) => currency !== first.currency)
  )
    return null;
  return unsigned(sum(originals, first.currency));
}

/** A row of the ledger: its amount on the filter's account, signed; else the size of what it moves, and of an amendment its change. */
export function readableEntry(
  entry: EntryRow,
  postings: readonly Posting[],
  names: ReadonlyMap<string, string>,
  account: EntryFilter['account'],
) {
  const leading =
    account ?? LEADING_ACCOUNTS.find((candidate) => postings.some((posting) => posting.account === candidate));
  const counted = postings.filter((posting) => posting.account === leading);
  const amount = sum(
    counted.map((posting) => posting.amount),
    BOOK_CURRENCY,
  );
  const parties = new Set<string>();
  for (const posting of postings) {
    for (const id of [posting.contributorId, posting.organizationId, posting.positionId]) {
      const name = id === null ? undefined : names.get(id);
      if (name !== undefined) parties.add(name);
    }
  }
  return {
    id: String(entry.number),
    number: entry.number,
    kind: entry.kind,
    effectiveOn: entry.effectiveOn,
    recordedAt: entry.recordedAt,
    recordedBy: entry.recordedBy,
    description: entry.description,
    reference: entry.reference,
    amount: account === undefined && entry.kind !== 'pledge-amendment' ? unsigned(amount) : amount,
    original: originalOf(counted),
    parties: [...parties],
    reverses: entry.reverses,
    reversedBy: entry.reversedBy,
    certified: entry.certified,
  };
}
