import { positionRows } from '@dcc/db/stores/position-reads';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { formatDecimal, sum } from '@dcc/domain/money';
import { withYears } from '../../read-models/positions.ts';
import { type Cell, csvText } from './csv-text.ts';
import type { ListFormat } from './export-contributions.ts';
import { jsonList } from './json-list.ts';
import type { ReportRequest, ReportText } from './report.ts';

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

const transferred = ({ years }: Reported): string =>
  formatDecimal(
    sum(
      years.map((year) => year.transferred),
      BOOK_CURRENCY,
    ),
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
    transferred(row),
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
    transferredUsd: transferred(row),
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

/** Every position from a standpoint, by its number. */
export async function* exportPositions(request: ReportRequest, format: ListFormat): ReportText {
  const rows = await positionsOf(request);
  yield format === 'json'
    ? jsonList(request, 'positions', rows.map(jsonRow))
    : csvText(POSITION_COLUMNS, rows.map(csvRow), true);
}
