import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { date } from '../calendar-date.ts';
import { always, usd } from '../laws.arbitrary.ts';
import {
  type Allowance,
  allowanceAgainstReport,
  allowanceOn,
  allowanceRateOn,
  type AllowanceUse,
  checkAllowanceUse,
  grantOf,
  lastDayOfUse,
} from './allowance.ts';

const year = (number: number, endsOn = `${2025 + number}-12-31`) => ({
  year: number,
  startsOn: date(`${2025 + number}-01-01`),
  endsOn: date(endsOn),
});
const rates = [
  { effectiveOn: date('2027-01-01'), amount: usd(400_000) },
  { effectiveOn: date('2020-01-01'), amount: usd(300_000) },
];
const TWO: Allowance = { years: [year(1), year(2)], rates, uses: [] };
const use = (on: string, cents: number): AllowanceUse => ({ on: date(on), amount: usd(cents) });
const kindOf = (allowance: Allowance, one: AllowanceUse) => {
  const answer = checkAllowanceUse(allowance, one);
  return answer.ok ? 'accepted' : answer.violation.kind;
};

describe('the training and travel allowance', () => {
  test('is granted at the rate in force on the first day of each contract year', () => {
    expect(allowanceRateOn(rates, date('2019-12-31'))).toBeNull();
    expect(grantOf(year(1), rates)).toEqual(usd(300_000));
    expect(grantOf(year(2), rates)).toEqual(usd(400_000));
    expect(grantOf(year(1), [])).toEqual(usd(0));
  });

  test('is granted in the first two years only', () => {
    expect(grantOf(year(3), rates)).toEqual(usd(0));
    expect(lastDayOfUse([year(1), year(2), year(3)])).toBe('2027-11-30');
  });

  test('is granted for as much of the year as the contract lasts', () => {
    expect(grantOf(year(1, '2026-03-14'), rates)).toEqual(usd(60_000));
    expect(grantOf(year(1, '2027-06-30'), rates)).toEqual(usd(300_000));
  });

  test('carries over into the next contract year and is never advanced', () => {
    expect(allowanceOn(TWO, date('2026-12-31')).left).toEqual(usd(300_000));
    expect(allowanceOn(TWO, date('2027-01-01')).left).toEqual(usd(700_000));
    expect(kindOf(TWO, use('2026-12-31', 300_001))).toBe('AllowanceAboveLeft');
    expect(kindOf(TWO, use('2027-01-01', 700_000))).toBe('accepted');
  });

  test('is used from the first day of the contract until a month before its end', () => {
    expect(kindOf(TWO, use('2025-12-31', 1))).toBe('AllowanceNotBegun');
    expect(kindOf({ ...TWO, years: [] }, use('2026-02-01', 1))).toBe('AllowanceNotBegun');
    expect(kindOf(TWO, use('2027-11-30', 1))).toBe('accepted');
    expect(kindOf(TWO, use('2027-12-01', 1))).toBe('AllowanceEnded');
    expect(lastDayOfUse([])).toBeNull();
  });

  test('is not taken from what was used on a later day', () => {
    const used: Allowance = { ...TWO, uses: [use('2027-02-01', 650_000)] };
    expect(kindOf(used, use('2026-06-01', 50_001))).toBe('AllowanceAboveLeft');
    expect(kindOf(used, use('2026-06-01', 50_000))).toBe('accepted');
  });

  test('is given back only where it was used', () => {
    const used: Allowance = { ...TWO, uses: [use('2026-02-01', 100)] };
    expect(kindOf(used, use('2026-03-01', -100))).toBe('accepted');
    expect(kindOf(used, use('2026-03-01', -101))).toBe('AllowanceBackAboveUsed');
    expect(kindOf(used, use('2026-01-15', -1))).toBe('AllowanceBackAboveUsed');
  });

  test('whatever is used in whatever order, no day ever stands below nothing', () => {
    const anyUse = fc.record({ day: fc.integer({ min: 0, max: 699 }), cents: fc.integer({ min: 1, max: 500_000 }) });
    always(
      fc.property(fc.array(anyUse, { maxLength: 12 }), (tries) => {
        const uses: AllowanceUse[] = [];
        for (const { day, cents } of tries) {
          const on = date(new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10));
          const one = { on, amount: usd(cents) };
          if (checkAllowanceUse({ ...TWO, uses }, one).ok) uses.push(one);
        }
        for (const { on } of uses) expect(allowanceOn({ ...TWO, uses }, on).left.minor).toBeGreaterThanOrEqual(0n);
      }),
    );
  });
});

test('the account stands beside what the host reports, whichever of the two is more', () => {
  expect(allowanceAgainstReport(usd(500), usd(300))).toEqual({ reported: usd(300), unreported: usd(200) });
  expect(allowanceAgainstReport(usd(300), usd(500))).toEqual({ reported: usd(500), unreported: usd(-200) });
});
