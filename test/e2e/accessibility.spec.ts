import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { call, type DemoRole, failOnComplaints, openAs } from './people.ts';
import { type RunningFund, startFund } from './server.ts';

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let running: RunningFund;
let chair: Page;
/** Ids of one record of each kind, for the routes that need one. */
const ids: Record<string, string> = {};

type Listed = { readonly result: { readonly data: { readonly rows: readonly { readonly id: string }[] } } };

async function firstId(procedure: string, input: object): Promise<string> {
  const answer = (await (await call(chair.request, running.address, procedure, input)).json()) as Listed;
  return answer.result.data.rows[0]?.id ?? '';
}

type Named = { readonly id: string; readonly reference: string };

async function committeeList<T>(procedure: string): Promise<T> {
  const answer = (await (await call(chair.request, running.address, procedure, {})).json()) as {
    readonly result: { readonly data: T };
  };
  return answer.result.data;
}

test.beforeAll(async ({ browser }) => {
  running = await startFund();
  chair = await openAs(browser, running.address, 'chair');
  ids['/contributions/$id'] = await firstId('contributions.list', { text: 'BOR-2026' });
  ids['/positions/$id'] = await firstId('positions.list', { text: 'Youth participation' });
  ids['/ledger/$id'] = await firstId('ledger.list', { filter: { kinds: ['deposit'] } });
  const { meetings } = await committeeList<{ meetings: Named[] }>('meetings.list');
  ids['/meetings/$id'] = meetings.find(({ reference }) => reference === 'SCM-2026-2')?.id ?? '';
  ids['/meetings/$id/pack'] = ids['/meetings/$id'];
  ids['/meetings/$id/show'] = ids['/meetings/$id'];
  const { pending } = await committeeList<{ pending: Named[] }>('decisions.list');
  ids['/decisions/$id'] = pending[0]?.id ?? '';
  ids['/contributors/$id'] = 'c-aurelia';
  ids['/figures/$id'] = 'free';
  ids['/vacancies/$id'] = 'v-labour';
  ids['/rounds/$id'] = 'r-2027';
});

test.afterAll(async () => {
  await running.stop();
});

/** No violation of the standards in the page as it stands. */
async function expectNoViolation(page: Page, where: string): Promise<void> {
  const { violations, passes } = await new AxeBuilder({ page })
    .withTags(STANDARDS)
    // There are no frames, and nothing but violations is read: both spare much time.
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'], preload: false })
    .analyze();
  expect(passes.length, `axe looked at ${where}`).toBeGreaterThan(10);
  const found = violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    elements: nodes
      .slice(0, 4)
      .map((node) => `${node.html.slice(0, 160)} — ${node.failureSummary?.split('\n')[1] ?? ''}`),
  }));
  expect.soft(found, where).toEqual([]);
}

type Scheme = 'light' | 'dark';

/** Wide in the given colours, and on a phone: one load, since a page follows its window. */
async function expectAccessible(
  page: Page,
  where: string,
  phone: Scheme,
  wide: readonly Scheme[] = ['light', 'dark'],
): Promise<void> {
  await page.setViewportSize(WIDE);
  for (const colorScheme of wide) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectNoViolation(page, `${where}, wide, ${colorScheme}`);
  }
  await page.setViewportSize(PHONE);
  await page.emulateMedia({ colorScheme: phone, reducedMotion: 'reduce' });
  await expectNoViolation(page, `${where}, phone, ${phone}`);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(beyond, `${where} scrolls sideways on a phone`).toBeLessThanOrEqual(0);
  await page.setViewportSize(WIDE);
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Opens an address and waits until it stands. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(running.address + path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** Every route, and the roles it is looked at with: the first in all colours, the others for what they see differently. */
const ROUTES: Readonly<Record<string, readonly DemoRole[]>> = {
  '/': ['chair'],
  '/figures/$id': ['chair'],
  '/giving': ['chair'],
  '/allocation': ['chair'],
  '/forecast': ['chair'],
  '/performance': ['secretariat', 'member'],
  '/statement': ['chair'],
  '/books': ['chair'],
  '/years': ['chair', 'secretariat'],
  '/contributions': ['chair', 'contributor', 'auditor'],
  '/contributions/$id': ['chair'],
  '/contributors': ['chair'],
  '/contributors/$id': ['chair', 'contributor'],
  '/movements': ['chair', 'secretariat'],
  '/rates': ['chair'],
  '/ledger': ['chair'],
  '/ledger/$id': ['chair'],
  '/positions': ['chair'],
  '/positions/$id': ['chair'],
  '/rounds': ['secretariat'],
  '/rounds/$id': ['chair', 'secretariat'],
  '/criteria': ['secretariat'],
  '/eligibility': ['secretariat'],
  '/vacancies': ['secretariat', 'member'],
  '/my-positions': ['contributor'],
  '/vacancies/$id': ['secretariat', 'member'],
  '/committee': ['secretariat', 'chair'],
  '/meetings': ['secretariat'],
  '/meetings/$id': ['chair', 'member'],
  '/meetings/$id/pack': ['member'],
  '/meetings/$id/show': ['chair'],
  '/decisions': ['secretariat'],
  '/decisions/$id': ['chair', 'auditor'],
  '/people': ['administrator', 'auditor', 'member'],
  '/password': ['chair'],
  '/style': ['administrator'],
};

test('every route of the router is looked at', async () => {
  const files = ['router.tsx', 'root-routes.tsx', 'committee-routes.ts'].map((name) =>
    readFile(join(import.meta.dirname, '../../apps/web/src/app', name), 'utf8'),
  );
  const routes = (await Promise.all(files)).join('');
  const paths = new Set(Array.from(routes.matchAll(/\bpath: '([^']+)'/gu), (match) => match[1]));
  // `$` is every address that leads nowhere; it has its own test below, as signing in has.
  expect(paths).toEqual(new Set([...Object.keys(ROUTES), '/sign-in', '$']));
});

test('signing in', async ({ page }) => {
  failOnComplaints(page);
  await open(page, '/sign-in');
  await expectAccessible(page, '/sign-in', 'dark');
  await page.getByLabel('E-mail address').fill('nobody@example.org');
  await page.getByLabel('Password').fill('no such password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expectNoViolation(page, '/sign-in, refused');
});

for (const [index, [path, roles]] of Object.entries(ROUTES).entries()) {
  for (const [place, role] of roles.entries()) {
    test(`${path} as ${role}`, async ({ browser }) => {
      const page = role === 'chair' ? chair : await openAs(browser, running.address, role);
      await open(page, path.replace('$id', ids[path] ?? ''));
      if (path === '/') await expect(page.getByRole('figure')).toHaveCount(8);
      const phone = index % 2 === 0 ? 'dark' : 'light';
      await expectAccessible(page, `${path} as ${role}`, phone, place === 0 ? ['light', 'dark'] : ['light']);
      if (role !== 'chair') await page.context().close();
    });
  }
}

test('the statement in columns, turned, and without what waits', async () => {
  for (const search of [
    'by=year&knownOn=2026-06-30',
    'by=contributor',
    'by=organization&from=2024-01-01&certified=only',
  ]) {
    await open(chair, `/statement?${search}`);
    await expectAccessible(chair, `statement, ${search}`, 'light');
  }
});

test('the two books with a host opened, interim and differing', async () => {
  for (const search of ['host=o-fairwork', 'host=o-oceans&knownOn=2026-06-30']) {
    await open(chair, `/books?${search}`);
    await expectAccessible(chair, `books, ${search}`, 'dark');
  }
});

test('looking at a past day, and choosing one', async () => {
  await open(chair, '/contributions?asOf=2025-06-30&knownOn=2025-07-15');
  await chair.getByRole('button', { name: /^As of / }).click();
  await expect(chair.getByRole('link', { name: '31 Dec 2025' })).toBeVisible();
  await expectAccessible(chair, 'a past day, choosing another', 'dark');
});

/** The least contrast of any words in the charts with the page behind them. axe cannot tell for words in a drawing. */
function leastContrastInCharts(page: Page): Promise<number> {
  return page.evaluate(() => {
    // Relative luminance as WCAG 2.2 defines it.
    const luminance = (colour: string): number => {
      const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/gu) ?? []).map((part) => {
        const share = Number(part) / 255;
        return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const paper = luminance(getComputedStyle(document.documentElement).backgroundColor);
    const words = Array.from(document.querySelectorAll('figure svg text, figure svg tspan'));
    return Math.min(
      ...words.map((word) => {
        const ink = luminance(getComputedStyle(word).fill);
        return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
      }),
    );
  });
}

test('the words in the charts stand out from the page', async () => {
  await open(chair, '/');
  await expect(chair.locator('figure .recharts-surface').first()).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await chair.emulateMedia({ colorScheme });
    const least = await leastContrastInCharts(chair);
    expect(least, colorScheme).toBeGreaterThan(4.5);
    expect(least, 'there are words').toBeLessThan(21);
  }
});

test('the charts as tables', async () => {
  await open(chair, '/');
  for (const figure of await chair.getByRole('figure').all())
    await figure.getByRole('button', { name: 'Table' }).click();
  await expectAccessible(chair, 'charts as tables', 'light');
});

test('an address that leads nowhere', async () => {
  await open(chair, '/no-such-page');
  await expectAccessible(chair, '/no-such-page', 'light');
});

async function fillAgreement(dialog: Locator): Promise<void> {
  await dialog.getByLabel('Contributor').selectOption({ index: 1 });
  await dialog.getByLabel('Pool').selectOption({ index: 1 });
  await dialog.getByLabel('Reference').fill('AXE-2026');
  await dialog.getByLabel('Currency').selectOption('CHF');
  await dialog.getByLabel('Due on').fill('2026-12-10');
  await dialog.getByRole('textbox', { name: 'Amount' }).fill('80000.00');
}

test('the form of an agreement: empty, refused, and what it will post', async () => {
  await open(chair, '/contributions');
  await chair.getByRole('button', { name: 'Sign an agreement' }).click();
  const dialog = chair.getByRole('dialog');
  await expectAccessible(chair, 'agreement', 'dark');
  await dialog.getByRole('button', { name: 'Check' }).click();
  await expect(dialog.getByLabel('Contributor')).toHaveAttribute('aria-invalid', 'true');
  await expectNoViolation(chair, 'agreement, with errors');
  await fillAgreement(dialog);
  await dialog.getByRole('button', { name: 'Check' }).click();
  await expect(dialog.getByRole('table', { name: 'What will be posted' })).toBeVisible();
  await expectAccessible(chair, 'agreement, preview', 'light');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expectNoViolation(chair, 'agreement, discard?');
  await dialog.getByRole('button', { name: 'Discard' }).click();
});

test('the form of an allocation: its pools, and what it will post', async () => {
  await open(chair, `/positions?${new URLSearchParams({ text: 'Climate finance' }).toString()}`);
  await chair.getByRole('main').getByRole('link', { name: 'Climate finance analyst' }).click();
  await chair.getByRole('button', { name: 'Allocate' }).click();
  const dialog = chair.getByRole('dialog');
  await dialog.getByLabel('Reference of the decision').fill('SC-AXE');
  await dialog.getByRole('button', { name: 'Remove this amount from year 2' }).click();
  await dialog.getByRole('combobox', { name: 'Pool' }).selectOption({ index: 3 });
  await dialog.getByRole('textbox', { name: 'Amount' }).fill('1000.00');
  await expectAccessible(chair, 'allocation', 'light');
  await dialog.getByRole('button', { name: 'Check' }).click();
  await expect(dialog.getByRole('table', { name: 'What will be posted' })).toBeVisible();
  await expectAccessible(chair, 'allocation, preview', 'dark');
});

test('the forms of movements: pools to draw on, cost components, a percentage and its preview', async ({ browser }) => {
  const page = await openAs(browser, running.address, 'secretariat');
  const dialog = page.getByRole('dialog');
  await open(page, '/movements?record=transfer-for-position');
  await dialog.getByRole('combobox', { name: 'Position' }).selectOption({ index: 1 });
  await expectAccessible(page, 'transfer', 'dark');
  await open(page, '/movements?record=organization-expenditure');
  await dialog.getByRole('button', { name: 'Add a component' }).click();
  await expectAccessible(page, 'expenditure by component', 'light');
  await open(page, '/movements?record=agent-fee');
  await dialog.getByRole('button', { name: 'Check' }).click();
  await expect(dialog.getByRole('table', { name: 'What will be posted' })).toBeVisible();
  await expectAccessible(page, 'agent fee, preview', 'dark');
  await page.context().close();
});

test('finding anything', async () => {
  await open(chair, '/password');
  await chair.keyboard.press('Control+k');
  await chair.getByRole('combobox', { name: 'Find anything' }).fill('bor');
  await expect(chair.getByRole('option', { name: /Borealis/u }).first()).toBeVisible();
  await expectAccessible(chair, 'palette', 'dark');
  await chair.getByRole('combobox', { name: 'Find anything' }).fill('zzzz');
  await expect(chair.getByText('Nothing found.')).toBeVisible();
  await expectNoViolation(chair, 'palette, nothing found');
});

test('the menu of a phone', async () => {
  await open(chair, '/password');
  await chair.setViewportSize(PHONE);
  await chair.getByRole('button', { name: 'Menu' }).click();
  await expect(chair.getByRole('navigation', { name: 'Screens' })).toBeVisible();
  await expectNoViolation(chair, 'menu of a phone');
  await chair.setViewportSize(WIDE);
});
