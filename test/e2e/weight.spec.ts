import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { failOnComplaints } from './people.ts';
import { type RunningFund, startFund } from './server.ts';

/** What a page may weigh, in compressed bytes of JavaScript. */
const LIMITS = { firstView: 250_000, furtherRoute: 150_000 } as const;
const BUILT = join(import.meta.dirname, '../../apps/web/dist');

type Part = {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
};

const parts = new Map(
  Object.entries(JSON.parse(readFileSync(join(BUILT, '.vite/manifest.json'), 'utf8')) as Record<string, Part>),
);
const entry = [...parts.keys()].find((name) => parts.get(name)?.isEntry === true) ?? '';

/** A part and everything that comes with it; with `later`, also what it fetches once it is shown, such as its charts. */
function broughtBy(name: string, later: boolean, seen = new Set<string>()): Set<string> {
  const part = parts.get(name);
  if (part === undefined || seen.has(name)) return seen;
  seen.add(name);
  for (const next of part.imports ?? []) broughtBy(next, later, seen);
  // What the entry fetches later are the routes, each of which is looked at by itself.
  if (later && name !== entry) for (const next of part.dynamicImports ?? []) broughtBy(next, later, seen);
  return seen;
}

/** By gzip: a browser that takes brotli fetches about a tenth less. */
function weigh(names: ReadonlySet<string>): number {
  const files = Array.from(names, (name) => parts.get(name)?.file ?? '');
  return files
    .filter((file) => file.endsWith('.js'))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(BUILT, file))).length, 0);
}

const routes = [...(parts.get(entry)?.dynamicImports ?? [])].filter((name) => name.includes('-page.'));
const signInPage = routes.find((name) => name.includes('/sign-in-page.')) ?? '';
const firstView = broughtBy(signInPage, false, broughtBy(entry, false));

test('the first view weighs at most 250 kB', () => {
  expect(firstView.size).toBeGreaterThan(1);
  expect(weigh(firstView)).toBeLessThanOrEqual(LIMITS.firstView);
});

test('each further route adds at most 150 kB, its charts included', () => {
  expect(routes.length).toBeGreaterThan(25);
  for (const route of routes) {
    const further = new Set([...broughtBy(route, true)].filter((name) => !firstView.has(name)));
    expect.soft(weigh(further), route).toBeLessThanOrEqual(LIMITS.furtherRoute);
  }
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
  expect(sent).toBeLessThanOrEqual(weigh(firstView));
  await page.context().close();
  await running.stop();
});
