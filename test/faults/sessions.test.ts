import { readFileSync } from 'node:fs';
import { openTestFund, sessionOf, type TestFund } from '@dcc/server/testing/test-fund';
import { clientHeaders, post, startTestServer, type TestServer } from '@dcc/server/testing/test-server';
import { expect, test } from 'vitest';
import { reportFault } from './report.ts';

const CREDENTIALS = { email: 'administrator@demo.invalid', password: 'invented for show' };
const TOKEN = /^fund-session=([\w-]{43}); Path=\/; HttpOnly; SameSite=Strict$/u;
let checks = 0;

async function signIn(server: TestServer, headers = clientHeaders()) {
  const answer = await post(server, 'session.signIn', CREDENTIALS, headers);
  expect(answer.status).toBe(200);
  const cookie = answer.headers.get('set-cookie') ?? '';
  return { ...answer, cookie, token: TOKEN.exec(cookie)?.[1] ?? '' };
}

async function whoIs(server: TestServer, token: string): Promise<string | null> {
  checks += 1;
  const { text } = await post(server, 'session.current', {}, clientHeaders(token));
  return (JSON.parse(text) as { result: { data: { person: { id: string } | null } } }).result.data.person?.id ?? null;
}

test('the cookie is out of reach of scripts, other sites and plain text', async () => {
  const fund = await openTestFund();
  const plain = await startTestServer(fund.shell);
  expect((await signIn(plain)).cookie).toMatch(TOKEN);
  const secure = await startTestServer(fund.shell, { publicUrl: 'https://fund.example.org' });
  const { cookie } = await signIn(secure);
  expect(cookie).toMatch(/^__Host-fund-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/u);
});

test('a token that was set before signing in is never taken over, and the old session ends', async () => {
  const fund = await openTestFund();
  const server = await startTestServer(fund.shell);
  const fixed = 'A'.repeat(43);
  const first = await signIn(server, clientHeaders(fixed));
  expect(first.token).not.toBe(fixed);
  expect(await whoIs(server, fixed)).toBeNull();
  const second = await signIn(server, clientHeaders(first.token));
  expect(second.token).not.toBe(first.token);
  expect(await whoIs(server, first.token)).toBeNull();
  expect(await whoIs(server, second.token)).toBe('p-administrator');
});

test('a token is worth nothing after signing out, and the browser is told to forget', async () => {
  const fund = await openTestFund();
  const server = await startTestServer(fund.shell);
  const { token } = await signIn(server);
  const out = await post(server, 'session.signOut', {}, clientHeaders(token));
  expect(out.headers.get('set-cookie')).toMatch(/^fund-session=; Path=\/; Expires=Thu, 01 Jan 1970 00:00:00 GMT/u);
  expect(out.headers.get('clear-site-data')).toBe('"cache", "cookies", "storage"');
  expect(await whoIs(server, token)).toBeNull();
});

test('a session ends after 30 idle minutes and after 12 hours at the latest', async () => {
  const fund = await openTestFund();
  const server = await startTestServer(fund.shell);
  const at = (minutes: number): void => fund.setTime(new Date(Date.UTC(2026, 10, 22, 12, minutes)).toISOString());
  const { token } = await signIn(server);
  at(29);
  expect(await whoIs(server, token)).toBe('p-administrator');
  at(58);
  expect(await whoIs(server, token)).toBe('p-administrator');
  at(88);
  expect(await whoIs(server, token)).toBeNull();
  at(60);
  expect(await whoIs(server, token)).toBeNull();
  const busy = await signIn(server);
  for (let minute = 80; minute < 60 + 720; minute += 20) {
    at(minute);
    expect(await whoIs(server, busy.token)).toBe('p-administrator');
  }
  at(60 + 720);
  expect(await whoIs(server, busy.token)).toBeNull();
});

type Change = readonly [name: string, change: (fund: TestFund) => Promise<unknown>];
const personId = 'p-member';
const idempotencyKey = '7d8f2c9e-4b53-4c7e-9a51-0c9d7b1f6a10';
const CHANGES: readonly Change[] = [
  [
    'another role',
    (fund) =>
      fund.as('administrator').people.setRoles({
        idempotencyKey,
        personId,
        roles: ['auditor'],
        organizationId: null,
        contributorId: null,
      }),
  ],
  ['disabling', (fund) => fund.as('administrator').people.setDisabled({ idempotencyKey, personId, disabled: true })],
  [
    'a new password',
    (fund) =>
      fund
        .as('member')
        .session.changePassword({ currentPassword: 'invented for show', newPassword: 'seven quiet herons over' }),
  ],
];
test.each(CHANGES)('every session of a person dies with %s', async (_name, change) => {
  const fund = await openTestFund();
  const server = await startTestServer(fund.shell);
  const tokens = [await sessionOf(fund, personId), await sessionOf(fund, personId)];
  const other = await sessionOf(fund, 'p-auditor');
  for (const token of tokens) expect(await whoIs(server, token)).toBe(personId);
  await change(fund);
  for (const token of tokens) expect(await whoIs(server, token)).toBeNull();
  expect(await whoIs(server, other)).toBe('p-auditor');
});

test('a role that is taken away in the database counts at the next request', async () => {
  const fund = await openTestFund();
  const server = await startTestServer(fund.shell);
  const token = await sessionOf(fund, personId);
  expect((await post(server, 'overview.get', {}, clientHeaders(token))).status).toBe(200);
  await fund.db.write.deleteFrom('person_role').where('person_id', '=', personId).execute();
  expect((await post(server, 'overview.get', {}, clientHeaders(token))).status).toBe(403);
});

test('no usable token stands in the database, in an answer, in the log or in an address', async () => {
  const fund = await openTestFund();
  const server = await startTestServer(fund.shell);
  const { token, text } = await signIn(server);
  for (const path of ['session.current', 'people.list', 'overview.get'])
    expect((await post(server, path, {}, clientHeaders(token))).text).not.toContain(token);
  await fund.shell.db.close();
  expect(token).toHaveLength(43);
  expect(text).not.toContain(token);
  expect(server.log()).not.toContain(token);
  expect(server.log()).not.toContain(CREDENTIALS.password);
  expect(server.log()).not.toContain(CREDENTIALS.email);
  const file = readFileSync(fund.file, 'latin1');
  expect(file).not.toContain(token);
  expect(file).not.toContain(CREDENTIALS.password);
  expect(file).not.toContain(Buffer.from(token, 'base64url').toString('latin1'));
  reportFault({
    fault: 'A10',
    tried: `${checks} uses of sessions that began, ended, idled, aged or were fixed`,
    lost: 'no token told, none outlived its end',
  });
});
