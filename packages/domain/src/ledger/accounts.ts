/**
 * The chart of accounts. Each account belongs to one book, and an entry balances within every book it touches:
 * - `fund`: what the administrator holds and owns (cash and accrual);
 * - `organizations`: what the host organizations report in their own books;
 * - `commitments`: promises and reservations that are not yet cash (memorandum accounts).
 */
export const ACCOUNT_BOOKS = {
  cash: 'fund',
  'contributions-receivable': 'fund',
  'contribution-revenue': 'fund',
  'exchange-difference': 'fund',
  'contributions-written-off': 'fund',
  'interest-income': 'fund',
  'other-income': 'fund',
  transfers: 'fund',
  'transfers-other-funds': 'fund',
  'agent-fee': 'fund',
  'support-cost': 'fund',
  'direct-cost': 'fund',
  'bank-charges': 'fund',
  'organization-funds': 'organizations',
  'organization-receipts': 'organizations',
  'organization-expenditure': 'organizations',
  'organization-refunds': 'organizations',
  'pledges-open': 'commitments',
  'pledges-control': 'commitments',
  'allocations-open': 'commitments',
  'allocations-control': 'commitments',
  'reserve-held': 'commitments',
  'reserve-control': 'commitments',
} as const satisfies Record<string, 'fund' | 'organizations' | 'commitments'>;

export type Account = keyof typeof ACCOUNT_BOOKS;

export const ACCOUNTS = Object.keys(ACCOUNT_BOOKS) as [Account, ...Account[]];
