import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { openAs } from './people.ts';
import { fund, type RunningFund, startFund } from './server.ts';

test.describe.configure({ mode: 'serial' });

let running: RunningFund;
let chair: Page;
let secretariat: Page;

const TITLE = 'Seed bank officer';

test.beforeAll(async ({ browser }) => {
  running = await startFund();
  chair = await openAs(browser, running.address, 'chair');
  secretariat = await openAs(browser, running.address, 'secretariat');
});

test.afterAll(async () => {
  await running.stop();
});

const dialogOf = (page: Page) => page.getByRole('dialog');
const part = (page: Page, name: string) => page.getByRole('region', { name });

/** Records at once, or, where money moves with it, after what it posts was shown. */
async function record(dialog: Locator): Promise<void> {
  const button = dialog.getByRole('button', { name: /^(?:Check|Record)$/u });
  if ((await button.innerText()) === 'Check') await button.click();
  await dialog.getByRole('button', { name: 'Record', exact: true }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog).toHaveCount(0);
}

async function openStep(to: string, reason = ''): Promise<Locator> {
  await secretariat.getByRole('button', { name: 'Record the next step' }).click();
  const dialog = dialogOf(secretariat);
  await dialog.getByLabel('Next state').selectOption({ label: to });
  if (reason !== '') await dialog.getByLabel('Reason').fill(reason);
  return dialog;
}

async function advance(to: string, reason = ''): Promise<void> {
  await record(await openStep(to, reason));
  await expect(part(secretariat, 'The post')).toContainText(to);
  await expect(part(secretariat, 'Its whole story').getByRole('listitem').filter({ hasText: to })).not.toHaveCount(0);
}

/** Asks for a step that must be refused, and gives what the refusal says. */
async function refusalOf(to: string, reason = ''): Promise<string> {
  const dialog = await openStep(to, reason);
  await dialog.getByRole('button', { name: /^(?:Check|Record)$/u }).click();
  const said = (await dialog.getByRole('alert').innerText()).replaceAll('\u00a0', ' ');
  await dialog.getByRole('button', { name: 'Close' }).click();
  const discard = dialog.getByRole('button', { name: 'Discard' });
  await discard
    .or(secretariat.getByRole('button', { name: 'Record the next step' }))
    .first()
    .waitFor();
  if ((await discard.count()) > 0) await discard.click();
  await expect(dialog).toHaveCount(0);
  return said;
}

/** The committee reserves an amount for one year of the post, from the unearmarked pool. */
async function allocate(reference: string, year: number, amount: string): Promise<void> {
  await chair.goto(secretariat.url());
  await chair.getByRole('button', { name: 'Allocate' }).click();
  const dialog = dialogOf(chair);
  await dialog.getByLabel('Reference of the decision').fill(reference);
  for (const other of [1, 2, 3].filter((one) => one !== year)) {
    const remove = dialog.getByRole('button', { name: `Remove this amount from year ${other}` });
    if ((await remove.count()) > 0) await remove.last().click();
  }
  const lines = dialog.getByRole('group', { name: new RegExp(`^Year ${year} lacks`, 'u') });
  const pool = lines.getByLabel('Pool').last();
  const labels = await pool.getByRole('option').allInnerTexts();
  await pool.selectOption({ label: labels.find((label) => /Unearmarked/iu.test(label)) ?? '' });
  await lines.getByRole('textbox', { name: 'Amount' }).last().fill(amount);
  await record(dialog);
  await secretariat.reload();
}

async function find(kind: string, fill: (dialog: Locator) => Promise<unknown> = async () => undefined): Promise<void> {
  await part(secretariat, 'Extension into year')
    .getByRole('button', { name: `Record ${kind}` })
    .click();
  const dialog = dialogOf(secretariat);
  await dialog.getByLabel('Paper in which it stands').fill('Invented letter');
  await fill(dialog);
  await record(dialog);
}

const agree = (dialog: Locator) => dialog.getByLabel('Contributor').selectOption({ index: 1 });

/** No violation of the standards in the page as it stands. */
async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .setLegacyMode(true)
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))])).toEqual([]);
}

test('a post begins as a draft and is not submitted while a field of its terms of reference is empty', async () => {
  await secretariat.goto(`${running.address}/positions`);
  await secretariat.getByRole('button', { name: 'Propose a position' }).click();
  const dialog = dialogOf(secretariat);
  await dialog.getByLabel('Title of the post').fill(TITLE);
  await dialog.getByLabel('Host organization').selectOption({ label: 'Oceans and Islands Agency' });
  await dialog.getByLabel('Duty station').selectOption({ label: 'Apia, Samoa' });
  await dialog.getByLabel('Starts on').fill('2026-09-01');
  await dialog.getByLabel('Year 1').fill('2000.00');
  await dialog.getByLabel('Year 2').fill('2100.00');
  await record(dialog);
  await expect(secretariat).toHaveURL(/\/positions\/[\w-]+$/u);
  await expect(part(secretariat, 'What comes next')).toContainText('The terms of reference lack: Code, Submitted by');
  await expectAccessible(secretariat);
  expect(await refusalOf('submitted')).toContain('Method of supervision, Duties. Nothing was changed.');
  await secretariat.getByRole('button', { name: 'Write a new version' }).click();
  const terms = dialogOf(secretariat);
  for (const field of await terms.getByRole('textbox').all()) await field.fill('Invented');
  await terms.getByLabel('Duration in months').fill('24');
  await terms.getByLabel('Sustainable Development Goals').fill('13');
  await record(terms);
  expect(await refusalOf('submitted')).toContain('The terms of reference lack: Non-family duty station.');
  await secretariat.getByRole('button', { name: 'Write a new version' }).click();
  await dialogOf(secretariat).getByLabel('Non-family duty station').selectOption({ label: 'no' });
  await record(dialogOf(secretariat));
  await expect(part(secretariat, 'Terms of reference')).toContainText('1 earlier version');
  for (const state of ['submitted', 'screened', 'scored']) await advance(state);
});

test('only a decision approves it; then it is advertised, and again where the chosen one declines', async () => {
  await secretariat.getByRole('button', { name: 'Record the next step' }).click();
  const offered = await dialogOf(secretariat).getByLabel('Next state').getByRole('option').allInnerTexts();
  expect(offered).toEqual(['withdrawn']);
  await dialogOf(secretariat).getByRole('button', { name: 'Close' }).click();
  await allocate('SC-2026/F1', 1, '1500.00');
  for (const state of ['advertised', 'long list', 'short list', 'interviews', 'selected']) await advance(state);
  expect(await refusalOf('short list')).toContain('It needs a reason: write it into the note.');
  await advance('short list', 'The chosen one declined.');
  for (const state of ['interviews', 'selected', 'clearances']) await advance(state);
});

test('no letter of offer before the cash of the whole first year is there', async () => {
  const missing = 'Year 1 costs US$ 2,000.00 and only US$ 1,500.00 is allocated.';
  await expect(part(secretariat, 'What comes next')).toContainText(missing);
  expect(await refusalOf('offered')).toBe(`The step to “offered” still waits. ${missing} Nothing was changed.`);
  await allocate('SC-2026/F2', 1, '500.00');
  for (const state of ['offered', 'in post, year 1', 'extension review']) await advance(state);
});

test('the extension names everything that is missing, and is taken once nothing is', async () => {
  const said = await refusalOf('in post, year 2');
  for (const missing of [
    'Nobody has confirmed the priority for year 2.',
    'No evaluation before year 2 is on record.',
    'No contributor has agreed to year 2.',
    'Year 2 costs US$ 2,100.00 and only US$ 0.00 is allocated.',
  ])
    expect(said).toContain(missing);
  await find('Priority confirmed');
  await find('Satisfactory evaluation', (dialog) => dialog.getByLabel('Finding').selectOption({ label: 'no' }));
  await allocate('SC-2026/F3', 2, '2100.00');
  const still = await refusalOf('in post, year 2');
  expect(still).toContain('The evaluation before year 2 is not satisfactory. No contributor has agreed to year 2.');
  expect(still).not.toContain('costs');
  await find('Satisfactory evaluation');
  await find('Contributor’s agreement', agree);
  await expectAccessible(secretariat);
  await advance('in post, year 2');
});

test('year three is shared with the host', async () => {
  await advance('extension review');
  await find('Priority confirmed');
  await find('Satisfactory evaluation');
  await find('Contributor’s agreement', agree);
  const said = await refusalOf('in post, year 3');
  expect(said).toContain('The share that the host bears of year 3 is not on record. Year 3 has no cost on record.');
  await find('Share of the host', async (dialog) => {
    await dialog.getByLabel('The host bears').fill('1100.00');
    await dialog.getByLabel('The fund bears').fill('1000.00');
  });
  await allocate('SC-2026/F4', 3, '1000.00');
  await advance('in post, year 3');
});

test('who leaves early leaves a reason; it is said who stayed; and the books hold', async () => {
  expect(await refusalOf('separated')).toContain('It needs a reason');
  await advance('separated', 'Found a post in the system.');
  const after = part(secretariat, 'After separation');
  await expect(after).toContainText('It ended early: its contract ran until 31 Aug 2029.');
  await after.getByRole('button', { name: 'Record at separation' }).click();
  await dialogOf(secretariat).getByLabel('Works').selectOption({ label: 'with the same organization' });
  await record(dialogOf(secretariat));
  await expect(after).toContainText('with the same organization');
  await expect(after.getByRole('button', { name: 'Record 6 months later' })).toHaveAttribute('aria-disabled', 'true');
  await expectAccessible(secretariat);
  expect(await fund(running.databaseUrl, ['verify'])).toContain('everything holds');
});

test('all positions stand on a board by state, in time and among all states with their gates, and the address keeps which', async () => {
  await secretariat.goto(`${running.address}/positions`);
  await secretariat.getByRole('link', { name: 'Board' }).click();
  await expect(secretariat).toHaveURL(/view=board/u);
  await expect(part(secretariat, 'separated').getByRole('link', { name: TITLE })).toBeVisible();
  await expectAccessible(secretariat);
  await secretariat.getByRole('link', { name: 'Timeline' }).click();
  await expect(secretariat).toHaveURL(/view=timeline/u);
  await expect(secretariat.getByRole('link', { name: new RegExp(TITLE, 'u') })).toBeVisible();
  await expectAccessible(secretariat);
  await secretariat.getByRole('link', { name: 'States' }).click();
  await expect(secretariat).toHaveURL(/view=states/u);
  await expect(secretariat.getByRole('row', { name: /^clearances/u })).toContainText('its pools hold the cash');
  await expectAccessible(secretariat);
  await secretariat
    .getByRole('row', { name: /^separated/u })
    .getByRole('link')
    .click();
  await expect(secretariat).toHaveURL(/state=separated/u);
  await expect(secretariat.getByRole('link', { name: TITLE })).toBeVisible();
});
