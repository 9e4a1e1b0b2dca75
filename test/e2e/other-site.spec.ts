import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { call, openAs } from './people.ts';
import { fund, type RunningFund, startFund } from './server.ts';

// A page on another origin tries, in a browser that is signed in, everything a browser lets a page try.

let running: RunningFund;
let evil: Server;

test.beforeAll(async () => {
  running = await startFund();
  evil = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>Another site</title><body></body>');
  });
  await new Promise<void>((resolve) => {
    evil.listen(0, '127.0.0.1', resolve);
  });
});

test.afterAll(async () => {
  evil.closeAllConnections();
  await new Promise((resolve) => {
    evil.close(resolve);
  });
  await running.stop();
});

/** Another port of the same host is another origin, though the same site; another name of the host is another site too. */
function places(): readonly string[] {
  const { port } = evil.address() as AddressInfo;
  return [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
}

/** A form that would be accepted if it came from the program's own page. */
function contributor(name: string) {
  return {
    idempotencyKey: crypto.randomUUID(),
    name,
    type: 'ngo',
    countryCode: null,
  };
}

type Attempt = {
  readonly url: string;
  readonly body: string;
  readonly mode: RequestMode;
  readonly headers: Record<string, string>;
};

/** Sends one request from the page and tells whether anything of the answer could be read. */
async function attempt(page: Page, tried: Attempt): Promise<string> {
  return page.evaluate(async ({ url, body, mode, headers }) => {
    try {
      const answer = await fetch(url, { method: 'POST', mode, credentials: 'include', headers, body });
      return answer.type === 'opaque' ? 'opaque' : `read ${answer.status}`;
    } catch {
      return 'blocked';
    }
  }, tried);
}

/** Sends a form to a new window, so that the page stays. */
async function submitForm(page: Page, url: string, encoding: string, body: string): Promise<void> {
  const opened = page.waitForEvent('popup');
  await page.evaluate(
    ({ action, enctype, text }) => {
      const form = Object.assign(document.createElement('form'), { action, enctype, method: 'post', target: '_blank' });
      // As text/plain the name and the value are joined by one "=": the body is JSON all the same.
      const middle = text.lastIndexOf('"');
      const field = Object.assign(document.createElement('input'), {
        name: enctype === 'text/plain' ? `${text.slice(0, middle)},"x":"` : text,
        value: enctype === 'text/plain' ? '"}' : '',
      });
      form.append(field);
      document.body.append(form);
      form.submit();
      form.remove();
    },
    { action: url, enctype: encoding, text: body },
  );
  const popup = await opened;
  await popup.waitForLoadState();
  await popup.close();
}

async function victim(browser: Browser, place: string): Promise<Page> {
  const page = await openAs(browser, running.address, 'secretariat');
  await page.goto(`${running.address}/password`);
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
  const lured = await page.context().newPage();
  await lured.goto(place);
  return lured;
}

test('nothing that another site sends has any effect', async ({ browser }) => {
  const url = `${running.address}/api/trpc/contributors.create`;
  const outcomes: string[] = [];
  let tried = 0;
  for (const place of places()) {
    const page = await victim(browser, place);
    const body = () => JSON.stringify(contributor(`Forged ${(tried += 1)}`));
    for (const mode of ['cors', 'no-cors'] as const) {
      for (const headers of [
        { 'content-type': 'application/json', 'x-fund-client': 'web' },
        { 'content-type': 'application/json' },
        { 'content-type': 'text/plain' },
        { 'content-type': 'application/x-www-form-urlencoded' },
      ])
        outcomes.push(await attempt(page, { url, mode, headers, body: body() }));
    }
    for (const encoding of ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']) {
      await submitForm(page, url, encoding, body());
      outcomes.push('sent');
    }
    // What needs only an address: an image, and a visit.
    const visit = `${url}?input=${encodeURIComponent(body())}`;
    await page.evaluate(
      (source) =>
        new Promise((resolve) => {
          const image = new Image();
          image.addEventListener('error', resolve);
          image.src = source;
        }),
      visit,
    );
    await page.goto(visit);
    await page.context().close();
  }
  console.log(
    `from another site: ${tried} forged requests tried, answers readable: ${outcomes.filter((one) => one.startsWith('read')).length}`,
  );
  expect(outcomes.filter((one) => one.startsWith('read'))).toEqual([]);

  const secretariat = await openAs(browser, running.address, 'secretariat');
  await secretariat.goto(`${running.address}/contributors`);
  await expect(secretariat.getByRole('link', { name: 'Aurelia' })).toBeVisible();
  await expect(secretariat.getByText(/Forged/u)).toHaveCount(0);
  // The same request from the program's own page is what they would have been.
  const own = await call(secretariat.request, running.address, 'contributors.create', contributor('Not forged'));
  expect(own.status()).toBe(200);
  await secretariat.reload();
  await expect(secretariat.getByRole('link', { name: 'Not forged' })).toBeVisible();
  await secretariat.context().close();
  expect(await fund(running.databaseUrl, ['verify'])).toContain('everything holds');
});

test('another site cannot show the program in a frame', async ({ browser }) => {
  const page = await victim(browser, places()[0] ?? '');
  await page.evaluate((address) => {
    const frame = document.createElement('iframe');
    frame.src = address;
    document.body.append(frame);
  }, running.address);
  await expect.poll(() => page.frames().length).toBe(2);
  await expect.poll(() => page.frames()[1]?.url()).not.toBe('about:blank');
  await expect(page.frameLocator('iframe').getByRole('heading', { name: /fund/iu })).toHaveCount(0);
  await page.context().close();
});
