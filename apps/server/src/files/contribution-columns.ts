/** The columns of a contributions file, as it is read and as it is written. */
export const CONTRIBUTION_COLUMNS = [
  'contributor',
  'contributor_type',
  'country',
  'status',
  'currency',
  'amount',
  'effective_on',
  'usd_amount',
  'earmark',
  'reference',
  'description',
] as const;

/** What an export says besides: sums of the ledger in US dollars. An import reads over them. */
export const REPORTED_COLUMNS = [
  'pledged_usd',
  'signed_usd',
  'received_usd',
  'outstanding_usd',
  'overdue_usd',
  'next_due_on',
] as const;
