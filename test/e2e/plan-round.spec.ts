import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { openAs } from './people.ts';
import { type RunningFund, startFund } from './server.ts';

let running: RunningFund;

test.beforeAll(async () => {
  running = await startFund();
});
test.afterAll(async () => {
  await running.stop();
});

async function expectNoViolation(page: Page): Promise<void> {
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
}

test('a round is scored, planned, its contradictions said, and its matrix handed to the committee as a draft', async ({
  browser,
}) => {
  const member = await openAs(browser, running.address, 'member');
  await member.goto(`${running.address}/rounds`);
  await member.getByRole('link', { name: 'Call for 2027', exact: true }).click();
  await expect(member.getByRole('heading', { level: 1 })).toContainText('closed for scoring');
  // The member's own organization hosts it.
  await expect(member.getByRole('row', { name: /Climate finance analyst/u })).toContainText('your own organization');
  await member.getByRole('button', { name: 'Score: Digital governance analyst' }).click();
  const form = member.getByRole('dialog');
  await form.getByLabel('Learning in the post').fill('11');
  await form.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(form.getByRole('alert')).toContainText('more than 10');
  await form.getByLabel('Learning in the post').fill('9');
  await form.getByRole('button', { name: 'Record', exact: true }).click();
  await form.getByRole('button', { name: 'Done' }).click();
  await expect(member.getByRole('row', { name: /Digital governance analyst/u })).toContainText('2 scorers');

  const secretariat = await openAs(browser, running.address, 'secretariat');
  await secretariat.goto(member.url());
  await secretariat.getByRole('button', { name: 'Find the best set' }).click();
  const first = secretariat.getByRole('region', { name: 'Plan 1', exact: true });
  await expect(first).toContainText('Proven: no affordable set scores more.');

  await secretariat.getByText('Lock positions in or out').click();
  const sports = secretariat.getByRole('group', { name: 'Sports for peace officer' });
  await sports.getByLabel('lock in').check();
  await sports.getByLabel('lock out').check();
  await secretariat.getByRole('button', { name: 'Find the best set' }).click();
  const second = secretariat.getByRole('region', { name: 'Plan 2', exact: true });
  await expect(second).toContainText('“Sports for peace officer” is locked in');
  await expect(second).toContainText('“Sports for peace officer” is locked out');

  await sports.getByLabel('lock out').uncheck();
  await secretariat.getByLabel('What if there were more in').selectOption('Unearmarked');
  await secretariat.getByLabel('How much more, US dollars').fill('2000000.00');
  await secretariat.getByRole('button', { name: 'Find the best set' }).click();
  const third = secretariat.getByRole('region', { name: 'Plan 3', exact: true });
  await expect(third).toContainText('4 positions');
  await expect(first).toBeVisible();
  await expectNoViolation(secretariat);

  await first.getByRole('button', { name: 'Draft the decision' }).click();
  await expect(first).toContainText('The draft is with the committee');
  await first.getByRole('link', { name: 'open the draft decision' }).click();
  await expect(secretariat).toHaveURL(/\/decisions\//u);
  await expect(secretariat.getByText('Allocation of Call for 2027').first()).toBeVisible();
});

test('criteria whose weights do not sum are refused beside the form, and nothing is recorded', async ({ browser }) => {
  const secretariat = await openAs(browser, running.address, 'secretariat');
  await secretariat.goto(`${running.address}/criteria`);
  await secretariat.getByRole('button', { name: 'Record criteria' }).click();
  const form = secretariat.getByRole('dialog');
  await form.getByLabel('Name of the set').fill('Criteria of 2027');
  await form.getByLabel('Reference of the decision').fill('SC-2026/9');
  await form.getByLabel('Name', { exact: true }).fill('Learning');
  await form.getByLabel('Weight in percent').fill('90');
  await expect(form).toContainText('The weights add up to 90 %.');
  await form.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(form.getByRole('alert')).toContainText('not to 100 %');
  await expectNoViolation(secretariat);
  await form.getByLabel('Weight in percent').fill('100');
  await form.getByRole('button', { name: 'Record', exact: true }).click();
  await form.getByRole('button', { name: 'Done' }).click();
  await expect(secretariat.getByRole('heading', { name: 'Criteria of 2027' })).toBeVisible();
});
