import { readFile } from 'node:fs/promises';
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

const sentence = (): Locator => page.getByRole('heading', { level: 1 });
const statement = (): Locator => page.getByRole('table', { name: 'Source and use of funds, US dollars' });

/** The amounts of a row, in cents; a dash is nought. */
async function amounts(row: Locator): Promise<bigint[]> {
  const texts = await row.getByRole('cell').allInnerTexts();
  return texts.map((text) =>
    BigInt(
      text
        .split('\n')[0]
        ?.replaceAll(/[^\d−]/gu, '')
        .replace('−', '-') || '0',
    ),
  );
}

test('set by year, the columns add up, each year opens with what the last one closed with, and this one is not final', async () => {
  await page.goto(`${running.address}/statement`);
  await page.getByLabel('Show by').selectOption('Year');
  await expect(page).toHaveURL(/by=year/u);
  await expect(statement().getByRole('columnheader')).toHaveText([
    'Line',
    /^2022\s*closed$/u,
    /^2023\s*closed$/u,
    /^2024\s*closed$/u,
    '2025',
    /^2026\s*to 22\sNov\s2026\s*not final$/u,
    'Total, US$',
  ]);
  const years = await amounts(statement().getByRole('row', { name: /^Contributions from donors/u }));
  expect(years.at(-1)).toBe(360_136_640n);
  expect(years.slice(0, -1).reduce((sum, amount) => sum + amount, 0n)).toBe(years.at(-1));
  const opened = await amounts(
    statement()
      .getByRole('row', { name: /^Balance at the beginning/u })
      .first(),
  );
  const closed = await amounts(statement().getByRole('row', { name: /^Balance of funds with the administrative/u }));
  expect(opened.slice(1, 5)).toEqual(closed.slice(0, 4));
});

test('an amount of one year opens the entries of that year that add up to it', async () => {
  await page.goto(`${running.address}/statement?by=year`);
  await statement()
    .getByRole('row', { name: /^Contributions from donors/u })
    .getByText('1,345,336.99')
    .click();
  await expect(page).toHaveURL(/\/ledger\?.*from=2024-01-01/u);
  await expect(sentence()).toContainText('1,345,336.99');
  await page.goBack();
  await statement().getByRole('link', { name: '2024' }).click();
  await expect(sentence()).toHaveText('In 2024 the fund received US$ 1.36 million and used US$ 165,506');
  await expect(page.getByLabel('Period')).toHaveValue('2024');
  await expect(
    statement()
      .getByRole('row', { name: /^Balance at the beginning/u })
      .first(),
  ).toContainText('136,975.15');
});

test('a period is a year, the whole life of the fund, or begins on a day; the address keeps it', async () => {
  await page.goto(`${running.address}/statement`);
  await page.getByLabel('Period').selectOption('2025');
  await expect(page).toHaveURL(/from=2025-01-01/u);
  await expect(page).toHaveURL(/asOf=2025-12-31/u);
  await expect(sentence()).toContainText('In 2025 the fund received');
  await page.getByLabel('From', { exact: true }).fill('2025-04-01');
  await expect(sentence()).toContainText('From 1 Apr 2025 to 31 Dec 2025 the fund received');
  await page.reload();
  await expect(page.getByLabel('From', { exact: true })).toHaveValue('2025-04-01');
  await page.getByLabel('Period').selectOption('Since the beginning');
  await expect(sentence()).toHaveText('On 31 Dec 2025 the fund held US$ 1,845,344');
});

test('what nobody else has certified is told with its count, and can be left out', async () => {
  await page.goto(`${running.address}/statement`);
  const notes = page.getByRole('main').getByRole('listitem');
  await expect(notes.first()).toContainText('Counted in the administrator’s balance, not certified yet');
  await page.getByLabel('Certified entries only').check();
  await expect(sentence()).toHaveText('By what is certified, the fund holds US$ 2,022,843');
  await expect(page).toHaveURL(/certified=only/u);
  await notes.first().getByRole('link', { name: '1 entry, US$ −140,000.00' }).click();
  await expect(sentence()).toContainText('One entry, together US$ −140,000.00');
  await page.goBack();
  await statement()
    .getByRole('row', { name: /^Transferred to participating/u })
    .getByRole('link')
    .click();
  await expect(sentence()).toContainText('1,548,000.00');
});

test('by contributor, host or position it is turned: their rows add up to the lines of the statement', async () => {
  for (const [by, head, total] of [
    ['contributor', 'Contributions', '3,601,366.40'],
    ['organization', 'Expenditure', '1,150,100.00'],
    ['position', 'Transferred', '1,688,000.00'],
  ] as const) {
    await page.goto(`${running.address}/statement?by=${by}`);
    const table = page.getByRole('main').getByRole('table');
    await expect(table).toBeVisible();
    const heads = await table.getByRole('columnheader').allInnerTexts();
    const index = heads.indexOf(head) - 1;
    expect(index, head).toBeGreaterThanOrEqual(0);
    const rows = await Promise.all((await table.locator('tbody tr').all()).map((row) => amounts(row)));
    const sum = rows.reduce((added, row) => added + (row[index] ?? 0n), 0n);
    await expect(table.locator('tfoot').getByRole('cell').nth(index)).toHaveText(total);
    expect(sum).toBe(BigInt(total.replaceAll(/[,.]/gu, '')));
  }
  await page.getByRole('link', { name: 'Decent work officer' }).click();
  await expect(page).toHaveURL(/\/positions\//u);
});

test('exchange between signature and deposit is a line of its own that opens its entries', async () => {
  await page.goto(`${running.address}/statement`);
  await expect(
    page.getByRole('heading', { name: 'Between signature and deposit exchange brought US$ 18,866' }),
  ).toBeVisible();
  const table = page.getByRole('table', { name: 'From signature to cash, US dollars' });
  await table
    .getByRole('row', { name: /^Exchange gain or loss/u })
    .getByRole('link')
    .click();
  await expect(page).toHaveURL(/account=exchange-difference/u);
  await expect(sentence()).toContainText('18,866.40');
});

test('what is shown can be taken along as CSV and as JSON', async () => {
  await page.goto(`${running.address}/statement?by=year`);
  const [csv] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download CSV' }).click(),
  ]);
  const rows = (await readFile(await csv.path(), 'utf8')).split('\r\n');
  expect(rows[0]).toContain('Part,Line,2022,2023,2024,2025,2026,US$,Percent');
  expect(rows.find((row) => row.includes('Bank charges'))).toContain('40.00,45.50,52.25,48.75,30.00,216.50,');
  const [json] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download JSON' }).click(),
  ]);
  expect(JSON.parse(await readFile(await json.path(), 'utf8'))).toMatchObject({
    by: 'year',
    fundsWithAdministrativeAgent: { balance: '1882843.38' },
    columns: [{ key: '2022' }, {}, {}, {}, { key: '2026', notFinal: true }],
  });
});

test('the two books say by how much they differ and why, down to the position, and open its entries', async () => {
  await page.goto(running.address);
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Two books' }).click();
  await expect(sentence()).toHaveText('The two books differ by US$ 140,000: one transfer is under way');
  const hosts = page.getByRole('table', { name: 'Both records by host organization, US dollars' });
  await hosts.getByRole('link', { name: 'Fair Work' }).press('Enter');
  await expect(page).toHaveURL(/host=o-fairwork/u);
  await expect(hosts.getByRole('row', { name: /^Migration statistics associate/u })).toContainText('140,000.00');
  await expect(hosts).toContainText('US$ 140,000: transfer of 10 Nov 2026, not yet in the host’s record: under way');
  await expect(page.getByRole('row', { name: /^2026/u })).toContainText('not final');
  await expect(page.getByRole('row', { name: /^2024/u })).toContainText('closed');
  await hosts.getByRole('link', { name: 'Entries of both records' }).click();
  await expect(page).toHaveURL(/\/ledger\?/u);
  await expect(page.getByRole('table', { name: /each entry/u })).toContainText('Migration statistics associate');
});

test('as it was known when hosts had reported and nobody had certified, expenditure is interim', async () => {
  await page.goto(`${running.address}/books?knownOn=2026-06-30`);
  await expect(sentence()).toHaveText('The two books agree');
  await expect(
    page.getByRole('heading', { name: /^Hosts have spent US\$ 1.15 million, of which US\$ 201,300 is interim/u }),
  ).toBeVisible();
  await page.goto(`${running.address}/statement?by=year&knownOn=2026-06-30`);
  await expect(statement().getByRole('columnheader', { name: /^2026/u })).toContainText('interim');
  await page.getByRole('link', { name: 'US$ 201,300.00' }).first().click();
  await expect(sentence()).toContainText('201,300.00');
});

test('a phone shows what each line is beside every year', async ({ browser }) => {
  const phone = await openAs(browser, running.address, 'member', { viewport: { width: 390, height: 844 } });
  await phone.goto(`${running.address}/statement?by=year`);
  const table = phone.getByRole('table', { name: 'Source and use of funds, US dollars' });
  const label = table.getByRole('rowheader', { name: 'Bank charges' });
  await table
    .getByRole('row', { name: /^Bank charges/u })
    .getByText('216.50')
    .scrollIntoViewIfNeeded();
  await expect(label).toBeInViewport();
  await phone.context().close();
});
