import { date } from '@dcc/domain/calendar-date';
import { expect, it } from 'vitest';
import { parseSearch } from './search-params.ts';
import { fileNameAt, isPast, standing, standpointSearch } from './standpoint.ts';

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
