import { randomUUID } from 'node:crypto';
import { openDatabase } from '@dcc/db/open-database';
import { TRPCError } from '@trpc/server';
import { appRouter } from '../trpc/app-router.ts';
import { createCallerFactory } from '../trpc/trpc.ts';
import { Refusal } from '../use-case/refusal.ts';

/** One allocator in a process of its own: opens the database, waits for a word, allocates, and says how it went. */
const [url = '', positionId = '', poolId = '', amount = '', decidedOn = ''] = process.argv.slice(2);
const db = await openDatabase(url);
const caller = createCallerFactory(appRouter)({
  shell: { db, now: () => new Date(), newId: randomUUID },
  actor: {
    personId: 'p-chair',
    name: 'Chair',
    email: 'chair@demo.invalid',
    roles: ['chair'],
    organizationId: null,
    contributorId: null,
  },
  remoteAddress: '127.0.0.1',
  token: null,
  setToken: () => undefined,
  report: (error) => String(error),
});
process.stdout.write('ready\n');
await new Promise((resolve) => process.stdin.once('data', resolve));
const lines = [{ positionId, year: 1, poolId, amount }];
const key = randomUUID();
const input = { idempotencyKey: key, reference: key, title: 'Race', decidedOn, text: '', lines };
const outcome = await caller.positions.allocation.record(input).then(
  () => 'allocated',
  (error: unknown) =>
    error instanceof TRPCError && error.cause instanceof Refusal ? error.cause.violation.kind : String(error),
);
process.stdout.write(`${outcome}\n`);
await db.close();
process.exit(0);
