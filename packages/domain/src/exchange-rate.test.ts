import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { date } from './calendar-date.ts';
import { decimalsOf } from './currency.ts';
import { formatUnitsPerDollar, identityRate, parseUnitsPerDollar, toBookCurrency } from './exchange-rate.ts';
import { always, anyCurrency, anyMinor, anyRate, currency, ratio, usd } from './laws.arbitrary.ts';
import { money, negate } from './money.ts';

describe('a rate is kept as the exact decimal it was published as', () => {
  test.each([
    ['0.871', 871n, 1000n],
    ['150', 150n, 1n],
    ['10.50', 1050n, 100n],
    ['0.000000000001', 1n, 1_000_000_000_000n],
    ['999999999999', 999_999_999_999n, 1n],
  ])('%s', (text, units, scale) => {
    expect(parseUnitsPerDollar(text)).toEqual({ ok: true, value: { units, scale } });
    expect(formatUnitsPerDollar({ units, scale })).toBe(text);
  });

  test.each(['0', '0.0', '-1', '01', '.5', '1.', '1e2', '', '1,5', '0.0000000000001', '1000000000000'])(
    '“%s” is no rate',
    (text) => {
      expect(parseUnitsPerDollar(text)).toEqual({ ok: false, violation: { kind: 'RateMalformed', text } });
    },
  );

  test('every decimal that is read is written again digit for digit', () => {
    const digits = fc.stringMatching(/^(?:0|[1-9]\d{0,11})(?:\.\d{1,12})?$/u);
    always(
      fc.property(digits, (text) => {
        const parsed = parseUnitsPerDollar(text);
        fc.pre(parsed.ok);
        expect(parsed.ok && formatUnitsPerDollar(parsed.value)).toBe(text);
      }),
    );
  });
});

describe('an amount is valued in US dollars by the exact ratio, rounded half to even once', () => {
  test.each([
    ['CHF', 45_000_000n, 90n, 100n, 50_000_000n],
    ['CHF', 22_500_000n, 88n, 100n, 25_568_182n],
    ['JPY', 42_000_000n, 145n, 1n, 28_965_517n],
    ['KWD', 15_375_000n, 3075n, 10_000n, 5_000_000n],
    ['JPY', 1n, 200n, 1n, 0n],
    ['JPY', 3n, 200n, 1n, 2n],
    ['JPY', 5n, 200n, 1n, 2n],
  ])('%s %s at %s/%s is %s cents', (code, minor, units, scale, cents) => {
    const of = currency(code);
    expect(toBookCurrency(money(minor, of), ratio(of, units, scale))).toEqual(usd(cents));
  });

  test('the value is within half a cent of the exact ratio, and even where it is exactly between two', () => {
    const cases = anyCurrency.chain((of) => fc.tuple(fc.constant(of), anyMinor, anyRate(of)));
    always(
      fc.property(cases, ([of, minor, rate]) => {
        const value = toBookCurrency(money(minor, of), rate).minor;
        const [top, bottom] = [minor * 100n * rate.scale, 10n ** BigInt(decimalsOf(of)) * rate.units];
        const off = (top > value * bottom ? top - value * bottom : value * bottom - top) * 2n;
        expect(off <= bottom).toBe(true);
        expect(off < bottom || value % 2n === 0n).toBe(true);
        expect(toBookCurrency(negate(money(minor, of)), rate)).toEqual(usd(-value));
      }),
    );
  });

  test('a dollar is a dollar on every date', () => {
    always(
      fc.property(anyMinor, (minor) => {
        expect(toBookCurrency(usd(minor), identityRate(date('2026-03-01')))).toEqual(usd(minor));
      }),
    );
  });

  test('a rate values its own currency only', () => {
    const rate = ratio(currency('CHF'), 1n, 1n);
    expect(() => toBookCurrency(usd(1), rate)).toThrow('A CHF rate cannot value USD');
  });
});
