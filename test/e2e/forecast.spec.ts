import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { openAs } from './people.ts';
import { type RunningFund, startFund } from './server.ts';

let running: RunningFund;
let page: Page;

test.beforeAll(async ({ browser }) => {
  running = await startFund();
  page = await openAs(browser, running.address, 'member', { permissions: ['clipboard-read', 'clipboard-write'] });
});

test.afterAll(async () => {
  await running.stop();
});

const sentence = (on = page): Locator => on.getByRole('heading', { level: 1 });
const scenarios = (on = page): Locator => on.getByRole('table', { name: 'Figures of each scenario' });
const chance = (on = page): Locator =>
  on.getByRole('heading', { name: /simulated futures every approved position is paid to its end\.$/u });

async function expectNoViolation(where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`),
    where,
  ).toEqual([]);
}

test('a member sees from when money is short, and for which positions', async () => {
  await page.goto(running.address);
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Forecast' }).click();
  await expect(sentence()).toHaveText(
    'From February 2027 money is short: 4 of 12 approved positions are not paid to their end.',
  );
  await expect(scenarios().getByRole('columnheader')).toHaveText(['Figure', /^A\s*As recorded/u]);
  await expect(page.getByRole('link', { name: 'Water governance analyst' })).toBeVisible();
  await page.getByRole('button', { name: 'Table', exact: true }).first().click();
  const table = page.getByRole('table', { name: /^Cash would be/u });
  await expect(table.getByRole('row')).toHaveCount(61);
  await page.getByRole('button', { name: 'Table', exact: true }).first().click();
  await expectNoViolation('as recorded');
});

test('by keyboard alone two scenarios stand beside the records, and the address keeps them', async () => {
  await page.getByRole('button', { name: 'Add a scenario' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What is still to be paid costs more').fill('10');
  await dialog.getByLabel('Who pays nothing more').selectOption('Delta Development Bank');
  await expectNoViolation('the form of a scenario');
  await dialog.getByLabel('What is still to be paid costs more').press('Enter');
  await expect(scenarios().getByRole('columnheader').nth(2)).toHaveText(
    /^B\s*Delta Development Bank pays nothing more, costs rise by 10\s%/u,
  );
  await expect(sentence()).toContainText('Delta Development Bank pays nothing more, costs rise by 10 %. From');
  await expect(page).toHaveURL(/scenario=leaves\.c-delta_costs\.10/u);
  await page.getByRole('button', { name: 'Add a scenario' }).click();
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toContainText('Suppose at least one thing.');
  await dialog.getByLabel('Pledges are paid after').fill('6');
  await dialog.getByLabel('Overdue instalments are paid after').fill('2');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(scenarios().getByRole('row', { name: /^Positions paid/u })).toContainText(
    /8 of 12\s*3 of 12\s*12 of 12/u,
  );
  await page.goBack();
  await expect(scenarios().getByRole('columnheader')).toHaveCount(3);
  await page.goForward();
  await expect(scenarios().getByRole('columnheader')).toHaveCount(4);
});

test('the same seed gives the same figures, and whoever gets the link sees them too', async ({ browser }) => {
  await expect(chance()).toBeVisible();
  const first = await chance().innerText();
  await page.getByLabel('Signed instalments that come').fill('60');
  await page.getByLabel('Seed').fill('7');
  await page.getByRole('button', { name: 'Simulate' }).click();
  await expect(page).toHaveURL(/signed=60.*seed=7/u);
  await expect(chance()).toBeVisible();
  const later = await chance().innerText();
  expect(later).not.toBe(first);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('main')).toContainText('The link is copied.');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/asOf=2026-11-22&knownOn=2026-11-22/u);
  const other = await openAs(browser, running.address, 'secretariat');
  await other.goto(link);
  await expect(chance(other)).toHaveText(later);
  await expect(sentence(other)).toHaveText(await sentence().innerText());
});

test('a long simulation leaves the page quick and can be stopped and begun again', async () => {
  await page.getByLabel('Futures', { exact: true }).selectOption('100,000');
  await page.getByRole('button', { name: 'Simulate' }).click();
  await expect(page.getByRole('progressbar', { name: 'Simulating' })).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Stopped after' })).toBeVisible();
  await expect(chance()).toBeHidden();
  await expectNoViolation('stopped');
  await page.getByLabel('Futures', { exact: true }).selectOption('1,000');
  await page.getByRole('button', { name: 'Simulate' }).click();
  await expect(chance()).toBeVisible();
});

test('saved under a name, scenarios come back with one click, until somebody removes them', async () => {
  await page.getByRole('button', { name: 'Save these scenarios' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Delta worries');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog).toContainText('The scenarios are saved.');
  await dialog.getByRole('button', { name: 'Close' }).first().click();
  await page.getByRole('link', { name: 'For the March meeting' }).click();
  await expect(scenarios().getByRole('columnheader')).toHaveCount(6);
  await expect(page.getByLabel('Seed')).toHaveValue('1');
  await page.getByRole('link', { name: 'Delta worries' }).click();
  await expect(scenarios().getByRole('columnheader')).toHaveCount(4);
  await expect(page.getByLabel('Seed')).toHaveValue('7');
  await page.getByRole('button', { name: 'Remove Delta worries' }).click();
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(dialog).toContainText('It is removed.');
  await dialog.getByRole('button', { name: 'Close' }).first().click();
  const saved = page.getByRole('link', { name: 'Delta worries' });
  await expect(saved).toBeHidden();
  // It is no record of the fund, so it may come back as it was.
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(saved).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await saved.click();
  await expect(page.getByLabel('Seed')).toHaveValue('7');
});

test('an address with what is no scenario and no number shows the records', async () => {
  await page.goto(`${running.address}/forecast?scenario=costs.999&scenario=nothing&seed=0&signed=abc&show=x&futures=7`);
  await expect(scenarios().getByRole('columnheader')).toHaveCount(2);
  await expect(page.getByLabel('Seed')).toHaveValue('1');
  await expect(chance()).toBeVisible();
});
