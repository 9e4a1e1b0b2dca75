import { expect, type Locator, type Page, test } from '@playwright/test';
import { failOnComplaints, signIn } from './people.ts';
import { fund, type RunningFund, startFund } from './server.ts';

// A real fund from an empty folder to its first position, by the people concerned. The server's own day is 22 November 2026.

test.describe.configure({ mode: 'serial' });

const PASSWORD = 'four words nobody guesses';

let running: RunningFund;
let administrator: Page;
let secretariat: Page;
let certifier: Page;

test.beforeAll(async ({ browser }) => {
  running = await startFund(async (databaseUrl) => {
    await fund(databaseUrl, ['init']);
    const add = ['user', 'add', 'admin@example.org', '--name', 'Ada Ministrator', '--role', 'administrator'];
    await fund(databaseUrl, add, `${PASSWORD}\n`);
  });
  const window = async () => {
    const page = await (await browser.newContext()).newPage();
    failOnComplaints(page);
    return page;
  };
  [administrator, secretariat, certifier] = [await window(), await window(), await window()];
});

test.afterAll(async () => {
  for (const page of [administrator, secretariat, certifier]) await page.context().close();
  await running.stop();
});

const steps = (page: Page): Locator => page.getByRole('region', { name: 'First steps' });
const step = (page: Page, title: string): Locator => steps(page).getByRole('listitem').filter({ hasText: title });
const dialogOf = (page: Page): Locator => page.getByRole('dialog');

async function finish(page: Page, record: string): Promise<void> {
  await dialogOf(page).getByRole('button', { name: record, exact: true }).click();
  await dialogOf(page).getByRole('button', { name: 'Done' }).click();
  await expect(dialogOf(page)).toHaveCount(0);
}

async function checkAndFinish(page: Page): Promise<void> {
  await dialogOf(page).getByRole('button', { name: 'Check' }).click();
  await finish(page, 'Record');
}

test('the administrator is told which people are missing, and adds them', async () => {
  await signIn(administrator, running.address, 'admin@example.org', PASSWORD);
  await administrator.goto(running.address);
  await expect(step(administrator, 'Give people their accounts')).toContainText(
    'Still missing: Secretariat, Chair, and Certifier.',
  );
  await expect(step(administrator, 'Sign the first agreement')).toContainText(
    'a committee member, a chair, or the secretariat',
  );
  for (const [name, email, role] of [
    ['Sela Cretariat', 'secretariat@example.org', 'Secretariat'],
    ['Charlotte Air', 'chair@example.org', 'Chair'],
    ['Ceri Tifier', 'certifier@example.org', 'Certifier'],
  ] as const) {
    await administrator.goto(`${running.address}/people?record=person`);
    const dialog = dialogOf(administrator);
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByLabel('E-mail address').fill(email);
    await dialog.getByRole('checkbox', { name: role }).check();
    await dialog.getByLabel('First password').fill(PASSWORD);
    await finish(administrator, 'Record');
  }
  await expect(step(administrator, 'Give people their accounts')).toContainText('done');
});

test('the secretariat adds a place, a seat of the committee and its rules', async () => {
  await signIn(secretariat, running.address, 'secretariat@example.org', PASSWORD);
  await secretariat.goto(running.address);
  await step(secretariat, 'Name a host organization').getByRole('link', { name: 'Add hosts and places' }).click();
  await secretariat.getByRole('button', { name: 'Add a duty station' }).click();
  await dialogOf(secretariat).getByLabel('City').fill('Suva');
  await dialogOf(secretariat).getByLabel('Country').selectOption({ label: 'Fiji' });
  await finish(secretariat, 'Record');
  await secretariat.goto(running.address);
  await step(secretariat, 'Seat the committee').getByRole('link', { name: 'Members and rules' }).click();
  await secretariat.getByRole('button', { name: 'Fill a seat' }).click();
  await dialogOf(secretariat).getByLabel('Person').selectOption({ label: 'Charlotte Air' });
  await dialogOf(secretariat).getByLabel('Seat', { exact: true }).selectOption('chair');
  await finish(secretariat, 'Fill the seat');
  await secretariat.getByRole('button', { name: 'Set the rules' }).click();
  await dialogOf(secretariat).getByLabel('Source').fill('Terms of reference');
  await finish(secretariat, 'Set the rules');
});

test('the secretariat signs the first agreement and records the first deposit', async () => {
  await secretariat.goto(running.address);
  await expect(step(secretariat, 'Seat the committee')).toContainText('done');
  await expect(step(secretariat, 'Import exchange rates')).toContainText('if needed');
  await step(secretariat, 'Sign the first agreement').getByRole('link', { name: 'Sign an agreement' }).click();
  const dialog = dialogOf(secretariat);
  await dialog.getByLabel('Contributor').selectOption({ label: 'Germany (country)' });
  await dialog.getByLabel('Pool').selectOption({ index: 1 });
  await dialog.getByLabel('Reference').fill('GER-2026');
  await dialog.getByLabel('Signed on').fill('2026-11-02');
  const instalment = dialog.getByRole('group', { name: 'Instalment 1' });
  await instalment.getByLabel('Due on').fill('2026-11-10');
  await instalment.getByLabel('Amount').fill('500000.00');
  await checkAndFinish(secretariat);
  await secretariat.goto(running.address);
  await step(secretariat, 'Record the first deposit').getByRole('link', { name: 'Record a deposit' }).click();
  await secretariat
    .getByRole('button', { name: /^Record deposit/u })
    .first()
    .click();
  await checkAndFinish(secretariat);
});

test('the secretariat proposes the first position; the last step waits for somebody else', async () => {
  await secretariat.goto(running.address);
  await expect(step(secretariat, 'Certify what was recorded')).toContainText('a certifier');
  await step(secretariat, 'Propose the first position').getByRole('link', { name: 'Propose a position' }).click();
  const dialog = dialogOf(secretariat);
  await dialog.getByLabel('Title of the post').fill('Coastal policy analyst');
  await dialog.getByLabel('Host organization').selectOption({ label: 'United Nations Development Programme' });
  await dialog.getByLabel('Duty station').selectOption({ index: 1 });
  await dialog.getByLabel('Starts on').fill('2027-07-01');
  await dialog.getByLabel('Year 1').fill('140000.00');
  await dialog.getByLabel('Year 2').fill('145000.00');
  await finish(secretariat, 'Record');
  await secretariat.goto(running.address);
  await expect(steps(secretariat)).toContainText('1 step is left');
  await steps(secretariat).getByRole('button', { name: 'Hide' }).click();
  await expect(steps(secretariat)).toHaveCount(0);
  await secretariat.reload();
  await secretariat.getByRole('button', { name: 'Show the first steps' }).click();
  await expect(steps(secretariat)).toBeVisible();
});

test('once somebody else has certified, nothing is left and the list is gone', async () => {
  await signIn(certifier, running.address, 'certifier@example.org', PASSWORD);
  await certifier.goto(running.address);
  await step(certifier, 'Certify what was recorded').getByRole('link', { name: 'See what waits' }).click();
  await certifier
    .getByRole('button', { name: /^Certify/u })
    .first()
    .click();
  await dialogOf(certifier)
    .getByRole('button', { name: /^Certify/u })
    .click();
  await dialogOf(certifier).getByRole('button', { name: 'Done' }).click();
  await certifier.goto(running.address);
  await expect(certifier.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(certifier.getByRole('region', { name: 'Needs someone' })).toBeVisible();
  await expect(steps(certifier)).toHaveCount(0);
});
