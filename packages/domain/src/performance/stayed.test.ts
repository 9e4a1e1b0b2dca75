import fc from 'fast-check';
import { expect, test } from 'vitest';
import { date } from '../calendar-date.ts';
import { always, anyDate } from '../laws.arbitrary.ts';
import {
  RETENTION_MONTHS,
  RETENTION_OUTCOMES,
  type RetentionMonths,
  type RetentionOutcome,
} from '../positions/retention.ts';
import { averageOn, stayedAt } from './stayed.ts';

const post = (separatedOn: string, ...outcomes: [RetentionMonths, RetentionOutcome][]) => ({
  separatedOn: date(separatedOn),
  outcomes: new Map(outcomes),
});
const average = (months: RetentionMonths, effectiveOn: string, percent: string) => ({
  months,
  effectiveOn: date(effectiveOn),
  percent,
  source: 'A report',
});
const TODAY = date('2026-11-22');

test('the share of those who stayed is of those of whom it is known', () => {
  const posts = [
    post('2024-08-31', [0, 'un-system'], [6, 'same-organization'], [12, 'elsewhere'], [24, 'not-known']),
    post('2025-08-31', [0, 'elsewhere'], [6, 'un-system']),
    post('2026-10-31'),
  ];
  expect(stayedAt(posts, [average(6, '2020-01-01', '47.00')], TODAY)).toEqual([
    { months: 0, due: 3, stayed: 1, elsewhere: 1, notKnown: 0, notAsked: 1, percent: '50.0', average: null },
    {
      months: 6,
      due: 2,
      stayed: 2,
      elsewhere: 0,
      notKnown: 0,
      notAsked: 0,
      percent: '100.0',
      average: average(6, '2020-01-01', '47.00'),
    },
    { months: 12, due: 2, stayed: 0, elsewhere: 1, notKnown: 0, notAsked: 1, percent: '0.0', average: null },
    { months: 24, due: 1, stayed: 0, elsewhere: 0, notKnown: 1, notAsked: 0, percent: null, average: null },
  ]);
});

test('the average in force is the newest that had taken effect, and the last recorded of one day', () => {
  const averages = [
    average(12, '2025-01-01', '40.00'),
    average(12, '2023-01-01', '30.00'),
    average(12, '2025-01-01', '41.00'),
    average(24, '2025-06-01', '20.00'),
  ];
  const percentOn = (on: string) => averageOn(averages, 12, date(on))?.percent ?? null;
  expect([percentOn('2022-12-31'), percentOn('2024-12-31'), percentOn('2026-01-01')]).toEqual([null, '30.00', '41.00']);
});

test('of all whose day has come each is counted once', () => {
  const anyPost = fc.record({
    separatedOn: anyDate.filter((on) => on < '2190-01-01'),
    outcomes: fc
      .array(fc.tuple(fc.constantFrom(...RETENTION_MONTHS), fc.constantFrom(...RETENTION_OUTCOMES)), { maxLength: 4 })
      .map((given) => new Map(given)),
  });
  always(
    fc.property(fc.array(anyPost, { maxLength: 12 }), anyDate, (posts, asOf) => {
      let before = posts.length;
      for (const { due, stayed, elsewhere, notKnown, notAsked, percent } of stayedAt(posts, [], asOf)) {
        expect(stayed + elsewhere + notKnown + notAsked).toBe(due);
        expect(due).toBeLessThanOrEqual(before);
        expect(percent === null).toBe(stayed + elsewhere === 0);
        before = due;
      }
    }),
  );
});
