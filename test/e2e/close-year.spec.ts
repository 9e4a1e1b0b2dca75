import { randomUUID } from 'node:crypto';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { call, openAs } from './people.ts';
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

/** Records as the secretariat and gives what was answered. */
async function record(procedure: string, input: object): Promise<{ id: string; entryNumber: number | null }> {
  const answer = await call(secretariat.request, running.address, procedure, {
    idempotencyKey: randomUUID(),
    ...input,
  });
  expect(answer.status(), `${procedure}: ${await answer.text()}`).toBe(200);
  return ((await answer.json()) as { result: { data: { id: string; entryNumber: number | null } } }).result.data;
}

async function contributionId(reference: string): Promise<string> {
  const answer = await call(secretariat.request, running.address, 'contributions.list', { text: reference });
  return ((await answer.json()) as { result: { data: { rows: { id: string }[] } } }).result.data.rows[0]?.id ?? '';
}

test('the last reports of the year come in: expenditure by component, a refund in both books, interest, support cost', async () => {
  const dollars = (amount: string) => ({ currency: 'USD', amount });
  const host = { organizationId: 'o-lyceum', positionId: null };
  await record('movements.hostReport.record', {
    ...host,
    ...dollars('1200.00'),
    kind: 'organization-expenditure',
    on: END,
    description: 'Final report 2025',
    components: [
      { component: 'salary', amount: '1000.00' },
      { component: 'training-and-duty-travel', amount: '200.00' },
    ],
  });
  await record('movements.refund.record', {
    ...host,
    ...dollars('500.00'),
    on: END,
    description: 'Unspent 2025',
    poolId: 'unearmarked',
  });
  await record('movements.hostReport.record', {
    ...host,
    ...dollars('500.00'),
    kind: 'organization-refund',
    on: END,
    description: 'Unspent 2025, sent back',
  });
  const interest = { kind: 'interest-fund', poolId: 'unearmarked', on: END, description: 'Late interest 2025' };
  await record('movements.fund.record', { ...interest, ...dollars('75.25') });
  const agreement = await contributionId('FJO-2025');
  await record('movements.setSupportCostRate', {
    contributionId: agreement,
    effectiveOn: '2025-05-20',
    percent: '8.00',
    source: 'Article 5 of the agreement',
  });
  await record('movements.supportCost.record', {
    contributionId: agreement,
    base: '1200.00',
    on: END,
    description: 'Support cost on the expenditure of 2025',
  });
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
  await expect(secretariat.getByRole('button', { name: 'Certify the 5 entries shown' })).toHaveCount(0);
});

test('who recorded them does not certify them; somebody else sees what they are and does', async () => {
  await open(certifier, `/ledger?certification=pending&to=${END}`);
  await certifier.getByRole('button', { name: 'Certify the 5 entries shown' }).click();
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
