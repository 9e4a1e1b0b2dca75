import { date } from '@dcc/domain/calendar-date';
import { expect, test } from 'vitest';
import { openTestFund, TODAY } from '../testing/test-fund.ts';
import { standpointOf } from './standpoint.ts';

const shell = { now: () => new Date(`${TODAY}T12:00:00.000Z`) };

test('a reader stands on the day asked for, today by default and where that day has not come', () => {
  expect(standpointOf(shell, {})).toEqual({ asOf: TODAY, knownOn: null });
  expect(standpointOf(shell, { asOf: date('2024-02-29') }).asOf).toBe('2024-02-29');
  expect(standpointOf(shell, { asOf: date('2199-12-31'), knownOn: date('2026-01-01') })).toEqual({
    asOf: TODAY,
    knownOn: '2026-01-01',
  });
});

test.each(['1900-01-01', '2199-12-31'])('the whole dashboard answers as of %s', async (asOf) => {
  const auditor = (await openTestFund()).as('auditor');
  expect((await auditor.overview.get({ asOf, knownOn: asOf })).asOf <= TODAY).toBe(true);
  await auditor.statement.get({ asOf, by: 'year' });
  await auditor.books.get({ asOf });
  await auditor.years.list({ asOf });
});
