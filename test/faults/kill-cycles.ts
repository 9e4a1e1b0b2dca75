import { setTimeout as sleep } from 'node:timers/promises';
import { verifyDatabase } from '@dcc/db/integrity-checks';
import { openDatabase } from '@dcc/db/open-database';
import { expect } from 'vitest';
import { reportFault } from './report.ts';
import { call, chance, dataOf, openSession, type ServerProcess, runFund } from '../server-process.ts';
import { databaseFile, pledgeInput, seedOf, startRealServer } from './real-server.ts';

const WRITERS = 4;
type Pledge = ReturnType<typeof pledgeInput>;

/** Writes until the server dies: what it acknowledged, and what was under way when it went. */
async function writeUntilDeath(server: ServerProcess, token: string): Promise<{ acked: string[]; unknown: Pledge[] }> {
  const acked: string[] = [];
  const unknown: Pledge[] = [];
  const write = async (): Promise<void> => {
    for (;;) {
      const input = pledgeInput();
      try {
        dataOf(await call(server.url, 'contributions.pledge.record', input, token));
        acked.push(input.reference);
      } catch {
        unknown.push(input);
        return;
      }
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  return { acked, unknown };
}

/** References on record, and how many contributions bear each. */
async function recorded(databaseUrl: string): Promise<Map<string, number>> {
  const db = await openDatabase(databaseUrl);
  const rows = await db.read.selectFrom('contribution').select('reference').execute();
  const { findings } = await verifyDatabase(db);
  await db.close();
  expect(findings).toEqual([]);
  const counts = new Map<string, number>();
  for (const { reference } of rows) counts.set(reference, (counts.get(reference) ?? 0) + 1);
  return counts;
}

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

/**
 * F1 and the second half of F9: kills the real server while four clients write, and starts it again, so many times.
 * `slowest` is how long the first answer after a start may take in 99 of 100 cases; a busy machine needs more.
 * Returns how many contributions stand in the books beyond the demonstration fund's and the acknowledged ones.
 */
export async function killCycles(cycles: number, slowest: number): Promise<number> {
  const seed = seedOf();
  const random = chance(seed);
  const databaseUrl = databaseFile();
  await runFund(databaseUrl, 'init', '--demo');
  const token = await openSession(databaseUrl, 'p-secretariat');
  const acked = new Set<string>();
  const answers: number[] = [];
  let replayed = 0;
  let server = await startRealServer(databaseUrl);
  for (let cycle = 1; cycle <= cycles; cycle += 1) {
    const death = sleep(20 + random() * 180).then(() => server.kill());
    const result = await writeUntilDeath(server, token);
    await death;
    for (const reference of result.acked) acked.add(reference);
    server = await startRealServer(databaseUrl);
    answers.push(server.firstAnswerMs);
    // What was under way is sent again, as a form does: it is posted once, whether or not it was before.
    for (const input of result.unknown) {
      const first = await call(server.url, 'contributions.pledge.record', input, token);
      const again = await call(server.url, 'contributions.pledge.record', input, token);
      expect(dataOf(again)).toEqual(dataOf(first));
      acked.add(input.reference);
      replayed += 1;
    }
    if (cycle % 10 !== 0 && cycle !== cycles) continue;
    const counts = await recorded(databaseUrl);
    const lost = [...acked].filter((reference) => !counts.has(reference));
    const twice = [...counts].filter(([, count]) => count > 1);
    expect({ seed, cycle, lost, twice }).toEqual({ seed, cycle, lost: [], twice: [] });
  }
  const p99 = percentile(answers, 0.99);
  const median = percentile(answers, 0.5);
  const line = `${cycles} kills (seed ${seed}), ${acked.size} acknowledged, ${replayed} sent again; first answer median ${median.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`;
  console.log(`F1 ${line}`);
  expect(acked.size).toBeGreaterThan(cycles);
  reportFault({ fault: 'F1', tried: line, lost: '0 acknowledged, 0 unbalanced, 0 findings' });
  expect(p99).toBeLessThanOrEqual(slowest);
  return (await recorded(databaseUrl)).size - 14 - acked.size;
}
