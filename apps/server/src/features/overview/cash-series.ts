import type { Reader } from '@dcc/db/open-database';
import { balancesAt } from '@dcc/db/stores/balance-store';
import type { OpenInstalmentRow } from '@dcc/db/stores/contribution-reads';
import { addMonths, type CalendarDate, date, dayBefore, monthOf } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { money, type Money } from '@dcc/domain/money';
import type { Standpoint } from '@dcc/domain/standpoint';
import type { withYears } from '../../read-models/positions.ts';

type Positions = Awaited<ReturnType<typeof withYears>>;
export type SeriesPoint = {
  readonly on: CalendarDate;
  readonly cash: Money;
  readonly promised: Money;
  readonly projected: boolean;
};

/** How far ahead the picture looks. */
const MONTHS_AHEAD = 18;

const monthEnd = (month: string): CalendarDate => dayBefore(addMonths(date(`${month}-01`), 1));

/** Months from one to another, both included. */
function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = monthOf(addMonths(date(`${month}-01`), 1))) months.push(month);
  return months;
}

async function history(db: Reader, standpoint: Standpoint): Promise<SeriesPoint[]> {
  const { asOf } = standpoint;
  const rows = await balancesAt(db, standpoint, ['cash', 'allocations-open'], ['account', 'month']);
  const first = rows.map(({ month }) => month).toSorted()[0];
  if (first === undefined) return [];
  const byMonth = Map.groupBy(rows, ({ month }) => month);
  let [cash, promised] = [0n, 0n];
  return monthsBetween(first, monthOf(asOf)).map((month) => {
    for (const row of byMonth.get(month) ?? []) {
      if (row.account === 'cash') cash += row.amount.minor;
      else promised += row.amount.minor;
    }
    const end = monthEnd(month);
    return {
      on: end < asOf ? end : asOf,
      cash: money(cash, BOOK_CURRENCY),
      promised: money(promised, BOOK_CURRENCY),
      projected: false,
    };
  });
}

/** What each sponsored position-year still asks of the cash, and when: the open part of it at its start, today at the earliest. */
function dues(positions: Positions, asOf: CalendarDate): { month: string; reserved: bigint; unreserved: bigint }[] {
  return positions
    .filter(({ phase }) => phase !== 'completed')
    .flatMap(({ years }) =>
      years.map((year) => ({
        month: monthOf(year.startsOn < asOf ? asOf : date(year.startsOn)),
        reserved: year.allocated.minor - year.transferred.minor,
        unreserved: year.cost.minor - year.allocated.minor,
      })),
    );
}

/**
 * Cash held and money promised at each month's end, and after today what signed instalments and approved position-years make of
 * it: instalments come on their due dates (overdue ones are not counted on), years are paid in full at their start, reserved or not,
 * because the position is approved for its whole term. The cash is short once it no longer covers what is promised.
 */
export async function cashSeries(
  db: Reader,
  standpoint: Standpoint,
  instalments: readonly OpenInstalmentRow[],
  positions: Positions,
): Promise<{ points: SeriesPoint[]; shortOn: CalendarDate | null }> {
  const { asOf } = standpoint;
  const past = await history(db, standpoint);
  const last = past.at(-1);
  if (last === undefined) return { points: [], shortOn: null };
  const due = dues(positions, asOf);
  const expected = instalments
    .filter(({ dueOn }) => dueOn >= asOf)
    .map(({ dueOn, value }) => ({ month: monthOf(date(dueOn)), value }));
  let cash = last.cash.minor;
  let promised = last.promised.minor;
  let shortOn: CalendarDate | null = null;
  const next = monthOf(addMonths(date(`${monthOf(asOf)}-01`), 1));
  const ahead = monthsBetween(next, monthOf(addMonths(asOf, MONTHS_AHEAD))).map((month): SeriesPoint => {
    for (const instalment of expected) {
      if (instalment.month === month || (month === next && instalment.month < month)) cash += instalment.value.minor;
    }
    for (const year of due) {
      if (year.month !== month && !(month === next && year.month < month)) continue;
      cash -= year.reserved + year.unreserved;
      promised -= year.reserved;
    }
    if (cash < promised && shortOn === null) shortOn = monthEnd(month);
    return {
      on: monthEnd(month),
      cash: money(cash, BOOK_CURRENCY),
      promised: money(promised, BOOK_CURRENCY),
      projected: true,
    };
  });
  return { points: [...past, ...ahead], shortOn };
}
