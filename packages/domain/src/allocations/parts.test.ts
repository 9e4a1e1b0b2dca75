import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BOOK_CURRENCY } from '../currency.ts';
import { always, usd } from '../laws.arbitrary.ts';
import { type Money, sum } from '../money.ts';
import { partsOf } from './parts.ts';

test('the largest part comes first and what is not known last; several values at once are a part of their own', () => {
  const whole = [
    { amount: usd(900n), values: [] },
    { amount: usd(100n), values: ['13'] },
    { amount: usd(300n), values: ['6', '13'] },
    { amount: usd(50n), values: ['13', '6'] },
    { amount: usd(120n), values: ['13'] },
  ];
  expect(partsOf(whole, BOOK_CURRENCY).map(({ values, amount, of }) => [values, amount.minor, of.length])).toEqual([
    [['13', '6'], 350n, 2],
    [['13'], 220n, 2],
    [[], 900n, 1],
  ]);
});

test('parts add up to the whole to the cent, and each amount is in exactly one of them', () => {
  const valued = fc.record({
    amount: fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n }).map(usd),
    values: fc.uniqueArray(fc.constantFrom('1', '5', '13'), { maxLength: 3 }),
  });
  always(
    fc.property(fc.array(valued, { maxLength: 40 }), (whole) => {
      const parts = partsOf(whole, BOOK_CURRENCY);
      const amounts = (of: readonly { amount: Money }[]) =>
        sum(
          of.map(({ amount }) => amount),
          BOOK_CURRENCY,
        );
      expect(amounts(parts)).toEqual(amounts(whole));
      const members = parts.flatMap(({ of }) => of);
      expect(members).toHaveLength(whole.length);
      expect(new Set(members)).toEqual(new Set(whole));
    }),
  );
});
