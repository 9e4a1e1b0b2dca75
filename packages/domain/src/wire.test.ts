import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { always } from './laws.arbitrary.ts';
import {
  amountSchema,
  currencySchema,
  dateSchema,
  idempotencyKeySchema,
  idSchema,
  longText,
  moneyView,
  shortText,
} from './wire.ts';

const passes = (schema: { safeParse(input: unknown): { success: boolean } }, input: unknown): boolean =>
  schema.safeParse(input).success;

describe('a day that does not exist is no date', () => {
  test.each(['2026-02-31', '2025-02-29', '22-11-2026', '', '2026-02-280'])('“%s”', (text) => {
    expect(passes(dateSchema, text)).toBe(false);
  });

  test('a day that exists is', () => {
    expect(dateSchema.parse('2024-02-29')).toBe('2024-02-29');
  });
});

describe('only currencies of ISO 4217 are currencies', () => {
  test.each(['ZZZ', 'usd', 'XAU', 'US', 'USDT', ''])('“%s” is none', (text) => {
    expect(passes(currencySchema, text)).toBe(false);
  });

  test('the Swiss franc is', () => {
    expect(currencySchema.parse('CHF')).toBe('CHF');
  });
});

describe('an amount is a plain decimal', () => {
  test.each(['0', '-1.5', '1234567890.123'])('“%s” is', (text) => {
    expect(amountSchema.parse(text)).toBe(text);
  });

  test.each(['', '1e3', '1,000', '٣', '01', '.5', '1.', '+1', ' 1', '1'.repeat(21), 'Infinity'])(
    '“%s” is not',
    (text) => {
      expect(passes(amountSchema, text)).toBe(false);
    },
  );

  test('a number of JavaScript is not: it could have lost a cent on the way', () => {
    expect(passes(amountSchema, 1.5)).toBe(false);
  });
});

describe('text hides nothing', () => {
  const hidden = [
    ['a control character', 'a\u0000b'],
    ['a bell', 'a\u0007b'],
    ['a mark that turns the direction', 'a\u202eb'],
    ['an isolate', 'a\u2066b'],
    ['a space of no width', 'a\u200bb'],
    ['a joiner of words', 'a\u2060b'],
    ['a byte order mark', 'a\ufeffb'],
    ['half a character', 'a\ud83db'],
    ['the other half', 'a\udd0db'],
    ['a separator of lines', 'a\u2028b'],
  ] as const;
  test.each(hidden)('%s is refused in a name and in a note', (_name, text) => {
    expect(passes(shortText, text)).toBe(false);
    expect(passes(longText, text)).toBe(false);
  });

  test('a name is one line, trimmed, of 1 to 200 characters', () => {
    expect(shortText.parse('  Côte d’Ivoire 🌍 ')).toBe('Côte d’Ivoire 🌍');
    expect(passes(shortText, '   ')).toBe(false);
    expect(passes(shortText, 'a\nb')).toBe(false);
    expect(passes(shortText, 'a'.repeat(201))).toBe(false);
  });

  test('a note may be empty and may have lines', () => {
    expect(longText.parse('')).toBe('');
    expect(longText.parse('one\r\n\ttwo\n')).toBe('one\r\n\ttwo');
    expect(passes(longText, 'a'.repeat(4001))).toBe(false);
  });

  test('whatever passes can be kept in UTF-8 and read back the same', () => {
    const codeUnit = fc.oneof(
      fc.integer({ min: 32, max: 126 }),
      fc.integer({ min: 0, max: 0xffff }),
      fc.integer({ min: 0xd700, max: 0xe0ff }),
    );
    always(
      fc.property(fc.array(codeUnit, { maxLength: 12 }), (units) => {
        const text = String.fromCharCode(...units);
        const parsed = longText.safeParse(text);
        const kept = Buffer.from(parsed.data ?? '', 'utf8').toString('utf8');
        expect(kept).toBe(parsed.data ?? '');
      }),
    );
  });
});

describe('ids and keys', () => {
  test('an id is short and plain', () => {
    expect(passes(idSchema, 'p-Chair-01')).toBe(true);
    for (const text of ['', 'a b', "a'b", 'a'.repeat(41), 'ä', '../a']) expect(passes(idSchema, text)).toBe(false);
  });

  test('the key of a form is a UUID', () => {
    expect(passes(idempotencyKeySchema, '0198c0de-0000-7000-8000-000000000000')).toBe(true);
    expect(passes(idempotencyKeySchema, 'again')).toBe(false);
  });
});

test('money travels as an exact decimal beside its currency', () => {
  expect(moneyView.parse({ minor: 123_450n, currency: 'USD' })).toEqual({ amount: '1234.50', currency: 'USD' });
  expect(passes(moneyView, { minor: 1n, currency: 'USD', rounded: true })).toBe(false);
});
