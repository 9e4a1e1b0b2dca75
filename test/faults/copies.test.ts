import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { call, dataOf, openSession, runFund } from '../server-process.ts';
import { backupKills, entriesOf, fileOf, restoreKills } from './copy-kills.ts';
import { databaseFile, pledgeInput, startRealServer } from './real-server.ts';
import { reportFault } from './report.ts';

test('backups made while four clients write hold everything that was acknowledged before', async () => {
  const url = databaseFile();
  await runFund(url, 'init', '--demo');
  const begun = await entriesOf(url);
  const token = await openSession(url, 'p-secretariat');
  const server = await startRealServer(url);
  let acknowledged = 0;
  const stop = new AbortController();
  const write = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      dataOf(await call(server.url, 'contributions.pledge.record', pledgeInput(), token));
      acknowledged += 1;
    }
  };
  const writers = Promise.all(Array.from({ length: 4 }, write));
  const copies: { file: string; before: number; after: number }[] = [];
  for (const name of ['a.db', 'b.db', 'c.db']) {
    const file = join(dirname(fileOf(url)), name);
    const before = acknowledged;
    await runFund(url, 'backup', file);
    copies.push({ file, before, after: acknowledged });
  }
  stop.abort();
  await writers;
  await expect(runFund(url, 'restore', copies[0]?.file ?? '')).rejects.toMatchObject({
    stderr: expect.stringContaining('Stop the server first') as string,
  });
  dataOf(await call(server.url, 'contributions.pledge.record', pledgeInput(), token));
  await server.kill();
  for (const { file, before, after } of copies) {
    const count = (await entriesOf(`file:${file}`)) - begun;
    expect(count).toBeGreaterThanOrEqual(before);
    expect(count).toBeLessThanOrEqual(after + 4);
  }
  expect(await entriesOf(url)).toBe(begun + acknowledged + 1);
  reportFault({
    fault: 'Load',
    tried: `3 backups while 4 clients recorded ${acknowledged} pledges; a restoration under the running server`,
    lost: 'nothing: each backup verified and whole, the restoration refused',
  });
});

test('a restoration that is killed leaves the old fund or the new one, whole', async () => {
  expect(await restoreKills(10)).toBe(10);
});

test('a backup that is killed is whole or not there', async () => {
  expect(await backupKills(8)).toBeGreaterThan(0);
});
