import { date } from '@dcc/domain/calendar-date';
import { expect, it } from 'vitest';
import { parseSearch } from './search-params.ts';
import { askedOf, comparing, earlierOf, fileNameAt, isPast, standing, standpointSearch } from './standpoint.ts';
import { periodBefore } from '../features/statement/statement-search.ts';

const [YESTERDAY, TODAY] = [date('2026-11-21'), date('2026-11-22')];
const stand = (text: string) => standpointSearch.parse(parseSearch(text));

it('reads the days of an address, and takes what is no day for today', () => {
  expect(stand('?asOf=2025-06-30&knownOn=2025-07-01')).toEqual({ asOf: '2025-06-30', knownOn: '2025-07-01' });
  for (const nonsense of ['?asOf=2025-02-30', '?asOf=', '?knownOn=yesterday', '?asOf=2025-06-30&asOf=2025-07-01'])
    expect(stand(nonsense)).toEqual({});
});

it('is in the past where either day is', () => {
  expect(isPast({ asOf: undefined, knownOn: undefined }, TODAY)).toBe(false);
  expect(isPast({ asOf: TODAY, knownOn: TODAY }, TODAY)).toBe(false);
  expect(isPast({ asOf: YESTERDAY, knownOn: undefined }, TODAY)).toBe(true);
  expect(isPast({ asOf: undefined, knownOn: YESTERDAY }, TODAY)).toBe(true);
});

it('keeps the filter of a list, and leaves its page', () => {
  const before = { stage: 'overdue', page: 3, beside: 20, toward: 'older', asOf: '2025-06-30' };
  expect(standing({ asOf: undefined, knownOn: YESTERDAY })(before)).toEqual({ stage: 'overdue', knownOn: YESTERDAY });
});

it('names a file by the days on which it stands', () => {
  const at = { stand: { asOf: YESTERDAY, knownOn: TODAY }, today: TODAY };
  expect(fileNameAt('ledger', at)).toBe('ledger-2026-11-21-known-2026-11-22');
  expect(fileNameAt('ledger', { stand: { asOf: undefined, knownOn: undefined }, today: TODAY })).toBe(
    'ledger-2026-11-22',
  );
});

it('asks the same question for the day it is compared with, knowing the same; without one it is the same question', () => {
  const compared = stand('?asOf=2026-06-30&knownOn=2026-07-01&compareWith=2025-12-31');
  expect(earlierOf(compared)).toEqual({ asOf: '2025-12-31', knownOn: '2026-07-01' });
  expect(askedOf(compared).compareWith).toBeUndefined();
  expect(earlierOf(comparing(undefined)(compared))).toEqual({ asOf: '2026-06-30', knownOn: '2026-07-01' });
});

it('compares a period with the one that begins on the same day of the year', () => {
  const begins = (from: string, compareWith: string) => periodBefore(date(from), date(compareWith));
  expect(begins('2026-01-01', '2025-12-31')).toBe('2025-01-01');
  expect(begins('2026-07-01', '2026-03-31')).toBe('2025-07-01');
  expect(begins('2024-02-29', '2023-02-28')).toBe('2023-02-28');
});
