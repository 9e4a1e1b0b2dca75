import type { Reader } from '@dcc/db/open-database';
import { balancesAt } from '@dcc/db/stores/balance-store';
import type { Organization } from '@dcc/db/stores/reference-store';
import { type CalendarDate, date, yearOf } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import type { Account } from '@dcc/domain/ledger/accounts';
import { type Money, zero } from '@dcc/domain/money';
import type { Standpoint } from '@dcc/domain/standpoint';

/** A year of which a host received transfers and has reported no spending: what it was sent, net, and when final figures are due. */
export type MissingReport = {
  readonly organization: Organization;
  readonly year: number;
  readonly sent: Money;
  readonly dueOn: CalendarDate;
};

/** Past years on which hosts have not reported: final figures are due on 30 April. */
export async function missingReports(
  db: Reader,
  standpoint: Standpoint,
  hosts: readonly Organization[],
): Promise<MissingReport[]> {
  const rows = await balancesAt(
    db,
    standpoint,
    ['transfers', 'organization-expenditure'],
    ['account', 'organization_id', 'year'],
  );
  const amounts = new Map(rows.map((row) => [`${row.organization_id} ${row.account} ${row.year}`, row.amount]));
  const amount = (id: string, account: Account, year: string): Money =>
    amounts.get(`${id} ${account} ${year}`) ?? zero(BOOK_CURRENCY);
  const years = [...new Set(rows.map(({ year }) => year))].filter((year) => Number(year) < yearOf(standpoint.asOf));
  return hosts.flatMap((organization) =>
    years.flatMap((year) => {
      const sent = amount(organization.id, 'transfers', year);
      if (sent.minor <= 0n || amount(organization.id, 'organization-expenditure', year).minor !== 0n) return [];
      return [{ organization, year: Number(year), sent, dueOn: date(`${Number(year) + 1}-04-30`) }];
    }),
  );
}
