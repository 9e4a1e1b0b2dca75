import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { date } from '../calendar-date.ts';
import { always, usd } from '../laws.arbitrary.ts';
import { granted } from '../ledger/recipes.arbitrary.ts';
import {
  type AllocationLine,
  availableInPool,
  availableOverall,
  decideAllocation,
  type PoolFunds,
} from './allocation.ts';

const target = {
  positionId: 'p-1',
  positionTitle: 'Analyst',
  organizationId: 'o-1',
  organizationName: 'Meridian',
  state: 'scored' as const,
  year: 1,
  cost: usd(1000),
  allocated: usd(200),
};
const pool = (id: string, cash: number, allocated = 0): PoolFunds => ({
  id,
  name: `Pool ${id}`,
  cash: usd(cash),
  allocated: usd(allocated),
});
const line = (cents: number, change: Partial<AllocationLine['target']> = {}, poolId = 'e-1'): AllocationLine => ({
  target: { ...target, ...change },
  poolId,
  amount: usd(cents),
});
const decision = {
  decisionId: 'd-1',
  reference: 'SC-2026/1',
  title: 'Positions',
  decidedOn: date('2026-05-14'),
  deciderOrganizationId: null,
  pools: [pool('e-1', 5000, 1000), pool('e-2', 300)],
  reserve: usd(100),
};
const refusal = (lines: AllocationLine[], change: Partial<Parameters<typeof decideAllocation>[0]> = {}) => {
  const result = decideAllocation({ ...decision, ...change, lines });
  return result.ok ? null : result.violation;
};

test('a decision reserves money: a promise in the commitments book, no cash', () => {
  const entry = granted(decideAllocation({ ...decision, lines: [line(800), line(100, { year: 2 }, 'e-2')] }));
  expect(entry).toMatchObject({ kind: 'allocation', decisionId: 'd-1', reference: 'SC-2026/1' });
  expect(
    entry.postings.map(({ account, amount, poolId, positionId }) => [account, amount.minor, poolId, positionId]),
  ).toEqual([
    ['allocations-open', 800n, 'e-1', 'p-1'],
    ['allocations-control', -800n, 'e-1', 'p-1'],
    ['allocations-open', 100n, 'e-2', 'p-1'],
    ['allocations-control', -100n, 'e-2', 'p-1'],
  ]);
});

describe('a decision is refused', () => {
  test('above what a year still costs, its lines taken together', () => {
    const kind = 'AllocationAboveCost';
    expect(refusal([line(801)])).toEqual({
      kind,
      position: 'Analyst',
      year: 1,
      remaining: usd(800),
      requested: usd(801),
    });
    expect(refusal([line(600), line(201, {}, 'e-2')])).toMatchObject({ kind, requested: usd(801) });
    expect(refusal([line(600), line(200, {}, 'e-2')])).toBeNull();
  });

  test('above what a pool holds free, its lines taken together', () => {
    expect(refusal([line(301, {}, 'e-2')])).toEqual({
      kind: 'InsufficientFunds',
      pool: 'Pool e-2',
      available: usd(300),
      requested: usd(301),
    });
    expect(refusal([line(200, {}, 'e-2'), line(101, { year: 2 }, 'e-2')])).toMatchObject({ requested: usd(301) });
  });

  test('above what the whole fund holds free after its reserve', () => {
    const pools = [pool('e-1', 1000), pool('e-2', -500)];
    expect(refusal([line(401)], { pools })).toEqual({
      kind: 'InsufficientFunds',
      pool: null,
      available: usd(400),
      requested: usd(401),
    });
    expect(refusal([line(400)], { pools })).toBeNull();
  });

  test('by who belongs to the organization it pays', () => {
    expect(refusal([line(1)], { deciderOrganizationId: 'o-1' })).toEqual({ kind: 'Recused', organization: 'Meridian' });
    expect(refusal([line(1)], { deciderOrganizationId: 'o-2' })).toBeNull();
  });

  test('for a position that no decision pays for', () => {
    expect(refusal([line(1, { state: 'withdrawn' })])).toEqual({
      kind: 'StateTakesNoAllocation',
      position: 'Analyst',
      state: 'withdrawn',
    });
  });

  test.each([0, -1])('of %s cents', (cents) => {
    expect(refusal([line(cents)])).toEqual({ kind: 'AmountNotPositive' });
  });

  test('from a pool that is none', () => {
    expect(refusal([line(1, {}, 'e-3')])).toEqual({ kind: 'NotFound', subject: 'pool' });
  });

  test('without lines', () => {
    expect(refusal([])).toEqual({ kind: 'EntryEmpty' });
  });
});

test('whatever is decided one after the other, nothing is ever promised twice', () => {
  const cents = fc.bigInt(-50n, 5_000n);
  const asked = fc.record({
    pool: fc.integer({ min: 0, max: 3 }),
    position: fc.integer({ min: 0, max: 2 }),
    year: fc.integer({ min: 1, max: 2 }),
    cents,
  });
  const begin = fc.record({
    cash: fc.tuple(cents, cents, cents),
    reserve: fc.bigInt(0n, 3_000n),
    costs: fc.array(fc.bigInt(0n, 3_000n), { minLength: 6, maxLength: 6 }),
    decisions: fc.array(fc.array(asked, { minLength: 1, maxLength: 4 }), { maxLength: 12 }),
  });
  always(
    fc.property(begin, ({ cash, reserve, costs, decisions }) => {
      const pools = cash.map((minor, index) => ({
        id: `e-${index}`,
        name: `Pool ${index}`,
        cash: usd(minor),
        allocated: usd(0),
      }));
      const years = costs.map((cost) => ({ cost: usd(cost), allocated: usd(0) }));
      for (const lines of decisions) {
        const made = decideAllocation({
          ...decision,
          pools,
          reserve: usd(reserve),
          lines: lines.map(({ pool: from, position, year, cents: minor }) => ({
            target: { ...target, positionId: `p-${position}`, year, ...years[position * 2 + year - 1]! },
            poolId: `e-${from}`,
            amount: usd(minor),
          })),
        });
        if (!made.ok) continue;
        for (const { pool: from, position, year, cents: minor } of lines) {
          const [one, slot] = [pools[from]!, position * 2 + year - 1];
          pools[from] = { ...one, allocated: usd(one.allocated.minor + minor) };
          years[slot] = { ...years[slot]!, allocated: usd(years[slot]!.allocated.minor + minor) };
        }
        for (const one of pools) expect(one.allocated.minor === 0n || availableInPool(one).minor >= 0n).toBe(true);
        for (const { cost, allocated } of years) expect(allocated.minor <= cost.minor).toBe(true);
        expect(availableOverall(pools, usd(reserve)).minor >= 0n).toBe(true);
      }
    }),
  );
});
