import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { type DemoRole, openAs } from './people.ts';
import { fund, type RunningFund, startFund } from './server.ts';

test.describe.configure({ mode: 'serial' });

// Five people at once: the chair, members of three organizations, and the secretariat. Meridian hosts what is decided.
let running: RunningFund;
let chair: Page;
let meridian: Page;
let lyceum: Page;
let oceans: Page;
let secretariat: Page;
let meetingUrl = '';

test.beforeAll(async ({ browser }) => {
  running = await startFund();
  const open = (role: DemoRole) => openAs(browser, running.address, role);
  chair = await open('chair');
  meridian = await open('member');
  lyceum = await open('member-lyceum');
  oceans = await open('member-oceans');
  secretariat = await open('secretariat');
});

test.afterAll(async () => {
  await running.stop();
});

const everybody = (): readonly Page[] => [chair, meridian, lyceum, oceans, secretariat];
const dialogOf = (page: Page) => page.getByRole('dialog');
const press = (on: Page | Locator, name: string) => on.getByRole('button', { name, exact: true }).click();
const quorum = (page: Page) => page.getByRole('status', { name: 'Quorum of the meeting' });
const onTable = (page: Page, reference: string) =>
  page.getByRole('region', { name: new RegExp(`^On the table: ${reference}`, 'u') });

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

/** The secretariat drafts one more decision that allocates, for the meeting. */
async function draft(reference: string, pool: RegExp, amount: string): Promise<void> {
  await secretariat.goto(`${running.address}/decisions`);
  await press(secretariat, 'Draft a decision');
  const dialog = dialogOf(secretariat);
  await dialog.getByLabel('Reference of the decision').fill(reference);
  await dialog.getByLabel('Meeting').selectOption({ label: 'SCM-2026-2: Tenth meeting of the Steering Committee' });
  await dialog.getByLabel('Title').fill('Second year of an analyst');
  await dialog.getByLabel('Text of the decision').fill('The committee allocates the second year.');
  const line = dialog.getByRole('group', { name: 'Line 1' });
  await line.getByLabel('Position').selectOption({ label: 'Climate finance analyst, Meridian' });
  await line.getByLabel('Year').fill('2');
  const labels = await line.getByLabel('Pool').getByRole('option').allInnerTexts();
  await line.getByLabel('Pool').selectOption({ label: labels.find((label) => pool.test(label)) ?? '' });
  await line.getByLabel('Amount').fill(amount);
  await press(dialog, 'Save the draft');
  await expect(dialog.getByRole('status')).toHaveText('The draft is on record.');
  await press(dialog, 'Done');
}

test('the secretariat prepares what is to be decided, and the pack says it', async () => {
  await draft('SC-2026/32', /^Women in science/u, '149000.00');
  await secretariat.goto(`${running.address}/meetings`);
  await secretariat.getByRole('link', { name: 'SCM-2026-2' }).click();
  await expect(secretariat.getByRole('heading', { level: 1 })).toHaveText('Tenth meeting of the Steering Committee');
  meetingUrl = secretariat.url();
  await secretariat.getByRole('link', { name: 'Meeting pack' }).click();
  const asked = secretariat.getByRole('region', { name: 'Decisions asked' });
  await expect(asked).toContainText('SC-2026/31: First year of a climate finance analyst in Suva');
  await expect(asked).toContainText('Meridian takes no part: it is the host');
  await expect(asked).toContainText('the pool “Women in science” has US$ 5,655.17 free and this needs US$ 149,000.00');
  await expect(secretariat.getByRole('region', { name: 'Open action points' })).toContainText('SCM-2026-1');
  await expectAccessible(secretariat);
});

test('the chair opens the meeting, and there is no quorum until enough organizations are here', async () => {
  for (const page of everybody()) await page.goto(meetingUrl);
  await press(chair, 'Open the meeting');
  for (const page of everybody())
    await expect(quorum(page)).toHaveText('No quorum: 0 of 4 organizations here, 2 needed');
  await press(meridian, 'Mira Halden is here');
  for (const page of everybody())
    await expect(quorum(page)).toHaveText('No quorum: 1 of 4 organizations here, 2 needed');
  const first = chair.getByRole('region', { name: 'To be decided' });
  await first.getByRole('button', { name: 'Put on the table' }).first().click();
  await expect(first.getByRole('alert')).toContainText(
    'There is no quorum: of 4 organizations 0 are here and may decide',
  );
  await press(lyceum, 'Leila Ostrander is here');
  await press(secretariat, 'Okoro Finch is here');
  for (const page of everybody()) await expect(quorum(page)).toHaveText('Quorum: 3 of 4 organizations here, 2 needed');
});

test('the member whose organization is the host is recused by force, and the others vote', async () => {
  await chair.getByRole('button', { name: 'Put on the table' }).first().click();
  for (const page of everybody()) {
    await expect(onTable(page, 'SC-2026/31')).toContainText('Meridian takes no part: it is the host');
    await expect(onTable(page, 'SC-2026/31')).toContainText('Quorum: 2 of 4 organizations here, 2 needed');
  }
  await expect(meridian.getByRole('group', { name: 'Vote for Meridian' })).toHaveCount(0);
  await expect(chair.getByRole('group', { name: /^Vote for/u })).toHaveCount(0);
  await press(lyceum.getByRole('group', { name: 'Vote for Lyceum' }), 'for');
  await expect(onTable(oceans, 'SC-2026/31')).toContainText('Lyceum: for');
  await press(oceans.getByRole('group', { name: 'Vote for Oceans' }), 'for');
  for (const page of everybody())
    await expect(onTable(page, 'SC-2026/31')).toContainText('2 for, 0 against, 0 abstain; 2 votes for carry it');
  await expect(lyceum.getByRole('group', { name: 'Vote for Lyceum' })).toHaveCount(0);
  await expectAccessible(lyceum);
});

async function secondChair(browser: Browser): Promise<Page> {
  const page = await openAs(browser, running.address, 'chair');
  await page.goto(meetingUrl);
  return page;
}

test('two chairs close it at once: one does, the other is told; the money is reserved once', async ({ browser }) => {
  const other = await secondChair(browser);
  const pages = [chair, other] as const;
  for (const page of pages) {
    await press(onTable(page, 'SC-2026/31'), 'Close by vote');
    await expect(dialogOf(page)).toContainText('2 for, 0 against, 0 abstain; 2 votes for carry it');
    await expect(dialogOf(page).getByRole('table', { name: 'What will be posted' })).toContainText('US$ 145,000.00');
  }
  await expectAccessible(chair);
  await Promise.all(pages.map((page) => press(dialogOf(page), 'Close the decision')));
  const won = (page: Page) => dialogOf(page).getByText('The decision SC-2026/31 is closed.');
  const lost = (page: Page) => dialogOf(page).getByText('The decision SC-2026/31 is adopted by now.');
  for (const page of pages) await expect(won(page).or(lost(page))).toBeVisible();
  expect((await won(chair).count()) + (await won(other).count()), 'one closes it').toBe(1);
  expect((await lost(chair).count()) + (await lost(other).count()), 'the other is told').toBe(1);
  await other.context().close();
  await press(dialogOf(chair), (await won(chair).count()) === 1 ? 'Done' : 'Close');
});

test('more than a pool holds is refused with the numbers, and the committee defers it', async () => {
  await chair.goto(meetingUrl);
  await chair.getByRole('button', { name: 'Put on the table' }).click();
  for (const page of [lyceum, oceans]) {
    await page.goto(meetingUrl);
    await press(onTable(page, 'SC-2026/32'), 'for');
  }
  await expect(onTable(chair, 'SC-2026/32')).toContainText('2 for, 0 against, 0 abstain');
  await press(onTable(chair, 'SC-2026/32'), 'Close by vote');
  const dialog = dialogOf(chair);
  await press(dialog, 'Close the decision');
  await expect(dialog.getByRole('alert')).toContainText(
    'The pool “Women in science” has US$ 5,655.17 free; this needs US$ 149,000.00. Nothing was recorded.',
  );
  await press(dialog, 'Close');
  await press(onTable(chair, 'SC-2026/32'), 'Close by consensus');
  await dialog.getByLabel('The committee').selectOption({ label: 'defers it' });
  await dialog.getByLabel('Reason').fill('Until the next deposit');
  await press(dialog, 'Close the decision');
  await press(dialog, 'Done');
});

test('minutes are written, and the chair closes the meeting', async () => {
  await secretariat.goto(meetingUrl);
  await press(secretariat, 'Write the minutes');
  await dialogOf(secretariat).getByLabel('Minutes').fill('Adopted SC-2026/31, deferred SC-2026/32.');
  await press(dialogOf(secretariat), 'Record');
  await press(dialogOf(secretariat), 'Done');
  await chair.keyboard.press('l');
  await expect(chair).toHaveURL(/type=large/u);
  await expectAccessible(chair);
  await press(chair, 'Close the meeting');
  await expect(
    chair.getByRole('banner').or(chair.getByRole('main')).getByText('closed', { exact: true }).first(),
  ).toBeVisible();
});

test('the register tells how each was decided, and the decision leads to its entry', async () => {
  await meridian.goto(`${running.address}/decisions`);
  const register = meridian.getByRole('table', { name: 'Decisions of the committee' });
  await expect(register.getByRole('row', { name: /SC-2026\/32/u })).toContainText('deferred');
  await expect(register.getByRole('row', { name: /SC-2026\/3 /u })).toHaveCount(0);
  await expectAccessible(meridian);
  await register.getByRole('link', { name: 'SC-2026/31' }).click();
  await expect(meridian.getByRole('region', { name: 'How it was decided' })).toContainText(
    '2 of 4 organizations, 2 needed',
  );
  await expect(meridian.getByRole('list', { name: 'Recused' })).toContainText('Meridian takes no part');
  await expectAccessible(meridian);
  await meridian.getByRole('link', { name: /^Entry \d+/u }).click();
  await expect(meridian.getByRole('main')).toContainText('145,000.00');
  await meridian.goto(`${running.address}/positions?text=Climate+finance`);
  await expect(meridian.getByRole('main')).toContainText('approved');
});

test('members and rules are shown, and overlapping terms are refused', async () => {
  await secretariat.goto(`${running.address}/committee`);
  await expect(secretariat.getByRole('heading', { level: 1 })).toHaveText('4 organizations have a seat');
  await expectAccessible(secretariat);
  await press(secretariat, 'Fill a seat');
  const dialog = dialogOf(secretariat);
  await dialog.getByLabel('Person').selectOption({ label: 'Okoro Finch, Oceans' });
  await dialog.getByLabel('Organization').selectOption({ label: 'Oceans and Islands Agency' });
  await press(dialog, 'Fill the seat');
  await expect(dialog.getByRole('alert')).toContainText('Okoro Finch holds the seat of Oceans');
});

test('after all that, every rule of the books holds', async () => {
  expect(await fund(running.databaseUrl, ['verify'])).toContain('everything holds');
});
