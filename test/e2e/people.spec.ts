import { DEMONSTRATION_PASSWORD } from '@dcc/demo-fund/people';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { failOnComplaints, openAs, signIn } from './people.ts';
import { type RunningFund, startFund } from './server.ts';

test.describe.configure({ mode: 'serial' });

const FIRST_PASSWORD = 'seven lamps over harbour';
const OWN_PASSWORD = 'violet ladder under snow';

let running: RunningFund;
let administrator: Page;
let dialog: Locator;
let newcomer: Page;

test.beforeAll(async ({ browser }) => {
  running = await startFund();
  administrator = await openAs(browser, running.address, 'administrator');
  dialog = administrator.getByRole('dialog');
  newcomer = await (await browser.newContext()).newPage();
  failOnComplaints(newcomer);
});

test.afterAll(async () => {
  await running.stop();
});

async function recordInDialog(): Promise<void> {
  await dialog.getByRole('button', { name: 'Record' }).click();
  await expect(dialog.getByText('Recorded.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog).toHaveCount(0);
}

async function trySignIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test('the administrator adds a person', async () => {
  await administrator.goto(running.address);
  // Who may not see the fund's figures begins with the people.
  await expect(administrator.getByRole('heading', { level: 1 })).toHaveText('11 people can sign in');
  await administrator.getByRole('button', { name: 'Add a person' }).click();
  await dialog.getByLabel('Name').fill('Nadia Newcomer');
  await dialog.getByLabel('E-mail address').fill('nadia@example.org');
  await dialog.getByRole('checkbox', { name: 'Secretariat' }).check();
  await dialog.getByLabel('First password').fill('too short');
  await dialog.getByRole('button', { name: 'Record' }).click();
  await expect(dialog.getByLabel('First password')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('First password').fill(FIRST_PASSWORD);
  await recordInDialog();
  await expect(administrator.getByRole('heading', { level: 1 })).toHaveText('12 people can sign in');
});

test('an address belongs to one person', async () => {
  await administrator.getByRole('button', { name: 'Add a person' }).click();
  await dialog.getByLabel('Name').fill('Second Nadia');
  await dialog.getByLabel('E-mail address').fill('NADIA@example.org');
  await dialog.getByRole('checkbox', { name: 'Auditor' }).check();
  await dialog.getByLabel('First password').fill(FIRST_PASSWORD);
  await dialog.getByRole('button', { name: 'Record' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Somebody already has an account');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await dialog.getByRole('button', { name: 'Discard' }).click();
});

test('the person signs in and may do what the role says', async () => {
  await signIn(newcomer, running.address, 'nadia@example.org', FIRST_PASSWORD);
  await expect(newcomer.getByText('Nadia Newcomer')).toBeVisible();
  await newcomer.goto(`${running.address}/contributions`);
  await expect(newcomer.getByRole('button', { name: 'Record a pledge' })).not.toHaveAttribute('aria-disabled');
});

test('changes the first password for an own one, and is asked to sign in again', async ({ browser }) => {
  const elsewhere = await (await browser.newContext()).newPage();
  await signIn(elsewhere, running.address, 'nadia@example.org', FIRST_PASSWORD);
  await newcomer.goto(`${running.address}/password`);
  await newcomer.getByLabel('Current password').fill('not the current one');
  await newcomer.getByLabel('New password').fill(OWN_PASSWORD);
  await newcomer.getByRole('button', { name: 'Change the password' }).click();
  await expect(newcomer.getByRole('alert')).toContainText('The current password is not right.');
  await newcomer.getByLabel('Current password').fill(FIRST_PASSWORD);
  await newcomer.getByRole('button', { name: 'Change the password' }).click();
  await expect(newcomer.getByText('Your password is changed.')).toBeVisible();
  // Whoever was signed in with the old password is not any more.
  await elsewhere.goto(`${running.address}/contributions`);
  await expect(elsewhere).toHaveURL(/\/sign-in/u);
  await trySignIn(elsewhere, 'nadia@example.org', FIRST_PASSWORD);
  await expect(elsewhere.getByRole('alert')).toContainText('do not belong together');
  await elsewhere.context().close();
  await signIn(newcomer, running.address, 'nadia@example.org', OWN_PASSWORD);
});

test('roles that change end the session at once, on open screens too', async () => {
  await newcomer.goto(`${running.address}/contributions`);
  // Drawn whole: what it still asked for would find the session ended before the person moves.
  await expect(newcomer.getByRole('table')).toBeVisible();
  await administrator.getByRole('button', { name: 'Roles of Nadia Newcomer' }).click();
  await dialog.getByRole('checkbox', { name: 'Secretariat' }).uncheck();
  await dialog.getByRole('checkbox', { name: 'Auditor' }).check();
  await recordInDialog();
  await expect(newcomer).toHaveURL(/\/sign-in/u);
  await trySignIn(newcomer, 'nadia@example.org', OWN_PASSWORD);
  await newcomer.getByRole('link', { name: 'Contributions' }).click();
  await expect(newcomer.getByRole('button', { name: 'Record a pledge' })).toHaveAttribute('aria-disabled', 'true');
});

test('a closed account is out at once and cannot come back', async () => {
  await administrator.getByRole('button', { name: 'Close the account of Nadia Newcomer' }).click();
  await recordInDialog();
  await expect(newcomer).toHaveURL(/\/sign-in/u);
  await trySignIn(newcomer, 'nadia@example.org', OWN_PASSWORD);
  await expect(newcomer.getByRole('alert')).toHaveText(
    'The e-mail address and the password do not belong together. You are not signed in. Check both and try again.',
  );
});

test('the last administrator cannot be taken away', async () => {
  await administrator.getByRole('button', { name: 'Close the account of Amadi Rask' }).click();
  await dialog.getByRole('button', { name: 'Record' }).click();
  await expect(dialog.getByRole('alert')).toContainText('This is the last administrator. Nothing was changed.');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await administrator.getByRole('button', { name: 'Roles of Amadi Rask' }).click();
  await dialog.getByRole('checkbox', { name: 'Administrator' }).uncheck();
  await dialog.getByRole('checkbox', { name: 'Auditor' }).check();
  await dialog.getByRole('button', { name: 'Record' }).click();
  await expect(dialog.getByRole('alert')).toContainText('This is the last administrator. Nothing was changed.');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await dialog.getByRole('button', { name: 'Discard' }).click();
});

test('a wrong password says one plain sentence, and the sixth try has to wait', async ({ page }) => {
  failOnComplaints(page);
  await page.goto(`${running.address}/sign-in`);
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const answered = page.waitForResponse(/session\.signIn/u);
    await trySignIn(page, 'certifier@demo.invalid', `wrong password ${attempt}`);
    await answered;
    await expect(page.getByRole('alert')).toHaveText(
      'The e-mail address and the password do not belong together. You are not signed in. Check both and try again.',
    );
  }
  // Even the right one: otherwise a guesser would learn it.
  await trySignIn(page, 'certifier@demo.invalid', DEMONSTRATION_PASSWORD);
  await expect(page.getByRole('alert')).toHaveText(/^Too many attempts\. Try again in \d+ seconds\.$/u);
  // Somebody else signs in from the same place.
  await trySignIn(page, 'member@demo.invalid', DEMONSTRATION_PASSWORD);
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
});

test('after signing out, the back button shows nothing of what was there', async ({ page }) => {
  failOnComplaints(page);
  await signIn(page, running.address, 'member@demo.invalid', DEMONSTRATION_PASSWORD);
  await page.getByRole('link', { name: 'Ledger' }).click();
  await expect(page.getByRole('main').getByRole('table')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in$/u);
  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in/u);
  await expect(page.getByRole('table')).toHaveCount(0);
  await page.goto(`${running.address}/ledger`);
  await expect(page).toHaveURL(/\/sign-in/u);
  await expect(page.getByRole('table')).toHaveCount(0);
});
