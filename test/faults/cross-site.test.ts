import { randomUUID } from 'node:crypto';
import { goodInputs, PROCEDURES } from '@dcc/server/testing/procedures';
import { demoIds } from '@dcc/server/testing/real-ids';
import { openTestFund, rowCounts, sessionOf } from '@dcc/server/testing/test-fund';
import { post, startTestServer } from '@dcc/server/testing/test-server';
import { ROLES } from '@dcc/domain/people/capability';
import { expect, test } from 'vitest';
import { reportFault } from './report.ts';

const CONTENT_TYPES = ['application/json', 'text/plain', 'application/x-www-form-urlencoded'];
const ORIGINS = [undefined, 'null', 'http://evil.example', 'OWN'];
const MUTATIONS = PROCEDURES.filter(({ type }) => type === 'mutation').map(({ path }) => path);

/** A fund whose chair may do everything, so that only the guard stands in the way. */
async function almightySession() {
  const fund = await openTestFund();
  await fund.db.write.deleteFrom('person_role').where('person_id', '=', 'p-chair').execute();
  for (const role of ROLES)
    await fund.db.write.insertInto('person_role').values({ person_id: 'p-chair', role }).execute();
  return { fund, ids: await demoIds(fund.as('auditor')), server: await startTestServer(fund.shell) };
}

test('no mutation is carried out for another site: content types × origins × header × every mutation', async () => {
  const { fund, ids, server } = await almightySession();
  const token = await sessionOf(fund, 'p-chair');
  const before = await rowCounts(fund.db);
  let tried = 0;
  for (const path of MUTATIONS) {
    for (const type of CONTENT_TYPES) {
      for (const origin of ORIGINS) {
        for (const own of [true, false]) {
          const isOurs = type === 'application/json' && own && (origin === undefined || origin === 'OWN');
          if (isOurs) continue;
          const headers: Record<string, string> = { 'content-type': type, cookie: `fund-session=${token}` };
          if (own) headers['x-fund-client'] = 'web';
          if (origin !== undefined) headers['origin'] = origin === 'OWN' ? server.url : origin;
          const answer = await post(server, path, { ...goodInputs(ids)[path] }, headers);
          expect([path, type, origin, own, answer.status]).toEqual([
            path,
            type,
            origin,
            own,
            type === 'application/json' ? 403 : 415,
          ]);
          tried += 1;
        }
      }
    }
  }
  expect(await rowCounts(fund.db)).toEqual(before);
  reportFault({ fault: 'A11', tried: `${tried} requests as another site would send them`, lost: 'no effect' });
});

test('no other method and no request that the browser marks as foreign is carried out', async () => {
  const { fund, ids, server } = await almightySession();
  const token = await sessionOf(fund, 'p-chair');
  const before = await rowCounts(fund.db);
  let tried = 0;
  for (const path of MUTATIONS) {
    for (const site of ['cross-site', 'same-site']) {
      const headers = { 'content-type': 'application/json', 'x-fund-client': 'web', 'sec-fetch-site': site };
      const answer = await post(server, path, goodInputs(ids)[path], { ...headers, cookie: `fund-session=${token}` });
      expect(answer.status).toBe(403);
      tried += 1;
    }
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']) {
      const query = encodeURIComponent(JSON.stringify(goodInputs(ids)[path]));
      const answer = await fetch(`${server.url}/api/trpc/${path}?input=${query}`, {
        method,
        headers: { 'content-type': 'application/json', 'x-fund-client': 'web', cookie: `fund-session=${token}` },
      });
      expect(answer.status).toBe(405);
      tried += 1;
    }
  }
  expect(await rowCounts(fund.db)).toEqual(before);
  reportFault({ fault: 'A11', tried: `${tried} requests with other methods or marked as foreign`, lost: 'no effect' });
});

test('the same mutations go through for our own page: the refusals above are the guard’s', async () => {
  const { fund, ids, server } = await almightySession();
  const token = await sessionOf(fund, 'p-chair');
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'x-fund-client': 'web',
    origin: server.url,
    'sec-fetch-site': 'same-origin',
    cookie: `fund-session=${token}`,
  };
  const input = { ...goodInputs(ids)['pools.create'], idempotencyKey: randomUUID() };
  expect((await post(server, 'pools.create', input, headers)).status).toBe(200);
});
