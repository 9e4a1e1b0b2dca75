import { randomUUID } from 'node:crypto';
import { verifyDatabase } from '@dcc/db/integrity-checks';
import type { Role } from '@dcc/domain/people/capability';
import { newKey, openTestFund, sessionOf, type TestFund } from '@dcc/server/testing/test-fund';
import { clientHeaders, post, startTestServer } from '@dcc/server/testing/test-server';
import { afterAll, expect, test } from 'vitest';
import { reportFault } from './report.ts';

let tried = 0;
let succeeded = 0;

/** A fund in which the secretariat certifies too: one person in both roles. */
async function openBoth() {
  const fund = await openTestFund();
  await giveRole(fund, 'certifier');
  const server = await startTestServer(fund.shell);
  return { fund, server };
}

async function giveRole(fund: TestFund, role: Role): Promise<void> {
  await fund.db.write.insertInto('person_role').values({ person_id: 'p-secretariat', role }).execute();
}

async function takeRole(fund: TestFund, role: Role): Promise<void> {
  await fund.db.write
    .deleteFrom('person_role')
    .where('person_id', '=', 'p-secretariat')
    .where('role', '=', role)
    .execute();
}

const pledge = (server: { url: string }, token: string) =>
  post(
    server,
    'contributions.pledge.record',
    {
      idempotencyKey: newKey(),
      contributorId: 'c-aurelia',
      poolId: 'unearmarked',
      reference: `F ${randomUUID()}`,
      pledgedOn: '2026-11-20',
      currency: 'USD',
      amount: '10.00',
      description: '',
    },
    clientHeaders(token),
  );

/** Records an entry and gives its number. */
async function prepare(server: { url: string }, token: string): Promise<number> {
  const answer = await pledge(server, token);
  expect(answer.status).toBe(200);
  return (JSON.parse(answer.text) as { result: { data: { entryNumber: number } } }).result.data.entryNumber;
}

async function certify(server: { url: string }, token: string, entryNumbers: number[], key = newKey()) {
  const answer = await post(server, 'ledger.certify', { idempotencyKey: key, entryNumbers }, clientHeaders(token));
  tried += 1;
  return answer;
}

async function certifiedBySelf(fund: TestFund): Promise<number> {
  const rows = await fund.db.read
    .selectFrom('certification')
    .innerJoin('journal_entry', 'journal_entry.number', 'certification.entry_number')
    .select('entry_number')
    .whereRef('journal_entry.recorded_by', '=', 'certification.certified_by')
    .execute();
  return rows.length;
}

test('one person in two roles and two sessions certifies nothing that the same person recorded', async () => {
  const { fund, server } = await openBoth();
  const [one, other] = [await sessionOf(fund, 'p-secretariat'), await sessionOf(fund, 'p-secretariat')];
  const number = await prepare(server, one);
  for (const token of [one, other]) {
    const answer = await certify(server, token, [number]);
    expect([answer.status, answer.text.includes('"kind":"CertifiedBySelf"')]).toEqual([400, true]);
  }
  // Hidden among entries of others, twice over, first or last.
  const others = (await fund.as('auditor').ledger.list({ filter: { certification: 'pending', to: '2026-11-10' } }))
    .rows;
  const foreign = others.filter(({ recordedBy }) => recordedBy !== 'Sena Bright').map((row) => row.number);
  for (const hidden of [
    [...foreign, number],
    [number, ...foreign],
    [number, number],
    [...foreign, number, number],
  ])
    expect((await certify(server, one, hidden)).status).toBe(400);
  expect(await certifiedBySelf(fund)).toBe(0);
});

test('roles that change between recording and certifying change nothing: it is the person that counts', async () => {
  const { fund, server } = await openBoth();
  await takeRole(fund, 'certifier');
  const number = await prepare(server, await sessionOf(fund, 'p-secretariat'));
  await giveRole(fund, 'certifier');
  await takeRole(fund, 'secretariat');
  expect((await certify(server, await sessionOf(fund, 'p-secretariat'), [number])).status).toBe(400);
  expect(await certifiedBySelf(fund)).toBe(0);
});

test('an entry and its reversal, which swap nobody, stay uncertified by their recorder', async () => {
  const { fund, server } = await openBoth();
  const token = await sessionOf(fund, 'p-secretariat');
  const reversal = await post(
    server,
    'ledger.reversal.record',
    { idempotencyKey: newKey(), entryId: '11', effectiveOn: '2026-11-20', reason: 'Test' },
    clientHeaders(token),
  );
  const { entryNumber } = (JSON.parse(reversal.text) as { result: { data: { entryNumber: number } } }).result.data;
  expect((await certify(server, token, [entryNumber])).status).toBe(400);
  expect(await certifiedBySelf(fund)).toBe(0);
});

test('in a race of recording and certifying, nothing is certified by its recorder, and each entry once by somebody else', async () => {
  const { fund, server } = await openBoth();
  const tokens = await Promise.all(Array.from({ length: 4 }, () => sessionOf(fund, 'p-secretariat')));
  const certifier = await sessionOf(fund, 'p-certifier');
  const { rowCount } = await fund.as('auditor').ledger.list({ filter: {} });
  // The recorder guesses the numbers that come next, while they come.
  const expected = Array.from({ length: 20 }, (_, index) => rowCount + 1 + index);
  const calls = expected.flatMap((number, index) => {
    const token = tokens[index % tokens.length] ?? '';
    return [
      pledge(server, token).then(() => null),
      certify(server, tokens[(index + 1) % tokens.length] ?? '', [number]),
      certify(server, token, [number]),
    ];
  });
  for (const answer of await Promise.all(calls)) {
    if (answer === null) continue;
    if (answer.status === 200) succeeded += 1;
    expect([400, 404]).toContain(answer.status);
  }
  expect(await certifiedBySelf(fund)).toBe(0);
  // Two windows of somebody else: one of them does it, the other is told.
  const both = await Promise.all(
    expected.flatMap((number) => [certify(server, certifier, [number]), certify(server, certifier, [number])]),
  );
  expect(both.filter(({ status }) => status === 200)).toHaveLength(expected.length);
  expect(both.filter(({ status }) => status === 409)).toHaveLength(expected.length);
  expect((await verifyDatabase(fund.db)).findings).toEqual([]);
});

afterAll(() => {
  reportFault({
    fault: 'A4',
    tried: `${tried} certifications: own entries in two roles, in two sessions, hidden among others, in races`,
    lost: `${succeeded} own entries certified`,
  });
});
