import { expect, onTestFinished, test } from 'vitest';
import { startPostgres } from '../postgres/server.ts';
import { replay } from './idempotency.ts';
import { databaseFile } from './real-server.ts';

test('10,000 replays on a file', async () => {
  expect(await replay(databaseFile(), 'SQLite', 10_000)).toBe(0);
});

test('10,000 replays on PostgreSQL', async () => {
  const postgres = await startPostgres();
  onTestFinished(() => postgres.stop());
  expect(await replay(postgres.url, 'PostgreSQL', 10_000)).toBe(0);
});
