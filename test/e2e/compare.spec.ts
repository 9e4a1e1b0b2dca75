import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { openAs } from './people.ts';
import { type RunningFund, startFund } from './server.ts';

// Figures beside those of an earlier day: the server's own day is 22 November 2026.

let running: RunningFund;
let page: Page;

test.beforeAll(async ({ browser }) => {
  running = await startFund();
  page = await openAs(browser, running.address, 'member');
});

test.afterAll(async () => {
  await running.stop();
});

const heading = (): Locator => page.getByRole('heading', { level: 1 });
const banner = (): Locator => page.getByRole('complementary', { name: 'Comparison' });
const figure = (label: string): Locator =>
  page
    .getByRole('main')
    .getByRole('term')
    .filter({ hasText: new RegExp(`^${label}$`, 'u') })
    .locator('..');

/** An amount of a page in cents: exact, with its sign. */
const cents = (text: string): bigint => BigInt(text.replaceAll(/[^\d−-]/gu, '').replace('−', '-'));

test('one press compares with the last meeting, and it holds from screen to screen', async () => {
  await page.goto(running.address);
  await page.getByRole('main').getByRole('button', { name: 'Since the last meeting' }).click();
  await expect(page).toHaveURL(/compareWith=2026-05-14/u);
  await expect(banner()).toContainText('Compared with 14 May 2026.');
  await expect(figure('Balance')).toContainText('than on 14 May 2026, when it was US$');
  const menu = page.getByRole('navigation', { name: 'Screens' });
  await menu.getByRole('link', { name: 'Contributions' }).click();
  await expect(figure('Received')).toContainText('14 May 2026');
  await menu.getByRole('link', { name: 'Positions' }).click();
  await expect(heading()).toContainText('positions');
  await expect(banner()).toContainText('This page is not compared.');
  await menu.getByRole('link', { name: 'Two books' }).click();
  await expect(banner()).toContainText('Compared with 14 May 2026.');
  await expect(page.getByRole('row', { name: /^All, as in the statement/u })).toContainText('14 May 2026');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.goBack();
  await expect(heading()).toContainText('positions');
  await banner().getByRole('link', { name: 'Stop comparing' }).click();
  await expect(banner()).toHaveCount(0);
  await expect(page).not.toHaveURL(/compareWith/u);
});

test('what a figure was is what its own day says, and the difference is exact', async () => {
  await page.goto(`${running.address}/?asOf=2025-06-30`);
  const then = await figure('Balance').innerText();
  await page.goto(running.address);
  const now = await figure('Balance').innerText();
  await page.goto(`${running.address}/?compareWith=2025-06-30`);
  const [, amount = ''] = then.split('\n');
  await expect(figure('Balance')).toContainText(`30 Jun 2025: ${amount}`);
  const words = await figure('Balance').locator('.visually-hidden').innerText();
  const by = /^(?<by>\S+\s?\S+) (?<way>more|less) than/u.exec(words)?.groups;
  const between = cents(by?.['by'] ?? '') * (by?.['way'] === 'less' ? -1n : 1n);
  expect(cents(amount) + between).toBe(cents(now.split('\n')[1] ?? ''));
});

test('a year of the statement stands beside the year before', async () => {
  await page.goto(`${running.address}/statement?from=2025-01-01&asOf=2025-12-31`);
  await page.getByRole('button', { name: /^As of / }).click();
  await page
    .getByRole('group', { name: 'Choose the day' })
    .getByRole('link', { name: 'End of the previous year' })
    .click();
  await expect(page).toHaveURL(/compareWith=2024-12-31/u);
  const table = page.getByRole('table', { name: 'Source and use of funds, US dollars' });
  await expect(table.getByRole('columnheader')).toHaveText([
    'Line',
    '1 Jan 2024 to 31 Dec 2024',
    '1 Jan 2025 to 31 Dec 2025',
    'Difference, US$',
  ]);
  for (const row of await table
    .getByRole('row')
    .filter({ has: page.getByRole('cell') })
    .all()) {
    const [was = '', is = '', between = ''] = await row.getByRole('cell').allInnerTexts();
    const amount = (text: string): bigint => (/\d/u.test(text) ? cents(text.split('\n')[0] ?? '') : 0n);
    const sign = between.includes('−') ? -1n : 1n;
    const size = amount(between.replaceAll(/[−-]/gu, ''));
    expect(amount(was) + sign * size).toBe(amount(is));
  }
  await page.getByLabel('Show by').selectOption('year');
  await expect(page.getByText('A statement in columns is not compared.')).toBeVisible();
});

test('no meeting yet is said, and a day that is no earlier one is left out', async () => {
  await page.goto(`${running.address}/?asOf=2024-06-30`);
  await page.getByRole('main').getByRole('button', { name: 'Since the last meeting' }).click();
  await expect(page.getByText('No meeting was held before 30 Jun 2024.')).toBeVisible();
  await page.goto(`${running.address}/?asOf=2025-06-30&compareWith=2025-06-30`);
  await expect(heading()).toBeVisible();
  await expect(page).not.toHaveURL(/compareWith/u);
});

test('any earlier day is chosen beside the day of the page', async () => {
  await page.goto(`${running.address}/contributors`);
  await page.getByRole('button', { name: /^As of / }).click();
  const panel = page.getByRole('group', { name: 'Choose the day' });
  await panel.getByLabel('Compare with').fill('2025-12-31');
  await panel.getByRole('button', { name: 'Compare' }).click();
  await expect(banner()).toContainText('Compared with 31 Dec 2025.');
  await expect(page.getByRole('row', { name: /^Aurelia/u })).toContainText('31 Dec 2025');
});

test('pages of pictures say what lies between the two days, figure by figure', async () => {
  for (const [path, line] of [
    ['/giving', 'Received, all contributors'],
    ['/allocation?by=region', 'All allocated money'],
    ['/performance', 'Posts filled'],
  ] as const) {
    await page.goto(`${running.address}${path}${path.includes('?') ? '&' : '?'}compareWith=2025-06-30`);
    await expect(banner()).toContainText('Compared with 30 Jun 2025.');
    const table = page.getByRole('region', { name: 'Compared with 30 Jun 2025' }).first().getByRole('table');
    await expect(table.getByRole('row', { name: new RegExp(`^${line}`, 'u') })).toContainText('30 Jun 2025');
  }
});

test('nothing compared scrolls sideways on a phone', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of [
    '/',
    '/giving',
    '/allocation',
    '/performance',
    '/books',
    '/statement',
    '/contributions',
    '/contributors',
  ]) {
    await page.goto(`${running.address}${path}?compareWith=2025-12-31`);
    await expect(banner()).toContainText('Compared with 31 Dec 2025.');
    await expect(page.getByRole('table').first()).toBeVisible();
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(beyond, path).toBeLessThanOrEqual(0);
  }
});
