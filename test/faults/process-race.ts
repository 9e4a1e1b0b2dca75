import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { verifyDatabase } from '@dcc/db/integrity-checks';
import { openDatabase } from '@dcc/db/open-database';
import { expect, onTestFinished } from 'vitest';
import { reportFault } from './report.ts';
import { openSession, runFund } from '../server-process.ts';
import { databaseFile, dearPosition, startRealServer, today } from './real-server.ts';

const PROGRAM = join(import.meta.dirname, '../../apps/server/src/testing/allocator-process.ts');
const FREE_CENTS = 8_900_000;

function decimal(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}

/** One process; resolves to its way of starting the race once it is ready. */
async function startRunner(args: readonly string[]): Promise<() => Promise<string>> {
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve());
    child.once('exit', () => reject(new Error(said)));
  });
  return async () => {
    child.stdin.write('go\n');
    await ended;
    return said.replace('ready\n', '').trim();
  };
}

/** F7: so many processes, each with its own connection to one SQLite file, allocate at once and want twice what there is. Returns the cents too much. */
export async function raceProcesses(count: number): Promise<number> {
  const databaseUrl = databaseFile();
  await runFund(databaseUrl, 'init', '--demo');
  const secretariat = await openSession(databaseUrl, 'p-secretariat');
  const server = await startRealServer(databaseUrl);
  const positionId = await dearPosition(server.url, secretariat);
  await server.kill();
  const amount = decimal(FREE_CENTS / (count / 2));
  const args = [databaseUrl, positionId, 'e-ldc', amount, today()];
  const runners: (() => Promise<string>)[] = [];
  // Started in fours: the race begins only when all stand ready.
  while (runners.length < count) runners.push(...(await Promise.all([1, 2, 3, 4].map(() => startRunner(args)))));
  const started = performance.now();
  const outcomes = (await Promise.all(runners.map((run) => run()))).toSorted();
  const ms = performance.now() - started;
  expect(outcomes).toEqual([
    ...Array.from({ length: count / 2 }, () => 'InsufficientFunds'),
    ...Array.from({ length: count / 2 }, () => 'allocated'),
  ]);
  const db = await openDatabase(databaseUrl);
  const { allocated } = await db.read
    .selectFrom('position')
    .select('allocated')
    .where('id', '=', positionId)
    .executeTakeFirstOrThrow();
  const { findings } = await verifyDatabase(db);
  await db.close();
  expect({ allocated, findings }).toEqual({ allocated: BigInt(FREE_CENTS), findings: [] });
  reportFault({
    fault: 'F7',
    tried: `${count} processes at once on one SQLite file, ${ms.toFixed(0)} ms`,
    lost: '0 cents too much, 0 too little, 0 busy',
  });
  return Number(allocated) - FREE_CENTS;
}
