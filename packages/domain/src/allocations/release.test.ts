import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { date } from '../calendar-date.ts';
import { always, usd } from '../laws.arbitrary.ts';
import { granted } from '../ledger/recipes.arbitrary.ts';
import { RECIPES } from '../ledger/recipes.ts';
import { decideAllocation, type PoolFunds } from './allocation.ts';
import { hostClaim, isOver, openLines, poolAfter, releaseEntry, type ReservedLine, yearAfter } from './release.ts';
import { transferReserved } from './transfer.ts';

const line = (decisionId: string, year: number, cents: number, poolId = 'e-1'): ReservedLine => ({
  decisionId,
  line: 1,
  positionId: 'p-1',
  organizationId: 'o-1',
  year,
  poolId,
  reserved: usd(cents),
});
const openCents = (lines: readonly ReservedLine[], pools: Readonly<Record<string, number>>) =>
  openLines(lines, new Map(Object.entries(pools).map(([id, cents]) => [id, usd(cents)]))).map((each) => [
    each.decisionId,
    Number(each.open.minor),
  ]);

describe('what is open of each line', () => {
  test('transfers use the years in their order, and of a year what was decided first', () => {
    const lines = [line('later-year', 2, 100), line('first', 1, 60), line('second', 1, 40)];
    expect(openCents(lines, { 'e-1': 200 })).toEqual([
      ['first', 60],
      ['second', 40],
      ['later-year', 100],
    ]);
    expect(openCents(lines, { 'e-1': 130 })).toEqual([
      ['first', 0],
      ['second', 30],
      ['later-year', 100],
    ]);
    expect(openCents(lines, {})).toEqual([
      ['first', 0],
      ['second', 0],
      ['later-year', 0],
    ]);
  });

  test('each pool is used apart from the others', () => {
    expect(openCents([line('a', 1, 50), line('a', 1, 50, 'e-2')], { 'e-1': 50, 'e-2': 10 })).toEqual([
      ['a', 50],
      ['a', 10],
    ]);
  });
});

const cause = {
  decisionId: 'd-2',
  reference: 'SC-2026/2',
  description: 'Another way',
  effectiveOn: date('2026-05-14'),
};

test('a release posts what its recipe shows, of each line that is open, and names what caused it', () => {
  const entry = granted(
    releaseEntry({
      ...cause,
      lines: [
        { ...line('d-1', 1, 9), open: usd(5) },
        { ...line('d-1', 2, 9), open: usd(0) },
      ],
    }),
  );
  expect(entry).toMatchObject({
    kind: 'release',
    decisionId: 'd-2',
    reference: 'SC-2026/2',
    effectiveOn: '2026-05-14',
  });
  expect(
    entry.postings.map(({ account, amount, poolId, positionId }) => [account, amount.minor, poolId, positionId]),
  ).toEqual([
    [RECIPES.release.debit[0], 5n, 'e-1', 'p-1'],
    [RECIPES.release.credit[0], -5n, 'e-1', 'p-1'],
  ]);
});

test('nothing is released where nothing is open', () => {
  expect(releaseEntry({ ...cause, lines: [{ ...line('d-1', 1, 9), open: usd(0) }] })).toEqual({
    ok: false,
    violation: { kind: 'NothingReserved' },
  });
});

test('a post is over once it is withdrawn, rejected or separated', () => {
  expect((['withdrawn', 'rejected', 'separated', 'approved', 'in-post-year-1'] as const).map(isOver)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

test('a host has to send back what it holds of a post that is over, and of no other', () => {
  expect(hostClaim('separated', usd(100), usd(40))).toEqual(usd(60));
  expect(hostClaim('withdrawn', usd(40), usd(40))).toBeNull();
  expect(hostClaim('in-post-year-1', usd(100), usd(40))).toBeNull();
});

/** A fund of two pools and two positions of two years, as decisions, transfers and releases leave it. */
type World = {
  pools: PoolFunds[];
  /** What each decision reserved and nobody released, in the order of the decisions. */
  lines: ReservedLine[];
  /** By position and pool. */
  open: Map<string, bigint>;
};
const COST = 1_000n;
const key = (positionId: string, poolId: string) => `${positionId} ${poolId}`;
const openOf = ({ lines, open: left }: World, positionId: string) =>
  openLines(
    lines.filter((each) => each.positionId === positionId),
    new Map(['e-0', 'e-1'].map((poolId) => [poolId, usd(left.get(key(positionId, poolId)) ?? 0n)])),
  );

/** A decision, which may take the place of another one: what is free once that is released pays for it. */
function decide(world: World, decisionId: string, superseded: string | null, asked: Deed): void {
  const [positionId, poolId] = [`p-${asked.position}`, `e-${asked.pool}`];
  const released = ['p-0', 'p-1'].flatMap((id) =>
    openOf(world, id).filter((each) => each.decisionId === superseded && each.open.minor > 0n),
  );
  const year = asked.year + 1;
  const allocated = world.lines
    .filter((each) => each.positionId === positionId && each.year === year)
    .reduce((sum, { reserved }) => sum + reserved.minor, 0n);
  const target = yearAfter(
    {
      positionId,
      positionTitle: positionId,
      organizationId: 'o-1',
      organizationName: 'Host',
      state: 'approved',
      year,
      cost: usd(COST),
      allocated: usd(allocated),
    },
    released,
  );
  const made = decideAllocation({
    decisionId,
    reference: decisionId,
    title: '',
    decidedOn: date('2026-05-14'),
    deciderOrganizationId: null,
    lines: [{ target, poolId, amount: usd(asked.cents) }],
    pools: world.pools.map((pool) => poolAfter(pool, released)),
    reserve: usd(0),
  });
  if (!made.ok) return;
  release(world, released);
  world.lines.push({ ...line(decisionId, year, 0, poolId), positionId, reserved: usd(asked.cents) });
  add(world, positionId, poolId, asked.cents);
}

function add(world: World, positionId: string, poolId: string, cents: bigint): void {
  world.open.set(key(positionId, poolId), (world.open.get(key(positionId, poolId)) ?? 0n) + cents);
  world.pools = world.pools.map((pool) =>
    pool.id === poolId ? { ...pool, allocated: usd(pool.allocated.minor + cents) } : pool,
  );
}

function release(world: World, released: readonly ReturnType<typeof openLines>[number][]): void {
  for (const one of released) {
    world.lines = world.lines.map((each) =>
      each.decisionId === one.decisionId ? { ...each, reserved: usd(each.reserved.minor - one.open.minor) } : each,
    );
    add(world, one.positionId, one.poolId, -one.open.minor);
  }
}

function transfer(world: World, { position, pool, cents }: Deed): void {
  const [positionId, poolId] = [`p-${position}`, `e-${pool}`];
  const sent = transferReserved({
    effectiveOn: date('2026-05-14'),
    description: '',
    organizationId: 'o-1',
    positionId,
    draws: [{ poolId, amount: usd(cents) }],
    pools: world.pools.map(({ id, name, cash }) => ({
      poolId: id,
      pool: name,
      open: usd(world.open.get(key(positionId, id)) ?? 0n),
      cash,
    })),
  });
  if (!sent.ok) return;
  add(world, positionId, poolId, -cents);
  world.pools = world.pools.map((each) =>
    each.id === poolId ? { ...each, cash: usd(each.cash.minor - cents) } : each,
  );
}

const deed = fc.record({
  what: fc.constantFrom('decide', 'supersede', 'transfer', 'end'),
  position: fc.nat(1),
  pool: fc.nat(1),
  year: fc.nat(1),
  cents: fc.bigInt(1n, 1_200n),
});
type Deed = { what: string; position: number; pool: number; year: number; cents: bigint };

test('no sequence of decisions, releases and transfers over-allocates, nor releases more than is reserved', () => {
  const cash = fc.tuple(fc.bigInt(0n, 3_000n), fc.bigInt(0n, 3_000n));
  always(
    fc.property(cash, fc.array(deed, { maxLength: 25 }), (begin, deeds) => {
      const pools = begin.map((minor, index) => ({ id: `e-${index}`, name: '', cash: usd(minor), allocated: usd(0) }));
      const world: World = { pools, lines: [], open: new Map() };
      for (const [index, one] of deeds.entries()) {
        const earlier = world.lines[index % Math.max(1, world.lines.length)]?.decisionId ?? null;
        if (one.what === 'decide') decide(world, `d-${index}`, null, one);
        else if (one.what === 'supersede') decide(world, `d-${index}`, earlier, one);
        else if (one.what === 'transfer') transfer(world, one);
        else release(world, openOf(world, `p-${one.position}`));
        for (const pool of world.pools)
          expect(pool.allocated.minor >= 0n && pool.allocated.minor <= pool.cash.minor).toBe(true);
        for (const left of world.open.values()) expect(left >= 0n).toBe(true);
        for (const { reserved } of world.lines) expect(reserved.minor >= 0n).toBe(true);
        for (const positionId of ['p-0', 'p-1']) {
          const open = openOf(world, positionId).reduce((sum, each) => sum + each.open.minor, 0n);
          const kept = ['e-0', 'e-1'].reduce(
            (sum, poolId) => sum + (world.open.get(key(positionId, poolId)) ?? 0n),
            0n,
          );
          expect(open).toBe(kept);
          for (const year of [1, 2]) {
            const of = world.lines.filter((each) => each.positionId === positionId && each.year === year);
            expect(of.reduce((sum, { reserved }) => sum + reserved.minor, 0n) <= COST).toBe(true);
          }
        }
      }
    }),
  );
});
