import type { Reader } from '@dcc/db/open-database';
import { balancesAt } from '@dcc/db/stores/balance-store';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import type { Account } from '@dcc/domain/ledger/accounts';
import type { EntryKind } from '@dcc/domain/ledger/kinds';
import { type Money, negate, sum } from '@dcc/domain/money';
import type { Standpoint } from '@dcc/domain/standpoint';

/** What is a gift or its return; a fee may name a contributor too, and is none. */
export const GIFT_KINDS: readonly EntryKind[] = ['agreement', 'deposit', 'contributor-refund'];

export type Given = { readonly received: Money; readonly signed: Money };

/** What each contributor gave, with or without an agreement on record: the ledger's own sums, as every link to entries adds them up. */
export async function givenByContributor(db: Reader, standpoint: Standpoint): Promise<(id: string) => Given> {
  const rows = await balancesAt(
    db,
    standpoint,
    ['cash', 'contribution-revenue'],
    ['account', 'kind', 'contributor_id'],
  );
  const gifts = Map.groupBy(
    rows.filter(({ kind }) => GIFT_KINDS.includes(kind)),
    (row) => row.contributor_id,
  );
  const total = (id: string, account: Account): Money =>
    sum(
      (gifts.get(id) ?? []).filter((row) => row.account === account).map(({ amount }) => amount),
      BOOK_CURRENCY,
    );
  return (id) => ({ received: total(id, 'cash'), signed: negate(total(id, 'contribution-revenue')) });
}
