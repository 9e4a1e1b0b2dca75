import { DEMO_VACANCIES } from '@dcc/demo-fund/vacancies';
import { date } from '@dcc/domain/calendar-date';
import { ROLES } from '@dcc/domain/people/capability';
import { COLUMN_KINDS } from '@dcc/domain/reports/statement-columns';
import { expect, test } from 'vitest';
import { RESOURCES } from '../../rest/resources.ts';
import { requestOf, saidBy } from '../../testing/files.ts';
import { goodInputs, PROCEDURES } from '../../testing/procedures.ts';
import { demoIds } from '../../testing/real-ids.ts';
import { demoActor, openTestFund, sessionOf } from '../../testing/test-fund.ts';
import { clientHeaders, post, startTestServer } from '../../testing/test-server.ts';
import { exportContributions, LIST_FORMATS } from './export-contributions.ts';
import { exportLedger, LEDGER_FORMATS } from './export-ledger.ts';
import { exportPositions } from './export-positions.ts';
import { exportStatement, STATEMENT_FORMATS } from './export-statement.ts';
import type { Report, ReportRequest } from './report.ts';

/** A candidate recorded by the test itself, beside those of the demonstration fund. */
const NAME = 'Sycamore of the Testwood';
const NAMES = [NAME, ...DEMO_VACANCIES.flatMap(({ candidates }) => candidates.map(({ name }) => name))];

const named = (text: string): string[] => NAMES.filter((name) => text.includes(name));
const NOBODY: string[] = [];

async function served() {
  const fund = await openTestFund();
  const server = await startTestServer(fund.shell);
  const ids = await demoIds(fund.as('auditor'));
  const input = { ...goodInputs(ids)['candidates.record'], name: NAME };
  const token = await sessionOf(fund, 'p-secretariat');
  const answer = await post(server, 'candidates.record', input, clientHeaders(token));
  expect(answer.status).toBe(200);
  const [id] = /[0-9a-f-]{36}/u.exec(answer.text) ?? [];
  const moved = { ...goodInputs(ids)['candidates.advance'], candidateId: id };
  expect((await post(server, 'candidates.advance', moved, clientHeaders(token))).status).toBe(200);
  return { fund, server, ids, recorded: answer.text };
}

test.each(ROLES)(
  'no answer to %s, from where candidates are not handled, names one, whatever is asked',
  async (role) => {
    const { fund, server, ids } = await served();
    const token = await sessionOf(fund, demoActor(role).personId);
    const others = PROCEDURES.filter(({ path }) => role !== 'secretariat' || !path.startsWith('candidates.'));
    let asked = 0;
    for (const { path, type } of others.filter((each) => each.path !== 'session.signOut')) {
      const inputs = [
        goodInputs(ids)[path],
        ...(type === 'query' ? [{}, { id: ids.vacancy }, { text: 'Sycamore' }] : []),
      ];
      for (const input of inputs) {
        const { text } = await post(server, path, input, clientHeaders(token));
        asked += 1;
        expect([path, named(text)]).toEqual([path, NOBODY]);
      }
    }
    expect(asked).toBeGreaterThan(100);
  },
);

test('no resource for other programs and no page without an account names a candidate', async () => {
  const { fund, server, ids } = await served();
  const idOf = { '/ledger/{id}': ids.entry, '/contributions/{id}': ids.contribution, '/positions/{id}': ids.position };
  const token = await sessionOf(fund, 'p-auditor');
  const paths = RESOURCES.map(({ path }) => path.replace('{id}', idOf[path as keyof typeof idOf] ?? ids.vacancy));
  for (const path of [...paths, '/openapi.json']) {
    const answer = await fetch(`${server.url}/api/v1${path}`, { headers: { cookie: `fund-session=${token}` } });
    expect([path, answer.status, named(await answer.text())]).toEqual([path, 200, NOBODY]);
  }
  expect(named(await (await fetch(`${server.url}/open/vacancies`)).text())).toEqual(NOBODY);
});

test('no export names a candidate', async () => {
  const { fund } = await served();
  const exports: ((request: ReportRequest) => Report)[] = [
    ...STATEMENT_FORMATS.map((format) => (of: ReportRequest) => exportStatement(of, format)),
    ...COLUMN_KINDS.map((by) => (of: ReportRequest) => exportStatement(of, 'csv', { by })),
    ...LEDGER_FORMATS.map((format) => (of: ReportRequest) => exportLedger(of, format)),
    ...LIST_FORMATS.map((format) => (of: ReportRequest) => exportContributions(of, format)),
    ...LIST_FORMATS.map((format) => (of: ReportRequest) => exportPositions(of, format)),
  ];
  for (const report of exports)
    expect(named(await saidBy(report(requestOf(fund, { asOf: date('2026-11-22'), knownOn: null }))))).toEqual(NOBODY);
});

test('the log, the audit trail, the answers kept for retries and every table but one name no candidate', async () => {
  const { fund, server, recorded } = await served();
  expect(named(recorded)).toEqual(NOBODY);
  expect(server.log()).toContain('candidates.record');
  expect(named(server.log())).toEqual(NOBODY);
  for (const { name } of await fund.db.read.introspection.getTables()) {
    const rows = await fund.db.read
      .selectFrom(name as 'candidate')
      .selectAll()
      .execute();
    const text = JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
    expect([name, named(text).length]).toEqual([name, name === 'candidate' ? NAMES.length : 0]);
  }
});

test('the hash that tells one form from another is the same whoever the candidate is', async () => {
  const { fund, ids } = await served();
  const input = goodInputs(ids)['candidates.record'] as never;
  const caller = fund.as('secretariat');
  const first = await caller.candidates.record(Object.assign({}, input));
  expect(await caller.candidates.record(Object.assign({}, input, { name: 'Another' }))).toEqual(first);
});
