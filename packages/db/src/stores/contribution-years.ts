import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { type Money, negate, sum } from '@dcc/domain/money';
import type { Standpoint } from '@dcc/domain/standpoint';
import type { Reader } from '../open-database.ts';
import { balancesAt } from './balance-store.ts';

export type ContributionYear = { readonly year: number; readonly signed: Money; readonly received: Money };

/** What was signed and what came in (net of refunds to contributors) in each year, without gaps, for one contributor or for all. */
export async function contributionsByYear(
  db: Reader,
  standpoint: Standpoint,
  contributorId: string | null,
): Promise<ContributionYear[]> {
  const rows = await balancesAt(
    db,
    standpoint,
    ['cash', 'contribution-revenue'],
    contributorId === null ? ['account', 'kind', 'year'] : ['account', 'kind', 'contributor_id', 'year'],
  );
  const years = new Map<number, { signed: Money[]; received: Money[] }>();
  for (const row of rows) {
    if (contributorId !== null && row.contributor_id !== contributorId) continue;
    const isSigned = row.account === 'contribution-revenue';
    if (!isSigned && row.kind !== 'deposit' && row.kind !== 'contributor-refund') continue;
    const year = years.get(Number(row.year)) ?? { signed: [], received: [] };
    if (isSigned) year.signed.push(negate(row.amount));
    else year.received.push(row.amount);
    years.set(Number(row.year), year);
  }
  if (years.size === 0) return [];
  const first = Math.min(...years.keys());
  const last = Math.max(...years.keys());
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = years.get(first + index);
    return {
      year: first + index,
      signed: sum(year?.signed ?? [], BOOK_CURRENCY),
      received: sum(year?.received ?? [], BOOK_CURRENCY),
    };
  });
}
