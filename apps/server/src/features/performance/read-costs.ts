import type { Reader } from '@dcc/db/open-database';
import { pendingAt } from '@dcc/db/stores/balance-store';
import { costLines, costTables } from '@dcc/db/stores/cost-store';
import { hostPension } from '@dcc/db/stores/pension-store';
import { type Spending, spendingOnPositions } from '@dcc/db/stores/performance-reads';
import type { PositionRow } from '@dcc/db/stores/position-reads';
import { type CalendarDate, date } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import type { CostComponent } from '@dcc/domain/ledger/cost-component';
import { type Money, sum, zero } from '@dcc/domain/money';
import {
  componentsAgainstReport,
  estimateAgainstReport,
  type ReportedYear,
  type SplitPost,
  totalOutcome,
} from '@dcc/domain/performance/estimate';
import { estimateOf } from '@dcc/domain/positions/cost-table';
import type { Standpoint } from '@dcc/domain/standpoint';
import type { withYears } from '../../read-models/positions.ts';

type Positions = Awaited<ReturnType<typeof withYears>>;
type Position = Positions[number];

/** A position on which its host has reported, with what it reported. */
type Reported = {
  readonly position: Position;
  readonly spending: readonly Spending[];
  readonly reports: readonly ReportedYear[];
  readonly reportedThrough: CalendarDate;
  readonly endedOn: CalendarDate | null;
};

const amounts = (rows: readonly { readonly amount: Money }[]): Money =>
  sum(
    rows.map(({ amount }) => amount),
    BOOK_CURRENCY,
  );

/** What hosts reported, position by position, and what of it nobody else has certified. */
async function reportedOn(
  db: Reader,
  standpoint: Standpoint,
  positions: Positions,
  ended: ReadonlyMap<string, CalendarDate>,
): Promise<Reported[]> {
  const spending = Map.groupBy(await spendingOnPositions(db, standpoint), ({ positionId }) => positionId);
  const pending = await pendingAt(db, standpoint, ['organization-expenditure'], ['position_id', 'year']);
  const interim = new Map(pending.map((row) => [`${row.position_id} ${row.year}`, row.amount]));
  return positions.flatMap((position) => {
    const own = spending.get(position.id) ?? [];
    const last = own.reduce<CalendarDate | null>(
      (day, { through }) => (day === null || through > day ? through : day),
      null,
    );
    if (last === null) return [];
    const reports = [...Map.groupBy(own, ({ year }) => year)].map(([year, rows]) => ({
      year,
      spent: amounts(rows),
      interim: interim.get(`${position.id} ${year}`) ?? zero(BOOK_CURRENCY),
    }));
    return [{ position, spending: own, reports, reportedThrough: last, endedOn: ended.get(position.id) ?? null }];
  });
}

/** Contract years of a position with what each is estimated to cost. */
function yearsOf({ years }: Position) {
  return years.map(({ startsOn, endsOn, cost }) => ({ startsOn: date(startsOn), endsOn: date(endsOn), cost }));
}

const spentFor = (spending: readonly Spending[]): Map<CostComponent, Money> =>
  new Map(
    [...Map.groupBy(spending, ({ component }) => component ?? 'other')].map(([component, rows]) => [
      component,
      amounts(rows),
    ]),
  );

/** The estimate by the cost table in force, by component, of the posts whose hosts say what their spending was for. */
async function byComponent(db: Reader, standpoint: Standpoint, reported: readonly Reported[]) {
  const table = (await costTables(db, standpoint)).find(({ effectiveOn }) => effectiveOn <= standpoint.asOf) ?? null;
  const lines = table === null ? [] : await costLines(db, table.id);
  const saysWhatFor = ({ spending }: Reported) => spending.every(({ component }) => component !== null);
  const split: SplitPost[] = [];
  for (const { position, spending, reportedThrough, endedOn } of reported.filter(saysWhatFor)) {
    const pension = await hostPension(db, standpoint, position.organization.id);
    const estimate = estimateOf(lines, position.dutyStation.id, pension?.covered ?? null);
    split.push({ years: yearsOf(position), reportedThrough, endedOn, estimate, spent: spentFor(spending) });
  }
  return {
    table: table === null ? null : { version: table.version, source: table.source },
    posts: split.length,
    unsplit: amounts(reported.filter((post) => !saysWhatFor(post)).flatMap(({ spending }) => spending)),
    rows: componentsAgainstReport(split),
  };
}

/** What posts were estimated to cost, beside what their hosts report: post by post, and by component where that is said. */
export async function costsAgainstReports(
  db: Reader,
  standpoint: Standpoint,
  positions: Positions,
  stored: readonly PositionRow[],
) {
  const ended = new Map(
    stored.flatMap(({ id, state, stateSince }) => (state === 'separated' ? [[id, date(stateSince)] as const] : [])),
  );
  const reported = await reportedOn(db, standpoint, positions, ended);
  const estimated = reported.filter(({ position }) => position.cost.minor > 0n);
  const posts = estimated.map(({ position, reports, reportedThrough, endedOn }) => ({
    id: position.id,
    title: position.title,
    organization: position.organization,
    phase: position.phase,
    reportedThrough,
    ...estimateAgainstReport({ years: yearsOf(position), reports, reportedThrough, endedOn }),
  }));
  return {
    total: totalOutcome(posts),
    posts,
    withoutEstimate: reported.length - estimated.length,
    components: await byComponent(db, standpoint, estimated),
  };
}
