import { DEMO_PEOPLE, DEMONSTRATION_PASSWORD } from '@dcc/demo-fund/people';
import { expect, test } from '@playwright/test';
import { failOnComplaints, signIn } from './people.ts';
import { fund, type RunningFund, startFund } from './server.ts';

test.describe('an empty folder', () => {
  let running: RunningFund;
  test.beforeAll(async () => {
    running = await startFund();
  });
  test.afterAll(async () => {
    await running.stop();
  });

  test('opens a demonstration fund and says how to begin a real one', async () => {
    expect(running.address).toMatch(/^http:\/\/localhost:\d+$/u);
    const said = () => running.greeting.join('\n');
    await expect.poll(said).toContain('This is a demonstration fund: every name and figure is invented.');
    await expect.poll(said).toContain('npm run --silent fund -- init');
  });

  test('says on every page that everything is invented, and lets in with one click', async ({ page }) => {
    failOnComplaints(page);
    await page.goto(running.address);
    await expect(page).toHaveURL(/\/sign-in$/u);
    const banner = page.getByRole('complementary', { name: 'About this fund' });
    await expect(banner).toHaveText('Demonstration fund. Every name and figure is invented.');
    for (const { name } of DEMO_PEOPLE)
      await expect(page.getByRole('button', { name: `Sign in as ${name}` })).toBeVisible();
    await page.getByRole('button', { name: 'Sign in as Mira Halden' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('The fund can sponsor');
    await expect(banner).toHaveText('Demonstration fund. Every name and figure is invented.');
    await expect(page.getByText('Mira Halden')).toBeVisible();
  });

  test('lets in with address and password too, and leads to the page that was asked for', async ({ page }) => {
    failOnComplaints(page);
    await page.goto(`${running.address}/statement`);
    await page.getByLabel('E-mail address').fill('auditor@demo.invalid');
    await page.getByLabel('Password').fill(DEMONSTRATION_PASSWORD);
    await page.getByLabel('Password').press('Enter');
    await expect(page).toHaveURL(`${running.address}/statement`);
    await expect(page.getByRole('main').getByRole('table').first()).toBeVisible();
  });
});

test.describe('the real fund', () => {
  const password = 'four words nobody guesses';
  let running: RunningFund;
  test.beforeAll(async () => {
    running = await startFund(async (databaseUrl) => {
      expect(await fund(databaseUrl, ['init'])).toContain('without any amount');
      const roles = ['--role', 'chair', '--role', 'secretariat', '--role', 'administrator'];
      const add = ['user', 'add', 'first@example.org', '--name', 'First Person', ...roles];
      expect(await fund(databaseUrl, add, `${password}\n`)).toContain('can now sign in as first@example.org');
    });
  });
  test.afterAll(async () => {
    await running.stop();
  });

  test('is not said to be invented, and offers nobody’s account', async ({ page }) => {
    failOnComplaints(page);
    await page.goto(running.address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText('DCC Trust Fund')).toBeVisible();
    await expect(page.getByRole('complementary')).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^Sign in as/u })).toHaveCount(0);
    expect(running.greeting.join('\n')).toContain('DCC Trust Fund is open at');
    expect(running.greeting.join('\n')).not.toContain('invented');
  });

  test('knows what is public and invents no amount', async ({ page }) => {
    failOnComplaints(page);
    await signIn(page, running.address, 'first@example.org', password);
    await page.goto(running.address);
    const main = page.getByRole('main');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'No money is recorded yet. The fund knows 2 contributors and 2 positions.',
    );
    await expect(main.getByRole('region', { name: 'First steps' })).toContainText('Sign the first agreement');
    await expect(main).toContainText('The line begins with the first deposit.');
    await expect(main).toContainText('Nothing waits for anybody.');
    await expect(main).not.toContainText(/US\$\s?[1-9]/u);

    await page.goto(`${running.address}/contributors`);
    await expect(main.getByRole('rowheader').getByRole('link')).toHaveText(['Germany', 'Switzerland']);

    await page.goto(`${running.address}/contributions`);
    await expect(main.getByRole('rowheader').getByRole('link')).toHaveCount(1);
    await main.getByRole('link', { name: 'Letter of Agreement of 12 December 2023' }).click();
    await expect(main).toContainText('Switzerland');
    await expect(main).toContainText('12 Dec 2023');
    await expect(main).toContainText('Amount, currency, instalments and earmarking are not public.');
    await expect(main).toContainText('Its schedule is not on record.');

    await page.goto(`${running.address}/positions`);
    const positions = main.getByRole('rowheader').getByRole('link', { name: /sponsored position of 2024$/u });
    await expect(positions).toHaveText(['First sponsored position of 2024', 'Second sponsored position of 2024']);
    await positions.first().click();
    await expect(main).toContainText('Nobody has said yet how long this post lasts and what it costs.');

    await page.goto(`${running.address}/ledger`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing is recorded yet');
    await expect(main).toContainText('The ledger is empty.');

    await page.goto(`${running.address}/statement`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('No money is recorded yet');
    await expect(main.getByRole('table').first()).not.toContainText(/[1-9]\d*\.\d\d/u);

    for (const path of ['/contributors/germany', '/contributors/switzerland', '/people', '/password']) {
      await page.goto(`${running.address}${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(main).not.toContainText(/could not be shown|no such page/u);
    }
  });
});
