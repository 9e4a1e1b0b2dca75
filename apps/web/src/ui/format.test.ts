import { describe, expect, it } from 'vitest';
import {
  formatDate,
  formatDecimalText,
  formatMoney,
  formatPercent,
  formatScaled,
  formatSize,
  scaleFor,
  shiftPoint,
  signOf,
} from './format.ts';

const usd = (amount: string) => ({ amount, currency: 'USD' });

describe('amounts', () => {
  it('keeps every digit of an amount that a floating-point number cannot hold', () => {
    expect(formatMoney(usd('90071992547409.93'))).toBe('US$\u00a090,071,992,547,409.93');
  });

  it('writes as many decimals as the amount has: none for yen, three for dinar', () => {
    expect(formatMoney({ amount: '42000000', currency: 'JPY' })).toBe('JPY\u00a042,000,000');
    expect(formatMoney({ amount: '15375.000', currency: 'KWD' })).toBe('KWD\u00a015,375.000');
  });

  it('writes a negative amount with a minus, and never a negative nought', () => {
    expect(formatMoney(usd('-12.50'))).toBe('US$\u00a0−12.50');
    expect(formatDecimalText('-0.004', 2)).toBe('0.00');
  });

  it('rounds half to even, once', () => {
    expect(formatDecimalText('0.125', 2)).toBe('0.12');
    expect(formatDecimalText('0.135', 2)).toBe('0.14');
  });

  it('moves the point without arithmetic', () => {
    expect(shiftPoint('6740000.00', 6)).toBe('6.74000000');
    expect(shiftPoint('-950.25', 6)).toBe('-0.00095025');
    expect(formatScaled('6744999.99', 'million')).toBe('6.74');
  });

  it('chooses the unit by the largest amount', () => {
    expect(scaleFor([usd('0.00')])).toBe('one');
    expect(scaleFor([usd('250000.00'), usd('1.00')])).toBe('thousand');
    expect(scaleFor([usd('-1250000.00')])).toBe('million');
  });

  it('knows nought from below and above', () => {
    expect([signOf('0.00'), signOf('-0.00'), signOf('-0.01'), signOf('10')]).toEqual([0, 0, -1, 1]);
  });
});

describe('dates and percentages', () => {
  it('writes a day as people read it', () => {
    expect(formatDate('2026-09-05')).toBe('5\u00a0Sep\u00a02026');
  });

  it('drops a decimal that says nothing', () => {
    expect([formatPercent('78.0'), formatPercent('12.5')]).toEqual(['78\u00a0%', '12.5\u00a0%']);
  });
});

it.each([
  [1, '1 KB'],
  [348_160, '340 KB'],
  [1_258_291, '1.2 MB'],
  [20 * 1024 * 1024, '20.0 MB'],
])('writes %i bytes as %s', (bytes, text) => {
  expect(formatSize(bytes).replace('\u00a0', ' ')).toBe(text);
});
