import { randomUUID } from 'node:crypto';
import { verifyDatabase } from '@dcc/db/integrity-checks';
import { openDatabase } from '@dcc/db/open-database';
import { closeByVote, FAIRWORK, LYCEUM, OCEANS, putOnTable, sit, vote } from '@dcc/server/testing/committee';
import { testFund } from '@dcc/server/testing/test-fund';
import { expect, onTestFinished, test } from 'vitest';
import { startPostgres } from '../postgres/server.ts';
import { type Answer, call, openSession, runFund } from '../server-process.ts';
import { databaseFile, startRealServer } from './real-server.ts';
import { reportFault } from './report.ts';

const CHAIRS = 16;
const CLOSED_ONCE = { closed: 1, told: CHAIRS - 1, posted: 1, findings: [] };

/** A decision on the table that pays a whole first year, with its votes. */
async function toBeClosed(databaseUrl: string): Promise<string> {
  const db = await openDatabase(databaseUrl);
  const fund = testFund(db, '', new Date());
  const meetingId = await sit(fund);
  const { positions } = await fund.as('auditor').decisions.draft.choices({});
  const positionId = positions.find(({ title }) => title === 'Climate finance analyst')?.id ?? '';
  const lines = [{ positionId, year: 1, poolId: 'e-islands', amount: '145000.00' }];
  const id = await putOnTable(fund, meetingId, { kind: 'allocation', lines, reference: 'RACE' });
  for (const member of [LYCEUM, FAIRWORK, OCEANS]) await vote(fund, member, id);
  await db.close();
  return id;
}

/** How many closed it, how many others were told how it ended, how often it was posted, and what is wrong with the books. */
async function endOf(databaseUrl: string, decisionId: string, answers: readonly Answer[]) {
  const closed = answers.filter(({ status }) => status === 200);
  const told = answers.filter(
    ({ status, text }) =>
      status === 409 && text.includes('"kind":"DecisionState"') && text.includes('"state":"adopted"'),
  );
  const db = await openDatabase(databaseUrl);
  const decision = await testFund(db, '', new Date()).as('auditor').decisions.get({ id: decisionId });
  const { findings } = await verifyDatabase(db);
  await db.close();
  return { closed: closed.length, told: told.length, posted: decision.entries.length, findings };
}

test('two chairs close one decision at once on SQLite: one closes it, the others are told', async () => {
  const databaseUrl = databaseFile();
  await runFund(databaseUrl, 'init', '--demo');
  const decisionId = await toBeClosed(databaseUrl);
  const chair = await openSession(databaseUrl, 'p-chair');
  const { url } = await startRealServer(databaseUrl);
  const close = () => call(url, 'decisions.close', { ...closeByVote(decisionId), idempotencyKey: randomUUID() }, chair);
  const answers = await Promise.all(Array.from({ length: CHAIRS }, close));
  expect(await endOf(databaseUrl, decisionId, answers)).toEqual(CLOSED_ONCE);
  reportFault({
    fault: 'C2',
    tried: `${CHAIRS} chairs close one decision at once on SQLite`,
    lost: 'closed once, posted once',
  });
});

test('two chairs close one decision at once on two servers and one PostgreSQL: one closes it, the others are told', async () => {
  const postgres = await startPostgres();
  onTestFinished(() => postgres.stop());
  await runFund(postgres.url, 'init', '--demo');
  const decisionId = await toBeClosed(postgres.url);
  const chair = await openSession(postgres.url, 'p-chair');
  const servers = await Promise.all([startRealServer(postgres.url), startRealServer(postgres.url)]);
  const answers = await Promise.all(
    Array.from({ length: CHAIRS }, (_, index) =>
      call(servers[index % 2]?.url ?? servers[0].url, 'decisions.close', closeByVote(decisionId), chair),
    ),
  );
  expect(await endOf(postgres.url, decisionId, answers)).toEqual(CLOSED_ONCE);
  await Promise.all(servers.map((server) => server.kill()));
  reportFault({
    fault: 'C2',
    tried: `${CHAIRS} chairs close one decision at once on 2 servers and one PostgreSQL (${postgres.source})`,
    lost: 'closed once, posted once',
  });
});
