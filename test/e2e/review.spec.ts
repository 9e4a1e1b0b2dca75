import { DEMO_TOTALS } from '@dcc/demo-fund/fund';
import { expect, type Locator, type Page, test } from '@playwright/test';
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

/** 3601366.40 as screens write it. */
function written(amount: string): string {
  return new Intl.NumberFormat('en', { minimumFractionDigits: 2 }).format(amount as Intl.StringNumericLiteral);
}

/** A figure of the page with its label, unit and note. */
function figure(label: string): Locator {
  return page
    .getByRole('main')
    .getByRole('term')
    .filter({ hasText: new RegExp(`^${label}$`, 'u') })
    .locator('..');
}

/** The amounts of one column under its head, added up in cents. */
async function sumOfColumn(table: Locator, head: string): Promise<bigint> {
  const heads = await table.getByRole('columnheader').allInnerTexts();
  const index = heads.findIndex((text) => text.startsWith(head));
  expect(index).toBeGreaterThanOrEqual(0);
  const rows = await table.locator('tbody').getByRole('row').all();
  let sum = 0n;
  for (const row of rows) {
    const text = await row.getByRole('cell').or(row.getByRole('rowheader')).nth(index).innerText();
    sum += BigInt(text.replaceAll(/[^\d−-]/gu, '').replace('−', '-'));
  }
  return sum;
}

test('a member sees on one screen how the fund stands', async () => {
  await page.goto(running.address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'The fund can sponsor one more position. Two second years still lack money.',
  );
  const main = page.getByRole('main');
  await expect(main).toContainText('As of 22 Nov 2026');
  await expect(main).toContainText('Since decision SC-2026/2 of 6 Oct 2026: US$ 140,000 sent to hosts.');
  await expect(figure('Received since 2022')).toContainText('of US$ 4,170,000 signed');
  await expect(figure('Signed, still to come')).toContainText('US$ 187,500 overdue, up to 62 days');
  await expect(figure('Free to allocate')).toContainText('0.29');
  await expect(figure('Free to allocate')).toContainText('pays 1 more position');
  await expect(figure('Sponsored positions')).toContainText(`${DEMO_TOTALS.sponsoredPositions}`);
  await expect(figure('Sponsored positions')).toContainText('4 in post, 8 in recruitment, 3 completed');
  await expect(figure('Delivery rate')).toContainText(`${DEMO_TOTALS.deliveryPercent} %`);
  await expect(figure('Balance')).toContainText(`US$ ${written(DEMO_TOTALS.balance)}`);
  await expect(figure('Pledged, not signed')).toContainText(`US$ ${written(DEMO_TOTALS.pledged)}`);
  await expect(figure('Allocated')).toContainText(`US$ ${written(DEMO_TOTALS.allocated)}`);
  await expect(figure('Transferred')).toContainText(`US$ ${written(DEMO_TOTALS.transferred)}`);
});

test('what needs somebody leads to where it is done, by what happens if nobody acts', async () => {
  await page.goto(running.address);
  const needs = page.getByRole('region', { name: 'Needs someone' });
  await expect(needs.getByRole('listitem')).toHaveCount(6);
  await expect(needs.getByRole('listitem').first()).toContainText('Youth participation officer: year 2 lacks money');
  await expect(needs).toContainText('By what happens if nobody acts, then by day, then by amount.');
  await expect(needs.getByRole('listitem').first()).toContainText('For a chair or the secretariat.');
  await needs.getByRole('button', { name: 'Show all 18' }).click();
  await expect(needs.getByRole('heading', { level: 3 })).toHaveText([
    'A promise is broken',
    'Money that is counted on is missing',
    'It happens by itself, or no longer can',
    'Time is lost',
    'The record stays incomplete',
  ]);
  await expect(needs.getByRole('listitem').filter({ hasText: 'Fiji leaves DEMO-ISLANDS' })).toContainText(
    'the proposal “Climate finance analyst”',
  );
  await expect(needs.getByRole('listitem').last()).toContainText(/entries wait for certification/u);
  await needs.getByRole('link', { name: 'Open the agreement: Borealis: an instalment is overdue' }).click();
  await expect(page).toHaveURL(/\/contributions\/[\w-]+$/u);
  await expect(page.getByRole('main')).toContainText('BOR-2026');
});

test('how long the money lasts, and every chart, can be read as a table', async () => {
  await page.goto(running.address);
  await expect(page.getByRole('heading', { name: 'Cash covers every promise until May 2028' })).toBeVisible();
  const figures = page.getByRole('figure');
  await expect(figures).toHaveCount(8);
  for (const chart of await figures.all()) {
    await chart.getByRole('button', { name: 'Table' }).click();
    await expect(chart.getByRole('table')).toBeVisible();
    await expect(chart.getByRole('table').getByRole('row')).not.toHaveCount(0);
  }
  const byContributor = page.getByRole('figure', { name: 'Aurelia gave 42 % of what was received' });
  await expect(byContributor.getByRole('row', { name: /Aurelia/u })).toContainText('1,500,000.00');
});

test('each figure opens the entries it is the sum of', async () => {
  await page.goto(running.address);
  for (const [label, total] of [
    ['Signed, still to come', DEMO_TOTALS.outstanding],
    ['Balance', DEMO_TOTALS.balance],
    ['Pledged, not signed', DEMO_TOTALS.pledged],
    ['Allocated', DEMO_TOTALS.allocated],
    ['Transferred', DEMO_TOTALS.transferred],
  ] as const) {
    await figure(label).getByRole('link').click();
    await expect(page).toHaveURL(/\/ledger\?/u);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(written(total));
    await page.goBack();
  }
});

test('a figure made of others says how, and each of these opens its own entries', async () => {
  await page.goto(running.address);
  await figure('Delivery rate').getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Delivery rate: ${DEMO_TOTALS.deliveryPercent} %`);
  await expect(page.getByRole('main')).toContainText('expenditure that hosts report ÷ transfers less refunds');
  await page
    .getByRole('row', { name: /^Reported as spent/u })
    .getByRole('link')
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(written(DEMO_TOTALS.spent));
  await expect(page.getByRole('main')).toContainText('What host organizations report as spent.');
  await page.goBack();
  await page.goBack();
  await figure('Free to allocate').getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Free to allocate: US\$\s/u);
  await expect(page.getByRole('row', { name: /^Cash of all pools/u })).toContainText(written(DEMO_TOTALS.balance));
});

test('from a figure to its entries, to the postings of one, and back', async () => {
  await page.goto(running.address);
  await figure('Received since 2022').getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(written(DEMO_TOTALS.received));
  const entries = page.getByRole('main').getByRole('table');
  expect(await sumOfColumn(entries, 'US$')).toBe(BigInt(DEMO_TOTALS.received.replace('.', '')));
  const ofDeposits = page.url();
  await entries.locator('tbody').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/ledger\/[\w-]+$/u);
  const postings = page.getByRole('table', { name: /^Postings of entry/u });
  await expect(postings.getByRole('rowheader', { name: /^Cash/iu })).toBeVisible();
  expect(await sumOfColumn(postings, 'Debit')).toBe(await sumOfColumn(postings, 'Credit'));
  await expect(page.getByRole('main')).toContainText(/Recorded/u);
  await page.goBack();
  await expect(page).toHaveURL(ofDeposits);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('The fund can sponsor');
});

test('each line of the statement opens entries that add up to it', async () => {
  await page.goto(`${running.address}/statement`);
  const statement = page.getByRole('main').getByRole('table').first();
  await expect(statement).toContainText(written(DEMO_TOTALS.sources));
  await expect(statement).toContainText(written(DEMO_TOTALS.uses));
  await expect(statement).toContainText(`${DEMO_TOTALS.balancePercent} %`);
  const lines = await page.getByRole('main').getByRole('table').getByRole('link').all();
  const amounts = await Promise.all(lines.map((line) => line.innerText()));
  expect(amounts.length).toBeGreaterThan(8);
  for (const [index, amount] of amounts.entries()) {
    await page.getByRole('main').getByRole('table').getByRole('link').nth(index).click();
    await expect(page).toHaveURL(/\/ledger\?/u);
    const digits = amount.replaceAll(/[^\d.,]/gu, '');
    // A line that nothing was booked on leads to no entry.
    await expect(page.getByRole('heading', { level: 1 })).toContainText(
      digits === '0.00' ? 'No entry matches' : digits,
    );
    await page.goBack();
    await expect(statement).toBeVisible();
  }
});

test('an address that is pasted shows what its sender saw', async ({ browser }) => {
  await page.goto(`${running.address}/contributions`);
  await page.getByLabel('Stage').selectOption('overdue');
  await expect(page).toHaveURL(/stage=overdue/u);
  const other = await openAs(browser, running.address, 'auditor');
  await other.goto(page.url());
  const rows = other
    .getByRole('main')
    .getByRole('table')
    .getByRole('link', { name: /-20\d\d$/u });
  await expect(rows).toHaveText(['BOR-2026']);
  await expect(other.getByLabel('Stage')).toHaveValue('overdue');
  await other.context().close();
});

test('an address that leads nowhere says so and offers a way out', async () => {
  for (const path of ['/no-such-page', '/contributions/unknown', '/positions/unknown', '/ledger/unknown']) {
    await page.goto(`${running.address}${path}`);
    const main = page.getByRole('main');
    await expect(main.getByRole('heading', { level: 1, name: 'There is no such page' })).toBeVisible();
    await main.getByRole('link', { name: 'Go to the first page' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('The fund can sponsor');
  }
});

test('a page that is not this person’s to open names whose it is', async () => {
  await page.goto(`${running.address}/people`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not yours to open');
  await expect(page.getByRole('main')).toContainText('Only an administrator or an auditor can see who has an account.');
});
