import { expect, test } from 'vitest';
import { date } from '../calendar-date.ts';
import { usd } from '../laws.arbitrary.ts';
import { transferReserved } from './transfer.ts';

const pool = (id: string, open: number, cash: number) => ({
  poolId: id,
  pool: `Pool ${id}`,
  open: usd(open),
  cash: usd(cash),
});
const transfer = (draws: readonly (readonly [string, number])[]) =>
  transferReserved({
    effectiveOn: date('2026-03-10'),
    description: '',
    organizationId: 'o-1',
    positionId: 'p-1',
    draws: draws.map(([poolId, cents]) => ({ poolId, amount: usd(cents) })),
    pools: [pool('e-1', 100, 500), pool('e-2', 100, 60)],
  });

test('what is reserved may be sent, in parts and from several pools', () => {
  const entry = transfer([
    ['e-1', 40],
    ['e-1', 60],
    ['e-2', 60],
  ]);
  expect(entry).toMatchObject({ ok: true, value: { kind: 'transfer' } });
});

test.each([
  [[['e-1', 101]], { kind: 'TransferAboveReserved', pool: 'Pool e-1', reserved: usd(100), requested: usd(101) }],
  [
    [
      ['e-1', 100],
      ['e-1', 1],
    ],
    { kind: 'TransferAboveReserved', pool: 'Pool e-1', reserved: usd(100), requested: usd(101) },
  ],
  [[['e-2', 61]], { kind: 'InsufficientFunds', pool: 'Pool e-2', available: usd(60), requested: usd(61) }],
  [[['e-3', 1]], { kind: 'NotFound', subject: 'pool' }],
  [
    [
      ['e-1', 2],
      ['e-1', -1],
    ],
    { kind: 'AmountNotPositive' },
  ],
] as const)('what is not reserved, or not there, is refused with the numbers: %j', (draws, violation) => {
  expect(transfer(draws)).toEqual({ ok: false, violation });
});
