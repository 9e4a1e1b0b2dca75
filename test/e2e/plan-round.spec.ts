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
  test.slow();
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
  // What nobody has scored is not scored with nothing.
  await expect(form.getByText('Choose or enter a valid value.')).toHaveCount(2);
  for (const criterion of ['Supervision', 'Fit with the priority areas']) await form.getByLabel(criterion).fill('0');
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

  const row = (title: string) => secretariat.getByRole('row', { name: new RegExp(title, 'u') });
  await expect(row('Climate finance analyst')).toContainText('Best set');
  await expect(row('Sports for peace officer')).toContainText('is missing: ');
  const again = () => secretariat.getByRole('button', { name: 'Find and compare again' }).click();

  const sports = secretariat.getByRole('group', { name: 'Lock Sports for peace officer' });
  await sports.getByLabel('in').check();
  await sports.getByLabel('out').check();
  await again();
  const planner = secretariat.getByRole('region', { name: 'Planner', exact: true });
  await expect(planner).toContainText('“Sports for peace officer” is locked in');
  await expect(planner).toContainText('“Sports for peace officer” is locked out');

  await sports.getByLabel('out').uncheck();
  await sports.getByLabel('in').uncheck();
  await secretariat.getByText('Limits, and what if there were more money').click();
  await secretariat.getByLabel('What if there were more in').selectOption('Unearmarked');
  await secretariat.getByLabel('How much more, US dollars').fill('2000000.00');
  await again();
  const beside = secretariat.getByRole('region', { name: 'Your choice beside the best' });
  await expect(beside.getByRole('row', { name: 'Plan 3' })).toContainText('4');
  await expect(beside.getByRole('row', { name: 'Your choice' })).toContainText('1');
  await expect(beside).toContainText('US$ 2,000,000.00 more in Unearmarked would add');
  await expectNoViolation(secretariat);
  await beside.getByRole('button', { name: 'Plan 1' }).click();

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
