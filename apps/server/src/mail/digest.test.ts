import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { readdirSync, readFileSync } from 'node:fs';
import { DEMO_PEOPLE } from '@dcc/demo-fund/people';
import { DEMO_VACANCIES } from '@dcc/demo-fund/vacancies';
import { date } from '@dcc/domain/calendar-date';
import { expect, onTestFinished, test } from 'vitest';
import { sendDigests } from '../features/overview/digest.ts';
import { openTestFund, testFolder } from '../testing/test-fund.ts';
import { bySmtp, toFiles } from './mail.ts';

const DAY = date('2026-11-22');
const ADDRESS = 'https://fund.example.org';

/** The people for whose roles something waits in the demonstration fund; for the others there is nothing to do. */
const READERS = DEMO_PEOPLE.filter(({ roles }) =>
  roles.some((role) => ['member', 'chair', 'secretariat', 'certifier'].includes(role)),
).map(({ email }) => email);
const ALL = READERS.length;

type Mail = { readonly from: string; readonly to: string; readonly content: string };

/** A server that speaks as much SMTP (RFC 5321) as a mail takes; it refuses recipients that the test names. */
async function smtpServer(refused: readonly string[] = []): Promise<{ url: string; mails: Mail[] }> {
  const mails: Mail[] = [];
  const server = createServer((socket) => {
    let [from, to, content, inData] = ['', '', '', false];
    socket.setEncoding('utf8').write('220 test ESMTP\r\n');
    let rest = '';
    const hear = (line: string): string | null => {
      if (inData) {
        if (line !== '.') {
          content += `${line.replace(/^\./u, '')}\n`;
          return null;
        }
        inData = false;
        mails.push({ from, to, content });
        return '250 taken';
      }
      const [, address = ''] = /<([^>]*)>/u.exec(line) ?? [];
      if (/^MAIL/iu.test(line)) [from, content] = [address, ''];
      if (/^RCPT/iu.test(line)) {
        if (refused.includes(address)) return '550 nobody here';
        to = address;
      }
      if (/^DATA/iu.test(line)) {
        inData = true;
        return '354 go on';
      }
      if (/^QUIT/iu.test(line)) return '221 bye';
      return '250 ok';
    };
    socket.on('data', (part: string) => {
      const lines = (rest + part).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const answer = hear(line);
        if (answer !== null) socket.write(`${answer}\r\n`);
      }
    });
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, mails };
}

const FROM = 'The fund <fund@example.org>';

test('each person gets what waits for their roles, by SMTP, once a day', async () => {
  const fund = await openTestFund();
  const { url, mails } = await smtpServer();
  const send = (on = DAY) => sendDigests(fund.shell, on, ADDRESS, bySmtp(url, FROM));
  expect(await send()).toEqual({ sent: ALL, before: 0, nothing: 1, failed: [] });
  expect(mails.map(({ to }) => to).toSorted()).toEqual(READERS.toSorted());
  const of = (role: string): string => mails.find(({ to }) => to.startsWith(role))?.content ?? '';
  expect(mails[0]?.from).toBe('fund@example.org');
  expect(of('secretariat')).toContain('Auto-Submitted: auto-generated');
  expect(of('secretariat')).toMatch(/Message-ID: <digest-2026-11-22-p-secretariat@example\.org>/iu);
  const plain = (role: string): string => of(role).replaceAll('=\n', '').replaceAll('=3D', '=');
  expect(plain('secretariat')).toContain('Fisheries policy officer: the vacancy closes in 14 days, on 2026-12-06.');
  expect(plain('secretariat')).toContain(`${ADDRESS}/vacancies/v-fisheries`);
  expect(plain('certifier')).toContain('wait for certification');
  expect(plain('certifier')).not.toContain('Fisheries');
  expect(plain('member')).toContain('Climate finance analyst');
  expect(await send()).toEqual({ sent: 0, before: ALL, nothing: 1, failed: [] });
  expect(mails).toHaveLength(ALL);
  fund.setTime('2026-11-23T07:00:00.000Z');
  expect(await send(date('2026-11-23'))).toMatchObject({ sent: ALL, before: 0 });
});

test('no mail names a candidate, or anybody but its reader', async () => {
  const fund = await openTestFund();
  const { url, mails } = await smtpServer();
  await sendDigests(fund.shell, DAY, ADDRESS, bySmtp(url, FROM));
  const names = DEMO_VACANCIES.flatMap(({ candidates }) => candidates.map(({ name }) => name));
  for (const { content } of mails) {
    expect(names.filter((name) => content.includes(name))).toEqual([]);
    expect(DEMO_PEOPLE.filter(({ name }) => content.includes(name)).length).toBeLessThanOrEqual(1);
  }
});

test('what could not be handed over is said, and tried again by the next run', async () => {
  const fund = await openTestFund();
  const refusing = await smtpServer(['chair@demo.invalid']);
  const first = await sendDigests(fund.shell, DAY, ADDRESS, bySmtp(refusing.url, FROM));
  expect(first).toMatchObject({ sent: ALL - 1, failed: [expect.stringContaining('chair@demo.invalid')] });
  const taking = await smtpServer();
  expect(await sendDigests(fund.shell, DAY, ADDRESS, bySmtp(taking.url, FROM))).toMatchObject({
    sent: 1,
    before: ALL - 1,
  });
  expect(taking.mails.map(({ to }) => to)).toEqual(['chair@demo.invalid']);
});

test('without a server each mail is a file that a mail program opens', async () => {
  const fund = await openTestFund();
  const folder = testFolder();
  expect(await sendDigests(fund.shell, DAY, ADDRESS, toFiles(folder, FROM))).toMatchObject({ sent: ALL });
  const files = readdirSync(folder);
  expect(files).toContain('digest-2026-11-22-p-chair.eml');
  const text = readFileSync(`${folder}/digest-2026-11-22-p-chair.eml`, 'utf8');
  expect(text).toMatch(/^From: The fund <fund@example\.org>$/mu);
  expect(text).toMatch(/^To: chair@demo\.invalid$/mu);
});

test('somebody without access gets none, and a fund in which nothing waits sends none', async () => {
  const fund = await openTestFund();
  await fund.db.write.updateTable('person').set({ disabled: 1n }).where('id', '=', 'p-chair').execute();
  const { url, mails } = await smtpServer();
  await sendDigests(fund.shell, DAY, ADDRESS, bySmtp(url, FROM));
  expect(mails.map(({ to }) => to)).not.toContain('chair@demo.invalid');
  const empty = await openTestFund('real');
  expect(await sendDigests(empty.shell, DAY, ADDRESS, bySmtp(url, FROM))).toMatchObject({ sent: 0, failed: [] });
});
