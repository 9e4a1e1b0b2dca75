import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { openAs } from './people.ts';
import { type RunningFund, startFund } from './server.ts';

let running: RunningFund;
let page: Page;

test.beforeAll(async ({ browser }) => {
  running = await startFund();
  page = await openAs(browser, running.address, 'member');
});

test.afterAll(async () => {
  await running.stop();
});

const sentence = (on = page): Locator => on.getByRole('heading', { level: 1 });
const map = (on = page): Locator => on.getByRole('figure', { name: /duty stations|nationalit/u });

async function expectNoViolation(where: string, on = page): Promise<void> {
  await expect(on.locator('[aria-busy="true"]')).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page: on }).setLegacyMode(true).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`),
    where,
  ).toEqual([]);
}

test('a member sees how positions come about, what they cost, and what can go wrong', async () => {
  await page.goto(running.address);
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Performance' }).click();
  await expect(sentence()).toHaveText(
    'Half of 10 posts were filled within 54 days; hosts spent 3 % less than estimated',
  );
  await expect(page.getByRole('figure')).toHaveCount(7);
  const costs = page.getByRole('figure', { name: 'On 7 posts, hosts spent 3 % less than estimated' });
  await costs.getByRole('button', { name: 'Table', exact: true }).click();
  const year = costs.getByRole('row', { name: /^Climate adaptation analyst Meridian 2022/u });
  await expect(year.getByRole('cell').nth(2)).toHaveText('46,794.52');
  const risks = page.getByRole('figure', { name: /^The gravest risk/u });
  await risks.getByRole('button', { name: 'How to read this chart' }).click();
  await expect(risks).toContainText('likelihood is graded by how far it has gone by the records');
  await expectNoViolation('how the fund performs');
});

test('what a risk is made of is one click away, and the way back keeps the map', async () => {
  await page.goto(`${running.address}/performance`);
  await page.getByRole('button', { name: 'Money allocated' }).click();
  await expect(page).toHaveURL(/map=money/u);
  await map().scrollIntoViewIfNeeded();
  await expect(map().getByRole('link', { name: /^Dakar, Senegal: 2 positions/u })).toBeVisible();
  await expect(map()).toContainText('shows land and no borders');
  await page.getByRole('link', { name: 'Instalments that are late' }).click();
  await expect(page).toHaveURL(/\/contributions\?.*stage=overdue/u);
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Money allocated' })).toHaveAttribute('aria-pressed', 'true');
});

test('the page follows the day, and nationalities are of today alone', async () => {
  await page.goto(`${running.address}/performance?asOf=2020-01-01&map=nationalities`);
  await expect(sentence()).toHaveText('No position has been proposed yet, so there is nothing to measure');
  await expect(page.getByRole('button', { name: 'Nationalities of candidates' })).toHaveCount(0);
  await expectNoViolation('before anything');
});

test('nationalities are told to the secretariat, and to others without small numbers', async ({ browser }) => {
  await page.goto(`${running.address}/performance?map=nationalities`);
  await expect(page.getByRole('heading', { name: 'No nationality of candidates can be told' })).toBeVisible();
  const secretariat = await openAs(browser, running.address, 'secretariat');
  await secretariat.goto(`${running.address}/performance?map=nationalities`);
  await expect(map(secretariat)).toHaveAccessibleName(/^Of all 31 candidates the \d+ nationalities are told$/u);
  await map(secretariat).scrollIntoViewIfNeeded();
  await expect(
    map(secretariat)
      .getByRole('img', { name: /candidates?$/u })
      .first(),
  ).toBeVisible();
  await expectNoViolation('nationalities', secretariat);
});

test('the secretariat sets the average of the programme, which the fund is then held against', async ({ browser }) => {
  const secretariat = await openAs(browser, running.address, 'secretariat');
  await secretariat.goto(`${running.address}/performance`);
  await secretariat.getByRole('button', { name: 'Set the average of the whole programme' }).click();
  const dialog = secretariat.getByRole('dialog');
  await dialog.getByLabel('Stayed, percent').fill('47.5');
  await dialog.getByLabel('Source').fill('Annual report 2025');
  await expectNoViolation('the form of an average', secretariat);
  await dialog.getByRole('button', { name: /record/iu }).click();
  await expect(
    secretariat.getByText(/The whole programme: 12 months after: 47\.5\s%, since .* \(Annual report 2025\)/u),
  ).toBeVisible();
});

test('candidates are counted by stage, and numbers about one or two people are told to the secretariat alone', async () => {
  await page.goto(`${running.address}/performance`);
  const funnel = page.locator('#candidates');
  await expect(funnel.getByRole('heading', { level: 2 })).toContainText('on the long lists');
  await funnel.getByRole('button', { name: 'Table', exact: true }).click();
  await expect(funnel.getByRole('row')).toHaveCount(4);
  for (const row of await funnel
    .getByRole('row')
    .filter({ has: page.getByRole('cell') })
    .all())
    expect(await row.getByRole('cell').innerText()).not.toMatch(/^[12]$/u);
  await page.goto(`${running.address}/performance?asOf=2025-06-30`);
  await expect(page.locator('#pipeline')).toBeVisible();
  await expect(funnel).toHaveCount(0);
});
