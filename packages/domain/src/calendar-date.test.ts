import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  date,
  dateOfInstant,
  dayBefore,
  dayNumber,
  daysBetween,
  monthOf,
  parseDate,
  yearOf,
} from './calendar-date.ts';
import { always, anyDate, dayOf } from './laws.arbitrary.ts';

describe('a date is a day that exists', () => {
  test.each(['2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31', '2026-12-31'])('%s exists', (text) => {
    expect(parseDate(text)).toBe(text);
  });

  test.each([
    '2026-02-31',
    '2026-02-29',
    '1900-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '2026-1-01',
    '1899-12-31',
    '2200-01-01',
    '26-01-01',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '2026-01-01\n',
    '٢٠٢٦-٠١-٠١',
    '',
  ])('“%s” does not', (text) => {
    expect(parseDate(text)).toBeNull();
    expect(() => date(text)).toThrow('Not a calendar date');
  });

  test('exactly the days of the Gregorian calendar are read', () => {
    const numbers = fc.tuple(
      fc.integer({ min: 1890, max: 2210 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
    );
    always(
      fc.property(numbers, ([year, month, day]) => {
        const text = [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
        const instant = new Date(0);
        instant.setUTCFullYear(year, month - 1, day);
        const exists = instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day;
        expect(parseDate(text)).toBe(exists && year >= 1900 && year <= 2199 ? text : null);
      }),
    );
  });
});

describe('days are counted as the calendar of JavaScript counts them', () => {
  test('the first day is number 0', () => {
    expect(dayNumber(date('1900-01-01'))).toBe(0);
  });

  test('every day of three hundred years has its number', () => {
    const numbers = Array.from({ length: 109_572 }, (_, number) => number);
    expect(numbers.filter((number) => dayNumber(dayOf(number)) !== number)).toEqual([]);
  });

  test('the way back has the same length', () => {
    always(
      fc.property(anyDate, anyDate, (from, to) => {
        expect(daysBetween(from, to)).toBe((Date.parse(to) - Date.parse(from)) / 86_400_000);
        // Subtracting from zero knows no negative zero.
        expect(daysBetween(to, from)).toBe(0 - daysBetween(from, to));
        expect(daysBetween(from, to) > 0).toBe(to > from);
      }),
    );
  });

  test('the day before is one day earlier', () => {
    always(
      fc.property(anyDate, (on) => {
        fc.pre(on !== '1900-01-01');
        expect(dayNumber(dayBefore(on))).toBe(dayNumber(on) - 1);
      }),
    );
    expect(dayBefore(date('2024-03-01'))).toBe('2024-02-29');
    expect(dayBefore(date('2026-01-01'))).toBe('2025-12-31');
  });
});

describe('months are added by the calendar', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-03-31', -13, '2025-02-28'],
    ['2026-05-31', 0, '2026-05-31'],
  ])('%s and %s months is %s', (on, count, then) => {
    expect(addMonths(date(on), count)).toBe(then);
  });

  test('the month moves by the count, and the day only where it must', () => {
    always(
      fc.property(anyDate, fc.integer({ min: -600, max: 600 }), (on, count) => {
        const index = (yearOf(on) * 12 + Number(on.slice(5, 7)) - 1 + count) % 12;
        const year = (yearOf(on) * 12 + Number(on.slice(5, 7)) - 1 + count - index) / 12;
        fc.pre(year >= 1900 && year <= 2199);
        const then = addMonths(on, count);
        expect([yearOf(then), Number(then.slice(5, 7)) - 1]).toEqual([year, index]);
        const lastDay = new Date(Date.UTC(year, index + 1, 0)).getUTCDate();
        expect(Number(then.slice(8))).toBe(Math.min(Number(on.slice(8)), lastDay));
      }),
    );
  });

  test('a month beyond the calendar is a fault', () => {
    expect(() => addMonths(date('2199-12-31'), 1)).toThrow('Not a calendar date');
  });
});

test('month, year and day of an instant', () => {
  expect(monthOf(date('2026-11-22'))).toBe('2026-11');
  expect(yearOf(date('2026-11-22'))).toBe(2026);
  expect(dateOfInstant('2026-11-22T23:59:59.999Z')).toBe('2026-11-22');
});

test('days are added by the calendar, over months and years', () => {
  expect(addDays(date('2024-02-28'), 2)).toBe('2024-03-01');
  expect(addDays(date('2026-12-31'), 400)).toBe('2028-02-04');
  always(
    fc.property(anyDate, fc.nat({ max: 500 }), (on, count) => {
      fc.pre(dayNumber(on) + count <= dayNumber(date('2199-12-31')));
      expect(daysBetween(on, addDays(on, count))).toBe(count);
    }),
  );
});
