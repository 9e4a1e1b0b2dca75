import { randomUUID } from 'node:crypto';
import { openDatabase } from '@dcc/db/open-database';
import { expect } from 'vitest';
import { reportFault } from './report.ts';
import { call, chance, dataOf, openSession, runFund } from '../server-process.ts';
import { pledgeInput, seedOf, startRealServer } from './real-server.ts';

const RECORD = 'contributions.pledge.record';

async function countOf(databaseUrl: string): Promise<number> {
  const db = await openDatabase(databaseUrl);
  const rows = await db.read.selectFrom('contribution').select('id').execute();
  await db.close();
  return rows.length;
}

/** F9: the same key 64 times at once, a changed input, a kill, and then random replays; on either engine. Returns how many were posted twice. */
export async function replay(databaseUrl: string, engine: string, replays: number): Promise<number> {
  const seed = seedOf();
  const random = chance(seed);
  await runFund(databaseUrl, 'init', '--demo');
  const token = await openSession(databaseUrl, 'p-secretariat');
  let server = await startRealServer(databaseUrl);
  const before = await countOf(databaseUrl);
  const input = pledgeInput();
  const answers = await Promise.all(Array.from({ length: 64 }, () => call(server.url, RECORD, input, token)));
  const first = dataOf(answers[0] ?? { status: 0, text: '' });
  for (const answer of answers) expect(dataOf(answer)).toEqual(first);
  await server.kill();
  server = await startRealServer(databaseUrl);
  expect(dataOf(await call(server.url, RECORD, input, token))).toEqual(first);
  const changed = await call(server.url, RECORD, { ...input, amount: '10.01' }, token);
  expect(changed.status).toBe(409);
  expect(changed.text).toContain('"kind":"KeyReused"');
  expect(await countOf(databaseUrl)).toBe(before + 1);

  // A model of what a key has been used for; four at a time, so that replays also meet each other.
  const known: { input: ReturnType<typeof pledgeInput>; answer: unknown }[] = [];
  let tried = 0;
  const step = async (): Promise<void> => {
    const old = random() < 0.7 ? known[Math.floor(random() * known.length)] : undefined;
    tried += 1;
    if (old === undefined) {
      const fresh = pledgeInput();
      const twins = await Promise.all([call(server.url, RECORD, fresh, token), call(server.url, RECORD, fresh, token)]);
      const [one, two] = twins.map(dataOf);
      expect({ seed, two }).toEqual({ seed, two: one });
      known.push({ input: fresh, answer: one });
    } else if (random() < 0.2) {
      const other = { ...old.input, reference: `F ${randomUUID()}` };
      expect((await call(server.url, RECORD, other, token)).status).toBe(409);
    } else {
      expect({ seed, answer: dataOf(await call(server.url, RECORD, old.input, token)) }).toEqual({
        seed,
        answer: old.answer,
      });
    }
  };
  for (let round = 0; round < replays / 4; round += 1) await Promise.all([step(), step(), step(), step()]);
  const duplicates = (await countOf(databaseUrl)) - (before + 1 + known.length);
  expect({ seed, duplicates }).toEqual({ seed, duplicates: 0 });
  await server.kill();
  reportFault({
    fault: 'F9',
    tried: `one key 64 times at once and after a kill, ${tried} random replays of ${known.length} keys on ${engine} (seed ${seed})`,
    lost: '0 duplicates, equal answers, changed inputs refused',
  });
  return duplicates;
}
