import { existsSync } from 'node:fs';
import pg from 'pg';
import { expect, test } from 'vitest';
import { startPostgres, type PostgresSource } from './server.ts';

/** What a started server says of itself. */
async function askServer(source: PostgresSource | undefined) {
  const server = await startPostgres(source);
  const client = new pg.Client(server.url);
  try {
    await client.connect();
    const { rows } = await client.query<{ connections: string; folder: string }>(
      "select current_setting('max_connections') as connections, current_setting('data_directory') as folder",
    );
    return { ...rows[0], source: server.source };
  } finally {
    await client.end();
    await server.stop();
  }
}

test('a real PostgreSQL starts, answers, stops and leaves nothing behind', async () => {
  const answer = await askServer(undefined);
  expect(answer.connections).toBe('200');
  expect(existsSync(answer.folder ?? '')).toBe(false);
});

test('the PostgreSQL from npm serves where none is installed', async () => {
  const answer = await askServer('embedded');
  expect(answer).toMatchObject({ source: 'embedded', connections: '200' });
  expect(existsSync(answer.folder ?? '')).toBe(false);
});
