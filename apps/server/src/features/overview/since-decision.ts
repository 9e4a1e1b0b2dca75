import type { Reader } from '@dcc/db/open-database';
import { movedAfter } from '@dcc/db/stores/balance-store';
import { lastDecision } from '@dcc/db/stores/position-reads';
import { date } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import type { Account } from '@dcc/domain/ledger/accounts';
import type { EntryKind } from '@dcc/domain/ledger/kinds';
import { type Money, negate, sum } from '@dcc/domain/money';
import type { Standpoint } from '@dcc/domain/standpoint';

const ACCOUNTS: readonly Account[] = ['cash', 'contribution-revenue', 'transfers', 'organization-expenditure'];

/** What came in, was signed, was sent and was reported spent after the day of the last decision. */
export async function sinceDecision(db: Reader, standpoint: Standpoint) {
  const decision = await lastDecision(db, standpoint);
  if (decision === null) return null;
  const rows = await movedAfter(db, date(decision.decidedOn), standpoint, ACCOUNTS);
  const moved = (account: Account, kinds: readonly EntryKind[] | null): Money =>
    sum(
      rows
        .filter((row) => row.account === account && (kinds === null || kinds.includes(row.kind)))
        .map(({ amount }) => amount),
      BOOK_CURRENCY,
    );
  return {
    ...decision,
    received: moved('cash', ['deposit', 'contributor-refund']),
    signed: negate(moved('contribution-revenue', null)),
    transferred: moved('transfers', null),
    spent: moved('organization-expenditure', null),
  };
}
