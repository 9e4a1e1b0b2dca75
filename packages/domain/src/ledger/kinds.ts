/** What happened, one kind for each movement the fund knows. A reversal keeps the kind of the entry it reverses. */
export const ENTRY_KINDS = [
  'pledge',
  'pledge-amendment',
  'agreement',
  'deposit',
  'contributor-refund',
  'allocation',
  'interest-fund',
  'interest-organization',
  'other-income',
  'transfer',
  'transfer-other-fund',
  'refund',
  'agent-fee',
  'direct-cost',
  'bank-charge',
  'organization-received',
  'organization-expenditure',
  'organization-refund',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];
