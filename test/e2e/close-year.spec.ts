import { expect, type Locator, type Page, test } from '@playwright/test';
import { openAs } from './people.ts';
import { fund, type RunningFund, startFund } from './server.ts';

// Journey 5: what hosts report comes in, somebody else certifies it, both books agree, the year is closed, and stays closed.
test.describe.configure({ mode: 'serial' });

let running: RunningFund;
let secretariat: Page;
let certifier: Page;
let chair: Page;

test.beforeAll(async ({ browser }) => {
  running = await startFund();
  [secretariat, certifier, chair] = await Promise.all([
    openAs(browser, running.address, 'secretariat'),
    openAs(browser, running.address, 'certifier'),
    openAs(browser, running.address, 'chair'),
  ]);
});

test.afterAll(async () => {
  await running.stop();
});

const open = (page: Page, path: string) => page.goto(running.address + path);
const sentence = (page: Page): Locator => page.getByRole('heading', { level: 1 });
const dialogOf = (page: Page): Locator => page.getByRole('dialog');
const END = '2025-12-31';

const check = (page: Page) => dialogOf(page).getByRole('button', { name: 'Check' }).click();

/** Looks at what will be posted, records it, and closes the form. */
async function recordShown(page: Page, posted: string): Promise<void> {
  await check(page);
  await expect(dialogOf(page).getByRole('table', { name: 'What will be posted' })).toContainText(posted);
  await dialogOf(page).getByRole('button', { name: 'Record', exact: true }).click();
  await expect(dialogOf(page).getByRole('status').filter({ hasText: 'Recorded as entry' })).toBeVisible();
  await dialogOf(page).getByRole('button', { name: 'Done' }).click();
  await expect(dialogOf(page)).toHaveCount(0);
}

/** Opens the form of a movement on the last day of the year. */
async function movement(form: string, amount: string, description: string): Promise<Locator> {
  await open(secretariat, `/movements?record=${form}`);
  const dialog = dialogOf(secretariat);
  await dialog.getByLabel('On', { exact: true }).fill(END);
  await dialog.getByLabel('Amount', { exact: true }).first().fill(amount);
  await dialog.getByLabel('Description').fill(description);
  return dialog;
}

const fromLyceum = (dialog: Locator) =>
  dialog.getByLabel('Host organization').selectOption({ label: 'Lyceum for Learning and Heritage' });

test('hosts’ last reports come in: expenditure by component, and a refund in both books', async () => {
  let dialog = await movement('organization-expenditure', '1200.00', 'Final report 2025');
  await fromLyceum(dialog);
  for (const [index, [component, amount]] of [
    ['salary', '1000.00'],
    ['induction', '200.00'],
  ].entries()) {
    await dialog.getByRole('button', { name: 'Add a component' }).click();
    const line = dialog.getByRole('group', { name: `Component ${index + 1}` });
    await line.getByLabel('Component', { exact: true }).selectOption(component ?? '');
    await line.getByLabel('Amount').fill(amount ?? '');
  }
  await expect(dialog.getByText('equals the amount')).toBeVisible();
  await recordShown(secretariat, '1,200.00');
  dialog = await movement('refund', '500.00', 'Unspent 2025');
  await fromLyceum(dialog);
  await recordShown(secretariat, '500.00');
  dialog = await movement('organization-refund', '500.00', 'Unspent 2025, sent back');
  await fromLyceum(dialog);
  await recordShown(secretariat, '500.00');
});

test('interest and the support cost of an agreement are recorded', async () => {
  await movement('interest-fund', '75.25', 'Late interest 2025');
  await recordShown(secretariat, '75.25');
  await open(secretariat, '/contributions?text=FJO-2025');
  await secretariat.getByRole('link', { name: 'FJO-2025', exact: true }).click();
  await secretariat.getByRole('button', { name: 'Set a rate' }).click();
  const dialog = dialogOf(secretariat);
  await dialog.getByLabel('From', { exact: true }).fill('2025-05-20');
  await dialog.getByLabel('Percent').fill('8.00');
  await dialog.getByLabel('Which paper sets it').fill('Article 5 of the agreement');
  await dialog.getByRole('button', { name: 'Record', exact: true }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await secretariat.getByRole('button', { name: 'Charge support cost' }).click();
  await dialog.getByLabel('On', { exact: true }).fill(END);
  await dialog.getByLabel('Of expenditure of').fill('1200.00');
  await dialog.getByLabel('Description').fill('Support cost on the expenditure of 2025');
  await recordShown(secretariat, '96.00');
});

test('what waits for certification stands in the way of closing, and the page says so', async () => {
  await open(secretariat, '/years');
  await expect(sentence(secretariat)).toHaveText(
    'The books are closed to the end of 2024; 2025 has ended and is still open',
  );
  const close = secretariat.getByRole('button', { name: 'Close 2025' });
  await expect(close).toHaveAttribute('aria-disabled', 'true');
  await expect(close).toHaveAccessibleDescription('5 entries of the year wait for certification.');
  const list = secretariat.getByRole('region', { name: 'Before 2025 is closed' });
  await expect(list.getByRole('listitem').first()).toContainText('5 entries wait for certification');
  await list.getByRole('link', { name: 'See what waits' }).click();
  await expect(sentence(secretariat)).toContainText('5 entries');
  const certify = secretariat.getByRole('button', { name: 'Certify the 5 entries that wait here' });
  await expect(certify).toHaveAttribute('aria-disabled', 'true');
  await expect(certify).toHaveAccessibleDescription(/^Only /u);
});

test('who recorded them does not certify them; somebody else sees what they are and does', async () => {
  await open(certifier, `/ledger?certification=pending&to=${END}`);
  await certifier.getByRole('button', { name: 'Certify the 5 entries that wait here' }).click();
  const dialog = dialogOf(certifier);
  await expect(dialog.getByRole('row')).toHaveCount(6);
  await expect(dialog).toContainText('Support cost on the expenditure of 2025');
  await expect(dialog).toContainText('Recorded by Sena Bright');
  await dialog.getByRole('button', { name: 'Certify', exact: true }).dblclick();
  await expect(dialog.getByRole('status')).toHaveText('5 entries are certified.');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(sentence(certifier)).toHaveText('No entry matches');
  await open(certifier, '/ledger/100');
  await expect(certifier.getByRole('main')).toContainText('Cora Lindqvist, 22 Nov 2026');
});

test('the statement of the year holds what was recorded, all of it certified, and both books agree', async () => {
  await open(chair, `/statement?from=2025-01-01&asOf=${END}`);
  const statement = chair.getByRole('main').getByRole('table').first();
  await expect(statement.getByRole('row', { name: /^Refunds received/u })).toContainText('9,900.00');
  await expect(statement.getByRole('row', { name: /support cost/iu })).toContainText('96.00');
  await chair.getByLabel('Certified entries only').check();
  await expect(statement.getByRole('row', { name: /support cost/iu })).toContainText('96.00');
  await open(chair, `/books?asOf=${END}`);
  await expect(sentence(chair)).toHaveText('The two books agree');
  await open(chair, '/years');
  await expect(chair.getByRole('region', { name: 'Before 2025 is closed' })).toContainText(
    'The hosts’ books agree with what the fund sent',
  );
});

test('the secretariat closes the year, and is told what that means and what is not in order', async () => {
  await open(secretariat, '/years');
  await secretariat.getByRole('button', { name: 'Close 2025' }).click();
  const dialog = dialogOf(secretariat);
  await expect(dialog).toContainText('nothing can take effect in 2025 or before it');
  await expect(dialog).not.toContainText('Not in order yet');
  await dialog.getByLabel('Note').fill('All four hosts have sent their certified reports.');
  await dialog.getByRole('button', { name: 'Close 2025' }).click();
  await expect(dialog.getByRole('status')).toHaveText('The financial year 2025 is closed.');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(sentence(secretariat)).toHaveText('Every year that has ended is closed, the last one is 2025');
  await expect(secretariat.getByRole('row', { name: /^2025/u })).toContainText('Sena Bright, 22 Nov 2026');
});

/** Opens the form that reverses an entry of 2025, on a day. */
async function reverseOn(day: string): Promise<Locator> {
  await open(secretariat, '/ledger/100');
  await secretariat.getByRole('button', { name: 'Reverse this entry' }).click();
  const dialog = dialogOf(secretariat);
  await dialog.getByLabel('Takes effect on').fill(day);
  await dialog.getByLabel('Why it is wrong').fill('The host reported it twice');
  await dialog.getByRole('button', { name: 'Check' }).click();
  return dialog;
}

test('a late entry is refused with the day, the year and the way out', async () => {
  const dialog = await reverseOn(END);
  await expect(dialog.getByRole('alert')).toHaveText(
    '31 Dec 2025 lies in 2025, and that financial year is closed. Nothing was recorded. Use a day of an open year, or have the committee reopen the year by a decision.',
  );
  await expect(dialog.getByRole('button', { name: 'Record', exact: true })).toHaveCount(0);
});

test('only the chair reopens it, by a decision that is recorded with it and takes its paper', async () => {
  await open(secretariat, '/years');
  await expect(secretariat.getByRole('button', { name: 'Reopen 2025' })).toHaveAccessibleDescription(
    'Only a chair can reopen a financial year.',
  );
  await open(chair, '/years');
  await chair.getByRole('button', { name: 'Reopen 2025' }).click();
  const dialog = dialogOf(chair);
  await dialog.getByRole('button', { name: 'Reopen 2025' }).click();
  await expect(dialog.getByText('Fill this in.')).toHaveCount(3);
  await dialog.getByLabel('Reference of the decision').fill('SC-2026/3');
  await dialog.getByLabel('Title').fill('Late correction by Lyceum');
  await dialog.getByLabel('What the committee decided, and why').fill('Lyceum withdrew a report of 2025.');
  await dialog.getByRole('button', { name: 'Reopen 2025' }).click();
  await expect(dialog.getByRole('status')).toContainText('the financial year 2025 is open');
  await dialog.getByRole('button', { name: 'Done' }).click();
  const events = chair.getByRole('region', { name: 'Closed and reopened' });
  await expect(events).toContainText('2025 reopened by decision SC-2026/3: Late correction by Lyceum');
  await events
    .getByLabel('File to attach')
    .setInputFiles({ name: 'Minutes.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') });
  await expect(events.getByText('Minutes.pdf is attached.')).toBeVisible();
  const [download] = await Promise.all([
    chair.waitForEvent('download'),
    events.getByRole('link', { name: 'Minutes.pdf' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Minutes.pdf');
});

test('a file that is something else is refused in words, and one that is there already by its name', async () => {
  const events = chair.getByRole('region', { name: 'Closed and reopened' });
  const attach = (name: string, content: string) =>
    events
      .getByLabel('File to attach')
      .setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(content) });
  await attach('Minutes.pdf', '<html><script>alert(1)</script></html>');
  await expect(events.getByRole('alert')).toContainText('The file is no whole PDF, PNG or JPEG');
  await attach('Again.pdf', '%PDF-1.7\n%%EOF\n');
  await expect(events.getByRole('alert')).toContainText('The same file is attached already, as “Minutes.pdf”.');
});

test('in the open year the correction is recorded, and waits for somebody else again', async () => {
  const dialog = await reverseOn(END);
  await dialog.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(dialog.getByRole('status')).toContainText('Recorded as entry');
  await open(secretariat, '/years');
  await expect(secretariat.getByRole('row', { name: /^2025/u })).toContainText('open');
  await expect(secretariat.getByRole('link', { name: 'Entries of 2025 that wait for certification: 1' })).toBeVisible();
});

test('after all that, every rule of the books holds', async () => {
  expect(await fund(running.databaseUrl, ['verify'])).toContain('everything holds');
});
