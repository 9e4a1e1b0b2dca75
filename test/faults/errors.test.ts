import { goodInputs, PROCEDURES } from '@dcc/server/testing/procedures';
import { demoIds } from '@dcc/server/testing/real-ids';
import { openTestFund, sessionOf } from '@dcc/server/testing/test-fund';
import { clientHeaders, post, startTestServer } from '@dcc/server/testing/test-server';
import { expect, test } from 'vitest';
import { reportFault } from './report.ts';

const SECRET = "insert into posting values ('s3cr3t') at /srv/fund/data/fund.db password=hunter2";
const LEAK =
  /insert into|s3cr3t|\/srv\/|hunter2|sqlite|postgres|stack|node_modules|\.ts:|at async|select |no such table/iu;
const ID = /"errorId":"([0-9a-f-]{36})"/u;

type Thrown = { readonly name: string; readonly value: () => unknown };
const THROWN: readonly Thrown[] = [
  { name: 'an error', value: () => new Error(SECRET) },
  {
    name: 'an error with a code',
    value: () => Object.assign(new Error(SECRET), { code: 'SQLITE_IOERR', sql: SECRET }),
  },
  { name: 'an error in an error', value: () => new Error('outer', { cause: new Error(SECRET) }) },
  { name: 'a text', value: () => SECRET },
  { name: 'nothing', value: () => undefined },
  { name: 'an object', value: () => ({ message: SECRET, sql: SECRET, status: 200 }) },
  {
    name: 'an error that claims a status',
    value: () => Object.assign(new Error(SECRET), { status: 404, expose: true }),
  },
];

let answers = 0;

function expectOnlyAnId(answer: { status: number; text: string }, log: string, where: string, status = 500): void {
  answers += 1;
  expect([where, answer.status]).toEqual([where, status]);
  expect([where, LEAK.exec(answer.text)?.[0]]).toEqual([where, undefined]);
  const id = ID.exec(answer.text)?.[1];
  expect([where, id]).toEqual([where, expect.any(String)]);
  expect(log).toContain(id);
}

test.each(THROWN)('$name thrown by any layer reaches people as an id alone', async ({ value }) => {
  const fund = await openTestFund();
  const ids = await demoIds(fund.as('auditor'));
  const token = await sessionOf(fund, 'p-secretariat');
  const fail = (): never => {
    throw value();
  };
  // The clock stands for every layer below a use case; the database for the one before it.
  let calls = 0;
  const late = {
    ...fund.shell,
    now: () => {
      calls += 1;
      return calls > 1 ? fail() : fund.shell.now();
    },
  };
  const idless = { ...fund.shell, newId: fail };
  const broken = { ...fund.shell, db: { ...fund.db, read: new Proxy(fund.db.read, { get: fail }) } };
  const late1 = await startTestServer(late);
  calls = 0;
  const clock = await post(late1, 'overview.get', {}, clientHeaders(token));
  expectOnlyAnId(clock, late1.log(), 'clock');
  const two = await startTestServer(idless);
  expectOnlyAnId(
    await post(two, 'pools.create', goodInputs(ids)['pools.create'], clientHeaders(token)),
    two.log(),
    'ids',
  );
  const three = await startTestServer(broken);
  expectOnlyAnId(await post(three, 'overview.get', {}, clientHeaders(token)), three.log(), 'session');
  expectOnlyAnId(await post(three, 'session.current', {}), three.log(), 'database');
  const ready = await fetch(`${three.url}/readyz`);
  expectOnlyAnId({ status: ready.status, text: await ready.text() }, three.log(), 'readiness', 503);
  expect(answers).toBeGreaterThan(4);
});

test('a database that broke under a running server tells nothing of itself, in any procedure', async () => {
  const fund = await openTestFund();
  const ids = await demoIds(fund.as('auditor'));
  const server = await startTestServer(fund.shell);
  await fund.db.write.schema.alterTable('contribution').renameTo('contribution_gone').execute();
  await fund.db.write.schema.alterTable('position').renameTo('position_gone').execute();
  await fund.db.write.schema.alterTable('audit_event').renameTo('audit_gone').execute();
  let broken = 0;
  for (const { path } of PROCEDURES) {
    // One session each: a procedure may end it.
    const headers = clientHeaders(await sessionOf(fund, 'p-secretariat'));
    const answer = await post(server, path, goodInputs(ids)[path], headers);
    expect([path, LEAK.exec(answer.text)?.[0]]).toEqual([path, undefined]);
    if (answer.status !== 500) continue;
    broken += 1;
    expectOnlyAnId(answer, server.log(), path);
  }
  expect(broken).toBeGreaterThan(10);
  reportFault({
    fault: 'A13',
    tried: `${answers} faults thrown in every layer`,
    lost: 'nothing told but an id; each id stands in the log',
  });
});
