import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { date } from '../calendar-date.ts';
import { always, currency } from '../laws.arbitrary.ts';
import { dueOf, type Facts } from './facts.ts';
import { anyFacts, drawing, smallFund } from './forecast.arbitrary.ts';
import { type Assumptions, drawFuture, fanOf, futures, PERCENTILES } from './futures.ts';
import { NEUTRAL_CHOICE } from './inputs.ts';
import { project } from './project.ts';

/** Nothing is left to chance. */
const CERTAIN: Assumptions = {
  signed: 100,
  overdue: 0,
  pledged: 0,
  pledgeAfter: 0,
  delay: 0,
  dollar: 0,
  costsLeast: 0,
  costsMost: 0,
};
const seed = fc.integer({ min: 1, max: 999_999 });
const run = (facts: Facts, assumptions: Assumptions, start: number, count: number, fees = 0) => [
  ...futures(facts, assumptions, { count, fees, draw: drawing(start) }),
];

describe('a future', () => {
  it('in which nothing is left to chance is the forecast', () => {
    always(
      fc.property(anyFacts, seed, (facts, start) => {
        const [future] = run(facts, CERTAIN, start, 1, 700);
        const { months, positions } = project(facts, 700);
        expect(future).toEqual({
          cash: months.map(({ cash }) => cash),
          paid: positions.every(({ shortOn }) => shortOn === null),
        });
      }),
    );
  });

  it('is the same for the same seed, however many follow', () => {
    always(
      fc.property(anyFacts, seed, (facts, start) => {
        expect(run(facts, NEUTRAL_CHOICE, start, 5).slice(0, 2)).toEqual(run(facts, NEUTRAL_CHOICE, start, 2));
      }),
      0.2,
    );
  });

  it('keeps every obligation, and makes none cheaper where costs do not fall', () => {
    always(
      fc.property(anyFacts, seed, (facts, start) => {
        const drawn = drawFuture(facts, NEUTRAL_CHOICE, drawing(start));
        const dues = ({ positions }: Facts) => positions.map(({ years }) => years.map(dueOf));
        for (const [index, years] of dues(facts).entries())
          for (const [year, due] of years.entries()) expect((dues(drawn)[index]?.[year] ?? -1n) >= due).toBe(true);
        expect(drawn.pools).toEqual(facts.pools);
      }),
      0.3,
    );
  });

  it('lets as many payments come as somebody assumes, none too early and none too late', () => {
    const on = date('2027-02-01');
    const receipt = {
      kind: 'instalment',
      contributorId: 'c-1',
      poolId: 'common',
      dueOn: on,
      currency: currency('CHF'),
      value: 100n,
    } as const;
    const facts = smallFund({ receipts: Array.from({ length: 2_000 }, () => receipt) });
    const drawn = drawFuture(facts, { ...CERTAIN, signed: 70, delay: 3 }, drawing(7)).receipts;
    const came = drawn.filter(({ dueOn }) => dueOn !== null);
    expect(Math.abs(came.length - 1_400)).toBeLessThan(80);
    expect(new Set(came.map(({ dueOn }) => dueOn))).toEqual(
      new Set(['2027-02-01', '2027-03-01', '2027-04-01', '2027-05-01']),
    );
    const overdue = { ...receipt, dueOn: date('2025-01-01') };
    const pledge = { ...receipt, kind: 'pledge', dueOn: null } as const;
    const others = smallFund({ receipts: [overdue, pledge] });
    const days = (assumptions: Partial<Assumptions>) =>
      drawFuture(others, { ...CERTAIN, ...assumptions }, drawing(1)).receipts.map(({ dueOn }) => dueOn);
    expect(days({ overdue: 100, pledged: 100, pledgeAfter: 12 })).toEqual(['2026-11-22', '2027-11-22']);
    expect(days({})).toEqual([null, null]);
  });

  it('moves the dollar by about its yearly percentage in a year, and by whole parts', () => {
    const value = 1_000_000_00n;
    const facts = smallFund({
      receipts: [
        {
          kind: 'instalment',
          contributorId: 'c-1',
          poolId: 'common',
          dueOn: date('2027-10-30'),
          currency: currency('CHF'),
          value,
        },
      ],
    });
    const draw = drawing(3);
    const gains = Array.from({ length: 2_000 }, () => {
      const [receipt] = drawFuture(facts, { ...CERTAIN, dollar: 10 }, draw).receipts;
      return Math.log(Number(value) / Number(receipt?.value));
    });
    const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
    const spread = Math.sqrt(gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / gains.length);
    expect(Math.abs(mean)).toBeLessThan(0.02);
    expect(Math.abs(spread - 0.1)).toBeLessThan(0.01);
  });

  it('lets costs rise once for each year that has passed when a contract year begins', () => {
    const year = (startsOn: string) => ({ startsOn: date(startsOn), cost: 100_00n, allocated: 0n, sent: 0n });
    const years = ['2027-10-01', '2027-11-01', '2028-11-01'].map(year);
    const facts = smallFund({ positions: [{ id: 'p-1', paidFrom: [], years }] });
    const drawn = drawFuture(facts, { ...CERTAIN, costsLeast: 10, costsMost: 10 }, drawing(1));
    expect(drawn.positions[0]?.years.map(({ cost }) => cost)).toEqual([100_00n, 110_00n, 121_00n]);
    const upside = drawFuture(facts, { ...CERTAIN, costsLeast: 10, costsMost: 5 }, drawing(1));
    expect(upside.positions).toEqual(drawn.positions);
  });
});

describe('a fan', () => {
  it('names values of the futures, each percentile at least the one before', () => {
    always(
      fc.property(fc.array(fc.bigInt(-(10n ** 15n), 10n ** 15n), { minLength: 1, maxLength: 200 }), (values) => {
        const [fan = []] = fanOf([BigInt64Array.from(values)]);
        expect(fan).toHaveLength(PERCENTILES.length);
        expect(fan).toEqual(fan.toSorted((left, right) => (left < right ? -1 : left > right ? 1 : 0)));
        for (const [index, value] of fan.entries()) {
          expect(values).toContain(value);
          const atMost = values.filter((each) => each <= value).length;
          expect(atMost * 100 >= (PERCENTILES[index] ?? 0) * values.length).toBe(true);
        }
      }),
    );
  });

  it('is nought where nothing was drawn', () => {
    expect(fanOf([new BigInt64Array()])).toEqual([[0n, 0n, 0n, 0n, 0n]]);
  });
});
