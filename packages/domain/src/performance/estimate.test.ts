import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, date, dayBefore } from '../calendar-date.ts';
import { BOOK_CURRENCY } from '../currency.ts';
import type { CostComponent } from '../ledger/cost-component.ts';
import { always, anyMinor, dayOf, usd } from '../laws.arbitrary.ts';
import { sum } from '../money.ts';
import { componentsAgainstReport, estimateAgainstReport, estimateThrough, totalOutcome } from './estimate.ts';

const year = (startsOn: string, endsOn: string, cents: number) => ({
  startsOn: date(startsOn),
  endsOn: date(endsOn),
  cost: usd(cents),
});
// 365 days at $ 10 and 365 days at $ 20 a day.
const YEARS = [year('2025-07-01', '2026-06-30', 3650_00), year('2026-07-01', '2027-06-30', 7300_00)];
const reported = (of: number, spent: number, interim = 0) => ({ year: of, spent: usd(spent), interim: usd(interim) });

test('an estimate counts by its days: nothing before the contract, all of it after', () => {
  const through = (on: string) => estimateThrough(YEARS, date(on));
  expect(through('2025-06-30')).toEqual(usd(0));
  expect(through('2025-07-01')).toEqual(usd(10_00));
  expect(through('2026-07-02')).toEqual(usd(3690_00));
  expect(through('2030-01-01')).toEqual(usd(10_950_00));
});

test('each calendar year of a report stands beside the estimate of its days, up to the last report', () => {
  const reports = [reported(2025, 1900_00), reported(2026, 1800_00, 300_00)];
  expect(estimateAgainstReport({ years: YEARS, reports, reportedThrough: date('2026-06-30'), endedOn: null })).toEqual({
    estimated: usd(3650_00),
    spent: usd(3700_00),
    interim: usd(300_00),
    difference: usd(50_00),
    percent: '1.4',
    years: [
      {
        year: 2025,
        estimated: usd(1840_00),
        spent: usd(1900_00),
        interim: usd(0),
        difference: usd(60_00),
        percent: '3.3',
      },
      {
        year: 2026,
        estimated: usd(1810_00),
        spent: usd(1800_00),
        interim: usd(300_00),
        difference: usd(-10_00),
        percent: '-0.6',
      },
    ],
  });
});

test('what is spent before a contract or after it stands beside an estimate of nothing', () => {
  const reports = [reported(2024, 5_00), reported(2028, 7_00)];
  const { years, percent } = estimateAgainstReport({
    years: YEARS,
    reports,
    reportedThrough: date('2028-01-31'),
    endedOn: null,
  });
  expect(years.map(({ year: of, estimated, spent, percent: own }) => [of, estimated, spent, own])).toEqual([
    [2024, usd(0), usd(5_00), null],
    [2025, usd(1840_00), usd(0), '-100.0'],
    [2026, usd(1810_00 + 3680_00), usd(0), '-100.0'],
    [2027, usd(3620_00), usd(0), '-100.0'],
    [2028, usd(0), usd(7_00), null],
  ]);
  expect(percent).toBe('-99.9');
  const early = { years: YEARS, reports: [reported(2020, 5_00)], reportedThrough: date('2021-03-01'), endedOn: null };
  expect(estimateAgainstReport(early).years.map(({ year: of }) => of)).toEqual([2020]);
});

test('of a post that ended early only its days are counted', () => {
  const reports = [reported(2025, 100_00), reported(2026, 50_00)];
  const post = { years: YEARS, reports, reportedThrough: date('2026-12-31'), endedOn: date('2025-07-10') };
  expect(estimateAgainstReport(post).years.map(({ year: of, estimated }) => [of, estimated])).toEqual([
    [2025, usd(100_00)],
    [2026, usd(0)],
  ]);
});

test('components count yearly by their days, once at the beginning, and the grant of the end at the end', () => {
  const line = (component: CostComponent, yearly: number, once: number) => ({
    component,
    yearly: usd(yearly),
    once: usd(once),
  });
  const estimate = [
    line('salary', 3650_00, 0),
    line('settling-in-grant', 0, 50_00),
    line('repatriation-grant', 0, 9_00),
  ];
  const spent = new Map<CostComponent, ReturnType<typeof usd>>([
    ['salary', usd(100_00)],
    ['other', usd(1_00)],
  ]);
  const on = (through: string, endedOn: string | null = null) =>
    componentsAgainstReport([
      {
        years: YEARS,
        reportedThrough: date(through),
        endedOn: endedOn === null ? null : date(endedOn),
        estimate,
        spent,
      },
    ]).map(({ component, estimated, spent: actual, percent }) => [component, estimated, actual, percent]);
  expect(on('2025-07-10')).toEqual([
    ['salary', usd(100_00), usd(100_00), '0.0'],
    ['settling-in-grant', usd(50_00), usd(0), '-100.0'],
    ['other', usd(0), usd(1_00), null],
  ]);
  expect(on('2027-06-30')).toContainEqual(['repatriation-grant', usd(9_00), usd(0), '-100.0']);
  // Left after ten days: the host's later report adds nothing to the estimate but the grant.
  expect(on('2026-12-31', '2025-07-10')).toContainEqual(['salary', usd(100_00), usd(100_00), '0.0']);
  expect(on('2026-12-31', '2025-07-10')).toContainEqual(['repatriation-grant', usd(9_00), usd(0), '-100.0']);
  expect(on('2025-06-30').map(([component]) => component)).toEqual(['salary', 'other']);
});

test('the years of a report add up to the whole, and the whole estimate is the cost of the contract', () => {
  const anyReport = fc.record({ of: fc.integer({ min: 2018, max: 2032 }), spent: anyMinor, interim: anyMinor });
  always(
    fc.property(
      fc.integer({ min: 44_500, max: 46_500 }),
      fc.array(fc.bigInt(0n, 10n ** 9n), { minLength: 1, maxLength: 4 }),
      fc.array(anyReport, { maxLength: 5 }),
      fc.integer({ min: 43_900, max: 48_500 }),
      (from, costs, given, through) => {
        const starts = costs.map((_, index) => addMonths(dayOf(from), 12 * index));
        const years = costs.map((cost, index) => {
          const startsOn = starts[index] ?? dayOf(from);
          return { startsOn, endsOn: dayBefore(addMonths(startsOn, 12)), cost: usd(cost) };
        });
        const reportedThrough = dayOf(through);
        const reports = given
          .map(({ of, spent, interim }) => ({ year: of, spent: usd(spent), interim: usd(interim) }))
          .filter((each) => each.year <= Number(reportedThrough.slice(0, 4)));
        if (reports.length === 0) return;
        const whole = estimateAgainstReport({ years, reports, reportedThrough, endedOn: null });
        expect(whole.estimated).toEqual(estimateThrough(years, reportedThrough));
        expect(whole.spent).toEqual(
          sum(
            reports.map(({ spent }) => spent),
            BOOK_CURRENCY,
          ),
        );
        expect(totalOutcome(whole.years)).toMatchObject({ difference: whole.difference, percent: whole.percent });
        expect(estimateThrough(years, date('2199-12-31'))).toEqual(sum(costs.map(usd), BOOK_CURRENCY));
      },
    ),
  );
});
