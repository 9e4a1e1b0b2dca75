import { verifyDatabase } from '@dcc/db/integrity-checks';
import { describe, expect, test } from 'vitest';
import { type Caller, newKey, openTestFund, violationOf } from '../../testing/test-fund.ts';

const DAY = '2026-11-20';

async function positionOf(caller: Caller, title: string) {
  const { positions } = await caller.movements.forms({});
  const found = positions.find((position) => position.title === title);
  if (found === undefined) throw new Error(`No sponsored position ${title}`);
  return found;
}

type Draws = readonly (readonly [pool: string, amount: string])[];
const forPosition = (positionId: string, draws: Draws, on = DAY) => ({
  idempotencyKey: newKey(),
  purpose: 'position' as const,
  on,
  description: 'Second year',
  positionId,
  draws: draws.map(([poolId, amount]) => ({ poolId, amount })),
});
const toHost = (amount: string, change: object = {}) => ({
  idempotencyKey: newKey(),
  purpose: 'host' as const,
  on: DAY,
  description: 'Induction of junior officers',
  organizationId: 'o-lyceum',
  poolId: 'e-ldc',
  currency: 'USD',
  amount,
  ...change,
});
const refund = (amount: string, change: object = {}) => ({
  idempotencyKey: newKey(),
  on: DAY,
  description: 'Unspent',
  organizationId: 'o-oceans',
  positionId: null,
  poolId: 'e-islands',
  currency: 'USD',
  amount,
  ...change,
});

describe('a transfer for a position', () => {
  test('takes what was reserved, and the reservation with it: nothing more is free afterwards', async () => {
    const fund = await openTestFund();
    const secretariat = fund.as('secretariat');
    const { id } = await positionOf(secretariat, 'Coastal resilience analyst');
    const before = await secretariat.overview.get({});
    const preview = await secretariat.movements.transfer.preview(forPosition(id, [['e-islands', '150000.00']]));
    expect(preview.postings.map(({ account }) => account)).toEqual([
      'transfers',
      'cash',
      'allocations-control',
      'allocations-open',
    ]);
    await secretariat.movements.transfer.record(forPosition(id, [['e-islands', '150000.00']]));
    const after = await secretariat.overview.get({});
    expect(after.figures.balance.amount.amount).toBe('1732843.38');
    expect(after.figures.available.amount).toEqual(before.figures.available.amount);
    expect((await positionOf(secretariat, 'Coastal resilience analyst')).reserved).toEqual([]);
    const position = await secretariat.positions.get({ id });
    expect(position.row.years.map(({ state }) => state)).toEqual(['transferred', 'transferred']);
  });

  test('never exceeds what is reserved in each pool, however it is split', async () => {
    const fund = await openTestFund();
    const secretariat = fund.as('secretariat');
    const { id } = await positionOf(secretariat, 'Youth participation officer');
    const refused = (draws: Draws, on?: string) =>
      violationOf(secretariat.movements.transfer.record(forPosition(id, draws, on)));
    const above = {
      kind: 'TransferAboveReserved',
      pool: 'Unearmarked',
      reserved: { minor: 7_000_000n },
      requested: { minor: 7_000_001n },
    };
    expect(await refused([['unearmarked', '70000.01']])).toMatchObject(above);
    expect(
      await refused([
        ['unearmarked', '70000.00'],
        ['unearmarked', '0.01'],
      ]),
    ).toMatchObject(above);
    expect(await refused([['e-islands', '1.00']])).toMatchObject({
      kind: 'TransferAboveReserved',
      pool: 'Small island States',
      reserved: { minor: 0n },
    });
    // The decision came on 14 May 2026.
    expect(await refused([['unearmarked', '1.00']], '2026-05-13')).toMatchObject({
      kind: 'TransferAboveReserved',
      reserved: { minor: 0n },
    });
    expect(await refused([['none', '1.00']])).toEqual({ kind: 'NotFound', subject: 'pool' });
    expect(await refused([['unearmarked', '0.00']])).toEqual({ kind: 'AmountNotPositive' });
    expect(await refused([['unearmarked', '1.00']], '2026-11-23')).toMatchObject({ kind: 'DateInFuture' });
    expect(await violationOf(secretariat.movements.transfer.record(forPosition('none', [['e-ldc', '1.00']])))).toEqual({
      kind: 'NotFound',
      subject: 'position',
    });
  });

  test('never exceeds the cash of its pool, though it was reserved', async () => {
    const fund = await openTestFund();
    const secretariat = fund.as('secretariat');
    const { id } = await positionOf(secretariat, 'Women engineers officer');
    // The bank took 10,000 of the 289,655.17 that the pool holds; 284,000 is reserved.
    const charge = {
      idempotencyKey: newKey(),
      kind: 'bank-charge' as const,
      on: DAY,
      description: '',
      currency: 'USD',
      amount: '10000.00',
      poolId: 'e-women',
    };
    await secretariat.movements.fund.record(charge);
    expect(
      await violationOf(secretariat.movements.transfer.record(forPosition(id, [['e-women', '284000.00']]))),
    ).toMatchObject({ kind: 'InsufficientFunds', pool: 'Women in science', available: { minor: 27_965_517n } });
  });
});

describe('a transfer to a host without a position', () => {
  test('is taken from free money alone', async () => {
    const fund = await openTestFund();
    const secretariat = fund.as('secretariat');
    await secretariat.movements.transfer.record(toHost('89000.00'));
    expect(await violationOf(secretariat.movements.transfer.record(toHost('0.01')))).toMatchObject({
      kind: 'InsufficientFunds',
      pool: 'Least developed countries',
      available: { minor: 0n },
    });
    const unknown = toHost('1.00', { organizationId: 'none' });
    expect(await violationOf(secretariat.movements.transfer.record(unknown))).toEqual({
      kind: 'NotFound',
      subject: 'organization',
    });
  });
});

describe('a refund from a host', () => {
  test('is at most what the host holds of what it was sent, in all, of the pool and for the position', async () => {
    const fund = await openTestFund();
    const secretariat = fund.as('secretariat');
    const refused = (amount: string, change?: object) =>
      violationOf(secretariat.movements.refund.record(refund(amount, change)));
    expect(await refused('146000.01')).toMatchObject({
      kind: 'RefundAboveTransferred',
      transferred: { minor: 14_600_000n },
      requested: { minor: 14_600_001n },
    });
    expect(await refused('1.00', { poolId: 'e-women' })).toMatchObject({ transferred: { minor: 0n } });
    const own = await positionOf(secretariat, 'Coastal resilience analyst');
    const other = await positionOf(secretariat, 'Youth participation officer');
    expect(await refused('1.00', { positionId: other.id })).toEqual({ kind: 'NotFound', subject: 'position' });
    await secretariat.movements.refund.record(refund('100000.00', { positionId: own.id }));
    expect(await refused('46000.01', { positionId: own.id })).toMatchObject({ transferred: { minor: 4_600_000n } });
    await secretariat.movements.refund.record(refund('46000.00'));
    expect(await verifyDatabase(fund.db)).toMatchObject({ findings: [] });
  });

  test('counts what was sent by its day and what went back later', async () => {
    const fund = await openTestFund();
    const secretariat = fund.as('secretariat');
    const refused = (amount: string, on: string) =>
      violationOf(secretariat.movements.refund.record(refund(amount, { on })));
    // Sent on 16 April 2026.
    expect(await refused('1.00', '2026-04-15')).toMatchObject({ transferred: { minor: 0n } });
    await secretariat.movements.refund.record(refund('140000.00', { on: '2026-10-01' }));
    expect(await refused('6000.01', '2026-05-01')).toMatchObject({ transferred: { minor: 600_000n } });
    await secretariat.movements.refund.record(refund('6000.00', { on: '2026-05-01' }));
  });

  test('in another currency counts at the rate of its day', async () => {
    const fund = await openTestFund();
    const secretariat = fund.as('secretariat');
    const francs = refund('116800.01', { currency: 'CHF' });
    expect(await violationOf(secretariat.movements.refund.record(francs))).toMatchObject({
      kind: 'RefundAboveTransferred',
      requested: { minor: 14_600_001n },
    });
    await secretariat.movements.refund.record(refund('116800.00', { currency: 'CHF' }));
  });
});

describe('a reversal', () => {
  const reverse = (caller: Caller, entryId: string) =>
    caller.ledger.reversal.record({ idempotencyKey: newKey(), entryId, effectiveOn: DAY, reason: 'Wrong host' });

  test('of a transfer is refused while it would leave more sent back than was sent', async () => {
    const fund = await openTestFund();
    const secretariat = fund.as('secretariat');
    const { rows } = await secretariat.ledger.list({ filter: { kinds: ['transfer'], organizationId: 'o-oceans' } });
    const transferred = rows[0]?.id ?? '';
    const { entryNumber } = await secretariat.movements.refund.record(refund('1.00'));
    expect(await violationOf(reverse(secretariat, transferred))).toMatchObject({
      kind: 'RefundAboveTransferred',
      transferred: { minor: 14_599_900n },
      requested: { minor: 14_600_000n },
    });
    await reverse(secretariat, String(entryNumber));
    await reverse(secretariat, transferred);
    expect((await positionOf(secretariat, 'Coastal resilience analyst')).reserved[0]?.amount.amount).toBe('296000.00');
    expect(await verifyDatabase(fund.db)).toMatchObject({ findings: [] });
  });
});

test('only the secretariat transfers and takes refunds', async () => {
  const fund = await openTestFund();
  for (const role of ['member', 'chair', 'certifier', 'auditor'] as const) {
    const refusal = { kind: 'NotPermitted', action: 'movement.record' };
    expect(await violationOf(fund.as(role).movements.transfer.record(toHost('1.00')))).toEqual(refusal);
    expect(await violationOf(fund.as(role).movements.refund.record(refund('1.00')))).toEqual(refusal);
  }
});
