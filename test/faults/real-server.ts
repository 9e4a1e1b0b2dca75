import { randomUUID } from 'node:crypto';
import { TERMS_FIELDS } from '@dcc/domain/positions/terms';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { call, dataOf, type ServerProcess, startServerProcess } from '../server-process.ts';

/** Today, as the server reads it. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** An address of a database file in a folder of its own, removed after the test. */
export function databaseFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fund-fault-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return `file:${join(folder, 'fund.db')}`;
}

/** Starts the real server program; it is gone when the test has ended. */
export async function startRealServer(databaseUrl: string): Promise<ServerProcess> {
  const server = await startServerProcess(databaseUrl);
  onTestFinished(server.kill);
  return server;
}

export function pledgeInput(): { idempotencyKey: string; reference: string; amount: string } & Record<string, string> {
  const idempotencyKey = randomUUID();
  return {
    idempotencyKey,
    contributorId: 'c-aurelia',
    poolId: 'unearmarked',
    reference: `F ${idempotencyKey}`,
    pledgedOn: today(),
    currency: 'USD',
    amount: '10.00',
    description: '',
  };
}

/** A position that costs far more than there is and is scored, so that money alone limits what it is given. */
export async function dearPosition(url: string, secretariat: string): Promise<string> {
  const { id } = dataOf<{ id: string }>(
    await call(
      url,
      'positions.propose',
      {
        idempotencyKey: randomUUID(),
        title: 'Race',
        organizationId: 'o-lyceum',
        dutyStationId: 's-praia',
        startsOn: '2027-01-01',
        yearlyCosts: ['9000000.00'],
        description: '',
      },
      secretariat,
    ),
  );
  const terms = Object.fromEntries(TERMS_FIELDS.map((field) => [field, field === 'nonFamily' ? 'no' : '12']));
  const written = { idempotencyKey: randomUUID(), positionId: id, version: 0, ...terms };
  dataOf(await call(url, 'positions.terms.record', written, secretariat));
  for (const [from, to] of [
    ['draft', 'submitted'],
    ['submitted', 'screened'],
    ['screened', 'scored'],
  ]) {
    const step = { idempotencyKey: randomUUID(), positionId: id, from, to, on: today(), note: '' };
    dataOf(await call(url, 'positions.advance', step, secretariat));
  }
  return id;
}

/** The seed of this run: given by TEST_SEED, else new. */
export const seedOf = (): number => Number(process.env['TEST_SEED'] ?? Math.floor(Math.random() * 1_000_000_000));
