import { descriptionsAt } from '@dcc/db/stores/contribution-detail';
import { type ContributionRow, contributionRows } from '@dcc/db/stores/contribution-reads';
import { UNEARMARKED } from '@dcc/db/stores/fund-store';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { formatDecimal, type Money, sum } from '@dcc/domain/money';
import { CONTRIBUTION_COLUMNS, REPORTED_COLUMNS } from '../../files/contribution-columns.ts';
import { type Cell, csvText } from './csv-text.ts';
import { jsonList } from './json-list.ts';
import { inWords, printedAmount, printedReport, type PrintedRow } from './printed-report.ts';
import { aboutOf, columnsOf, onePage } from './report-table.ts';
import type { Report, ReportRequest } from './report.ts';
import { workbook } from './workbook.ts';

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

export const LIST_FORMATS = ['csv', 'json', 'xlsx', 'pdf'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

const BASIS = 'pledged, signed and received (cash) are told apart; outstanding is what is signed and not yet received';

const COLUMNS = [...CONTRIBUTION_COLUMNS, ...REPORTED_COLUMNS];
const TABLE_COLUMNS = columnsOf(COLUMNS, {
  amount: ['amount', 'usd_amount', 'pledged_usd', 'signed_usd', 'received_usd', 'outstanding_usd', 'overdue_usd'],
  date: ['effective_on', 'next_due_on'],
});

const SUMS = ['pledged', 'signed', 'received', 'outstanding'] as const;
const PRINTED_COLUMNS = [
  { head: 'Reference', width: 76 },
  { head: 'Contributor', width: 150 },
  { head: 'Status', width: 48 },
  { head: 'Effective on', width: 54 },
  { head: 'Earmark', width: 90 },
  { head: 'Amount', width: 88, figures: true },
  ...SUMS.map((basis) => ({ head: inWords(`${basis}_usd`), width: 64, figures: true })),
];

function printedRows(rows: readonly Reported[]): PrintedRow[] {
  const totals = SUMS.map((basis) =>
    sum(
      rows.map((row) => row[basis]),
      BOOK_CURRENCY,
    ),
  );
  return [
    ...rows.map((row) => ({
      cells: [
        row.reference,
        row.contributor.name,
        row.stage,
        row.on,
        row.pool.name,
        row.original.minor === 0n ? '' : `${row.currency} ${printedAmount(row.original)}`,
        ...SUMS.map((basis) => printedAmount(row[basis])),
      ],
    })),
    { cells: ['Total', '', '', '', '', '', ...totals.map(printedAmount)], as: 'strong' },
  ];
}

/** Every contribution from a standpoint, by its reference. The CSV can be imported into another fund. */
export async function* exportContributions(request: ReportRequest, format: ListFormat): Report {
  const rows = await contributionsOf(request);
  const about = aboutOf(request, BASIS);
  if (format === 'json') yield jsonList(request, 'contributions', rows.map(jsonRow));
  else if (format === 'csv') yield csvText(COLUMNS, rows.map(csvRow), true);
  else if (format === 'xlsx')
    yield* workbook({
      title: 'Contributions',
      name: 'Contributions',
      about,
      columns: TABLE_COLUMNS,
      pages: onePage(rows.map(csvRow)),
    });
  else {
    const tables = [{ columns: PRINTED_COLUMNS, pages: onePage(printedRows(rows)) }];
    yield* printedReport({ title: 'Contributions', about, landscape: true, tables }, request);
  }
}
