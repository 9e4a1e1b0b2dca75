import { BOOK_CURRENCY } from '../currency.ts';
import type { Account } from '../ledger/accounts.ts';
import type { EntryKind } from '../ledger/kinds.ts';
import { add, type Money, negate, subtract, sum } from '../money.ts';
import type { KindBalance } from './statement.ts';

/**
 * How what was signed became cash, US dollars, over a period: what was to come at its beginning, what was signed, what came without
 * an agreement on record, and the realised exchange difference, less what was given up, given back, and is still to come, are the
 * contributions received: the first line of the statement.
 */
export type SignatureToCash = {
  readonly outstandingBefore: Money;
  readonly signed: Money;
  readonly receivedWithoutAgreement: Money;
  /** Between the rate of the signature and the rate of the deposit; a loss is negative. */
  readonly exchangeDifference: Money;
  readonly writtenOff: Money;
  readonly refundedToContributors: Money;
  readonly outstanding: Money;
  readonly received: Money;
};

/** Which account and kinds each line is the sum of, and whether a debit raises it. */
export const SIGNATURE_LINES = {
  signed: { account: 'contribution-revenue', kinds: ['agreement'], sign: -1 },
  receivedWithoutAgreement: { account: 'contribution-revenue', kinds: ['deposit'], sign: -1 },
  exchangeDifference: { account: 'exchange-difference', kinds: null, sign: -1 },
  writtenOff: { account: 'contributions-written-off', kinds: null, sign: 1 },
  refundedToContributors: { account: 'contribution-revenue', kinds: ['contributor-refund'], sign: 1 },
  outstanding: { account: 'contributions-receivable', kinds: null, sign: 1 },
} as const satisfies Record<string, { account: Account; kinds: readonly EntryKind[] | null; sign: 1 | -1 }>;

/** The accounts that it is made of. */
export const SIGNATURE_ACCOUNTS: readonly Account[] = [
  'contribution-revenue',
  'contributions-receivable',
  'contributions-written-off',
  'exchange-difference',
];

/** From the sums per account and kind of what moved in the period, and of all that moved before. */
export function signatureToCash(
  movements: readonly KindBalance[],
  before: readonly KindBalance[] = [],
): SignatureToCash {
  const line = (name: keyof typeof SIGNATURE_LINES, balances: readonly KindBalance[]): Money => {
    const { account, kinds, sign } = SIGNATURE_LINES[name];
    const total = sum(
      balances
        .filter((row) => row.account === account && (kinds === null || (kinds as readonly string[]).includes(row.kind)))
        .map(({ amount }) => amount),
      BOOK_CURRENCY,
    );
    return sign === 1 ? total : negate(total);
  };
  const outstandingBefore = line('outstanding', before);
  const outstanding = add(outstandingBefore, line('outstanding', movements));
  const [signed, receivedWithoutAgreement, exchangeDifference, writtenOff, refundedToContributors] = [
    line('signed', movements),
    line('receivedWithoutAgreement', movements),
    line('exchangeDifference', movements),
    line('writtenOff', movements),
    line('refundedToContributors', movements),
  ];
  return {
    outstandingBefore,
    signed,
    receivedWithoutAgreement,
    exchangeDifference,
    writtenOff,
    refundedToContributors,
    outstanding,
    received: subtract(
      add(outstandingBefore, signed, receivedWithoutAgreement, exchangeDifference),
      add(writtenOff, refundedToContributors, outstanding),
    ),
  };
}
