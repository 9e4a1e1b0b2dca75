import { randomUUID } from 'node:crypto';
import { verifyDatabase } from '@dcc/db/integrity-checks';
import { openDatabase } from '@dcc/db/open-database';
import { testFund, violationOf } from '@dcc/server/testing/test-fund';
import { expect, onTestFinished, test } from 'vitest';
import { startPostgres } from '../postgres/server.ts';
import { raceProcesses } from './process-race.ts';
import { reportFault } from './report.ts';
import { type Answer, call, dataOf, openSession, runFund } from '../server-process.ts';
import { databaseFile, dearPosition, startRealServer, today } from './real-server.ts';

// The pool for least developed countries holds 89,000.00 free: 64 requests of a thirty-second part want twice that.
const POOL = 'e-ldc';
const FREE = '89000.00';
const REQUEST = '2781.25';
const ALLOCATORS = 64;

function decision(positionId: string, amount = REQUEST) {
  const idempotencyKey = randomUUID();
  const lines = [{ positionId, year: 1, poolId: POOL, amount }];
  return { idempotencyKey, reference: idempotencyKey, title: 'Race', decidedOn: today(), text: '', lines };
}

/** All of it is to be allocated, to the cent, and the rest refused with the numbers. */
function outcomes(answers: readonly Answer[]): { allocated: number; refused: number } {
  const allocated = answers.filter(({ status }) => status === 200).length;
  const refused = answers.filter(({ status, text }) => status === 409 && text.includes('"kind":"InsufficientFunds"'));
  return { allocated, refused: refused.length };
}
const HALF = { allocated: ALLOCATORS / 2, refused: ALLOCATORS / 2 };

async function expectNothingLeft(url: string, chair: string, positionId: string): Promise<void> {
  const { row, pools } = dataOf<{ row: { allocated: object }; pools: { pool: { id: string }; available: object }[] }>(
    await call(url, 'positions.get', { id: positionId }, chair),
  );
  expect(row.allocated).toEqual({ amount: FREE, currency: 'USD' });
  expect(pools.find(({ pool }) => pool.id === POOL)?.available).toEqual({ amount: '0.00', currency: 'USD' });
  expect((await call(url, 'positions.allocation.record', decision(positionId, '0.01'), chair)).status).toBe(409);
}

async function expectSound(databaseUrl: string): Promise<void> {
  const db = await openDatabase(databaseUrl);
  const { findings } = await verifyDatabase(db);
  await db.close();
  expect(findings).toEqual([]);
}

test('F6: 64 allocators at once on one server take exactly what there is', async () => {
  const databaseUrl = databaseFile();
  await runFund(databaseUrl, 'init', '--demo');
  const [chair, secretariat] = [
    await openSession(databaseUrl, 'p-chair'),
    await openSession(databaseUrl, 'p-secretariat'),
  ];
  const { url } = await startRealServer(databaseUrl);
  const positionId = await dearPosition(url, secretariat);
  const started = performance.now();
  const answers = await Promise.all(
    Array.from({ length: ALLOCATORS }, () => call(url, 'positions.allocation.record', decision(positionId), chair)),
  );
  const ms = performance.now() - started;
  expect(outcomes(answers)).toEqual(HALF);
  await expectNothingLeft(url, chair, positionId);
  await expectSound(databaseUrl);
  reportFault({
    fault: 'F6',
    tried: `64 allocators at once over HTTP, wanting twice what there is, ${ms.toFixed(0)} ms`,
    lost: '0 cents too much, 0 too little, 32 clean refusals',
  });
});

test('F7: sixteen processes on one file take exactly what there is', async () => {
  expect(await raceProcesses(16)).toBe(0);
});

test('F8: 64 allocators on two servers and one PostgreSQL take exactly what there is', async () => {
  const postgres = await startPostgres();
  onTestFinished(() => postgres.stop());
  await runFund(postgres.url, 'init', '--demo');
  const [chair, secretariat] = [
    await openSession(postgres.url, 'p-chair'),
    await openSession(postgres.url, 'p-secretariat'),
  ];
  const servers = await Promise.all([startRealServer(postgres.url), startRealServer(postgres.url)]);
  const [{ url }] = servers;
  const positionId = await dearPosition(url, secretariat);
  const answers = await Promise.all(
    Array.from({ length: ALLOCATORS }, (_, index) =>
      call(servers[index % 2]?.url ?? url, 'positions.allocation.record', decision(positionId), chair),
    ),
  );
  expect(outcomes(answers)).toEqual(HALF);
  await expectNothingLeft(url, chair, positionId);
  await expectSound(postgres.url);
  await Promise.all(servers.map((server) => server.kill()));
  reportFault({
    fault: 'F8',
    tried: `64 allocators at once on 2 servers and one PostgreSQL (${postgres.source})`,
    lost: '0 cents too much, 0 too little, 0 unhandled conflicts',
  });
});

test('F8: 64 connections to one PostgreSQL take exactly what there is', async () => {
  const postgres = await startPostgres();
  onTestFinished(() => postgres.stop());
  await runFund(postgres.url, 'init', '--demo');
  const secretariat = await openSession(postgres.url, 'p-secretariat');
  const server = await startRealServer(postgres.url);
  const positionId = await dearPosition(server.url, secretariat);
  const db = await openDatabase(postgres.url, { connections: ALLOCATORS });
  onTestFinished(() => db.close());
  const chair = testFund(db, '', new Date()).as('chair');
  const ends = await Promise.all(
    Array.from({ length: ALLOCATORS }, () =>
      violationOf(chair.positions.allocation.record(decision(positionId))).then(
        ({ kind }) => kind,
        (error: Error) => error.message,
      ),
    ),
  );
  expect(ends.filter((outcome) => outcome === 'The call was not refused')).toHaveLength(ALLOCATORS / 2);
  expect(ends.filter((outcome) => outcome === 'InsufficientFunds')).toHaveLength(ALLOCATORS / 2);
  await server.kill();
  reportFault({
    fault: 'F8',
    tried: '64 connections to one PostgreSQL at once',
    lost: '0 cents too much, 0 too little',
  });
});
