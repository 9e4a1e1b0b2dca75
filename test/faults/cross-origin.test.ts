import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { goodInputs, PROCEDURES } from '@dcc/server/testing/procedures';
import { demoIds } from '@dcc/server/testing/real-ids';
import { openTestFund, rowCounts, sessionOf } from '@dcc/server/testing/test-fund';
import { clientHeaders, post, startTestServer } from '@dcc/server/testing/test-server';
import { chromium } from '@playwright/test';
import { expect, onTestFinished, test } from 'vitest';
import { findBrowser } from '../../scripts/find-browser.ts';
import { reportFault } from './report.ts';

/** A page of another site, served on another port of another name of this machine. */
async function serveForeignPage(): Promise<string> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>Elsewhere</title><body></body>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

test('a page of another site, in the browser of a signed-in chair, has no effect and reads nothing', async () => {
  const fund = await openTestFund();
  const server = await startTestServer(fund.shell);
  const foreign = await serveForeignPage();
  const ids = await demoIds(fund.as('auditor'));
  const token = await sessionOf(fund, 'p-secretariat');
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: [...root, '--disable-quic', '--no-first-run'],
  });
  onTestFinished(() => browser.close());
  const context = await browser.newContext();
  // Laxer than our own cookie, so that the guard is tried and not the cookie alone.
  await context.addCookies([{ name: 'fund-session', value: token, url: server.url, httpOnly: true, sameSite: 'Lax' }]);
  const page = await context.newPage();
  await page.goto(foreign);
  const before = await rowCounts(fund.db);
  const mutations = PROCEDURES.filter(({ type }) => type === 'mutation').map(({ path }) => ({
    address: `${server.url}/api/trpc/${path}`,
    body: JSON.stringify(goodInputs(ids)[path]),
  }));
  const read = await page.evaluate(async (targets) => {
    const readable: string[] = [];
    const attempts: RequestInit[] = [
      { headers: { 'content-type': 'text/plain' } },
      { headers: { 'content-type': 'application/json' } },
      { headers: { 'content-type': 'application/json', 'x-fund-client': 'web' } },
      { headers: { 'content-type': 'text/plain' }, mode: 'no-cors' },
    ];
    for (const { address, body } of targets) {
      for (const attempt of attempts) {
        const answer = await fetch(address, { method: 'POST', credentials: 'include', body, ...attempt }).catch(
          () => null,
        );
        if (answer !== null && answer.type !== 'opaque') readable.push(`${address}: ${answer.status}`);
      }
      navigator.sendBeacon(address, body);
      const image = new Image();
      image.src = `${address}?input=${encodeURIComponent(body)}`;
    }
    return readable;
  }, mutations);
  expect(read).toEqual([]);
  // A form that is really sent, and followed.
  await page.evaluate(
    (target) => {
      const form = document.createElement('form');
      form.method = 'post';
      form.action = target.address;
      form.enctype = 'text/plain';
      const field = document.createElement('input');
      field.name = target.body.slice(0, -1);
      field.value = '}';
      form.append(field);
      document.body.append(form);
      form.submit();
    },
    mutations.find(({ address }) => address.endsWith('pools.create')) ?? { address: '', body: '' },
  );
  await page.waitForURL(/pools\.create/u);
  expect(await page.textContent('body')).toContain('UNSUPPORTED_MEDIA_TYPE');
  expect(await rowCounts(fund.db)).toEqual(before);
  // Nor is our page shown inside another.
  const framed = await fetch(server.url);
  expect(framed.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect((await post(server, 'session.current', {}, clientHeaders(token))).text).toContain('p-secretariat');
  reportFault({
    fault: 'A11',
    tried: `a real page of another site in Chromium: ${mutations.length * 6 + 1} fetches, beacons, images and a form`,
    lost: 'no effect, nothing read',
  });
});
