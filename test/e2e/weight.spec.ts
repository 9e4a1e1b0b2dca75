import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { BUILT, weights } from '../built-parts.ts';
import { failOnComplaints } from './people.ts';
import { type RunningFund, startFund } from './server.ts';

/** What a page may weigh, in compressed bytes of JavaScript. */
const LIMITS = { firstView: 250_000, furtherRoute: 150_000 } as const;
test('the first view weighs at most 250 kB', () => {
  expect(weights().firstView).toBeGreaterThan(100_000);
  expect(weights().firstView).toBeLessThanOrEqual(LIMITS.firstView);
});

test('each further route adds at most 150 kB, its charts included', () => {
  const { pages } = weights();
  expect(pages.size).toBeGreaterThan(25);
  for (const [page, weight] of pages) expect.soft(weight, page).toBeLessThanOrEqual(LIMITS.furtherRoute);
});

test('a browser is sent no more than that, as small as the build has made it', async ({ page }) => {
  const running: RunningFund = await startFund();
  failOnComplaints(page);
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script')
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  const program = page.waitForResponse((response) => response.url().includes('/assets/index-'));
  await page.goto(`${running.address}/sign-in`);
  await expect(page.getByLabel('Password')).toBeVisible();
  // What stands in the page before the program is there is what it will say.
  const heading = await page.getByRole('heading', { level: 1 }).innerText();
  expect(readFileSync(join(BUILT, 'index.html'), 'utf8')).toContain(`<h1>${heading}</h1>`);
  expect((await program).headers()).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' });
  const sent = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(sent).toBeGreaterThan(50_000);
  expect(sent).toBeLessThanOrEqual(weights().firstView);
  await page.context().close();
  await running.stop();
});
