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

async function begin(name: string): Promise<void> {
  await page.goto(`${running.address}/movements`);
  await page.getByRole('button', { name: `Record: ${name}`, exact: true }).click();
  await expect(dialog).toBeVisible();
  await dialog.getByLabel('On', { exact: true }).fill('2026-11-20');
}

const check = () => dialog.getByRole('button', { name: 'Check' }).click();

/** Checks, reads the recipe in the preview, records, and closes. */
async function recordIt(recipe: string): Promise<void> {
  await check();
  await expect(dialog.getByText(/^Recipe: /u)).toHaveText(`Recipe: ${recipe}.`);
  await dialog.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(dialog.getByRole('status').filter({ hasText: /^Recorded as entry \d+\.$/u })).toBeVisible();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog).toHaveCount(0);
}

const amount = (text: string) => dialog.getByRole('textbox', { name: 'Amount', exact: true }).fill(text);
const choose = (label: string, option: string) =>
  dialog.getByRole('combobox', { name: label }).selectOption({ label: option });

test('income: interest in francs at the rate of its day, interest of a host, other income', async () => {
  await begin('Interest from the fund');
  await choose('Currency', 'CHF');
  await amount('800.00');
  await check();
  await expect(dialog).toContainText('Valued at 0.80 CHF to one US dollar, in force from 1 Jan 2026.');
  await dialog.getByRole('button', { name: 'Change' }).click();
  await recordIt('Interest from the fund: debit Cash, credit Interest income');
  await begin('Interest from an organization');
  await choose('Host organization', 'Oceans and Islands Agency');
  await amount('120.00');
  await recordIt('Interest from an organization: debit Cash, credit Interest income');
  await begin('Other income');
  await amount('50.00');
  await recordIt('Other income: debit Cash, credit Other income');
});

test('a transfer out of what is reserved: the amount is filled in, and more is refused', async () => {
  await begin('Transfer for a position');
  await choose('Position', '7, Coastal resilience analyst (Oceans)');
  const draw = dialog.getByRole('group', { name: 'Small island States' }).getByRole('textbox');
  await expect(draw).toHaveValue('150000.00');
  await draw.fill('150000.01');
  await check();
  await expect(dialog.getByRole('alert')).toContainText(
    'The pool “Small island States” has US$ 150,000.00 reserved for this position; US$ 150,000.01 was asked.',
  );
  await draw.fill('150000.00');
  await recordIt(
    'Transfer for a position: debit Transfers to organizations and Allocations, contra, credit Cash and Open allocations',
  );
});

test('a transfer without a position, and one to another fund, are free money', async () => {
  await begin('Transfer to a host');
  await choose('Host organization', 'Lyceum for Learning and Heritage');
  await choose('Pool', 'Women in science (tightly earmarked)');
  await expect(dialog).toContainText('US$ 5,655.17 of it is free.');
  await amount('5655.18');
  await check();
  await expect(dialog.getByRole('alert')).toContainText('has US$ 5,655.17 free; this needs US$ 5,655.18.');
  await amount('5000.00');
  await recordIt('Transfer to a host: debit Transfers to organizations, credit Cash');
  await begin('Transfer to another fund');
  await amount('100.00');
  await recordIt('Transfer to another fund: debit Transfers to other funds, credit Cash');
});

test('a refund is at most what the host holds', async () => {
  await begin('Refund from a host');
  await choose('Host organization', 'Oceans and Islands Agency');
  await expect(dialog).toContainText('Oceans holds US$ 296,000.00 of what it was sent.');
  await choose('Position', '7, Coastal resilience analyst');
  await choose('Pool', 'Small island States (earmarked)');
  await amount('296000.01');
  await check();
  await expect(dialog.getByRole('alert')).toContainText('is more than the US$ 296,000.00 the organization holds');
  await amount('1200.00');
  await recordIt('Refund from a host: debit Cash, credit Transfers to organizations');
});

test('percentages say what they are of before anything is posted', async () => {
  await begin('Agent fee');
  await expect(dialog.getByRole('status')).toHaveText('1.00 % of US$ 756,029.41 is US$ 7,560.29');
  await recordIt('Agent fee: debit Agent fee, credit Cash');
  await begin('Programme support cost');
  await choose('Agreement', 'BOR-2026, Borealis (7.00 %)');
  await dialog.getByLabel('Of expenditure of').fill('100000.00');
  await expect(dialog.getByRole('status')).toHaveText('7.00 % of US$ 100,000.00 is US$ 7,000.00');
  await recordIt('Programme support cost: debit Programme support cost, credit Cash');
});

test('costs: direct cost and bank charge', async () => {
  await begin('Direct cost');
  await amount('500.00');
  await recordIt('Direct cost: debit Direct cost, credit Cash');
  await begin('Bank charge');
  await amount('12.25');
  await recordIt('Bank charge: debit Bank charges, credit Cash');
});

test('a host’s own record: received, spent by component, sent back', async () => {
  await begin('Receipt in the host’s own record');
  await choose('Host organization', 'Fair Work Bureau');
  await amount('140000.00');
  await recordIt('Receipt in the host’s own record: debit Funds with organizations, credit Received by organizations');
  await begin('Expenditure in the host’s own record');
  await choose('Host organization', 'Fair Work Bureau');
  await amount('1000.00');
  for (const [index, [component, part]] of [
    ['salary', '700.00'],
    ['home leave', '299.99'],
  ].entries()) {
    await dialog.getByRole('button', { name: 'Add a component' }).click();
    const line = dialog.getByRole('group', { name: `Component ${index + 1}` });
    await line.getByRole('combobox').selectOption({ label: component ?? '' });
    await line.getByRole('textbox').fill(part ?? '');
  }
  await expect(dialog.getByRole('status')).toHaveText('Total US$ 999.99 US$ 0.01 is missing');
  await check();
  await expect(dialog.getByRole('alert')).toContainText(
    'The components add up to US$ 999.99, the total is US$ 1,000.00.',
  );
  await dialog.getByRole('group', { name: 'Component 2' }).getByRole('textbox').fill('300.00');
  await recordIt(
    'Expenditure in the host’s own record: debit Expenditure of organizations, credit Funds with organizations',
  );
  await begin('Refund in the host’s own record');
  await choose('Host organization', 'Fair Work Bureau');
  await amount('546600.01');
  await check();
  await expect(dialog.getByRole('alert')).toContainText('the US$ 546,600.00 the organization says it received');
  await amount('100.00');
  await recordIt('Refund in the host’s own record: debit Refunds of organizations, credit Funds with organizations');
});

test('a link opens a form with what it knows, and closing it leaves the page', async () => {
  await page.goto(`${running.address}/movements?record=organization-expenditure&organizationId=o-oceans&on=2025-12-31`);
  await expect(dialog.getByLabel('What it reports')).toHaveValue('organization-expenditure');
  await expect(dialog.getByLabel('Host organization')).toHaveValue('o-oceans');
  await expect(dialog.getByLabel('On', { exact: true })).toHaveValue('2025-12-31');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page).toHaveURL(/\/movements$/u);
});

test('the operating reserve: only the difference is posted', async () => {
  await page.goto(`${running.address}/movements?record=operating-reserve`);
  await dialog.getByLabel('Percent').fill('15');
  await dialog.getByLabel('Of planned annual expenditure of').fill('1000000.00');
  await dialog.getByLabel('Which decision says so').fill('SC-2026/3');
  await recordIt('Operating reserve: debit Operating reserve, credit Reserve, contra');
  await expect(page).toHaveURL(/\/movements$/u);
});

test('on the page of a contribution: a rate from a day on, and an instalment is written off', async () => {
  await page.goto(`${running.address}/contributions?text=BOR-2026`);
  await page.getByRole('link', { name: 'BOR-2026', exact: true }).click();
  await page.getByRole('button', { name: 'Set a rate' }).click();
  await dialog.getByLabel('Percent').fill('8.5');
  await dialog.getByLabel('Which paper sets it').fill('Amendment 1');
  await dialog.getByRole('button', { name: 'Record', exact: true }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('row', { name: /^22 Nov 2026 8\.5 % Amendment 1$/u })).toBeVisible();
  await page.getByRole('button', { name: 'Write off instalment 2' }).click();
  await dialog.getByLabel('Reason').fill('The programme ended');
  await recordIt('Write-off of an instalment: debit Contributions written off, credit Contributions receivable');
  await expect(page.getByRole('row', { name: /^2 21 Sep 2026/u })).toContainText('written off');
});

test('on the page of a position: what is reserved is ready to be sent', async () => {
  await page.goto(`${running.address}/positions?text=Youth%20participation`);
  await page.getByRole('main').getByRole('link', { name: 'Youth participation officer' }).click();
  await page.getByRole('button', { name: 'Transfer', exact: true }).click();
  await expect(dialog.getByRole('group', { name: 'Unearmarked' }).getByRole('textbox')).toHaveValue('70000.00');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Record the host’s report' }).click();
  await amount('2500.00');
  await recordIt(
    'Expenditure in the host’s own record: debit Expenditure of organizations, credit Funds with organizations',
  );
  await expect(page.getByRole('main')).toContainText('61,000');
});

test('what was recorded stands on the page of movements, and an auditor sees why nothing can be recorded', async ({
  browser,
}) => {
  await page.goto(`${running.address}/movements`);
  const last = page.getByRole('table').getByRole('row').nth(1);
  await expect(last).toContainText('expenditure of an organization');
  const auditor = await openAs(browser, running.address, 'auditor');
  await auditor.goto(`${running.address}/movements?record=bank-charge`);
  const button = auditor.getByRole('button', { name: 'Record: Bank charge' });
  await expect(button).toHaveAccessibleDescription('Only the secretariat can record a movement of the fund.');
  await expect(auditor.getByRole('dialog')).toHaveCount(0);
  await auditor.context().close();
});

test('the rates that are in force, one currency through time, and how they come in', async () => {
  await page.goto(`${running.address}/rates`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rates of 5 currencies are in force on 22 Nov 2026');
  await page.getByRole('link', { name: 'JPY' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('One US dollar is worth 150 JPY on 22 Nov 2026');
  await expect(page.getByRole('row', { name: /superseded/u })).toHaveCount(2);
  await expect(page.getByText('npm run --silent fund -- import rates RATES.csv')).toBeVisible();
});

test('after a year of movements, every rule of the books holds', async () => {
  expect(await fund(running.databaseUrl, ['verify'])).toContain('everything holds');
});
