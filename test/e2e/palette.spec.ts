import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { closeWindows, type DemoRole, openAs } from './people.ts';
import { type RunningFund, startFund } from './server.ts';

// What the palette finds and begins: of everybody what they may open and do.

let running: RunningFund;

test.beforeAll(async () => {
  running = await startFund();
});

test.afterAll(async () => {
  await running.stop();
});

const option = (page: Page, name: string | RegExp): Locator => page.getByRole('option', { name });

async function open(browser: Browser, role: DemoRole, path: string): Promise<Page> {
  const page = await openAs(browser, running.address, role);
  await page.goto(`${running.address}${path}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return page;
}

async function find(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find anything' }).fill(text);
}

test('it begins what a person may do: the page opens with its form, and back leaves no form behind', async ({
  browser,
}) => {
  const page = await open(browser, 'secretariat', '/password');
  for (const [words, form] of [
    ['Record a pledge', 'Record a pledge'],
    ['Plan a round', 'Plan a round'],
    ['Plan a meeting', 'Plan a meeting'],
    ['Draft a decision', 'Draft a decision'],
    ['Bank charge', 'Bank charge'],
  ] as const) {
    await find(page, words);
    await expect(option(page, words)).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: form })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await closeWindows(running.address);
});

test('what is not theirs to do is not offered, nor anything that records while they look at the past', async ({
  browser,
}) => {
  const auditor = await open(browser, 'auditor', '/password');
  await find(auditor, 'record');
  await expect(auditor.getByRole('status').filter({ hasText: 'Nothing found' })).toBeVisible();
  const chair = await open(browser, 'chair', '/contributions?asOf=2025-12-31');
  await find(chair, 'record');
  await expect(chair.getByRole('status').filter({ hasText: 'Nothing found' })).toBeVisible();
  await closeWindows(running.address);
});

test('it finds hosts and pools, and lists what is theirs', async ({ browser }) => {
  const page = await open(browser, 'member', '/password');
  await find(page, 'Meridian');
  await option(page, /^Meridian Development Programme Host/u).click();
  await expect(page).toHaveURL(/\/positions\?organizationId=/u);
  await expect(page.getByRole('combobox', { name: 'Host' })).toHaveValue('o-meridian');
  await find(page, 'small island');
  await option(page, 'Small island States Pool').click();
  await expect(page).toHaveURL(/\/contributions\?poolId=/u);
  await closeWindows(running.address);
});

test('people are found by who may see them, and candidates by nobody', async ({ browser }) => {
  const auditor = await open(browser, 'auditor', '/people');
  await find(auditor, 'Mira Halden');
  await expect(option(auditor, 'Mira Halden Person')).toBeVisible();
  const member = await open(browser, 'member', '/password');
  await find(member, 'Mira Halden');
  await expect(member.getByRole('status').filter({ hasText: 'Nothing found' })).toBeVisible();
  await closeWindows(running.address);
});
