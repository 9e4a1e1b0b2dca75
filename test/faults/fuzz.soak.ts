import { openTestFund } from '@dcc/server/testing/test-fund';
import { expect, test } from 'vitest';
import { fuzz } from './fuzz.ts';

test('2,000 malformed inputs for every procedure are refused or answered, never an unexpected error', async () => {
  expect(await fuzz(await openTestFund(), 2000)).toBeGreaterThan(70_000);
});
