import { DEMO_TOTALS } from '@dcc/demo-fund/fund';
import type { Role } from '@dcc/domain/people/capability';
import { ROLES } from '@dcc/domain/people/capability';
import { expect, test } from 'vitest';
import { demoIds } from '../testing/real-ids.ts';
import { openTestFund, sessionOf } from '../testing/test-fund.ts';
import { startTestServer } from '../testing/test-server.ts';
import { RESOURCES } from './resources.ts';

type Got = { readonly status: number; readonly headers: Headers; readonly body: Record<string, unknown> };

/** A server on the demonstration fund, and a way to ask it as somebody. */
async function served() {
  const fund = await openTestFund();
  const server = await startTestServer(fund.shell);
  const get = async (
    path: string,
    who: Role | null = 'auditor',
    { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
  ): Promise<Got> => {
    const cookie = who === null ? {} : { cookie: `fund-session=${await sessionOf(fund, `p-${who}`)}` };
    const response = await fetch(`${server.url}/api/v1${path}`, { method, headers: { ...cookie, ...headers } });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? {} : (JSON.parse(text) as Got['body']),
    };
  };
  return { fund, get };
}

test('another program reads the statement, the ledger, contributions and positions as the screens do', async () => {
  const { fund, get } = await served();
  const auditor = fund.as('auditor');
  const ids = await demoIds(auditor);
  expect((await get('/statement?asOf=2025-12-31')).body).toEqual(await auditor.statement.get({ asOf: '2025-12-31' }));
  const year = { from: '2024-01-01', asOf: '2024-12-31', by: 'contributor', certified: 'only' } as const;
  expect((await get(`/statement?${new URLSearchParams(year).toString()}`)).body).toEqual(
    await auditor.statement.get({ ...year }),
  );
  expect((await get('/books?asOf=2025-12-31')).body).toEqual(await auditor.books.get({ asOf: '2025-12-31' }));
  expect((await get('/contributions?stage=overdue&page=1')).body).toEqual(
    await auditor.contributions.list({ stage: 'overdue', page: 1 }),
  );
  expect((await get(`/contributions/${ids.contribution}`)).body).toEqual(
    await auditor.contributions.get({ id: ids.contribution }),
  );
  expect((await get('/positions?sort=cost&direction=desc')).body).toEqual(
    await auditor.positions.list({ sort: 'cost', direction: 'desc' }),
  );
  expect((await get(`/positions/${ids.position}`)).body).toEqual(await auditor.positions.get({ id: ids.position }));
  expect((await get('/ledger/98')).body).toEqual(await auditor.ledger.get({ id: '98' }));
  expect((await get('/ledger?kinds=refund,bank-charge&account=cash&to=2024-12-31')).body).toEqual(
    await auditor.ledger.list({ filter: { kinds: ['refund', 'bank-charge'], account: 'cash', to: '2024-12-31' } }),
  );
  const statement = (await get('/statement')).body['totalBalanceOfFunds'];
  expect(statement).toEqual({ amount: DEMO_TOTALS.totalBalance, currency: 'USD' });
});

test('every resource can be asked as of a day and as known on a day', async () => {
  const { fund, get } = await served();
  const day = 'asOf=2024-06-30&knownOn=2024-06-30';
  const at = { asOf: '2024-06-30', knownOn: '2024-06-30' };
  const auditor = fund.as('auditor');
  expect((await get(`/statement?${day}`)).body).toEqual(await auditor.statement.get(at));
  expect((await get(`/contributions?${day}`)).body).toEqual(await auditor.contributions.list(at));
  expect((await get(`/positions?${day}`)).body).toEqual(await auditor.positions.list(at));
  expect((await get(`/ledger?${day}`)).body).toEqual(await auditor.ledger.list({ ...at, filter: {} }));
});

test('the ledger is read page by page to its first entry', async () => {
  const { get } = await served();
  const numbers: number[] = [];
  let next: number | null = null;
  do {
    const { body } = await get(`/ledger${next === null ? '' : `?beside=${next}`}`);
    const page = body as { rows: { number: number }[]; next: number | null };
    numbers.push(...page.rows.map(({ number }) => number));
    ({ next } = page);
  } while (next !== null);
  const last = numbers[0] ?? 0;
  expect(last).toBeGreaterThan(50);
  expect(numbers).toEqual(Array.from({ length: last }, (_, index) => last - index));
});

test.each<[string, number, object]>([
  ['/statement?asOf=2025-02-30', 400, { code: 'BAD_REQUEST', fields: [{ path: 'asOf', message: 'not-a-date' }] }],
  ['/ledger?colour=red', 400, { code: 'BAD_REQUEST', fields: [{ path: 'colour', message: 'unknown-field' }] }],
  [
    '/ledger?account=cash&account=cash',
    400,
    { code: 'BAD_REQUEST', fields: [{ path: 'filter.account', message: 'invalid' }] },
  ],
  ['/ledger?beside=1e9', 400, { code: 'BAD_REQUEST', fields: [{ path: 'beside', message: 'invalid' }] }],
  ['/ledger?__proto__=1', 400, { code: 'BAD_REQUEST', fields: [{ path: '__proto__', message: 'unknown-field' }] }],
  ['/contributions/nowhere', 404, { code: 'NOT_FOUND', violation: { kind: 'NotFound', subject: 'contribution' } }],
  ['/positions/a%20b', 400, { code: 'BAD_REQUEST', fields: [{ path: 'id', message: 'invalid' }] }],
  ['/ledger/9999', 404, { code: 'NOT_FOUND', violation: { kind: 'NotFound', subject: 'entry' } }],
  ['/people', 404, { code: 'NOT_FOUND' }],
])('%s is answered %i in JSON', async (path, status, error) => {
  const { get } = await served();
  const got = await get(path);
  expect({ status: got.status, body: got.body }).toEqual({ status, body: { error } });
  expect(got.headers.get('content-type')).toContain('application/json');
});

test('who may not see a screen may not read its resource; a contributor reads its own', async () => {
  const { get } = await served();
  const strangers = await Promise.all(RESOURCES.map(({ path }) => get(path.replace('{id}', '1'), null)));
  expect(new Set(strangers.map(({ status }) => status))).toEqual(new Set([401]));
  const statuses = await Promise.all(ROLES.map(async (role) => [role, (await get('/ledger', role)).status] as const));
  const allowed = statuses.filter(([, status]) => status === 200).map(([role]) => role);
  expect(allowed).toContain('auditor');
  expect(statuses.filter(([, status]) => status === 403).map(([role]) => role)).toContain('administrator');
  const own = (await get('/contributions', 'contributor')).body as { rows: { contributor: { id: string } }[] };
  expect(new Set(own.rows.map(({ contributor }) => contributor.id)).size).toBe(1);
});

test('nothing is written, kept by a cache, or read by another site', async () => {
  const { get } = await served();
  const got = await get('/statement');
  expect(got.headers.get('cache-control')).toBe('no-store');
  expect(got.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  expect(got.headers.get('access-control-allow-origin')).toBeNull();
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
    const refused = await get('/statement', 'auditor', { method });
    expect({ method, status: refused.status }).toEqual({ method, status: 405 });
    expect(refused.headers.get('allow')).toBe('GET, HEAD');
  }
  const foreign = await get('/statement', 'auditor', { headers: { 'sec-fetch-site': 'cross-site' } });
  expect({ status: foreign.status, body: foreign.body }).toEqual({
    status: 403,
    body: { error: { code: 'FORBIDDEN' } },
  });
});

test('the description names every resource with its parameters and the shape of its answer', async () => {
  const { get } = await served();
  const { body } = await get('/openapi.json', null);
  const paths = body['paths'] as Record<
    string,
    { get: { parameters: { name: string; in: string }[]; responses: object } }
  >;
  expect(Object.keys(paths)).toEqual(RESOURCES.map(({ path }) => path));
  expect(paths['/ledger']?.get.parameters.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['account', 'kinds', 'beside', 'toward']),
  );
  expect(paths['/ledger/{id}']?.get.parameters[0]).toMatchObject({ name: 'id', in: 'path' });
  const text = JSON.stringify(body);
  // Amounts are described as they travel.
  expect(text).toContain('"amount":{"type":"string"');
  expect(text).not.toContain('minor');
});
