import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { openAs } from './people.ts';
import { fund, type RunningFund, startFund } from './server.ts';

test.describe.configure({ mode: 'serial' });

let running: RunningFund;
let chair: Page;
let secretariat: Page;

test.beforeAll(async ({ browser }) => {
  running = await startFund();
  chair = await openAs(browser, running.address, 'chair');
  secretariat = await openAs(browser, running.address, 'secretariat');
});

test.afterAll(async () => {
  await running.stop();
});

const dialogOf = (page: Page) => page.getByRole('dialog');
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

async function openPosition(page: Page, title: string): Promise<void> {
  await page.goto(`${running.address}/positions?${new URLSearchParams({ text: title }).toString()}`);
  await page.getByRole('main').getByRole('link', { name: title }).click();
  await expect(page).toHaveURL(/\/positions\/[\w-]+$/u);
}

async function openAllocation(page: Page, title: string, reference: string): Promise<Locator> {
  await openPosition(page, title);
  await page.getByRole('button', { name: 'Allocate' }).click();
  await dialogOf(page).getByLabel('Reference of the decision').fill(reference);
  return dialogOf(page);
}

/** The part of the form that pays for one year. */
const yearOf = (dialog: Locator, year: number) =>
  dialog.getByRole('group', { name: new RegExp(`^Year ${year} lacks`, 'u') });

/** Fills the last line of a year. */
async function payYear(dialog: Locator, year: number, pool: RegExp, amount: string): Promise<void> {
  const select = yearOf(dialog, year).getByLabel('Pool').last();
  const labels = await select.getByRole('option').allInnerTexts();
  await select.selectOption({ label: labels.find((label) => pool.test(label)) ?? '' });
  await yearOf(dialog, year).getByRole('textbox', { name: 'Amount' }).last().fill(amount);
}

const leaveOut = (dialog: Locator, year: number) =>
  dialog
    .getByRole('button', { name: `Remove this amount from year ${year}` })
    .last()
    .click();
const check = (dialog: Locator) => dialog.getByRole('button', { name: 'Check' }).click();
const record = (dialog: Locator) => dialog.getByRole('button', { name: 'Record', exact: true });

async function close(dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: 'Close' }).click();
  await dialog.getByRole('button', { name: 'Discard' }).click();
  await expect(dialog).toHaveCount(0);
}

async function advance(to: string): Promise<void> {
  await secretariat.getByRole('button', { name: 'Record the next step' }).click();
  const dialog = dialogOf(secretariat);
  await dialog.getByLabel('Next state').selectOption({ label: to });
  await record(dialog).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog).toHaveCount(0);
}

/** Every field of the template. */
async function writeTerms(): Promise<void> {
  await secretariat.getByRole('button', { name: 'Write a new version' }).click();
  const dialog = dialogOf(secretariat);
  for (const field of await dialog.getByRole('textbox').all()) await field.fill('Invented');
  await dialog.getByLabel('Duration in months').fill('24');
  await dialog.getByLabel('Sustainable Development Goals').fill('13');
  await dialog.getByLabel('Non-family duty station').selectOption({ label: 'no' });
  await record(dialog).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog).toHaveCount(0);
}

test('the chair sees what each pool has free, and what the fund has after its reserve', async () => {
  await chair.goto(running.address);
  const needs = chair.getByRole('region', { name: 'Needs someone' });
  await needs.getByRole('button', { name: /^Show all/u }).click();
  await expect(needs.getByRole('link', { name: 'Decide: Climate finance analyst waits for a decision' })).toBeVisible();
  await expect(chair.getByTitle('292,843.38: see what it is made of').first()).toHaveText('0.29');
  const dialog = await openAllocation(chair, 'Climate finance analyst', 'SC-2026/3');
  const pools = dialog.getByRole('table', { name: 'Pools, US dollars' });
  await expect(
    pools
      .getByRole('row', { name: /^Small island States/u })
      .getByTitle('275,681.82')
      .first(),
  ).toBeVisible();
  await expect(pools.getByRole('row', { name: /^Fund, after its reserve/u })).toContainText('292,843');
});

test('more than the pool holds is refused with both numbers', async () => {
  const dialog = dialogOf(chair);
  await payYear(dialog, 1, /Women in science/u, '145000.00');
  await leaveOut(dialog, 2);
  await check(dialog);
  await expect(dialog.getByRole('alert')).toContainText(
    'The pool “Women in science” has US$ 5,655.17 free; this needs US$ 145,000.00. Nothing was recorded.',
  );
  await expect(record(dialog)).toHaveCount(0);
});

test('more than the whole fund holds after its reserve is refused, though each pool has enough', async () => {
  const dialog = dialogOf(chair);
  await close(dialog);
  await openAllocation(chair, 'Climate finance analyst', 'SC-2026/3');
  await payYear(dialog, 1, /Small island States/u, '145000.00');
  await payYear(dialog, 2, /Small island States/u, '130000.00');
  await yearOf(dialog, 2).getByRole('button', { name: 'Add another pool' }).click();
  await payYear(dialog, 2, /Least developed/u, '19000.00');
  await check(dialog);
  await expect(dialog.getByRole('alert')).toContainText(
    'The fund has US$ 292,843.38 free; this needs US$ 294,000.00. Nothing was recorded.',
  );
  await expect(record(dialog)).toHaveCount(0);
});

test('more than the year costs is refused', async () => {
  const dialog = dialogOf(chair);
  await leaveOut(dialog, 2);
  await leaveOut(dialog, 2);
  await payYear(dialog, 1, /Small island States/u, '145000.01');
  await check(dialog);
  await expect(dialog.getByRole('alert')).toContainText(
    'Year 1 of “Climate finance analyst” needs only US$ 145,000.00 more; US$ 145,000.01 was asked.',
  );
});

test('what is affordable says what it posts, is recorded, and approves the position', async () => {
  const dialog = dialogOf(chair);
  await payYear(dialog, 1, /Small island States/u, '145000.00');
  const pool = dialog.getByRole('row', { name: /^Small island States/u });
  await expect(pool.getByRole('cell').last()).toHaveText('130,682');
  await check(dialog);
  await expect(dialog.getByRole('listitem')).toHaveText('Year 1: US$ 145,000.00 from Small island States');
  await expect(dialog.getByRole('table', { name: 'What will be posted' })).toContainText('US$ 145,000.00');
  await record(dialog).dblclick();
  await expect(dialog).toContainText(/Recorded as entry \d+/u);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(chair.getByText('approved', { exact: true }).first()).toBeVisible();
  const decisions = chair.getByRole('region', { name: 'Decisions' });
  await expect(decisions.getByText('SC-2026/3: Sponsorship of Climate finance analyst')).toHaveCount(1);
  await expect(decisions).toContainText('Year 1, from Small island States');
});

test('pool and overview follow to the cent', async () => {
  await chair.getByRole('button', { name: 'Allocate' }).click();
  const pools = dialogOf(chair).getByRole('table', { name: 'Pools, US dollars' });
  await expect(
    pools
      .getByRole('row', { name: /^Small island States/u })
      .getByTitle('130,681.82')
      .first(),
  ).toBeVisible();
  await expect(pools.getByRole('row', { name: /^Fund, after its reserve/u })).toContainText('147,843');
  await dialogOf(chair).getByRole('button', { name: 'Close' }).click();
  await chair.goto(running.address);
  const free = chair
    .getByRole('term')
    .filter({ hasText: /^Free to allocate$/u })
    .locator('..');
  await expect(free.getByTitle('147,843.38')).toHaveText('0.15');
  await expect(free).toContainText('pays no further position');
});

test('the reference of a decision is taken once', async () => {
  const dialog = await openAllocation(chair, 'Urban planning analyst', 'SC-2026/3');
  await payYear(dialog, 2, /Unearmarked/iu, '1000.00');
  await check(dialog);
  await expect(dialog.getByRole('alert')).toContainText('The reference “SC-2026/3” is already in use.');
  await close(dialog);
});

test('the secretariat cannot allocate, and reads whose task it is', async () => {
  await openPosition(secretariat, 'Urban planning analyst');
  const button = secretariat.getByRole('button', { name: 'Allocate' });
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await expect(button).toHaveAccessibleDescription('Only a chair can decide an allocation.');
});

async function secondChair(browser: Browser): Promise<Page> {
  return openAs(browser, running.address, 'chair');
}

test('two windows want the same money: one gets it, the other is told what is left', async ({ browser }) => {
  const other = await secondChair(browser);
  const pages = [chair, other] as const;
  const titles = ['Sports for peace officer', 'Fisheries policy officer'] as const;
  const dialogs = await Promise.all(
    pages.map((page, index) => openAllocation(page, titles[index] ?? '', `SC-2026/R${index}`)),
  );
  const [first, second] = dialogs as [Locator, Locator];
  await leaveOut(first, 2);
  await payYear(first, 1, /Small island States/u, '100000.00');
  await payYear(second, 2, /Small island States/u, '100000.00');
  // Both are told beforehand that it can be done.
  for (const dialog of dialogs) {
    await check(dialog);
    await expect(record(dialog)).toBeVisible();
  }
  await Promise.all(dialogs.map((dialog) => record(dialog).click()));
  const won = (dialog: Locator) => dialog.getByText(/^Recorded as entry \d+\.$/u);
  const lost = (dialog: Locator) =>
    dialog.getByText(
      'The pool “Small island States” has US$ 30,681.82 free; this needs US$ 100,000.00. Nothing was recorded.',
    );
  for (const dialog of dialogs) await expect(won(dialog).or(lost(dialog))).toBeVisible();
  const [firstWon, secondLost] = [(await won(first).count()) === 1, (await lost(second).count()) === 1];
  expect(secondLost, 'one wins, the other loses').toBe(firstWon);
  await other.context().close();
});

test('the secretariat proposes a position and leads it to the committee', async () => {
  await secretariat.goto(`${running.address}/positions`);
  await secretariat.getByRole('button', { name: 'Propose a position' }).click();
  const dialog = dialogOf(secretariat);
  await dialog.getByLabel('Title of the post').fill('Seed bank officer');
  await dialog.getByLabel('Host organization').selectOption({ label: 'Oceans and Islands Agency' });
  await dialog.getByLabel('Duty station').selectOption({ label: 'Apia, Samoa' });
  await dialog.getByLabel('Starts on').fill('2027-09-01');
  await dialog.getByLabel('Year 1').fill('20000.00');
  await dialog.getByLabel('Year 2').fill('21000.00');
  await expect(dialog.getByText('Total US$ 41,000.00')).toBeVisible();
  await record(dialog).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(heading(secretariat)).toHaveText('Oceans proposes this post in Apia for US$ 41,000');
  await writeTerms();
  for (const state of ['submitted', 'screened', 'scored']) await advance(state);
  await expect(heading(secretariat)).toHaveText('US$ 41,000 for this post in Apia waits for a decision');
});

test('no letter of offer before the money of the first year, with the amounts', async () => {
  const decision = await openAllocation(chair, 'Seed bank officer', 'SC-2026/4');
  await leaveOut(decision, 2);
  await payYear(decision, 1, /Unearmarked/iu, '15000.00');
  await expect(yearOf(decision, 1)).toContainText('US$ 5,000.00 stays missing');
  await check(decision);
  await record(decision).click();
  await decision.getByRole('button', { name: 'Done' }).click();
  await openPosition(secretariat, 'Seed bank officer');
  for (const state of ['advertised', 'long list', 'short list', 'interviews', 'selected', 'clearances'])
    await advance(state);
  await secretariat.getByRole('button', { name: 'Record the next step' }).click();
  const dialog = dialogOf(secretariat);
  const missing = 'Year 1 costs US$ 20,000.00 and only US$ 15,000.00 is allocated.';
  await expect(dialog.getByRole('status').filter({ hasText: 'This step still waits' })).toContainText(missing);
  await record(dialog).click();
  await expect(dialog.getByRole('alert')).toContainText(`The step to “offered” still waits. ${missing}`);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(secretariat.getByText('clearances', { exact: true }).first()).toBeVisible();
});

test('after all that, every rule of the books holds', async () => {
  expect(await fund(running.databaseUrl, ['verify'])).toContain('everything holds');
});
