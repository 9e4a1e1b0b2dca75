import { DEMONSTRATION_PASSWORD } from '@dcc/demo-fund/people';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { failOnComplaints } from './people.ts';
import { type RunningFund, startFund } from './server.ts';

// Nothing here touches a mouse.
test.describe.configure({ mode: 'serial' });

let running: RunningFund;
let page: Page;

test.beforeAll(async ({ browser }) => {
  running = await startFund();
  page = await (await browser.newContext()).newPage();
  failOnComplaints(page);
});

test.afterAll(async () => {
  // A page that listens would complain of a server that is gone.
  await page.context().close();
  await running.stop();
});

/** Goes on with Tab until something has the focus. */
async function tabTo(target: Locator, most = 60): Promise<void> {
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${target.toString()} was not reached with ${most} steps`);
}

const focusIsIn = (target: Locator) =>
  expect.poll(() => target.evaluate((element) => element.contains(document.activeElement)));

test('sign in', async () => {
  await page.goto(`${running.address}/sign-in?to=/contributions`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await tabTo(page.getByLabel('E-mail address'));
  await page.keyboard.type('secretariat@demo.invalid');
  await page.keyboard.press('Tab');
  await page.keyboard.type(DEMONSTRATION_PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${running.address}/contributions`);
});

test('skip to the page', async () => {
  await page.goto(`${running.address}/contributions`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the page' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('go to another screen, which then has the focus and is visible where it is', async () => {
  await page.goto(`${running.address}/contributions`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const link = page.getByRole('link', { name: 'Positions' });
  await tabTo(link);
  const outline = await link.evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(outline).not.toBe('none');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/positions/u);
  await expect(page.getByRole('main')).toBeFocused();
});

test('Ctrl-K finds a contributor and a position, and Escape gives the focus back', async () => {
  await page.goto(`${running.address}/positions`);
  const propose = page.getByRole('button', { name: 'Propose a position' });
  await tabTo(propose);
  const palette = page.getByRole('combobox', { name: 'Find anything' });

  await page.keyboard.press('Control+k');
  await expect(palette).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(palette).toHaveCount(0);
  await expect(propose).toBeFocused();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('Caldera F');
  await expect(page.getByRole('option', { name: /Caldera Foundation/u, selected: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/contributors\/c-caldera$/u);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('fisheries');
  await expect(page.getByRole('option', { name: /Fisheries policy officer/u, selected: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/positions\/[\w-]+$/u);
  await expect(page.getByRole('main')).toContainText('Fisheries policy officer');
});

test('Escape closes a form that is empty and gives the focus back to its button', async () => {
  await page.goto(`${running.address}/contributions`);
  const button = page.getByRole('button', { name: 'Record a pledge' });
  await tabTo(button);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await focusIsIn(dialog).toBe(true);
  // Tab stays within the form, or at most visits the browser's own bars.
  for (let step = 0; step < 25; step += 1) {
    await page.keyboard.press('Tab');
    const strayed = await page.evaluate(
      () => document.activeElement !== document.body && document.activeElement?.closest('dialog') === null,
    );
    expect(strayed).toBe(false);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(button).toBeFocused();
});

test('record a pledge', async () => {
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await tabTo(dialog.getByLabel('Contributor'));
  await page.keyboard.type('Fjord');
  await tabTo(dialog.getByRole('combobox', { name: 'Pool' }));
  await page.keyboard.press('ArrowDown');
  await tabTo(dialog.getByLabel('Reference'));
  await page.keyboard.type('FJO-2027');
  await tabTo(dialog.getByLabel('Currency'));
  await page.keyboard.type('NOK');
  await tabTo(dialog.getByLabel('Amount pledged'));
  await page.keyboard.type('1,000,000');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('table', { name: 'What will be posted' })).toContainText('US$ 100,000.00');
  await tabTo(dialog.getByRole('button', { name: 'Record', exact: true }));
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText(/Recorded as entry \d+/u);
  await tabTo(dialog.getByRole('button', { name: 'Done' }));
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('main')).toContainText('FJO-2027');
  await expect(page.getByRole('main')).toBeFocused();
});

test('the reason of a closed screen is shown with the focus, and sent away by Escape', async () => {
  const closed = page.getByRole('link', { name: /^People/u });
  const reason = closed.getByRole('tooltip');
  await closed.focus();
  await expect(reason).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(reason).toBeHidden();
  await expect(closed).toBeFocused();
});
