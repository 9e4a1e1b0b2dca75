import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { type DemoRole, openAs } from './people.ts';
import { type RunningFund, startFund } from './server.ts';

// The tour of the demonstration fund: offered once, taken by keyboard, left at any step. The server's own day is 22 November 2026.

test.describe.configure({ mode: 'serial' });

let running: RunningFund;
let page: Page;

test.beforeAll(async ({ browser }) => {
  running = await startFund();
  page = await openAs(browser, running.address, 'member');
});

test.afterAll(async () => {
  await running.stop();
});

const panelOf = (of: Page): Locator => of.getByRole('complementary', { name: 'Tour' });
const panel = (): Locator => panelOf(page);
const button = (name: string): Locator => panel().getByRole('button', { name, exact: true });
const offer = (of: Page): Locator => of.getByRole('link', { name: 'Take the tour' });
const heading = (): Locator => page.getByRole('heading', { level: 1 });

/** Each step: its title, what its address holds, and what its page shows. */
const STEPS = [
  ['How the fund stands', /\/\?tour=overview$/u, 'The fund'],
  ['A figure explains itself', /\/figures\/free\?tour=figure$/u, 'Free to allocate'],
  ['One earlier day', /asOf=2025-12-31.*tour=earlier-day$/u, 'The fund'],
  ['A contribution', /\/contributions\/[^/?]+\?tour=contribution$/u, ''],
  ['Its ledger entries', /\/ledger\?contributionId=.*tour=entries$/u, ''],
  ['A position', /\/positions\/[^/?]+\?tour=position$/u, ''],
  ['A round and its decision', /\/rounds\/[^/?]+\?tour=round$/u, ''],
] as const;

async function expectStep(index: number): Promise<void> {
  const [title, address, shown] = STEPS[index] ?? STEPS[0];
  await expect(panel()).toContainText(`Step ${index + 1} of ${STEPS.length}`);
  await expect(panel()).toContainText(title);
  await expect(page).toHaveURL(address);
  await expect(heading()).toContainText(new RegExp(shown, 'iu'));
}

test('by keyboard alone it leads through real screens, and is free of faults', async () => {
  await page.goto(running.address);
  await expect(offer(page)).toBeVisible();
  expect((await new AxeBuilder({ page }).include('.tour-offer').analyze()).violations).toEqual([]);
  await offer(page).press('Enter');
  await expectStep(0);
  await expect(panel()).toBeFocused();
  await expect(offer(page)).toHaveCount(0);
  await button('Next').focus();
  for (let index = 0; index < STEPS.length; index += 1) {
    await expectStep(index);
    expect((await new AxeBuilder({ page }).include('.tour').analyze()).violations.map(({ id }) => id)).toEqual([]);
    await expect(panel().locator(':focus')).toHaveText(index === STEPS.length - 1 ? 'End' : 'Next');
    if (index < STEPS.length - 1) await page.keyboard.press('Enter');
  }
});

test('browser back and Back lead to the step before', async () => {
  await page.goBack();
  await expectStep(5);
  await button('Back').click();
  await expectStep(4);
  await page.goBack();
  await expectStep(5);
});

test('whoever follows a link keeps the tour and is led back; a saved view holds nothing of it', async () => {
  await page.goto(`${running.address}/?tour=overview`);
  await expectStep(0);
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Positions', exact: true }).click();
  await expect(panel()).toContainText('You have left the page of this step.');
  await button('Return to the step').click();
  await expectStep(0);
});

test('once ended it is not offered again, and the palette and the sheet of keys still find it', async () => {
  await button('End').click();
  await expect(panel()).toHaveCount(0);
  await expect(page).toHaveURL(`${running.address}/`);
  await page.reload();
  await expect(heading()).toBeVisible();
  await expect(offer(page)).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find anything' }).fill('tour');
  await page.getByRole('option', { name: 'Take the tour' }).click();
  await expectStep(0);
  await button('End').click();
  await expect(panel()).toHaveCount(0);
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByRole('link', { name: 'Take the tour' }).click();
  await expectStep(0);
});

async function openOverview(browser: Browser, role: DemoRole): Promise<Page> {
  const opened = await openAs(browser, running.address, role, { viewport: { width: 390, height: 844 } });
  await opened.goto(running.address);
  await expect(opened.getByRole('heading', { level: 1 })).toBeVisible();
  return opened;
}

test('it can be declined for good, on a phone too', async ({ browser }) => {
  const phone = await openOverview(browser, 'auditor');
  await expect(offer(phone)).toBeVisible();
  await phone.getByRole('button', { name: 'Not now' }).click();
  await phone.reload();
  await expect(phone.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(offer(phone)).toHaveCount(0);
  await phone.goto(`${running.address}/?tour=overview`);
  await expect(panelOf(phone)).toBeVisible();
  const beyond = await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(beyond).toBeLessThanOrEqual(0);
});

test('whoever cannot open the Overview is offered no tour, and its address shows none', async ({ browser }) => {
  for (const role of ['contributor', 'administrator'] as const) {
    const other = await openOverview(browser, role);
    await other.goto(`${running.address}/password?tour=contribution`);
    await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(panelOf(other)).toHaveCount(0);
    await expect(offer(other)).toHaveCount(0);
  }
});
