import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { closeWindows, openAs } from './people.ts';
import { type RunningFund, startFund } from './server.ts';

// A page with its filters and days, kept under a name and found again.

let running: RunningFund;
let page: Page;

test.beforeAll(async ({ browser }) => {
  running = await startFund();
  page = await openAs(browser, running.address, 'auditor');
});

test.afterAll(async () => {
  await closeWindows(running.address);
  await running.stop();
});

const ADDRESS = '/contributions?text=Aurelia&asOf=2025-12-31&compareWith=2024-12-31';
const button = (): Locator => page.getByRole('main').getByRole('button', { name: 'Saved views' });
const panel = (): Locator => page.getByRole('group', { name: 'Saved views' });

test('the address of a page is saved under a name and opened again from the menu', async () => {
  await page.goto(`${running.address}${ADDRESS}`);
  const { href } = new URL(page.url());
  await button().click();
  await panel().getByLabel('Name of this view').fill('Aurelia, end of 2025');
  await panel().getByRole('button', { name: 'Save view' }).click();
  await expect(panel().getByRole('link', { name: 'Aurelia, end of 2025' })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.goto(`${running.address}/positions`);
  await button().click();
  await panel().getByRole('link', { name: 'Aurelia, end of 2025' }).click();
  await expect(page).toHaveURL(href);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('signed and still to come');
  await expect(panel()).toBeHidden();
});

test('the palette finds it and opens it as it was saved, whatever the day of the page', async () => {
  await page.goto(`${running.address}/ledger?asOf=2026-06-30`);
  await expect(page.getByRole('table').first()).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find anything' }).fill('end of 20');
  await expect(page.getByRole('option', { name: /^Aurelia, end of 2025/u })).toContainText('Saved view');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/contributions\?.*asOf=2025-12-31/u);
  await expect(page).toHaveURL(/compareWith=2024-12-31/u);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('signed and still to come');
});

test('by keyboard alone it is renamed, removed and brought back', async () => {
  await button().focus();
  await page.keyboard.press('Enter');
  await panel().getByRole('button', { name: 'Rename Aurelia, end of 2025' }).press('Enter');
  await expect(panel().getByLabel('New name')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Aurelia');
  await page.keyboard.press('Enter');
  const link = panel().getByRole('link', { name: 'Aurelia', exact: true });
  await expect(link).toBeFocused();
  await panel().getByRole('button', { name: 'Remove Aurelia' }).press('Enter');
  await expect(panel().getByRole('status')).toContainText('“Aurelia” is removed.');
  await expect(link).toHaveCount(0);
  await expect(panel().getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(link).toBeVisible();
  await expect(panel().getByRole('list')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button()).toBeFocused();
});

test('nobody else sees it', async ({ browser }) => {
  const other = await openAs(browser, running.address, 'administrator');
  await other.goto(`${running.address}/people`);
  await other.getByRole('main').getByRole('button', { name: 'Saved views' }).click();
  await expect(other.getByText('Nothing is saved yet.')).toBeVisible();
});
