import { openDatabase } from '@dcc/db/open-database';
import { openTestFund, testFund } from '@dcc/server/testing/test-fund';
import { clientHeaders, post, startTestServer, type TestServer } from '@dcc/server/testing/test-server';
import { expect, onTestFinished, test } from 'vitest';
import { reportFault } from './report.ts';

const GOOD = 'invented for show';
let tries = 0;

async function attempt(server: TestServer, email: string, password: string, headers: Record<string, string> = {}) {
  tries += 1;
  const answer = await post(server, 'session.signIn', { email, password }, { ...clientHeaders(), ...headers });
  const parsed = JSON.parse(answer.text) as { error?: { message: string } };
  return { ...answer, outcome: parsed.error?.message ?? 'signed in' };
}

const count = (outcomes: readonly { outcome: string }[], outcome: string): number =>
  outcomes.filter((each) => each.outcome === outcome).length;

test('of 64 tries at once five are looked at, whatever they claim about their address', async () => {
  const fund = await openTestFund();
  const server = await startTestServer(fund.shell);
  const emails = ['chair@demo.invalid', 'CHAIR@demo.invalid', ' chair@demo.invalid ', 'Chair@Demo.Invalid'];
  const outcomes = await Promise.all(
    Array.from({ length: 64 }, (_, index) =>
      attempt(server, emails[index % emails.length] ?? '', `guess ${index}`, {
        'x-forwarded-for': `10.0.0.${index}`,
        forwarded: `for=10.0.1.${index}`,
        'x-real-ip': `10.0.2.${index}`,
      }),
    ),
  );
  expect([count(outcomes, 'SignInFailed'), count(outcomes, 'TooManyAttempts')]).toEqual([5, 59]);
  const blocked = outcomes.find(({ outcome }) => outcome === 'TooManyAttempts');
  expect(blocked).toMatchObject({ status: 429 });
  expect(blocked?.text).toContain('"retryAfterSeconds":900');
  // Not even the right password is looked at before the window has passed.
  expect((await attempt(server, 'chair@demo.invalid', GOOD)).outcome).toBe('TooManyAttempts');
  // Others are not locked out.
  expect((await attempt(server, 'member@demo.invalid', GOOD)).outcome).toBe('signed in');

  // A restart forgets nothing: another program on the same file.
  const again = await openDatabase(`file:${fund.file}`);
  onTestFinished(() => again.close());
  const restarted = testFund(again, fund.file);
  const second = await startTestServer(restarted.shell);
  expect((await attempt(second, 'chair@demo.invalid', GOOD)).outcome).toBe('TooManyAttempts');
  restarted.setTime('2026-11-22T12:14:59.000Z');
  expect((await attempt(second, 'chair@demo.invalid', GOOD)).outcome).toBe('TooManyAttempts');
  restarted.setTime('2026-11-22T12:15:01.000Z');
  expect((await attempt(second, 'chair@demo.invalid', GOOD)).outcome).toBe('signed in');
  reportFault({
    fault: 'A7',
    tried: `${tries} tries at signing in, 64 of them at once`,
    lost: '5 of 64 looked at; a restart and X-Forwarded-For change nothing',
  });
});

test('one address spraying many accounts is stopped after a hundred tries in a day', async () => {
  const fund = await openTestFund();
  const server = await startTestServer(fund.shell);
  const at = fund.shell.now().toISOString();
  const rows = Array.from({ length: 98 }, (_, index) => ({ subject: 'address 127.0.0.1', at, id: `${index}` }));
  await fund.db.write.insertInto('sign_in_attempt').values(rows).execute();
  const outcomes = [];
  for (let index = 0; index < 5; index += 1)
    outcomes.push(await attempt(server, `nobody${index}@demo.invalid`, 'guess'));
  expect(outcomes.map(({ outcome }) => outcome)).toEqual([
    'SignInFailed',
    'SignInFailed',
    'TooManyAttempts',
    'TooManyAttempts',
    'TooManyAttempts',
  ]);
});

test('known, unknown and disabled accounts answer alike, to the letter and the header', async () => {
  const fund = await openTestFund();
  const server = await startTestServer(fund.shell);
  await fund.db.write.updateTable('person').set({ disabled: 1n }).where('id', '=', 'p-auditor').execute();
  const answers = [
    await attempt(server, 'member@demo.invalid', 'not the password'),
    await attempt(server, 'nobody@demo.invalid', 'not the password'),
    await attempt(server, 'auditor@demo.invalid', GOOD),
    await attempt(server, 'command-line', GOOD),
    await attempt(server, 'nul\u0000byte@demo.invalid', GOOD),
  ];
  const shown = answers.map(({ status, text, headers }) => ({
    status,
    text,
    headers: [...headers].filter(([name]) => name !== 'date'),
  }));
  for (const answer of shown) expect(answer).toEqual(shown[0]);
  expect(shown[0]?.status).toBe(400);
});
