import { DEMONSTRATION_PASSWORD } from '@dcc/demo-fund/people';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { failOnComplaints } from './people.ts';
import { type RunningFund, startFund } from './server.ts';

// The review from end to end, twice: by mouse, and by keyboard alone. The server's own day is 22 November 2026.

let running: RunningFund;

test.beforeAll(async () => {
  running = await startFund();
});

test.afterAll(async () => {
  await running.stop();
});

/** How a person reaches and uses what a page shows. */
type Hands = {
  readonly press: (target: Locator) => Promise<void>;
  readonly write: (target: Locator, text: string) => Promise<void>;
};

const byMouse: Hands = {
  press: (target) => target.click(),
  write: (target, text) => target.fill(text),
};

/** Tab until something has the focus, as a person would; backwards is not needed. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let step = 0; step < 160; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${target.toString()} was not reached`);
}

/** No mouse at all: what has the focus takes a key. */
const byKeyboard = (page: Page): Hands => ({
  press: async (target) => {
    await tabTo(page, target);
    await page.keyboard.press('Enter');
  },
  write: async (target, text) => {
    await tabTo(page, target);
    if ((await target.getAttribute('type')) === 'date') {
      const [year = '', month = '', day = ''] = text.split('-');
      await page.keyboard.type(`${month}${day}${year}`);
    } else await page.keyboard.type(text);
  },
});

const heading = (page: Page): Locator => page.getByRole('heading', { level: 1 });
const figure = (page: Page, label: RegExp): Locator =>
  page.getByRole('main').getByRole('term').filter({ hasText: label }).locator('..');

async function review(page: Page, hands: Hands): Promise<void> {
  failOnComplaints(page);
  await page.goto(running.address);
  await hands.write(page.getByLabel('E-mail address'), 'member@demo.invalid');
  await hands.write(page.getByLabel('Password'), DEMONSTRATION_PASSWORD);
  await hands.press(page.getByRole('button', { name: 'Sign in', exact: true }));

  // On one screen: every figure that the committee reviews by.
  await expect(heading(page)).toContainText('The fund can sponsor');
  for (const label of [
    /^Balance$/u,
    /^Pledged, not signed$/u,
    /^Received since/u,
    /^Signed, still to come$/u,
    /^Free to allocate$/u,
    /^Sponsored positions$/u,
    /^Delivery rate$/u,
  ])
    await expect(figure(page, label)).toContainText(/\d/u);
  const main = page.getByRole('main');
  await expect(figure(page, /^Received since/u)).toContainText('signed');
  await expect(main.getByRole('heading', { name: /^Cash covers every promise until/u })).toBeVisible();
  await expect(main).toContainText('Since decision SC-2026/2');
  await expect(main.getByRole('region', { name: 'Needs someone' }).getByRole('listitem')).not.toHaveCount(0);

  // As of a day that is past the whole of it follows.
  const balance = await figure(page, /^Balance$/u).innerText();
  await hands.press(page.getByRole('button', { name: /^As of / }));
  const panel = page.getByRole('group', { name: 'Choose the day' });
  await hands.write(panel.getByLabel('As of', { exact: true }), '2025-06-30');
  await hands.press(panel.getByRole('button', { name: 'Show' }));
  await expect(page).toHaveURL(/asOf=2025-06-30/u);
  await expect(heading(page)).toContainText('The fund can sponsor six more positions.');
  await expect(figure(page, /^Balance$/u)).not.toHaveText(balance);

  // A figure opens what it is made of, down to entry and contribution, with the persons.
  const received = figure(page, /^Received since/u).getByRole('link');
  await hands.press(received);
  await expect(page).toHaveURL(/\/ledger\?.*asOf=2025-06-30/u);
  await expect(main.getByRole('region', { name: 'What this figure is' })).toContainText('Formula');
  await expect(main.getByRole('region', { name: 'What this figure is' })).toContainText('Basis');
  await hands.press(main.getByRole('table').locator('tbody').getByRole('link').first());
  await expect(page).toHaveURL(/\/ledger\/[\w-]+\?/u);
  await expect(main).toContainText(/Recorded/u);
  await expect(main.getByRole('table', { name: /^Postings of entry/u })).toBeVisible();

  // An allocation leads on to its decision.
  await page.goBack();
  await page.goBack();
  await hands.press(figure(page, /^Allocated$/u).getByRole('link'));
  await hands.press(main.getByRole('table').locator('tbody').getByRole('link').first());
  await expect(main.getByRole('table', { name: /^Postings of entry/u })).toBeVisible();
  await expect(main.getByRole('heading', { name: 'Documents' })).toBeVisible();
  await hands.press(main.getByRole('link', { name: /^SC-\d{4}\/\d$/u }).first());
  await expect(page).toHaveURL(/\/decisions\/[\w-]+/u);
  await expect(heading(page)).toBeVisible();
}

test('a member reviews the fund by mouse', async ({ page }) => {
  await review(page, byMouse);
});

test('a member reviews the fund by keyboard alone', async ({ page }) => {
  await review(page, byKeyboard(page));
});
