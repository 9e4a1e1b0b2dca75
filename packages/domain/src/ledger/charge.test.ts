import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { always, positiveMinor, usd } from '../laws.arbitrary.ts';
import { chargedAmount, checkBase, PERCENT } from './charge.ts';

describe('a percentage', () => {
  test.each([
    ['1.00', 65_000_000, 650_000],
    ['1', 50, 0],
    ['1', 150, 2],
    ['1', 250, 2],
    ['7.5', 100, 8],
    ['0.01', 4_999, 0],
    ['0.01', 5_001, 1],
    ['13', 1_000, 130],
    ['100.00', 123, 123],
    ['0', 123, 0],
  ] as const)('of %s percent of %d cents is %d, rounded half to even', (percent, base, amount) => {
    expect(chargedAmount({ percent, base: usd(base) })).toEqual(usd(amount));
  });

  test('taken back is what was taken', () => {
    always(
      fc.property(fc.bigInt(0n, 10_000n), positiveMinor, (hundredths, minor) => {
        const percent = `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
        expect(percent).toMatch(PERCENT);
        const taken = chargedAmount({ percent, base: usd(minor) });
        expect(chargedAmount({ percent, base: usd(-minor) })).toEqual(usd(-taken.minor));
        // Within half a cent of the exact share.
        const off = taken.minor * 10_000n - minor * hundredths;
        expect(off <= 5_000n && off >= -5_000n).toBe(true);
      }),
    );
  });

  test('is of no more than there is', () => {
    const charge = { percent: '1', base: usd(101) };
    expect(checkBase(charge, usd(101))).toEqual({ ok: true, value: charge });
    expect(checkBase(charge, usd(100))).toEqual({
      ok: false,
      violation: { kind: 'ChargeAboveBase', remaining: usd(100), requested: usd(101) },
    });
  });
});
