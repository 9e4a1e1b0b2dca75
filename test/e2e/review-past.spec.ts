import { expect, type Locator, type Page, test } from '@playwright/test';
import { openAs } from './people.ts';
import { type RunningFund, startFund } from './server.ts';

// The review of a day that is past: the server's own day is 22 November 2026.

let running: RunningFund;
let page: Page;

test.beforeAll(async ({ browser }) => {
  running = await startFund();
  page = await openAs(browser, running.address, 'member');
});

test.afterAll(async () => {
  await running.stop();
});

const TODAY = 'The fund can sponsor one more position. Two second years still lack money.';
const heading = (on = page): Locator => on.getByRole('heading', { level: 1 });
const banner = (on = page): Locator => on.getByRole('complementary', { name: 'Not today’s figures' });
const dayButton = (on = page): Locator => on.getByRole('button', { name: /^As of / });

/** A figure of the overview with its label. */
function figure(label: string, on = page): Locator {
  return on
    .getByRole('main')
    .getByRole('term')
    .filter({ hasText: new RegExp(`^${label}$`, 'u') })
    .locator('..');
}

/** Types a day, and where given a day of knowledge, into the control of the page. */
async function stand(on: Page, asOf: string, knownOn: string | null = null): Promise<void> {
  await dayButton(on).click();
  const panel = on.getByRole('group', { name: 'Choose the day' });
  await panel.getByLabel('As of', { exact: true }).fill(asOf);
  if (knownOn !== null) await panel.getByLabel('As known on').fill(knownOn);
  await panel.getByRole('button', { name: 'Show' }).click();
  await expect(on).toHaveURL(new RegExp(`asOf=${asOf}`, 'u'));
}

async function goTo(screen: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: screen, exact: true }).click();
}

test('a member picks a past day, and the whole dashboard follows', async () => {
  await page.goto(running.address);
  await expect(heading()).toHaveText(TODAY);
  await expect(banner()).toHaveCount(0);
  await stand(page, '2025-06-30');
  await expect(heading()).toContainText('The fund can sponsor six more positions.');
  await expect(banner()).toContainText('As of 30 Jun 2025.');
  await expect(figure('Sponsored positions')).toContainText('2 in post, 0 in recruitment, 2 completed');
  for (const [screen, says] of [
    ['Statement', 'On 30 Jun 2025 the fund held'],
    ['Contributions', 'US$ 300,000 is signed and still to come; none of it is overdue'],
    ['Contributors', /./u],
    ['Positions', '4 positions are sponsored; 1 of them lacks US$ 146,000'],
    ['Ledger', '62 entries'],
    ['Decisions', 'Nothing waits for a decision; the last one was taken on 10 Dec 2024'],
    ['Meetings', 'No meeting is on record'],
    ['Rounds', 'No round is planned yet'],
    ['Members and rules', '4 organizations have a seat'],
  ] as const) {
    await goTo(screen);
    await expect(heading()).toContainText(says);
    await expect(page).toHaveURL(/asOf=2025-06-30/u);
    await expect(dayButton()).toHaveText('As of 30 Jun 2025');
    await expect(banner()).toBeVisible();
  }
  await page.goBack();
  await expect(heading()).toContainText('No round is planned yet');
  await expect(page).toHaveURL(/asOf=2025-06-30/u);
});

test('an entry leads to its contribution and to its decision', async () => {
  await page.goto(`${running.address}/ledger/61`);
  await page.getByRole('main').getByRole('link', { name: 'FJO-2025' }).click();
  await expect(heading()).toContainText('Fjord Shipping');
  await page.goto(`${running.address}/ledger/98`);
  await page.getByRole('main').getByRole('link', { name: 'SC-2026/2' }).click();
  await expect(heading()).toHaveText('Three new positions, first years');
});

test('a page to work on shows today, and says so', async () => {
  await page.goto(`${running.address}/meetings?asOf=2026-05-20`);
  await expect(heading()).toContainText('One meeting is on record, and none is planned');
  await page.getByRole('table').getByRole('link', { name: 'SCM-2026-1' }).click();
  const today = page.getByRole('complementary', { name: 'Today’s page' });
  await expect(today).toContainText('This page shows today; the others stand as of 20 May 2026.');
  await goTo('Decisions');
  await expect(banner()).toContainText('As of 20 May 2026.');
  await expect(page.getByRole('link', { name: 'SC-2026/1' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'SC-2026/2' })).toHaveCount(0);
});

test('one contribution, position and entry stand on that day too, and what came later is not there yet', async () => {
  await page.goto(`${running.address}/contributions?asOf=2025-06-30`);
  await page.getByRole('link', { name: 'AUR-2025' }).click();
  await expect(heading()).toHaveText('US$ 300,000 from Aurelia is due on 1 Apr 2026');
  await expect(page.getByRole('table', { name: /^In USD/u })).toContainText('expected');
  await goTo('Ledger');
  await page.getByRole('main').getByRole('table').getByRole('link', { name: '61', exact: true }).click();
  await expect(page).toHaveURL(/\/ledger\/61\?asOf=2025-06-30/u);
  await page.goto(`${running.address}/ledger/90?asOf=2025-06-30`);
  await expect(heading()).toHaveText('There was no such page yet');
  await page.getByRole('link', { name: 'Look for it today' }).click();
  await expect(heading()).toContainText('Entry 90');
});

test('each figure of a past day opens the entries it is the sum of', async () => {
  for (const address of ['/?asOf=2025-12-31', '/?asOf=2025-12-31&knownOn=2025-07-15']) {
    await page.goto(running.address + address);
    for (const label of ['Balance', 'Pledged, not signed', 'Allocated', 'Transferred']) {
      const link = figure(label).getByRole('link');
      const amount = await link.innerText();
      await link.click();
      await expect(page).toHaveURL(/\/ledger\?.*asOf=2025-12-31/u);
      await expect(heading()).toContainText(amount.endsWith(' 0.00') ? /No entry matches|0\.00/u : amount);
      await page.goBack();
      await expect(banner()).toBeVisible();
    }
  }
});

test('the ends of years and the day of the last decision are one press away, and so is today', async () => {
  await page.goto(running.address);
  await dayButton().click();
  await page.getByRole('link', { name: 'Decision SC-2026/2, 6 Oct 2026' }).click();
  await expect(banner()).toContainText('As of 6 Oct 2026.');
  await dayButton().click();
  await page.getByRole('link', { name: '31 Dec 2025' }).click();
  await expect(page).toHaveURL(/asOf=2025-12-31/u);
  await expect(page.getByRole('group', { name: 'Choose the day' })).toBeHidden();
  await banner().getByRole('link', { name: 'Back to today' }).click();
  await expect(heading()).toHaveText(TODAY);
  await expect(page).not.toHaveURL(/asOf/u);
});

test('the day is chosen by keyboard alone', async () => {
  await page.goto(running.address);
  await dayButton().focus();
  await page.keyboard.press('Enter');
  const asOf = page.getByLabel('As of', { exact: true });
  await expect(asOf).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(asOf).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(asOf).toBeHidden();
  await expect(dayButton()).toBeFocused();
});

test('a day that has not come, and what is no day, fall back to today', async () => {
  await page.goto(`${running.address}/contributions?stage=overdue&asOf=2031-01-01&knownOn=yesterday`);
  await expect(page.getByRole('link', { name: 'BOR-2026' })).toBeVisible();
  await expect(banner()).toHaveCount(0);
  await expect(page).not.toHaveURL(/2031|yesterday/u);
  await expect(page).toHaveURL(/stage=overdue/u);
});

test('a correction recorded today changes today’s figures and not yesterday’s report', async ({ browser }) => {
  const yesterday = '/?asOf=2026-11-21&knownOn=2026-11-21';
  const balance = async (address: string): Promise<string> => {
    await page.goto(running.address + address);
    return figure('Balance').innerText();
  };
  const before = { yesterday: await balance(yesterday), today: await balance('/') };
  const report = async (): Promise<string> => {
    await page.goto(`${running.address}/statement?asOf=2026-11-21&knownOn=2026-11-21`);
    await expect(heading()).toContainText('the fund held');
    return page.getByRole('main').innerText();
  };
  const reported = await report();

  const secretariat = await openAs(browser, running.address, 'secretariat');
  await secretariat.goto(`${running.address}/ledger?kinds=agent-fee`);
  await secretariat.getByRole('main').locator('tbody').getByRole('link').first().click();
  await expect(heading(secretariat)).toContainText('agent fee');
  const entry = new URL(secretariat.url()).pathname;
  // Whoever looks at the past cannot record beside it.
  await secretariat.goto(`${running.address}${entry}?knownOn=2026-11-21`);
  const reverse = secretariat.getByRole('button', { name: 'Reverse this entry' });
  await expect(reverse).toHaveAttribute('aria-disabled', 'true');
  await expect(reverse).toHaveAccessibleDescription('These are not today’s figures. Go back to today to record.');
  await banner(secretariat).getByRole('link', { name: 'Back to today' }).click();
  await reverse.click();
  const dialog = secretariat.getByRole('dialog');
  await dialog.getByLabel('Takes effect on').fill('2026-11-20');
  await dialog.getByLabel('Why it is wrong').fill('Charged twice');
  await dialog.getByRole('button', { name: 'Check' }).click();
  await dialog.getByRole('button', { name: 'Record' }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await secretariat.context().close();

  expect(await balance('/')).not.toBe(before.today);
  expect(await balance(yesterday)).toBe(before.yesterday);
  // As of the same day, but knowing of the correction.
  expect(await balance('/?asOf=2026-11-21')).not.toBe(before.yesterday);
  expect(await report()).toBe(reported);
});
