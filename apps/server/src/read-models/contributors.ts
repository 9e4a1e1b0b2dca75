import type { Reader } from '@dcc/db/open-database';
import { balancesAsOf } from '@dcc/db/stores/balance-store';
import type { CalendarDate } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { type Money, negate, zero } from '@dcc/domain/money';

export type Given = { readonly received: Money; readonly signed: Money };

/** What each contributor gave, with or without an agreement on record: the ledger's own sums, as every link to entries adds them up. */
export async function givenByContributor(db: Reader, asOf: CalendarDate): Promise<(id: string) => Given> {
  const rows = await balancesAsOf(db, asOf, ['cash', 'contribution-revenue'], ['account', 'contributor_id']);
  const sums = new Map(rows.map((row) => [`${row.account} ${row.contributor_id}`, row.amount]));
  return (id) => ({
    received: sums.get(`cash ${id}`) ?? zero(BOOK_CURRENCY),
    signed: negate(sums.get(`contribution-revenue ${id}`) ?? zero(BOOK_CURRENCY)),
  });
}
