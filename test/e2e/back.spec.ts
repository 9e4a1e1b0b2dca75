import { expect, type Page, test } from '@playwright/test';
import { closeWindows, openAs } from './people.ts';
import { type RunningFund, startFund } from './server.ts';

// Wherever somebody goes, the browser's own way back leads to the page as it was left: its address, filters, scroll and focus.

test.describe.configure({ mode: 'serial' });

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

const heading = () => page.getByRole('heading', { level: 1 });

/** What a person sees of where they are. */
async function seen() {
  return page.evaluate(() => {
    const { activeElement: focused } = document;
    const controls = document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('main input, main select');
    return {
      address: location.pathname + location.search,
      heading: document.querySelector('h1')?.textContent,
      controls: [...controls].map(({ name, value }) => `${name}=${value}`),
      scroll: Math.round(window.scrollY / 10),
      focus: `${focused?.tagName} ${focused?.textContent?.slice(0, 60)}`,
    };
  });
}

type Seen = Awaited<ReturnType<typeof seen>>;
const left: Seen[] = [];

/** Leaves the page by a link, a button or a choice, and waits for what a person would see next. */
async function leave(by: () => Promise<unknown>, address: RegExp): Promise<void> {
  await atRest();
  const before = await seen();
  await by();
  await expect(page).toHaveURL(address);
  await atRest();
  left.push(before);
}

async function atRest(): Promise<void> {
  await expect(heading()).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** Follows a link of the page by keyboard: it has the focus when the page is left. */
async function follow(name: string | RegExp, address: RegExp): Promise<void> {
  await atRest();
  await page.getByRole('main').getByRole('link', { name }).first().focus();
  await leave(() => page.keyboard.press('Enter'), address);
}

async function begin(path: string): Promise<void> {
  await page.goto(`${running.address}${path}`);
  await atRest();
}

async function backToTheStart(): Promise<void> {
  for (const before of left.splice(0).toReversed()) {
    await page.goBack();
    await expect.poll(seen).toEqual(before);
  }
}

test('from the Overview to a figure, the ledger, its second page, an entry, and back', async () => {
  await begin('/');
  await follow(/0\.29/u, /\/figures\/free$/u);
  await follow('1,882,843.38', /\/ledger\?account=cash/u);
  await leave(() => page.getByRole('link', { name: 'Ledger', exact: true }).click(), /\/ledger$/u);
  await follow('Next', /\/ledger\?.*toward=next/u);
  await follow(/^\d+$/u, /\/ledger\/\d+$/u);
  await backToTheStart();
});

test('filters, an order and a record, and back', async () => {
  await begin('/contributions');
  const main = page.getByRole('main');
  await main.getByLabel('Stage').focus();
  await leave(() => main.getByLabel('Stage').selectOption('signed'), /stage=signed/u);
  await main.getByLabel('Reference or name').focus();
  await leave(() => page.keyboard.type('2026\n'), /text=2026/u);
  await follow('FJO-2026', /\/contributions\/[^/?]+$/u);
  await backToTheStart();
});

test('a day, a comparison and a bar of a chart, which keeps both, and back', async () => {
  await begin('/?asOf=2026-06-30');
  await page.getByRole('button', { name: 'Since the last meeting' }).focus();
  await leave(() => page.keyboard.press('Enter'), /compareWith=2026-05-14/u);
  await page
    .getByRole('main')
    .getByRole('link', { name: /in post/iu })
    .last()
    .focus();
  await leave(() => page.keyboard.press('Enter'), /\/positions\?phase=in-post&asOf=2026-06-30&compareWith=2026-05-14/u);
  await expect(page.getByRole('main')).toContainText('30 Jun 2026');
  await follow(/analyst|officer/u, /\/positions\/[^/?]+\?asOf=2026-06-30/u);
  await backToTheStart();
});

test('the views of a list, and back', async () => {
  await begin('/positions');
  await follow('Board', /view=board/u);
  await follow('Timeline', /view=timeline/u);
  await follow('States', /view=states/u);
  await backToTheStart();
});

test('what is open over a page is closed by going back', async () => {
  await begin('/positions');
  await follow(/analyst|officer/u, /\/positions\/[^/?]+$/u);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await backToTheStart();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.goForward();
  await atRest();
  await page.getByRole('main').focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a saved view, and back to the page it was opened on', async () => {
  await begin('/contributions?stage=pledged');
  const main = page.getByRole('main');
  await main.getByRole('button', { name: 'Saved views' }).click();
  await main.getByLabel('Name of this view').fill('Only pledged');
  await main.getByRole('button', { name: 'Save view' }).click();
  await expect(main.getByRole('link', { name: 'Only pledged' })).toBeVisible();
  await begin('/rates');
  const { address } = await seen();
  await main.getByRole('button', { name: 'Saved views' }).click();
  await main.getByRole('link', { name: 'Only pledged' }).click();
  await expect(page).toHaveURL(/stage=pledged/u);
  await atRest();
  await page.goBack();
  await expect.poll(async () => (await seen()).address).toBe(address);
});
