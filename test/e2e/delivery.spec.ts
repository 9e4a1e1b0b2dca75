import { expect, type Page, type Response, test } from '@playwright/test';
import { laterFiles } from '../built-parts.ts';
import { failOnComplaints, openAs } from './people.ts';
import { type RunningFund, startFund } from './server.ts';

/** What may go over the line, in compressed bytes of script: to the first view, and for what the Overview adds to it, charts included. */
const LIMITS = { firstView: 250_000, overview: 150_000 } as const;

let running: RunningFund;

test.beforeAll(async () => {
  running = await startFund();
});

test.afterAll(async () => {
  await running.stop();
});

/** Remembers every answer a page gets. */
function collect(page: Page): Response[] {
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  return responses;
}

const isCode = (response: Response) => ['script', 'stylesheet'].includes(response.request().resourceType());
const isScript = (response: Response) => response.request().resourceType() === 'script';
const nameOf = (response: Response) => new URL(response.url()).pathname.slice(1);

/** What went over the line for these answers: their bodies as they were sent, compressed. */
async function sent(responses: readonly Response[]): Promise<number> {
  const sizes = await Promise.all(responses.map((response) => response.request().sizes()));
  return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
}

test('the sign-in page needs little code', async ({ page }, { annotations }) => {
  failOnComplaints(page);
  const responses = collect(page);
  await page.goto(running.address, { waitUntil: 'networkidle' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const code = responses.filter(isScript);
  const charts = laterFiles('overview-page');
  expect(code.map(nameOf).filter((name) => charts.has(name))).toEqual([]);
  const bytes = await sent(code);
  annotations.push({ type: 'script of the sign-in page', description: `${bytes} bytes in ${code.length} files` });
  expect(bytes).toBeGreaterThan(100_000);
  expect(bytes).toBeLessThanOrEqual(LIMITS.firstView);
});

test('the overview adds little code, and fetches that of its charts apart', async ({ browser }, { annotations }) => {
  const context = await browser.newContext();
  const first = await context.newPage();
  const before = collect(first);
  await first.goto(running.address, { waitUntil: 'networkidle' });
  const known = new Set(before.filter(isScript).map(nameOf));
  await context.close();
  const page = await openAs(browser, running.address, 'member');
  const responses = collect(page);
  // Signed in, a page listens for ever; it is there with the last of its charts.
  await page.goto(running.address);
  await expect(page.getByRole('figure')).toHaveCount(8);
  await expect(page.locator('.chart__body .skeleton')).toHaveCount(0, { timeout: 15_000 });
  const added = responses.filter((response) => isScript(response) && !known.has(nameOf(response)));
  const later = laterFiles('overview-page');
  const charts = added.filter((response) => later.has(nameOf(response)));
  const [bytes, chartBytes] = [await sent(added), await sent(charts)];
  annotations.push({ type: 'script of the overview', description: `${bytes} bytes, ${chartBytes} of them for charts` });
  // The library that draws is among them: without it this would say nothing.
  expect(chartBytes).toBeGreaterThan(80_000);
  expect(bytes).toBeLessThanOrEqual(LIMITS.overview);
  // Nothing of a chart stands in what the page itself names.
  const html = await (await page.request.get(running.address)).text();
  for (const name of later) expect(html).not.toContain(name);
  await page.context().close();
});

test('files named by their hash are compressed and kept for ever; pages and answers never', async ({ page }) => {
  const responses = collect(page);
  await page.goto(running.address, { waitUntil: 'networkidle' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const ours = responses.filter((response) => response.url().startsWith(running.address));
  const inFolder = (folder: string) => ours.filter((response) => new URL(response.url()).pathname.startsWith(folder));
  expect(inFolder('/assets/').length).toBeGreaterThan(3);
  for (const response of inFolder('/assets/')) {
    const headers = await response.allHeaders();
    expect(headers['cache-control'], response.url()).toBe('public, max-age=31536000, immutable');
    const length = (await response.body()).length;
    // Fonts are compressed already, and under a kilobyte there is nothing to gain.
    if (isCode(response) && length > 1024)
      expect(headers['content-encoding'], response.url()).toMatch(/^(?:br|gzip)$/u);
  }
  expect(inFolder('/api/').length).toBeGreaterThan(0);
  const documents = ours.filter((response) => response.request().resourceType() === 'document');
  for (const response of [...inFolder('/api/'), ...documents])
    expect((await response.allHeaders())['cache-control'], response.url()).toBe('no-store');
});

test('every answer forbids what the program does not need', async ({ page }) => {
  const answer = await page.goto(running.address);
  const headers = (await answer?.allHeaders()) ?? {};
  const policy = headers['content-security-policy'] ?? '';
  for (const rule of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
  ])
    expect(policy).toContain(rule);
  expect(policy).not.toContain('unsafe');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBe('no-referrer');
  expect(headers['x-powered-by']).toBeUndefined();
});

test('the browser keeps the session where no script can read it', async ({ browser }) => {
  const page = await openAs(browser, running.address, 'member');
  await page.goto(`${running.address}/password`);
  const [cookie, ...others] = await page.context().cookies();
  expect(others).toHaveLength(0);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
  expect(await page.evaluate(() => document.cookie)).toBe('');
  await page.context().close();
});
