import { positionRows } from '@dcc/db/stores/position-reads';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { formatDecimal, type Money, sum } from '@dcc/domain/money';
import { withYears } from '../../read-models/positions.ts';
import { type Cell, csvText } from './csv-text.ts';
import type { ListFormat } from './export-contributions.ts';
import { jsonList } from './json-list.ts';
import { inWords, printedAmount, printedReport, type PrintedRow } from './printed-report.ts';
import { aboutOf, columnsOf, onePage } from './report-table.ts';
import type { Report, ReportRequest } from './report.ts';
import { workbook } from './workbook.ts';

/** The columns of the positions: no name of a person, and no text in which one could stand. Amounts in US dollars. */
export const POSITION_COLUMNS = [
  'position',
  'title',
  'organization',
  'duty_station',
  'country',
  'state',
  'state_since',
  'starts_on',
  'ends_on',
  'cost_usd',
  'allocated_usd',
  'transferred_usd',
] as const;

/** More than any fund has: a report is one query, so that nothing moves between its rows. */
const ALL = 10_000_000;

async function positionsOf({ db, standpoint }: ReportRequest) {
  const rows = await positionRows(db, standpoint, { sort: 'number', direction: 'asc', limit: ALL, offset: 0 });
  const since = new Map(rows.map(({ id, stateSince }) => [id, stateSince]));
  const complete = await withYears(db, standpoint, rows);
  return complete.map((row) => ({ ...row, stateSince: since.get(row.id) ?? '' }));
}

type Reported = Awaited<ReturnType<typeof positionsOf>>[number];

const transferredOf = ({ years }: Reported): Money =>
  sum(
    years.map((year) => year.transferred),
    BOOK_CURRENCY,
  );

function csvRow(row: Reported): Cell[] {
  return [
    row.number,
    row.title,
    row.organization.name,
    row.dutyStation.name,
    row.dutyStation.countryCode,
    row.state,
    row.stateSince,
    row.startsOn,
    row.endsOn,
    formatDecimal(row.cost),
    formatDecimal(row.allocated),
    formatDecimal(transferredOf(row)),
  ];
}

function jsonRow(row: Reported): object {
  return {
    position: row.number,
    title: row.title,
    organization: row.organization.name,
    dutyStation: row.dutyStation.name,
    country: row.dutyStation.countryCode,
    state: row.state,
    stateSince: row.stateSince,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    costUsd: formatDecimal(row.cost),
    allocatedUsd: formatDecimal(row.allocated),
    transferredUsd: formatDecimal(transferredOf(row)),
    years: row.years.map((year) => ({
      year: year.number,
      startsOn: year.startsOn,
      endsOn: year.endsOn,
      costUsd: formatDecimal(year.cost),
      allocatedUsd: formatDecimal(year.allocated),
      transferredUsd: formatDecimal(year.transferred),
      state: year.state,
    })),
  };
}

const BASIS = 'cost as estimated; allocated as decided; transferred as paid to the host organization (cash)';

const TABLE_COLUMNS = columnsOf(POSITION_COLUMNS, {
  number: ['position'],
  amount: ['cost_usd', 'allocated_usd', 'transferred_usd'],
  date: ['state_since', 'starts_on', 'ends_on'],
});

const PRINTED_COLUMNS = [
  { head: 'No.', width: 32 },
  { head: 'Title', width: 162 },
  { head: 'Organization', width: 100 },
  { head: 'Duty station', width: 84 },
  { head: 'State', width: 72 },
  { head: 'Starts on', width: 54 },
  { head: 'Ends on', width: 54 },
  ...['cost_usd', 'allocated_usd', 'transferred_usd'].map((name) => ({
    head: inWords(name),
    width: 68,
    figures: true,
  })),
];

function printedRows(rows: readonly Reported[]): PrintedRow[] {
  const figures = (row: Reported): [Money, Money, Money] => [row.cost, row.allocated, transferredOf(row)];
  const totals = ([0, 1, 2] as const).map((index) =>
    sum(
      rows.map((row) => figures(row)[index]),
      BOOK_CURRENCY,
    ),
  );
  return [
    ...rows.map((row) => ({
      cells: [
        String(row.number),
        row.title,
        row.organization.name,
        row.dutyStation.name,
        row.state,
        row.startsOn ?? '',
        row.endsOn ?? '',
        ...figures(row).map(printedAmount),
      ],
    })),
    { cells: ['', 'Total', '', '', '', '', '', ...totals.map(printedAmount)], as: 'strong' },
  ];
}

/** Every position from a standpoint, by its number. */
export async function* exportPositions(request: ReportRequest, format: ListFormat): Report {
  const rows = await positionsOf(request);
  const about = aboutOf(request, BASIS);
  if (format === 'json') yield jsonList(request, 'positions', rows.map(jsonRow));
  else if (format === 'csv') yield csvText(POSITION_COLUMNS, rows.map(csvRow), true);
  else if (format === 'xlsx')
    yield* workbook({
      title: 'Positions',
      name: 'Positions',
      about,
      columns: TABLE_COLUMNS,
      pages: onePage(rows.map(csvRow)),
    });
  else {
    const tables = [{ columns: PRINTED_COLUMNS, pages: onePage(printedRows(rows)) }];
    yield* printedReport({ title: 'Positions', about, landscape: true, tables }, request);
  }
}
