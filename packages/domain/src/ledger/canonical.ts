import type { EntryDraft, Posting } from './entry.ts';

/** What the program adds to a draft when it records it. */
export type Recorded = {
  readonly number: number;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly previousHash: string;
};

function canonicalPosting(posting: Posting): readonly (string | null)[] {
  return [
    posting.account,
    posting.amount.minor.toString(),
    posting.amount.currency,
    posting.original === null ? null : posting.original.minor.toString(),
    posting.original === null ? null : posting.original.currency,
    posting.contributorId,
    posting.contributionId,
    posting.instalmentId,
    posting.poolId,
    posting.organizationId,
    posting.positionId,
    // Only where there is one: entries from before there were components keep their hash.
    ...(posting.costComponent === null ? [] : [posting.costComponent]),
  ];
}

/** The text whose SHA-256 is the entry's hash: every field of the entry and its postings, and the hash of the entry before it. */
export function canonicalEntry(
  entry: Omit<EntryDraft, 'rate'> & { readonly rateId: string | null },
  recorded: Recorded,
): string {
  return JSON.stringify([
    recorded.previousHash,
    recorded.number,
    entry.kind,
    entry.effectiveOn,
    recorded.recordedAt,
    recorded.recordedBy,
    entry.description,
    entry.reference,
    entry.rateId,
    entry.decisionId,
    entry.reverses,
    entry.postings.map(canonicalPosting),
    ...(entry.charge === null ? [] : [[entry.charge.percent, entry.charge.base.minor.toString()]]),
  ]);
}
