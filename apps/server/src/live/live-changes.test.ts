import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import express from 'express';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { actorOf, beginSession, closeSession } from '../auth/session.ts';
import { demoActor, openTestFund, type TestFund } from '../testing/test-fund.ts';
import { clientHeaders, startTestServer } from '../testing/test-server.ts';
import { liveChanges } from './live-changes.ts';

/** What a stream has said so far, and whether it has ended. */
async function listen(url: string, token: string) {
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const response = await fetch(url, { headers: clientHeaders(token), signal: stop.signal });
  const heard = { status: response.status, type: response.headers.get('content-type'), said: '', ended: false };
  void (async () => {
    const decoder = new TextDecoder();
    for await (const part of response.body ?? []) heard.said += decoder.decode(part as Uint8Array, { stream: true });
    heard.ended = true;
  })().catch(() => undefined);
  return heard;
}

const pledge = (fund: TestFund, reference: string) =>
  fund.as('secretariat').contributions.pledge.record({
    idempotencyKey: crypto.randomUUID(),
    contributorId: 'c-aurelia',
    poolId: 'e-ldc',
    reference,
    currency: 'USD',
    amount: '10.00',
    pledgedOn: fund.shell.now().toISOString().slice(0, 10),
    description: '',
  });

test('open pages hear within a second that something was recorded, and not what', async () => {
  const fund = await openTestFund();
  const server = await startTestServer(fund.shell);
  const heard = await listen(`${server.url}/api/live`, await beginSession(fund.shell, demoActor('member').personId));
  expect(heard).toMatchObject({ status: 200, type: 'text/event-stream; charset=utf-8' });
  await sleep(700);
  expect(heard.said).toBe('retry: 1000\n\n');
  await pledge(fund, 'LIVE-1');
  await expect.poll(() => heard.said, { timeout: 1000 }).toBe('retry: 1000\n\ndata: recorded\n\n');
  await pledge(fund, 'LIVE-2');
  await expect.poll(() => heard.said, { timeout: 1000 }).toBe('retry: 1000\n\ndata: recorded\n\ndata: recorded\n\n');
});

test('a page hears at once of what was recorded while it was opening, and of nothing older', async () => {
  const fund = await openTestFund();
  const server = await startTestServer(fund.shell);
  const token = await beginSession(fund.shell, demoActor('member').personId);
  await pledge(fund, 'LIVE-3');
  const recorded = fund.shell.now().getTime();
  fund.setTime(new Date(recorded + 10_000).toISOString());
  const sure = await listen(`${server.url}/api/live?reading=1000`, token);
  const unsure = await listen(`${server.url}/api/live?reading=60000`, token);
  await expect.poll(() => unsure.said, { timeout: 1000 }).toBe('retry: 1000\n\ndata: recorded\n\n');
  expect(sure.said).toBe('retry: 1000\n\n');
});

test('nothing is missed between the opening of a stream and the first look', async () => {
  const fund = await openTestFund();
  const server = await startTestServer(fund.shell);
  const token = await beginSession(fund.shell, demoActor('member').personId);
  const heard = await listen(`${server.url}/api/live`, token);
  await pledge(fund, 'LIVE-4');
  await expect.poll(() => heard.said, { timeout: 1000 }).toContain('data: recorded');
});

test('whoever is not signed in hears nothing', async () => {
  const fund = await openTestFund();
  const server = await startTestServer(fund.shell);
  expect((await listen(`${server.url}/api/live`, 'A'.repeat(43))).status).toBe(401);
  expect((await fetch(`${server.url}/api/live`)).status).toBe(401);
});

test('a stream ends with its session, and does not keep it alive', async () => {
  const fund = await openTestFund();
  const token = await beginSession(fund.shell, demoActor('member').personId);
  const context = { actor: await actorOf(fund.shell, token), token };
  const app = express().get(
    '/',
    liveChanges(fund.shell, pino({ level: 'silent' }), () => Promise.resolve(context), 100),
  );
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const heard = await listen(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, token);
  await expect.poll(() => heard.said, { timeout: 2000 }).toContain(': here');
  await closeSession(fund.shell, token);
  await expect.poll(() => heard.ended, { timeout: 2000 }).toBe(true);
  expect(heard.said).toContain('event: ended');
});
