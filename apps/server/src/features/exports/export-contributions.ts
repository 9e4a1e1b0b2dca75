import { descriptionsAt } from '@dcc/db/stores/contribution-detail';
import { type ContributionRow, contributionRows } from '@dcc/db/stores/contribution-reads';
import { UNEARMARKED } from '@dcc/db/stores/fund-store';
import { formatDecimal, type Money } from '@dcc/domain/money';
import { CONTRIBUTION_COLUMNS, REPORTED_COLUMNS } from '../../files/contribution-columns.ts';
import { type Cell, csvText } from './csv-text.ts';
import { jsonList } from './json-list.ts';
import type { ReportRequest, ReportText } from './report.ts';

/** More than any fund has: a report is one query, so that nothing moves between its rows. */
const ALL = 10_000_000;

type Reported = ContributionRow & { readonly description: string };

async function contributionsOf({ db, standpoint }: ReportRequest): Promise<Reported[]> {
  const query = { sort: 'reference', direction: 'asc', limit: ALL, offset: 0 } as const;
  const rows = await contributionRows(db, standpoint, query);
  const descriptions = await descriptionsAt(db, standpoint);
  return rows.map((row) => ({ ...row, description: descriptions.get(row.id) ?? '' }));
}

/** An amount, or nothing where it is not on record: a letter whose terms nobody has entered. */
const known = (amount: Money): string | null => (amount.minor === 0n ? null : formatDecimal(amount));

/** What the contribution was worth when it was announced, signed or received. */
const worth = (row: ContributionRow): Money => (row.stage === 'pledged' ? row.pledged : row.signed);

function csvRow(row: Reported): Cell[] {
  return [
    row.contributor.name,
    row.contributor.type,
    row.contributor.countryCode,
    row.stage,
    row.currency,
    known(row.original),
    row.on,
    known(worth(row)),
    row.pool.id === UNEARMARKED ? null : row.pool.name,
    row.reference,
    row.description,
    formatDecimal(row.pledged),
    formatDecimal(row.signed),
    formatDecimal(row.received),
    formatDecimal(row.outstanding),
    row.overdue === null ? null : formatDecimal(row.overdue),
    row.nextDueOn,
  ];
}

function jsonRow(row: Reported): object {
  return {
    reference: row.reference,
    contributor: row.contributor.name,
    contributorType: row.contributor.type,
    country: row.contributor.countryCode,
    status: row.stage,
    effectiveOn: row.on,
    currency: row.currency,
    amount: known(row.original),
    usdAmount: known(worth(row)),
    earmark: row.pool.name,
    earmarking: row.pool.earmarking,
    description: row.description,
    pledgedUsd: formatDecimal(row.pledged),
    signedUsd: formatDecimal(row.signed),
    receivedUsd: formatDecimal(row.received),
    outstandingUsd: formatDecimal(row.outstanding),
    overdueUsd: row.overdue === null ? null : formatDecimal(row.overdue),
    nextDueOn: row.nextDueOn,
  };
}

export const LIST_FORMATS = ['csv', 'json'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

/** Every contribution from a standpoint, by its reference. The CSV can be imported into another fund. */
export async function* exportContributions(request: ReportRequest, format: ListFormat): ReportText {
  const rows = await contributionsOf(request);
  yield format === 'json'
    ? jsonList(request, 'contributions', rows.map(jsonRow))
    : csvText([...CONTRIBUTION_COLUMNS, ...REPORTED_COLUMNS], rows.map(csvRow), true);
}
