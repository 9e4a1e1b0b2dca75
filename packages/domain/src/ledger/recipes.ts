import type { Account } from './accounts.ts';
import type { EntryKind } from './kinds.ts';

/** What a recording posts: the accounts it debits and the accounts it credits. */
export type Recipe = { readonly debit: readonly Account[]; readonly credit: readonly Account[] };

/** The ways to move money that need no agreement between the fund and a contributor, and the two that change a commitment. */
export type RecipeName =
  | Exclude<EntryKind, 'pledge' | 'pledge-amendment' | 'agreement' | 'contributor-refund' | 'allocation'>
  | 'transfer-for-position';

/** The named recipes, as they are shown before anything is posted; `movements.ts` posts by them. */
export const RECIPES = {
  deposit: { debit: ['cash'], credit: ['contribution-revenue'] },
  'interest-fund': { debit: ['cash'], credit: ['interest-income'] },
  'interest-organization': { debit: ['cash'], credit: ['interest-income'] },
  'other-income': { debit: ['cash'], credit: ['other-income'] },
  transfer: { debit: ['transfers'], credit: ['cash'] },
  'transfer-for-position': { debit: ['transfers', 'allocations-control'], credit: ['cash', 'allocations-open'] },
  'transfer-other-fund': { debit: ['transfers-other-funds'], credit: ['cash'] },
  refund: { debit: ['cash'], credit: ['transfers'] },
  'agent-fee': { debit: ['agent-fee'], credit: ['cash'] },
  'support-cost': { debit: ['support-cost'], credit: ['cash'] },
  'direct-cost': { debit: ['direct-cost'], credit: ['cash'] },
  'bank-charge': { debit: ['bank-charges'], credit: ['cash'] },
  'organization-received': { debit: ['organization-funds'], credit: ['organization-receipts'] },
  'organization-expenditure': { debit: ['organization-expenditure'], credit: ['organization-funds'] },
  'organization-refund': { debit: ['organization-refunds'], credit: ['organization-funds'] },
  'write-off': { debit: ['contributions-written-off'], credit: ['contributions-receivable'] },
  release: { debit: ['allocations-control'], credit: ['allocations-open'] },
  'operating-reserve': { debit: ['reserve-held'], credit: ['reserve-control'] },
} as const satisfies Record<RecipeName, Recipe>;
