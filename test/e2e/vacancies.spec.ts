import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { failOnComplaints, openAs } from './people.ts';
import { type RunningFund, startFund } from './server.ts';

let running: RunningFund;

test.beforeAll(async () => {
  running = await startFund();
});
test.afterAll(async () => {
  await running.stop();
});

test('a position is opened to applications, advertised, and seen by everybody; its candidates by the secretariat alone', async ({
  browser,
}) => {
  const secretariat = await openAs(browser, running.address, 'secretariat');
  await secretariat.goto(`${running.address}/vacancies`);
  await secretariat.getByRole('button', { name: 'Open a vacancy: Urban planning analyst' }).click();
  const form = secretariat.getByRole('dialog');
  await form.getByLabel('First day of applications').fill('2026-11-20');
  await form.getByLabel('Last day of applications').fill('2026-11-10');
  await form.getByLabel('Nationality by').selectOption('Eligible countries, version 1');
  await form.getByLabel('Oldest age').fill('31');
  await form.getByLabel('Languages, all of them').selectOption('Portuguese');
  await form.getByRole('button', { name: 'Open the vacancy' }).click();
  await expect(form.getByRole('alert')).toContainText('before it opens');
  await form.getByLabel('Last day of applications').fill('2026-12-10');
  await form.getByRole('button', { name: 'Open the vacancy' }).click();
  await form.getByRole('button', { name: 'Done' }).click();
  await expect(secretariat.getByRole('heading', { level: 1 })).toContainText('is not advertised');

  const stranger = await (await browser.newContext()).newPage();
  failOnComplaints(stranger);
  await stranger.goto(`${running.address}/open/vacancies`);
  await expect(stranger.getByRole('heading', { name: 'Fisheries policy officer' })).toBeVisible();
  await expect(stranger.getByText('Urban planning analyst')).toHaveCount(0);

  const vacancy = secretariat.url();
  await secretariat.getByRole('link', { name: 'Urban planning analyst' }).click();
  await secretariat.getByRole('button', { name: 'Record the next step' }).click();
  await secretariat.getByRole('dialog').getByLabel('Next state').selectOption('advertised');
  await secretariat.getByRole('dialog').getByRole('button', { name: 'Record', exact: true }).click();
  await secretariat.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await stranger.reload();
  const advertised = stranger.getByRole('article', { name: 'Urban planning analyst' });
  await expect(advertised).toContainText('10 December 2026');
  await advertised.getByText('A national of one of 13 countries on this list').click();
  await expect(advertised.getByText('Cabo Verde')).toBeVisible();

  await secretariat.goto(vacancy);
  await secretariat.getByRole('button', { name: 'Add a candidate' }).click();
  await form.getByLabel('Name').fill('Sycamore of the Testwood');
  await form.getByLabel('Nationality').selectOption('Cabo Verde');
  await form.getByLabel('Applied on').fill('2026-11-21');
  await form.getByLabel('Year of birth').fill('1985');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await form.getByRole('button', { name: 'Done' }).click();
  const card = secretariat.getByRole('list', { name: /long list/iu }).getByRole('button', { name: /Sycamore/u });
  await expect(card).toContainText('2 criteria not met');
  await secretariat.getByLabel('Measured as of').fill('2025-12-31');
  await secretariat.getByRole('button', { name: 'Measure', exact: true }).click();
  await expect(secretariat).toHaveURL(/measuredOn=2025-12-31/u);
  await expect(card).toContainText('2 criteria not met, 1 not certain');
  await secretariat.getByRole('button', { name: 'Measure each on the day of application' }).click();
  await expect(card).not.toContainText('not certain');
  await card.focus();
  await secretariat.keyboard.press('Enter');
  await expect(form).toContainText('at least 40 years old; at most 31 asked');
  await form.getByRole('button', { name: 'Move' }).click();
  await form.getByRole('button', { name: 'Done' }).click();
  await expect(secretariat.getByRole('list', { name: /short list/iu }).getByRole('button')).toHaveCount(1);

  const member = await openAs(browser, running.address, 'member');
  await member.goto(vacancy);
  await expect(member.getByText('under 3')).toHaveCount(2);
  await expect(member.getByText('Sycamore')).toHaveCount(0);
  await member.goto(`${running.address}/vacancies`);
  const balance = member.getByRole('region', { name: 'Balance of candidates' });
  await expect(balance.getByRole('row', { name: /^Candidates/u })).toContainText('31');
  await expect(balance).toContainText('1 vacancy with one or two candidates at a stage is left out.');

  await secretariat.getByRole('button', { name: /Sycamore/u }).click();
  await form.getByRole('button', { name: 'Erase this candidate' }).click();
  await form.getByRole('button', { name: 'Erase', exact: true }).click();
  await form.getByRole('button', { name: 'Done' }).click();
  await expect(secretariat.getByText('Candidate 1, erased')).toBeVisible();
  await expect(secretariat.getByText('Sycamore')).toHaveCount(0);
});

test('the public page meets the standards in both colours, on a phone and on paper', async ({ page }) => {
  failOnComplaints(page);
  await page.goto(`${running.address}/open/vacancies`);
  for (const [width, colorScheme] of [
    [1440, 'light'],
    [390, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations).toEqual([]);
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond).toBeLessThanOrEqual(0);
  }
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('article')).not.toHaveCount(0);
});
