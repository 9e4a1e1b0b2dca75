import fc from 'fast-check';
import { expect, test } from 'vitest';
import { always, usd } from '../laws.arbitrary.ts';
import { checkHostRefund, checkRefund, drawOnReservations } from './reservations.ts';

const reservations = [
  { poolId: 'e-1', pool: 'Islands', open: usd(5000) },
  { poolId: 'e-2', pool: 'Women', open: usd(0) },
  { poolId: 'e-3', pool: 'Youth', open: usd(3000) },
];

test('a transfer draws on the pool that is named, and on no other', () => {
  expect(drawOnReservations(reservations, usd(3000), 'e-3')).toEqual({
    ok: true,
    value: [{ poolId: 'e-3', amount: usd(3000) }],
  });
  expect(drawOnReservations(reservations, usd(3001), 'e-3')).toEqual({
    ok: false,
    violation: { kind: 'TransferAboveReserved', pool: 'Youth', reserved: usd(3000), requested: usd(3001) },
  });
  expect(drawOnReservations(reservations, usd(1), 'e-9')).toMatchObject({ violation: { reserved: usd(0) } });
});

test('where no pool is named, a transfer draws on one reservation after the other', () => {
  expect(drawOnReservations(reservations, usd(5000), null)).toMatchObject({ value: [{ poolId: 'e-1' }] });
  expect(drawOnReservations(reservations, usd(6000), null)).toEqual({
    ok: true,
    value: [
      { poolId: 'e-1', amount: usd(5000) },
      { poolId: 'e-3', amount: usd(1000) },
    ],
  });
  expect(drawOnReservations(reservations, usd(8001), null)).toMatchObject({
    violation: { pool: 'Islands, Youth', reserved: usd(8000) },
  });
});

test('whatever is drawn adds up to the amount, and takes no more from a pool than it holds', () => {
  const open = fc.array(fc.bigInt(0n, 10n ** 12n), { minLength: 1, maxLength: 6 });
  always(
    fc.property(open, fc.nat(100), (minors, share) => {
      const given = minors.map((minor, index) => ({ poolId: `e-${index}`, pool: `E ${index}`, open: usd(minor) }));
      const amount = (minors.reduce((total, minor) => total + minor, 0n) * BigInt(share)) / 100n;
      const drawn = drawOnReservations(given, usd(amount), null);
      if (!drawn.ok) throw new Error('What is reserved was refused');
      expect(drawn.value.reduce((total, draw) => total + draw.amount.minor, 0n)).toBe(amount);
      for (const draw of drawn.value)
        expect(draw.amount.minor).toBeLessThanOrEqual(
          given.find(({ poolId }) => poolId === draw.poolId)?.open.minor ?? 0n,
        );
    }),
  );
});

test('a host sends back no more than it was sent', () => {
  expect(checkRefund(usd(500), usd(500)).ok).toBe(true);
  expect(checkRefund(usd(500), usd(501))).toEqual({
    ok: false,
    violation: { kind: 'RefundAboveTransferred', transferred: usd(500), requested: usd(501) },
  });
  expect(checkHostRefund(usd(500), usd(500)).ok).toBe(true);
  expect(checkHostRefund(usd(500), usd(501))).toMatchObject({ violation: { kind: 'HostRefundAboveReceived' } });
});
