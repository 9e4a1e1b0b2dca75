import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { date } from '../calendar-date.ts';
import { always, usd } from '../laws.arbitrary.ts';
import { dueOf, endOfMonth, HORIZON, monthIn, usualYearCost } from './facts.ts';
import { anyFacts, smallFund, TODAY } from './forecast.arbitrary.ts';
import { keyFigures, project } from './project.ts';

const anyFees = fc.integer({ min: 0, max: 3_000 });
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);

describe('months of a forecast', () => {
  it('begin with the month of its day and end with their last day', () => {
    expect(endOfMonth(TODAY, 0)).toBe('2026-11-30');
    expect(endOfMonth(TODAY, 15)).toBe('2028-02-29');
    expect(endOfMonth(TODAY, HORIZON - 1)).toBe('2031-10-31');
  });

  it('take what is past into the first one', () => {
    expect([date('2025-01-01'), date('2026-11-01'), date('2026-12-01'), date('2028-11-30')].map(at)).toEqual([
      0, 0, 1, 24,
    ]);
  });
});

const at = (on: ReturnType<typeof date>): number => monthIn(TODAY, on);

describe('a forecast', () => {
  it('carries the cash: opening, plus what comes in, less what falls due and its fees, is the closing', () => {
    always(
      fc.property(anyFacts, anyFees, (facts, fees) => {
        const { cash, months } = project(facts, fees);
        let before = cash;
        for (const month of months) {
          expect(month.cash).toBe(before + month.received - month.due - month.fees);
          before = month.cash;
        }
        expect(cash).toBe(sum(facts.pools.map((pool) => pool.cash)));
      }),
    );
  });

  it('loses no obligation: what fell due and what is still owed is what was owed', () => {
    always(
      fc.property(anyFacts, (facts) => {
        const { owed, months } = project(facts);
        let fallen = 0n;
        for (const month of months) {
          fallen += month.due;
          expect(month.owed + fallen).toBe(owed);
        }
        const beyond = facts.positions.flatMap(({ years }) => years).filter(({ startsOn }) => at(startsOn) >= HORIZON);
        expect(months.at(-1)?.owed).toBe(sum(beyond.map(dueOf)));
      }),
    );
  });

  it('counts what is missing at least as the cash that lacks, and calls a position short only where money is missing', () => {
    always(
      fc.property(anyFacts, (facts) => {
        const { months, positions } = project(facts);
        for (const { cash, missing, elsewhere } of months) {
          expect(missing >= -cash).toBe(true);
          expect(elsewhere >= 0n && elsewhere <= missing).toBe(true);
        }
        const firstShort = months.find(({ missing }) => missing > 0n)?.on ?? '9999';
        for (const { shortOn } of positions) expect(shortOn === null || shortOn >= firstShort).toBe(true);
      }),
    );
  });

  it('is no worse with more unearmarked cash', () => {
    always(
      fc.property(anyFacts, fc.bigInt(0n, 10_000_000_00n), (facts, more) => {
        const richer = project({
          ...facts,
          pools: facts.pools.map((pool) => (pool.earmarked ? pool : { ...pool, cash: pool.cash + more })),
        });
        const before = project(facts);
        expect(keyFigures(richer).paid >= keyFigures(before).paid).toBe(true);
        for (const [index, { missing }] of richer.months.entries())
          expect(missing <= (before.months[index]?.missing ?? 0n)).toBe(true);
      }),
    );
  });
});

describe('worked by hand', () => {
  const receipt = {
    kind: 'instalment',
    contributorId: 'c-1',
    poolId: 'common',
    dueOn: date('2027-02-10'),
    currency: usd(0).currency,
    value: 50_00n,
  } as const;

  it('a reserved year is paid in the month in which it begins', () => {
    const { months, positions } = project(smallFund());
    expect(months[3]).toMatchObject({ on: '2027-02-28', cash: 300_00n, owed: 100_00n });
    expect(months[4]).toEqual({
      on: '2027-03-31',
      received: 0n,
      due: 100_00n,
      fees: 0n,
      cash: 200_00n,
      owed: 0n,
      missing: 0n,
      elsewhere: 0n,
    });
    expect(positions).toEqual([{ id: 'p-1', shortOn: null, short: 0n }]);
  });

  it('an instalment comes in its month; one that is overdue and a pledge are not counted on', () => {
    const { months } = project(
      smallFund({
        receipts: [receipt, { ...receipt, dueOn: date('2026-11-21') }, { ...receipt, kind: 'pledge', dueOn: null }],
      }),
    );
    expect(months.filter(({ received }) => received > 0n).map(({ on, received }) => [on, received])).toEqual([
      ['2027-02-28', 50_00n],
    ]);
  });

  it('fees are a percentage of what falls due, and lower what is free', () => {
    const { months } = project(smallFund({ reserve: 195_00n }), 700);
    expect(months[4]).toMatchObject({ fees: 7_00n, cash: 193_00n, missing: 2_00n });
  });

  it('a year that nobody reserved money for takes only what is free, and is short of the rest until it comes', () => {
    const [first] = smallFund().positions;
    const open = { startsOn: date('2027-01-05'), cost: 240_00n, allocated: 0n, sent: 0n };
    const { months, positions } = project(
      smallFund({
        positions: [...(first === undefined ? [] : [first]), { id: 'p-2', paidFrom: [], years: [open] }],
        receipts: [receipt],
      }),
    );
    expect(months[2]).toMatchObject({ on: '2027-01-31', cash: 60_00n, missing: 40_00n });
    expect(months[3]).toMatchObject({ on: '2027-02-28', cash: 110_00n, missing: 0n });
    expect(positions).toEqual([
      { id: 'p-1', shortOn: null, short: 0n },
      { id: 'p-2', shortOn: '2027-01-31', short: 40_00n },
    ]);
  });

  it('earmarked money pays only what it has paid before, and first', () => {
    const year = { startsOn: date('2027-01-05'), cost: 80_00n, allocated: 0n, sent: 0n };
    const islands = { id: 'islands', earmarked: true, cash: 100_00n, reserved: 0n };
    const facts = smallFund({
      pools: [{ id: 'common', earmarked: false, cash: 0n, reserved: 0n }, islands],
      positions: [
        { id: 'p-1', paidFrom: ['islands'], years: [year, { ...year, startsOn: date('2028-01-05') }] },
        { id: 'p-2', paidFrom: [], years: [year] },
      ],
      receipts: [{ ...receipt, poolId: 'islands', dueOn: date('2027-12-01'), value: 70_00n }],
    });
    expect(project(facts).positions).toEqual([
      { id: 'p-1', shortOn: null, short: 0n },
      { id: 'p-2', shortOn: '2027-01-31', short: 80_00n },
    ]);
    expect(keyFigures(project(facts))).toMatchObject({
      shortOn: '2027-01-31',
      firstMissing: 80_00n,
      elsewhere: 20_00n,
    });
    const noneLeft = { ...facts, pools: facts.pools.filter(({ earmarked }) => !earmarked), receipts: [] };
    expect(project(noneLeft).positions[0]).toEqual({ id: 'p-1', shortOn: '2027-01-31', short: 80_00n });
  });

  it('what an earmarked pool has reserved beyond its cash is missing at once', () => {
    const pools = [
      { id: 'common', earmarked: false, cash: 30_00n, reserved: 0n },
      { id: 'islands', earmarked: true, cash: 0n, reserved: 50_00n },
    ];
    const receipts = [{ ...receipt, poolId: 'islands' }];
    const { months } = project(smallFund({ pools, receipts, positions: [] }));
    expect(months[0]).toMatchObject({ cash: 30_00n, missing: 20_00n });
  });
});

describe('the figures by which scenarios are compared', () => {
  it('name the first month of the lowest cash, the first that ends short, and the positions that are paid', () => {
    const [first] = smallFund().positions;
    const years = [{ startsOn: date('2028-01-05'), cost: 250_00n, allocated: 0n, sent: 0n }];
    const found = keyFigures(
      project(smallFund({ positions: [...(first === undefined ? [] : [first]), { id: 'p-2', paidFrom: [], years }] })),
    );
    expect(found).toEqual({
      lowest: { on: '2028-01-31', cash: -50_00n },
      shortOn: '2028-01-31',
      firstMissing: 50_00n,
      elsewhere: 0n,
      mostMissing: 50_00n,
      paid: 1,
      positions: 2,
      closing: -50_00n,
    });
  });

  it('find the lowest cash today where nothing ever lowers it', () => {
    expect(keyFigures(project(smallFund({ positions: [] })))).toMatchObject({
      lowest: { on: TODAY, cash: 300_00n },
      shortOn: null,
      mostMissing: 0n,
      positions: 0,
    });
  });
});

describe('what a year usually costs', () => {
  it('is the mean over all years, rounded up to a cent; nobody knows while there is none', () => {
    const year = { startsOn: TODAY, allocated: 0n, sent: 0n };
    const positions = [
      {
        id: 'p-1',
        paidFrom: [],
        years: [
          { ...year, cost: 100n },
          { ...year, cost: 101n },
        ],
      },
    ];
    expect(usualYearCost(smallFund({ positions }))).toBe(101n);
    expect(usualYearCost(smallFund({ positions: [] }))).toBeNull();
  });
});
