import { describe, expect, test } from 'vitest';
import { date } from './calendar-date.ts';
import { extensionDue, retentionMissing } from './deadlines.ts';

const YEARS = [
  { number: 1, startsOn: date('2026-01-01'), endsOn: date('2026-12-31') },
  { number: 2, startsOn: date('2027-01-01'), endsOn: date('2027-12-31') },
];

describe('an extension waits for a decision', () => {
  test.each([
    ['in-post-year-1', '2026-09-02', { year: 1, endsOn: '2026-12-31', days: 120 }],
    ['in-post-year-1', '2026-09-01', null],
    ['extension-review', '2026-03-01', { year: 1, endsOn: '2026-12-31', days: 305 }],
    ['in-post-year-2', '2027-12-01', null],
    ['extension-review', '2027-12-01', { year: 2, endsOn: '2027-12-31', days: 30 }],
    ['in-post-year-1', '2025-12-31', null],
    ['offered', '2026-12-01', null],
    ['separated', '2026-12-01', null],
  ] as const)('of %s on %s', (state, on, due) => {
    expect(extensionDue(state, YEARS, date(on))).toEqual(due);
  });
});

describe('where a person works is asked after a separation', () => {
  const separated = date('2025-01-31');
  const missing = (on: string, ...known: (0 | 6 | 12 | 24)[]) => retentionMissing(separated, new Set(known), date(on));

  test('at its times, the latest one first', () => {
    expect(missing('2025-01-31')).toEqual({ months: 0, dueOn: '2025-01-31' });
    expect(missing('2025-07-31', 0)).toEqual({ months: 6, dueOn: '2025-07-31' });
    expect(missing('2025-07-30', 0)).toBeNull();
    expect(missing('2026-02-01', 12)).toBeNull();
    expect(missing('2025-01-30')).toBeNull();
  });
});
