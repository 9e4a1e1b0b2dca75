import { expect, type Locator, type Page, test } from '@playwright/test';
import { openAs } from './people.ts';
import { fund, type RunningFund, startFund } from './server.ts';

test.describe.configure({ mode: 'serial' });

let running: RunningFund;
let page: Page;
let dialog: Locator;

test.beforeAll(async ({ browser }) => {
  running = await startFund();
  page = await openAs(browser, running.address, 'secretariat');
  dialog = page.getByRole('dialog');
});

test.afterAll(async () => {
  await running.stop();
});

/** Fills the form for 80,000 francs due on 10 November 2026. */
async function fillAgreement(reference: string): Promise<void> {
  await page.goto(`${running.address}/contributions`);
  await page.getByRole('button', { name: 'Sign an agreement' }).click();
  await dialog.getByLabel('Contributor').selectOption({ label: 'Borealis (country)' });
  await dialog.getByLabel('Pool').selectOption({ index: 1 });
  await dialog.getByLabel('Reference').fill(reference);
  await dialog.getByLabel('Signed on').fill('2026-11-02');
  await dialog.getByLabel('Currency').selectOption('CHF');
  const first = dialog.getByRole('group', { name: 'Instalment 1' });
  await first.getByLabel('Due on').fill('2026-11-10');
  await first.getByLabel('Amount').fill('80000.00');
}

const check = () => dialog.getByRole('button', { name: 'Check' }).click();
const record = () => dialog.getByRole('button', { name: 'Record', exact: true });

async function openContribution(reference: string): Promise<void> {
  await page.goto(`${running.address}/contributions?text=${reference}`);
  await page.getByRole('link', { name: reference, exact: true }).click();
  await expect(page).toHaveURL(/\/contributions\/[\w-]+$/u);
}

/** The overview's figure with this label. */
function figure(label: string): Locator {
  return page
    .getByRole('main')
    .getByRole('term')
    .filter({ hasText: new RegExp(`^${label}$`, 'u') })
    .locator('..');
}

test('an agreement in Swiss francs with two instalments says what it posts, and is posted once', async () => {
  await fillAgreement('BOR-2026-2');
  await dialog.getByRole('button', { name: 'Add an instalment' }).click();
  const second = dialog.getByRole('group', { name: 'Instalment 2' });
  await second.getByLabel('Due on').fill('2027-11-10');
  await second.getByLabel('Amount').fill('40000.00');
  await expect(dialog.getByText('Total CHF 120,000.00')).toBeVisible();
  await check();
  // 120,000 francs at 0.80 are 150,000 dollars.
  await expect(dialog.getByRole('table', { name: 'What will be posted' })).toContainText('150,000.00');
  await expect(dialog).toContainText('Valued at 0.80 CHF to one US dollar, in force from 1 Jan 2026.');
  await record().dblclick();
  await expect(dialog.getByRole('status').filter({ hasText: /^Recorded as entry \d+\.$/u })).toBeVisible();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page).toHaveURL(/\/contributions\/[\w-]+$/u);
  await expect(page.getByRole('main')).toContainText('BOR-2026-2');
  // The double click posted once.
  await page.goto(`${running.address}/contributions?text=BOR-2026-2`);
  await expect(page.getByRole('link', { name: 'BOR-2026-2', exact: true })).toHaveCount(1);
  await page.goto(`${running.address}/ledger?text=BOR-2026-2`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('One entry');
});

test('a deposit is valued at the rate in force on its day, and the overview follows', async () => {
  await openContribution('BOR-2026-2');
  await page.getByRole('button', { name: 'Record deposit on instalment 1' }).click();
  await expect(dialog.getByLabel('Amount received')).toHaveValue('80000.00');
  await dialog.getByLabel('Received on').fill('2026-11-12');
  await check();
  await expect(dialog.getByRole('table', { name: 'What will be posted' })).toContainText('100,000.00');
  await expect(dialog).toContainText('Valued at 0.80 CHF to one US dollar');
  await record().click();
  await expect(dialog).toContainText(/Recorded as entry \d+/u);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('row', { name: /^1 10 Nov 2026/u })).toContainText('received');
  await page.getByRole('link', { name: 'Overview' }).click();
  await expect(figure('Balance')).toContainText('US$ 1,982,843.38');
  await expect(figure('Received since 2022')).toContainText('of US$ 4,320,000 signed');
});

test('more than is due, or finer than the currency, is refused with the numbers', async () => {
  await openContribution('BOR-2026-2');
  await page.getByRole('button', { name: 'Record deposit on instalment 2' }).click();
  await dialog.getByLabel('Received on').fill('2026-11-12');
  await dialog.getByLabel('Amount received').fill('40000.01');
  await check();
  await expect(dialog.getByRole('alert')).toContainText(
    'CHF 40,000.01 is more than the CHF 40,000.00 still due on this instalment. Nothing was recorded.',
  );
  await expect(record()).toHaveCount(0);
  await dialog.getByLabel('Amount received').fill('1.001');
  await check();
  await expect(dialog.getByRole('alert')).toContainText('CHF has 2 decimals, so 1.001 cannot be recorded.');
  await dialog.getByLabel('Amount received').fill('-5');
  await check();
  await expect(dialog.getByRole('alert')).toContainText('The amount must be more than zero. Nothing was recorded.');
});

test('money that came before the signature is refused with both days', async () => {
  await openContribution('BOR-2026-2');
  await page.getByRole('button', { name: 'Record deposit on instalment 2' }).click();
  await dialog.getByLabel('Received on').fill('2026-11-01');
  await check();
  await expect(dialog.getByRole('alert')).toContainText(
    'The deposit on 1 Nov 2026 lies before the agreement of 2 Nov 2026. Nothing was recorded.',
  );
});

test('a reference that is taken is refused by its name', async () => {
  await fillAgreement('BOR-2026-2');
  await check();
  await expect(dialog.getByRole('alert')).toContainText('The reference “BOR-2026-2” is already in use.');
  await expect(record()).toHaveCount(0);
});

test('what was typed is not lost by a stray Escape', async () => {
  await page.keyboard.press('Escape');
  await expect(dialog).toContainText('Discard what you typed?');
  await dialog.getByRole('button', { name: 'Keep editing' }).click();
  await expect(dialog.getByLabel('Reference')).toHaveValue('BOR-2026-2');
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Discard' }).click();
  await expect(dialog).toHaveCount(0);
});

test('what the refusals said was true: nothing was written', async () => {
  await page.goto(`${running.address}/ledger?text=BOR-2026-2`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2 entries');
});

test('an auditor sees the buttons, and why they do nothing for an auditor', async ({ browser }) => {
  const auditor = await openAs(browser, running.address, 'auditor');
  await auditor.goto(`${running.address}/contributions`);
  for (const [name, verb] of [
    ['Sign an agreement', 'record an agreement'],
    ['Record a pledge', 'record a pledge'],
    ['Add a contributor', 'add a contributor'],
  ] as const) {
    const button = auditor.getByRole('button', { name });
    await expect(button).toHaveAttribute('aria-disabled', 'true');
    await expect(button).toHaveAccessibleDescription(
      `Only a committee member, a chair, or the secretariat can ${verb}.`,
    );
    // Playwright would wait for the button to become enabled; a person presses it all the same.
    await button.click({ force: true });
    await expect(auditor.getByRole('dialog')).toHaveCount(0);
  }
  await auditor.context().close();
});

test('a contributor finds its own agreements and nobody else’s', async ({ browser }) => {
  const contributor = await openAs(browser, running.address, 'contributor');
  const main = contributor.getByRole('main');
  await contributor.goto(running.address);
  await expect(contributor.getByRole('heading', { level: 1 })).toContainText('Aurelia');
  await contributor.goto(`${running.address}/contributions`);
  await expect(main.getByRole('link', { name: 'AUR-2022', exact: true })).toBeVisible();
  await expect(main).not.toContainText('BOR-');
  await contributor.goto(`${running.address}/contributors/c-borealis`);
  await expect(contributor.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
  await openContribution('BOR-2026-2');
  await contributor.goto(page.url());
  await expect(contributor.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
  await contributor.context().close();
});

test('after all that, every rule of the books holds', async () => {
  expect(await fund(running.databaseUrl, ['verify'])).toContain('everything holds');
});
