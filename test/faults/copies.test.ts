import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { verifyDatabase } from '@dcc/db/integrity-checks';
import { openDatabase } from '@dcc/db/open-database';
import { expect, test } from 'vitest';
import { call, chance, dataOf, openSession, runFund } from '../server-process.ts';
import { databaseFile, pledgeInput, seedOf, startRealServer } from './real-server.ts';
import { reportFault } from './report.ts';

const fileOf = (url: string): string => url.slice('file:'.length);

/** What a fund holds, once everything in it has been verified. */
async function entriesOf(url: string): Promise<number> {
  const db = await openDatabase(url);
  const { entries, findings } = await verifyDatabase(db);
  await db.close();
  expect(findings).toEqual([]);
  return entries;
}

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

const PROGRAM = join(import.meta.dirname, '../../apps/server/src/cli/main.ts');
const KILLS = 12;

test('a restoration that is killed leaves the old fund or the new one, whole', async () => {
  const random = chance(seedOf());
  const url = databaseFile();
  const file = fileOf(url);
  const backup = join(dirname(file), 'backup.db');
  await runFund(url, 'init', '--demo');
  await runFund(url, 'backup', backup);
  const begun = await entriesOf(url);
  const token = await openSession(url, 'p-secretariat');
  const server = await startRealServer(url);
  dataOf(await call(server.url, 'contributions.pledge.record', pledgeInput(), token));
  await server.kill();
  expect(await entriesOf(url)).toBe(begun + 1);
  const newer = join(dirname(file), 'newer.db');
  copyFileSync(file, newer);
  const timed = performance.now();
  await runFund(url, 'restore', backup);
  const whole = performance.now() - timed;
  const left = new Map([begun, begun + 1].map((entries) => [entries, 0]));
  for (let kill = 0; kill < KILLS; kill += 1) {
    copyFileSync(newer, file);
    const child = spawn(process.execPath, [PROGRAM, 'restore', backup], {
      env: { PATH: process.env['PATH'], DATABASE_URL: url },
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await sleep(whole * (0.5 + random() * 0.55));
    child.kill('SIGKILL');
    await ended;
    expect(existsSync(`${file}-wal`)).toBe(false);
    const entries = await entriesOf(url);
    left.set(entries, (left.get(entries) ?? 0) + 1);
    // The newer fund is there still, under one name or another.
    const kept = readdirSync(dirname(file)).filter((name) => name.startsWith('fund.db.before-restore'));
    const old = entries > begun ? file : join(dirname(file), kept.at(-1) ?? '');
    expect(await entriesOf(`file:${old}`)).toBe(begun + 1);
  }
  expect([...left.keys()]).toEqual([begun, begun + 1]);
  reportFault({
    fault: 'F1',
    tried: `${KILLS} kills during a restoration (${left.get(begun + 1)} before it took effect, ${left.get(begun)} after)`,
    lost: 'nothing: the old fund or the new one, verified, each time',
  });
});
