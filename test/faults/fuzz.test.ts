import { openDatabase } from '@dcc/db/open-database';
import { openTestFund, outcomeOf, testFund } from '@dcc/server/testing/test-fund';
import { expect, onTestFinished, test } from 'vitest';
import { startPostgres } from '../postgres/server.ts';
import { fuzz } from './fuzz.ts';
import { runFund } from '../server-process.ts';

test('200 malformed inputs for every procedure are refused or answered, never an unexpected error', async () => {
  expect(await fuzz(await openTestFund(), 200)).toBeGreaterThan(7000);
});

test('PostgreSQL, which refuses what SQLite takes, meets no malformed input either', async () => {
  const postgres = await startPostgres();
  onTestFinished(() => postgres.stop());
  await runFund(postgres.url, 'init', '--demo');
  const db = await openDatabase(postgres.url);
  onTestFinished(() => db.close());
  const fund = testFund(db, '', new Date());
  expect(await fuzz(fund, 50)).toBeGreaterThan(1700);
  for (const email of ['nul\u0000byte@demo.invalid', '\uD800@demo.invalid'])
    expect(await outcomeOf(fund.as(null).session.signIn({ email, password: 'any' }))).toBe('BAD_REQUEST');
});
