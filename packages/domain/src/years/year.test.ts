import { describe, expect, test } from 'vitest';
import { date } from '../calendar-date.ts';
import { closeYear, type FinancialYear, reopenYear } from './year.ts';

const TODAY = date('2026-11-22');
const years = (...states: ('open' | 'closed' | number)[]): FinancialYear[] =>
  states.map((state, index) => ({
    year: 2023 + index,
    state: typeof state === 'number' ? 'open' : state,
    pending: typeof state === 'number' ? state : 0,
  }));

describe('a year is closed', () => {
  test('once it has ended, the earlier ones are closed and every entry of it is certified', () => {
    expect(closeYear(years('closed', 'open', 3, 4), 2024, TODAY)).toMatchObject({ ok: true, value: { year: 2024 } });
  });

  test('on the first day after it, not on its last', () => {
    expect(closeYear(years('open'), 2023, date('2024-01-01')).ok).toBe(true);
    expect(closeYear(years('open'), 2023, date('2023-12-31'))).toMatchObject({ violation: { kind: 'YearNotEnded' } });
  });

  test.each([
    ['that is closed already', years('closed'), 2023, { kind: 'YearStateUnchanged', year: 2023, state: 'closed' }],
    ['before it has ended', years('closed', 'closed', 'closed', 'open'), 2026, { kind: 'YearNotEnded', year: 2026 }],
    ['before an earlier one', years('closed', 'open', 'open'), 2025, { kind: 'EarlierYearOpen', year: 2024 }],
    [
      'with the first of two before it named',
      years('open', 'open', 'open'),
      2025,
      { kind: 'EarlierYearOpen', year: 2023 },
    ],
    ['while entries of it wait', years('closed', 3), 2024, { kind: 'YearHasPending', year: 2024, count: 3 }],
    ['that the books do not know', years('closed', 'open'), 2019, { kind: 'NotFound', subject: 'financial-year' }],
  ])('but not %s', (_what, given, year, violation) => {
    expect(closeYear(given, year, TODAY)).toEqual({ ok: false, violation });
  });
});

describe('a year is opened again', () => {
  test('the last closed one first', () => {
    const given = years('closed', 'closed', 'open');
    expect(reopenYear(given, 2024)).toMatchObject({ ok: true, value: { year: 2024 } });
    expect(reopenYear(given, 2023)).toEqual({ ok: false, violation: { kind: 'LaterYearClosed', year: 2024 } });
  });

  test('but not one that is open, or that the books do not know', () => {
    expect(reopenYear(years('open'), 2023)).toEqual({
      ok: false,
      violation: { kind: 'YearStateUnchanged', year: 2023, state: 'open' },
    });
    expect(reopenYear(years('closed'), 2030)).toMatchObject({ violation: { kind: 'NotFound' } });
  });
});
