/** What happened, one kind for each movement the fund knows. A reversal keeps the kind of the entry it reverses. */
export const ENTRY_KINDS = [
  'pledge',
  'pledge-amendment',
  'agreement',
  'deposit',
  'contributor-refund',
  'allocation',
  'release',
  'write-off',
  'operating-reserve',
  'interest-fund',
  'interest-organization',
  'other-income',
  'transfer',
  'transfer-other-fund',
  'refund',
  'agent-fee',
  'support-cost',
  'direct-cost',
  'bank-charge',
  'organization-received',
  'organization-expenditure',
  'organization-refund',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** What decisions allocated: what they reserved, less what was released. */
export const ALLOCATED_KINDS = ['allocation', 'release'] as const satisfies readonly EntryKind[];

export function isAllocated(kind: EntryKind): boolean {
  return ALLOCATED_KINDS.some((each) => each === kind);
}
