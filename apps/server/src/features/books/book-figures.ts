import type { Figure } from '@dcc/domain/figure';
import type { EntryFilter } from '@dcc/domain/ledger/entry-filter';
import type { Money } from '@dcc/domain/money';
import type { TwoBooks } from '@dcc/domain/reports/two-books';
import type { Counted } from '../../read-models/statement.ts';

type Line = Exclude<keyof TwoBooks, 'difference' | 'transferDifference' | 'refundDifference'>;

/** Which entries each line is the sum of. */
const ENTRIES: Record<Line, Pick<EntryFilter, 'account' | 'kinds' | 'certification'>> = {
  transferred: { account: 'cash', kinds: ['transfer'] },
  refundsReceived: { account: 'cash', kinds: ['refund'] },
  netTransferred: { account: 'cash', kinds: ['transfer', 'refund'] },
  received: { account: 'organization-funds', kinds: ['organization-received'] },
  refundsMade: { account: 'organization-funds', kinds: ['organization-refund'] },
  netReceived: { account: 'organization-funds', kinds: ['organization-received', 'organization-refund'] },
  expenditure: { account: 'organization-funds', kinds: ['organization-expenditure'] },
  certifiedExpenditure: {
    account: 'organization-funds',
    kinds: ['organization-expenditure'],
    certification: 'certified',
  },
  interimExpenditure: { account: 'organization-funds', kinds: ['organization-expenditure'], certification: 'pending' },
  balance: { account: 'organization-funds' },
};

/** The lines of the two records, each with the entries it is the sum of; a difference is of two accounts, so it has none. */
export function bookFigures(books: TwoBooks, counted: Counted) {
  const { difference, transferDifference, refundDifference, ...lines } = books;
  // A balance is of everything until its day.
  const { from: _from, ...whole } = counted;
  const figures = Object.entries(lines).map(([line, amount]: [string, Money]): [string, Figure] => {
    const entries = ENTRIES[line as Line];
    return [
      line,
      {
        amount,
        basis: entries.account === 'cash' ? 'cash' : 'spent',
        asOf: counted.to,
        entries: { ...entries, ...(line === 'balance' ? whole : counted) },
      },
    ];
  });
  return {
    difference,
    transferDifference,
    refundDifference,
    ...(Object.fromEntries(figures) as Record<Line, Figure>),
  };
}
