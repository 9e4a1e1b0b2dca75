import { describe, expect, test } from 'vitest';
import { allCurrencies, BOOK_CURRENCY, type Currency, decimalsOf, parseCurrency } from './currency.ts';

describe('a currency is what contributors pay in', () => {
  test.each([
    ['USD', 2],
    ['JPY', 0],
    ['KWD', 3],
    ['XAF', 0],
    ['XOF', 0],
    ['XPF', 0],
    ['XCD', 2],
    ['XCG', 2],
  ])('%s has %s decimals', (code, decimals) => {
    const of = parseCurrency(code);
    expect(of).toBe(code);
    expect(decimalsOf(of!)).toBe(decimals);
  });

  test.each(['XAU', 'XDR', 'XXX', 'XTS', 'CHE', 'CLF', 'USN', 'usd', 'US', 'USDX', 'ZZZ', '', 'ÄÖÜ'])(
    '“%s” is none',
    (code) => {
      expect(parseCurrency(code)).toBeNull();
    },
  );

  test('the list holds the book currency and nothing that cannot be read', () => {
    const all = allCurrencies();
    expect(all).toContain(BOOK_CURRENCY);
    expect(all).toContain('XCG');
    expect(all.length).toBeGreaterThan(150);
    for (const of of all) {
      expect(parseCurrency(of)).toBe(of);
      expect([0, 2, 3]).toContain(decimalsOf(of));
    }
    expect(all).toEqual([...new Set(all)].toSorted());
  });

  test('asking for the decimals of what is no currency is a fault', () => {
    expect(() => decimalsOf('ZZZ' as Currency)).toThrow('No such currency: ZZZ');
  });
});
