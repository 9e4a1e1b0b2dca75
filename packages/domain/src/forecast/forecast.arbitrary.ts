import fc from 'fast-check';
import { addMonths, date } from '../calendar-date.ts';
import { currency, usd } from '../laws.arbitrary.ts';
import type { Facts, Pool, Position, Receipt, Year } from './facts.ts';
import type { Draw } from './futures.ts';
import { AS_RECORDED, type Scenario } from './scenario.ts';

/** The day of every made-up fund: in the middle of a month. */
export const TODAY = date('2026-11-22');

const cents = fc.bigInt(0n, 100_000_000n);
const month = fc.integer({ min: -12, max: 72 });

const anyPool = (id: string, earmarked: boolean): fc.Arbitrary<Pool> =>
  fc.record({ id: fc.constant(id), earmarked: fc.constant(earmarked), cash: cents, reserved: cents });

const anyReceipt: fc.Arbitrary<Receipt> = fc
  .record({
    kind: fc.constantFrom('instalment' as const, 'pledge' as const),
    contributorId: fc.constantFrom('c-1', 'c-2', 'c-3'),
    poolId: fc.constantFrom('common', 'islands', 'women'),
    due: month,
    currency: fc.constantFrom(usd(0).currency, currency('CHF'), currency('JPY')),
    value: cents,
  })
  .map(({ due, ...receipt }) => ({
    ...receipt,
    dueOn: receipt.kind === 'pledge' ? null : addMonths(TODAY, due),
  }));

const anyPosition: fc.Arbitrary<Omit<Position, 'id'>> = fc
  .record({
    begins: month,
    paidFrom: fc.subarray(['common', 'islands', 'women']),
    years: fc.array(fc.record({ cost: cents, allocated: cents, sent: cents }), { maxLength: 4 }),
  })
  .map(({ begins, paidFrom, years }) => ({
    paidFrom,
    years: years.map((year, index) => ({ ...year, startsOn: addMonths(TODAY, begins + 12 * index) })),
  }));

function open(years: readonly Year[]): bigint {
  return years.reduce((sum, { allocated, sent }) => (allocated > sent ? sum + allocated - sent : sum), 0n);
}

/** A fund of three pools, whatever stands in its books. */
export const anyFacts: fc.Arbitrary<Facts> = fc
  .record({
    pools: fc.tuple(anyPool('common', false), anyPool('islands', true), anyPool('women', true)),
    reserve: fc.oneof(fc.constant(0n), cents),
    receipts: fc.array(anyReceipt, { maxLength: 8 }),
    positions: fc.array(anyPosition, { maxLength: 6 }),
  })
  .map(({ positions, pools: [common, ...others], ...facts }) => ({
    asOf: TODAY,
    ...facts,
    // What years say is reserved stands in the books of a pool.
    pools: [{ ...common, reserved: common.reserved + open(positions.flatMap(({ years }) => years)) }, ...others],
    positions: positions.map((position, index) => ({ id: `p-${index + 1}`, ...position })),
  }));

const months = fc.integer({ min: 0, max: 60 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

export const anyScenario: fc.Arbitrary<Scenario> = fc.record({
  pledges: maybe(months),
  overdue: maybe(months),
  slip: maybe(
    fc.record({ months: fc.integer({ min: 1, max: 60 }), contributorId: maybe(fc.constantFrom('c-1', 'c-2')) }),
  ),
  leaves: maybe(fc.constantFrom('c-1', 'c-2', 'c-9')),
  dollar: fc.integer({ min: -50, max: 100 }),
  costs: fc.integer({ min: -50, max: 100 }),
  posts: maybe(fc.record({ count: fc.integer({ min: 1, max: 50 }), months })),
});

/** A scenario that supposes one thing. */
export function supposed(change: Partial<Scenario>): Scenario {
  return { ...AS_RECORDED, ...change };
}

/** A fund with one pool, two receipts and one position, in whole dollars. */
export function smallFund(change: Partial<Facts> = {}): Facts {
  return {
    asOf: TODAY,
    reserve: 0n,
    pools: [{ id: 'common', earmarked: false, cash: 300_00n, reserved: 100_00n }],
    receipts: [],
    positions: [
      {
        id: 'p-1',
        paidFrom: ['common'],
        years: [
          { startsOn: date('2026-03-01'), cost: 100_00n, allocated: 100_00n, sent: 100_00n },
          { startsOn: date('2027-03-01'), cost: 100_00n, allocated: 100_00n, sent: 0n },
        ],
      },
    ],
    ...change,
  };
}

/** Chance for tests: a linear congruential generator (constants of Numerical Recipes) from a seed. */
export function drawing(seed: number): Draw {
  let state = BigInt(seed);
  return (most) => {
    state = (state * 1_664_525n + 1_013_904_223n) % 4_294_967_296n;
    return Number((state * BigInt(most + 1)) / 4_294_967_296n);
  };
}
