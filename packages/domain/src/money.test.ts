import {
  add as dineroAdd,
  allocate,
  type Dinero,
  dinero,
  subtract as dineroSubtract,
  toDecimal,
  toSnapshot,
} from 'dinero.js/bigint';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalsOf } from './currency.ts';
import { always, anyCurrency, anyMinor, currency, usd } from './laws.arbitrary.ts';
import {
  add,
  compare,
  divideHalfEven,
  formatDecimal,
  type Money,
  money,
  negate,
  parseMoney,
  percentOf,
  split,
  subtract,
  sum,
  zero,
} from './money.ts';

const [USD, JPY, KWD] = [currency('USD'), currency('JPY'), currency('KWD')];
const anyMoney = fc.tuple(anyMinor, anyCurrency).map(([minor, of]) => money(minor, of));
const anyDollars = anyMinor.map((minor) => usd(minor));
const anyWeights = fc
  .array(fc.oneof(fc.bigInt(0n, 5n), fc.bigInt(0n, 10n ** 12n)), { minLength: 1, maxLength: 12 })
  .filter((weights) => weights.some((weight) => weight > 0n));
const size = (minor: bigint): bigint => (minor < 0n ? -minor : minor);

describe('an amount is read exactly as precisely as its currency', () => {
  test.each([
    ['1234.5', USD, 123_450n],
    ['-0.01', USD, -1n],
    ['0', USD, 0n],
    ['-0.00', USD, 0n],
    ['42000000', JPY, 42_000_000n],
    ['15375.5', KWD, 15_375_500n],
    ['90000000000000.00', USD, 9_000_000_000_000_000n],
  ])('%s %s is %s units', (text, of, minor) => {
    expect(parseMoney(text, of)).toEqual({ ok: true, value: money(minor, of) });
  });

  test.each([
    ['1.005', USD, 2],
    ['1.0', JPY, 0],
    ['0.0001', KWD, 3],
    ['1.000', USD, 2],
  ])('%s %s is too precise', (text, of, decimals) => {
    expect(parseMoney(text, of)).toEqual({
      ok: false,
      violation: { kind: 'AmountTooPrecise', text, currency: of, decimals },
    });
  });

  test.each([
    '',
    ' 1',
    '1 ',
    '01',
    '.5',
    '1.',
    '1,000',
    '1e3',
    '+1',
    '--1',
    '0x1',
    '١',
    'NaN',
    '1.2.3',
    '1_000',
    '1\n',
  ])('“%s” is no amount', (text) => {
    expect(parseMoney(text, USD)).toEqual({ ok: false, violation: { kind: 'AmountMalformed', text } });
  });

  test.each(['90000000000000.01', '-90000000000000.01', `1${'0'.repeat(400)}`])('%s is too large', (text) => {
    expect(parseMoney(text, USD)).toEqual({ ok: false, violation: { kind: 'AmountTooLarge', text } });
  });
});

describe('an amount is written with all the decimals of its currency', () => {
  test.each([
    [usd(0), '0.00'],
    [usd(-1), '-0.01'],
    [usd(123_450), '1234.50'],
    [money(500n, JPY), '500'],
    [money(-500n, JPY), '-500'],
    [money(5n, KWD), '0.005'],
  ])('%o is %s', (amount, text) => {
    expect(formatDecimal(amount)).toBe(text);
  });

  test('what is written is read back as the same amount', () => {
    always(
      fc.property(anyMoney, (amount) => {
        expect(parseMoney(formatDecimal(amount), amount.currency)).toEqual({ ok: true, value: amount });
      }),
    );
  });
});

describe('amounts of unlike currencies never meet', () => {
  test.each([
    ['add', () => add(usd(1), money(1n, JPY))],
    ['subtract', () => subtract(usd(1), money(1n, JPY))],
    ['sum', () => sum([usd(1)], JPY)],
    ['compare', () => compare(usd(1), money(1n, JPY))],
    ['percentOf', () => percentOf(usd(1), money(1n, JPY))],
  ])('%s throws', (_name, mix) => {
    expect(mix).toThrow(/^Cannot (?:add|compare)/u);
  });
});

describe('adding and comparing', () => {
  test('nothing at all adds up to zero', () => {
    expect(sum([], KWD)).toEqual(zero(KWD));
  });

  test('taking away what was added restores the amount', () => {
    always(
      fc.property(anyDollars, anyDollars, (left, right) => {
        expect(subtract(add(left, right), right)).toEqual(left);
        expect(add(left, negate(left))).toEqual(usd(0));
        expect(compare(left, right)).toBe(left.minor < right.minor ? -1 : left.minor > right.minor ? 1 : 0);
      }),
    );
  });
});

describe('division rounds half to even', () => {
  test.each([
    [5n, 2n, 2n],
    [7n, 2n, 4n],
    [-5n, 2n, -2n],
    [-7n, 2n, -4n],
    [-1n, 2n, 0n],
    [-2n, 3n, -1n],
    [-1n, 3n, 0n],
    [25n, 10n, 2n],
    [35n, 10n, 4n],
    [26n, 10n, 3n],
  ])('%s ÷ %s is %s', (dividend, divisor, quotient) => {
    expect(divideHalfEven(dividend, divisor)).toBe(quotient);
  });

  test('the quotient is within half a unit of the exact ratio, and even where it is exactly half off', () => {
    const nearHalf = fc
      .tuple(fc.bigInt(1n, 10n ** 6n), fc.bigInt(-(10n ** 6n), 10n ** 6n))
      .chain(([half, whole]) =>
        fc.constantFrom(-1n, 0n, 1n).map((off): [bigint, bigint] => [2n * half * whole + half + off, 2n * half]),
      );
    const anything = fc.tuple(fc.bigInt(-(10n ** 30n), 10n ** 30n), fc.bigInt(1n, 10n ** 15n));
    always(
      fc.property(fc.oneof(nearHalf, anything), ([dividend, divisor]) => {
        const quotient = divideHalfEven(dividend, divisor);
        const off = size(dividend - quotient * divisor) * 2n;
        expect(off <= divisor).toBe(true);
        expect(off < divisor || quotient % 2n === 0n).toBe(true);
      }),
    );
  });

  test.each([0n, -1n])('a divisor of %s is a fault', (divisor) => {
    expect(() => divideHalfEven(1n, divisor)).toThrow('must be positive');
  });
});

describe('a split adds up exactly and is fair', () => {
  test.each([
    [100n, [1n, 1n, 1n], [34n, 33n, 33n]],
    [-100n, [1n, 1n, 1n], [-34n, -33n, -33n]],
    [5n, [3n, 7n], [2n, 3n]],
    [1n, [0n, 1n], [0n, 1n]],
    [0n, [1n, 2n], [0n, 0n]],
  ])('%s by %o is %o', (minor, weights, parts) => {
    expect(split(usd(minor), weights)).toEqual(parts.map((part) => usd(part)));
  });

  test('the parts add up to the amount, each within one unit of its share', () => {
    always(
      fc.property(anyMoney, anyWeights, (amount, weights) => {
        const parts = split(amount, weights);
        const total = weights.reduce((left, right) => left + right, 0n);
        expect(parts).toHaveLength(weights.length);
        expect(sum(parts, amount.currency)).toEqual(amount);
        const nearest = weights.every((weight, index) => {
          const part = parts[index]!.minor;
          return size(part * total - amount.minor * weight) < total && (weight > 0n || part === 0n);
        });
        expect(nearest).toBe(true);
      }),
    );
  });

  test('parts of equal weight differ by one unit at most, and a greater weight never gets less', () => {
    always(
      fc.property(anyDollars, anyWeights, (amount, weights) => {
        const shares = split(amount, weights).map((part, index) => ({
          weight: weights[index]!,
          size: size(part.minor),
        }));
        const isFair = shares.every((one) =>
          shares.every(
            (other) =>
              (one.weight !== other.weight || size(one.size - other.size) <= 1n) &&
              (one.weight <= other.weight || one.size >= other.size),
          ),
        );
        expect(isFair).toBe(true);
      }),
    );
  });

  test.each([[[]], [[0n, 0n]], [[2n, -1n]]])('weights %o are a fault', (weights) => {
    expect(() => split(usd(1), weights)).toThrow('Weights must be');
  });
});

describe('a share in percent has one decimal, half-even', () => {
  test.each([
    [90_900_319n, 756_821_732n, '12.0'],
    [125n, 100_000n, '0.1'],
    [25n, 100_000n, '0.0'],
    [75n, 100_000n, '0.1'],
    [-1n, 3n, '-33.3'],
    [1n, -3n, '-33.3'],
    [-2n, -3n, '66.7'],
    [-1n, 100_000n, '0.0'],
    [3n, 2n, '150.0'],
  ])('%s of %s is %s %%', (part, whole, percent) => {
    expect(percentOf(usd(part), usd(whole))).toBe(percent);
  });

  test('there is no share in nothing', () => {
    expect(percentOf(usd(1), usd(0))).toBeNull();
  });

  test('the percentage is within half a tenth of the exact ratio', () => {
    always(
      fc.property(anyDollars, anyDollars, (part, whole) => {
        fc.pre(whole.minor !== 0n);
        const text = percentOf(part, whole)!;
        expect(text).toMatch(/^-?\d+\.\d$/u);
        const tenths = BigInt(text.replace('.', ''));
        expect(size(part.minor * 1000n - tenths * whole.minor) * 2n <= size(whole.minor)).toBe(true);
      }),
    );
  });
});

describe('dinero.js agrees', () => {
  const asDinero = ({ minor, currency: code }: Money): Dinero<bigint> =>
    dinero({ amount: minor, currency: { code, base: 10n, exponent: BigInt(decimalsOf(code)) } });
  const minorOf = (amount: Dinero<bigint>): bigint => toSnapshot(amount).amount;

  test('on sums and differences', () => {
    always(
      fc.property(anyDollars, anyDollars, (left, right) => {
        expect(add(left, right).minor).toBe(minorOf(dineroAdd(asDinero(left), asDinero(right))));
        expect(subtract(left, right).minor).toBe(minorOf(dineroSubtract(asDinero(left), asDinero(right))));
      }),
    );
  });

  test('on how an amount of two or three decimals is written', () => {
    always(
      fc.property(anyMoney, (amount) => {
        fc.pre(decimalsOf(amount.currency) > 0 && amount.minor >= 0n);
        expect(formatDecimal(amount)).toBe(toDecimal(asDinero(amount)));
      }),
    );
  });

  test('on shares, but for who gets the units left over', () => {
    always(
      fc.property(fc.bigInt(0n, 10n ** 15n), anyWeights, (minor, weights) => {
        const theirs = allocate(asDinero(usd(minor)), weights).map(minorOf);
        const ours = split(usd(minor), weights).map((part) => part.minor);
        expect(ours.reduce((left, right) => left + right)).toBe(theirs.reduce((left, right) => left + right));
        for (const [index, part] of ours.entries()) expect(size(part - theirs[index]!) <= 1n).toBe(true);
      }),
    );
  });
});
