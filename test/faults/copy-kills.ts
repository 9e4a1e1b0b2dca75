import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { verifyDatabase } from '@dcc/db/integrity-checks';
import { openDatabase } from '@dcc/db/open-database';
import { expect } from 'vitest';
import { call, chance, dataOf, openSession, runFund } from '../server-process.ts';
import { databaseFile, pledgeInput, seedOf, startRealServer } from './real-server.ts';
import { reportFault } from './report.ts';

const PROGRAM = join(import.meta.dirname, '../../apps/server/src/cli/main.ts');

export const fileOf = (url: string): string => url.slice('file:'.length);

/** What a fund holds, once everything in it has been verified. */
export async function entriesOf(url: string): Promise<number> {
  const db = await openDatabase(url);
  const { entries, findings } = await verifyDatabase(db);
  await db.close();
  expect(findings).toEqual([]);
  return entries;
}

/**
 * Runs a command that makes a copy, and kills it so long after its unfinished file, or else the file named, has appeared in the folder,
 * if it has not ended before. Returns how long it lived from then on, in milliseconds.
 */
async function killed(
  url: string,
  args: readonly string[],
  afterMs: number,
  appeared: string | null = null,
): Promise<number> {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env: { PATH: process.env['PATH'], DATABASE_URL: url },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const before = new Set(readdirSync(dirname(fileOf(url))));
  const begun = () =>
    appeared === null
      ? readdirSync(dirname(fileOf(url))).some((name) => name.endsWith('.part') && !before.has(name))
      : existsSync(appeared);
  while (child.exitCode === null && !begun()) await (appeared === null ? sleep(1) : nextTurn());
  const started = performance.now();
  const blow = setTimeout(() => child.kill('SIGKILL'), afterMs);
  await ended;
  clearTimeout(blow);
  return performance.now() - started;
}

const NEVER = 60_000;

/** The demonstration fund, a backup of it, and a copy of the fund with one entry more. */
async function twoFunds() {
  const url = databaseFile();
  const file = fileOf(url);
  const [backup, newer] = ['backup.db', 'newer.db'].map((name) => join(dirname(file), name)) as [string, string];
  await runFund(url, 'init', '--demo');
  await runFund(url, 'backup', backup);
  const begun = await entriesOf(url);
  const server = await startRealServer(url);
  const token = await openSession(url, 'p-secretariat');
  dataOf(await call(server.url, 'contributions.pledge.record', pledgeInput(), token));
  await server.kill();
  expect(await entriesOf(url)).toBe(begun + 1);
  copyFileSync(file, newer);
  return { url, file, backup, newer, begun };
}

/**
 * Kills a restoration at any moment, so many times: the old fund stands there or the new one, and the old one is never lost. Returns
 * after how many kills that was so.
 */
export async function restoreKills(kills: number): Promise<number> {
  const seed = seedOf();
  const random = chance(seed);
  const { url, file, backup, newer, begun } = await twoFunds();
  const whole = await killed(url, ['restore', backup], NEVER);
  const left = new Map([begun, begun + 1].map((entries) => [entries, 0]));
  for (let kill = 0; kill < kills; kill += 1) {
    copyFileSync(newer, file);
    await killed(url, ['restore', backup], whole * random() * 1.1);
    // The old fund may be left in the middle of leaving WAL; the new one must never meet what was the old one's.
    const midway = existsSync(`${file}-wal`);
    const entries = await entriesOf(url);
    if (midway) expect(entries).toBe(begun + 1);
    left.set(entries, (left.get(entries) ?? 0) + 1);
    const kept = readdirSync(dirname(file)).filter((name) => name.startsWith('fund.db.before-restore'));
    const old = entries > begun ? file : join(dirname(file), kept.at(-1) ?? '');
    expect(await entriesOf(`file:${old}`)).toBe(begun + 1);
  }
  expect([...left.keys()]).toEqual([begun, begun + 1]);
  reportFault({
    fault: 'F1',
    tried: `${kills} kills during a restoration (seed ${seed}; ${left.get(begun + 1)} before it took effect, ${left.get(begun)} after)`,
    lost: 'nothing: the old fund or the new one, verified, each time',
  });
  return (left.get(begun) ?? 0) + (left.get(begun + 1) ?? 0);
}

/** Kills a backup at any moment, every second time while it gets its name, so many times: there is none, or one that can be restored. Returns how many could be. */
export async function backupKills(kills: number): Promise<number> {
  const seed = seedOf();
  const random = chance(seed);
  const { url, file, begun } = await twoFunds();
  const target = join(dirname(file), 'killed.db');
  const whole = await killed(url, ['backup', target], NEVER);
  let made = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    for (const name of [target, `${target}.sha256`]) rmSync(name, { force: true });
    if (kill % 2 === 0) await killed(url, ['backup', target], whole * random() * 1.1);
    else await killed(url, ['backup', target], random() * 3, target);
    expect(await entriesOf(url)).toBe(begun + 1);
    if (!existsSync(target)) continue;
    made += 1;
    const elsewhere = databaseFile();
    await runFund(elsewhere, 'restore', target);
    expect(await entriesOf(elsewhere)).toBe(begun + 1);
  }
  reportFault({
    fault: 'F1',
    tried: `${kills} kills during a backup (seed ${seed})`,
    lost: `nothing: ${made} backups whole and restored, ${kills - made} not there`,
  });
  return made;
}
