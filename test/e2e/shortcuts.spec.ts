import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { openAs } from './people.ts';
import { type RunningFund, startFund } from './server.ts';

let running: RunningFund;
let page: Page;

test.beforeAll(async ({ browser }) => {
  running = await startFund();
  page = await openAs(browser, running.address, 'member');
});

test.afterAll(async () => {
  await running.stop();
});

const heading = () => page.getByRole('heading', { level: 1 });
const sheet = () => page.getByRole('dialog', { name: 'Keyboard shortcuts' });

test('keys lead to screens, to the filter and to the day', async () => {
  await page.goto(running.address);
  await expect(heading()).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await expect(page).toHaveURL(/\/contributions/u);
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('/');
  await expect(page.locator('.filter-bar :focus')).toHaveCount(1);
  await page.getByRole('main').focus();
  await page.keyboard.press('c');
  await expect(page.getByLabel('Compare with')).toBeVisible();
  await page.keyboard.press('Escape');
});

test('the sheet lists the keys, and nothing fires in it or while somebody types', async () => {
  await page.goto(`${running.address}/contributions`);
  await expect(heading()).toBeVisible();
  await page.keyboard.press('?');
  await expect(sheet()).toContainText('Statement');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(page).toHaveURL(/\/contributions/u);
  await page.keyboard.press('Escape');
  await expect(sheet()).toBeHidden();
  await page.getByLabel('Reference or name').fill('');
  await page.getByLabel('Reference or name').pressSequentially('gs?');
  await expect(sheet()).toBeHidden();
  await expect(page).toHaveURL(/\/contributions/u);
});

test('single keys are turned off for this browser, and the palette still finds the sheet', async () => {
  await page.goto(running.address);
  await expect(heading()).toBeVisible();
  await page.keyboard.press('?');
  await sheet().getByLabel('Single keys act, in this browser').uncheck();
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(heading()).toBeVisible();
  await page.keyboard.press('?');
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(sheet()).toBeHidden();
  await expect(page).not.toHaveURL(/statement/u);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Find anything' })).toBeFocused();
  await page.keyboard.type('shortcuts');
  await expect(page.getByRole('option', { name: /^Keyboard shortcuts/u })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await sheet().getByLabel('Single keys act, in this browser').check();
});
