import { DEMONSTRATION_PASSWORD } from '@dcc/demo-fund/people';
import { expect, type Page, test } from '@playwright/test';
import { closeWindows, openAs, signIn } from './people.ts';
import { type RunningFund, startFund } from './server.ts';

// Every route with what no program would have written into its address: never a blank page, never a figure that looks like another.

let running: RunningFund;
let page: Page;

test.beforeAll(async ({ browser }) => {
  running = await startFund();
  page = await openAs(browser, running.address, 'secretariat');
});

test.afterAll(async () => {
  await closeWindows(running.address);
  await running.stop();
});

const LISTS = [
  '/',
  '/forecast',
  '/performance',
  '/statement',
  '/books',
  '/years',
  '/contributions',
  '/contributors',
  '/movements',
  '/rates',
  '/ledger',
  '/positions',
  '/vacancies',
  '/committee',
  '/rounds',
  '/criteria',
  '/eligibility',
  '/meetings',
  '/decisions',
] as const;
const RECORDS = [
  '/contributions',
  '/contributors',
  '/ledger',
  '/figures',
  '/positions',
  '/vacancies',
  '/rounds',
  '/meetings',
  '/decisions',
] as const;

const heading = () => page.getByRole('heading', { level: 1 });
const notice = () => page.getByRole('status', { name: 'About this address' });

const BAD_DAYS = ['2026-02-30', '0000-01-01', '99999-01-01', '2031-01-01', 'yesterday'];

for (const [index, path] of LISTS.entries()) {
  test(`${path} says that a day or a word of its address means nothing, and shows today`, async () => {
    await page.goto(`${running.address}${path}`);
    const today = await heading().innerText();
    // Each route gets another impossible day, and two of them; what is shown is today's.
    const day = BAD_DAYS[index % BAD_DAYS.length] ?? '';
    await page.goto(`${running.address}${path}?asOf=${day}&knownOn=2026-13-01&%E0%A4%A`);
    await expect(heading()).toHaveText(today);
    await expect(notice()).toContainText(`asOf=${day}`);
    await expect(notice()).toContainText('knownOn=2026-13-01');
    await expect(notice()).toContainText('The figures are today’s.');
    await notice().getByRole('button', { name: 'Close' }).click();
    await expect(notice()).toHaveCount(0);
  });
}

test('an unknown word of a filter is told, and the list is shown without it', async () => {
  for (const [address, part] of [
    ['/contributions?stage=late', 'stage=late'],
    ['/positions?view=cards&sort=colour', 'view=cards; sort=colour'],
    ['/statement?by=moon&from=2026-02-31', 'by=moon; from=2026-02-31'],
    ['/forecast?scenario=nonsense&seed=many', 'scenario=nonsense; seed=many'],
    ['/rates?currency=XXQ', 'currency=XXQ'],
    ['/movements?record=magic', 'record=magic'],
    ['/contributors?sort=age', 'sort=age'],
  ] as const) {
    await page.goto(`${running.address}${address}`);
    await expect(heading()).toBeVisible();
    await expect(notice()).toContainText(part);
  }
});

test('an unknown filter of the ledger shows nothing, since without it the figure would be another', async ({
  page: auditor,
}) => {
  await signIn(auditor, running.address, 'auditor@demo.invalid', DEMONSTRATION_PASSWORD);
  const faults: Error[] = [];
  auditor.on('pageerror', (error) => faults.push(error));
  for (const filter of [
    'kind=magic',
    'account=gold',
    'kinds=magic',
    'from=2026-02-30',
    'poolId=%20%2F',
    'certification=maybe',
  ]) {
    await auditor.goto(`${running.address}/ledger?${filter}`);
    await expect(auditor.getByRole('heading', { level: 1 })).toHaveText(
      'This address asks for something that does not exist',
    );
    await expect(auditor.getByRole('main')).toContainText('Not understood:');
    await expect(auditor.getByRole('main').getByRole('table')).toHaveCount(0);
  }
  expect(faults, 'a bad address is no fault of the program').toEqual([]);
  await auditor.getByRole('link', { name: 'Show this page without it' }).click();
  await expect(auditor.getByRole('main').getByRole('table').first()).toBeVisible();
});

for (const path of RECORDS) {
  test(`${path} says that it has no such record, and leads out`, async () => {
    for (const id of ['no-such-id', '%2e%2e%2fetc', 'x'.repeat(300), '0', '%F0%9F%92%A3']) {
      await page.goto(`${running.address}${path}/${id}`);
      await expect(heading()).toHaveText('There is no such page');
      await expect(page.getByRole('main').getByRole('link', { name: 'Go to the first page' })).toBeVisible();
    }
  });
}

test('what is asked for as it can be is not complained of', async () => {
  for (const address of [
    '/?asOf=2025-06-30',
    '/contributions?stage=overdue&page=1',
    '/people?record=person',
    '/ledger?account=cash&kinds=deposit&kinds=transfer',
  ]) {
    await page.goto(`${running.address}${address}`);
    await expect(heading()).toBeVisible();
    await expect(notice()).toHaveCount(0);
  }
});
