import { expect, onTestFinished, test } from 'vitest';
import { startPostgres } from '../postgres/server.ts';
import { replay } from './idempotency.ts';
import { databaseFile } from './real-server.ts';

test('a form that is sent again posts once, on a file', async () => {
  expect(await replay(databaseFile(), 'SQLite', 300)).toBe(0);
});

test('a form that is sent again posts once, on PostgreSQL', async () => {
  const postgres = await startPostgres();
  onTestFinished(() => postgres.stop());
  expect(await replay(postgres.url, 'PostgreSQL', 300)).toBe(0);
});
