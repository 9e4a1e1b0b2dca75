import type { Account } from '@dcc/domain/ledger/accounts';
import type { Basis } from '@dcc/domain/figure';
import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** What the balance of an account says, in one sentence, and on which side an entry raises it. */
type Meaning = {
  readonly words: MessageDescriptor;
  readonly raisedBy: 'debit' | 'credit';
  readonly basis: Basis | 'income';
};

const MEANING: Readonly<Record<Account, Meaning>> = {
  cash: {
    words: msg`Money that the administrator holds for the fund: everything that came in, less everything that went out.`,
    raisedBy: 'debit',
    basis: 'cash',
  },
  'contributions-receivable': {
    words: msg`What signed agreements promise and has not arrived yet, at the rate of the day on which they were signed.`,
    raisedBy: 'debit',
    basis: 'signed',
  },
  'contribution-revenue': {
    words: msg`What contributors have committed by a signed agreement, or gave without one.`,
    raisedBy: 'credit',
    basis: 'signed',
  },
  'exchange-difference': {
    words: msg`What deposits were worth more or less, on the day they came, than on the day the agreement was signed. A credit is a gain.`,
    raisedBy: 'debit',
    basis: 'income',
  },
  'contributions-written-off': {
    words: msg`What signed agreements promised and is no longer expected.`,
    raisedBy: 'debit',
    basis: 'signed',
  },
  'interest-income': {
    words: msg`Interest that the fund earned, its own and what organizations paid over.`,
    raisedBy: 'credit',
    basis: 'income',
  },
  'other-income': {
    words: msg`Income that is neither a contribution nor interest.`,
    raisedBy: 'credit',
    basis: 'income',
  },
  transfers: {
    words: msg`Money sent to host organizations, less what they sent back.`,
    raisedBy: 'debit',
    basis: 'cash',
  },
  'transfers-other-funds': { words: msg`Money sent to other funds.`, raisedBy: 'debit', basis: 'cash' },
  'agent-fee': {
    words: msg`What the administrator keeps of deposits, at the percentage that the committee set.`,
    raisedBy: 'debit',
    basis: 'cash',
  },
  'support-cost': {
    words: msg`Programme support cost: a percentage of expenditure, at the rate of each agreement.`,
    raisedBy: 'debit',
    basis: 'cash',
  },
  'direct-cost': { words: msg`Costs that the committee charged to the fund.`, raisedBy: 'debit', basis: 'cash' },
  'bank-charges': { words: msg`What the bank took.`, raisedBy: 'debit', basis: 'cash' },
  'organization-funds': {
    words: msg`What host organizations say they still hold: their receipts less their expenditure and refunds.`,
    raisedBy: 'debit',
    basis: 'spent',
  },
  'organization-receipts': {
    words: msg`What host organizations say they received from the fund.`,
    raisedBy: 'credit',
    basis: 'spent',
  },
  'organization-expenditure': {
    words: msg`What host organizations report as spent. It is interim until it is certified.`,
    raisedBy: 'debit',
    basis: 'spent',
  },
  'organization-refunds': {
    words: msg`What host organizations say they sent back.`,
    raisedBy: 'debit',
    basis: 'spent',
  },
  'pledges-open': {
    words: msg`What contributors announced and have not signed. It binds nobody.`,
    raisedBy: 'debit',
    basis: 'pledged',
  },
  'pledges-control': { words: msg`The other side of pledges.`, raisedBy: 'credit', basis: 'pledged' },
  'allocations-open': {
    words: msg`Money that decisions of the committee reserved for positions, less what was sent or released since.`,
    raisedBy: 'debit',
    basis: 'allocated',
  },
  'allocations-control': { words: msg`The other side of allocations.`, raisedBy: 'credit', basis: 'allocated' },
  'reserve-held': {
    words: msg`The operating reserve: money that stays in the fund, a percentage of planned annual expenditure.`,
    raisedBy: 'debit',
    basis: 'cash',
  },
  'reserve-control': { words: msg`The other side of the reserve.`, raisedBy: 'credit', basis: 'cash' },
};

const BASIS: Readonly<Record<Basis | 'income', MessageDescriptor>> = {
  pledged: msg`pledged: announced, not binding`,
  signed: msg`signed: by agreement, not yet cash`,
  cash: msg`cash`,
  spent: msg`the hosts’ own books`,
  allocated: msg`reserved by decision`,
  income: msg`accrual`,
};

export const accountMeaning = (account: Account): string => i18n._(MEANING[account].words);
export const basisWords = (account: Account): string => i18n._(BASIS[MEANING[account].basis]);
/** Whether credits raise an account, so that a figure made of it is what the ledger shows with the sign turned. */
export const isRaisedByCredit = (account: Account): boolean => MEANING[account].raisedBy === 'credit';
