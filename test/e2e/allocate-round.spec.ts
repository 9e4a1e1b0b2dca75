import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { type DemoRole, openAs } from './people.ts';
import { fund, type RunningFund, startFund } from './server.ts';

let running: RunningFund;

test.beforeAll(async () => {
  running = await startFund();
});
test.afterAll(async () => {
  await running.stop();
});

const dialogOf = (page: Page) => page.getByRole('dialog');
const press = (on: Page | Locator, name: string) => on.getByRole('button', { name, exact: true }).click();
const rowOf = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name, 'u') });
const onTable = (page: Page) => page.getByRole('region', { name: /^On the table: /u });

/** Money that lets the round pay for more than one position, received and on the books. */
async function receive(databaseUrl: string): Promise<void> {
  const file = join(tmpdir(), `received-${process.pid}.csv`);
  await writeFile(
    file,
    'contributor,contributor_type,country,status,currency,amount,effective_on,usd_amount,earmark,reference,description\n' +
      'Invented Foundation of the Round,foundation,,received,USD,300000.00,2026-11-20,,Unearmarked,IFR-1,\n',
  );
  await fund(databaseUrl, ['import', 'contributions', file]);
}

async function score(page: Page, title: string, points: string): Promise<void> {
  await press(page, `Score: ${title}`);
  const form = dialogOf(page);
  for (const criterion of await form.getByRole('textbox').filter({ visible: true }).all())
    if ((await criterion.getAttribute('name'))?.endsWith('.score') === true) await criterion.fill(points);
  await press(form, 'Record');
  await press(form, 'Done');
}

test('five people take a round from scores to reserved money', async ({ browser }) => {
  test.setTimeout(180_000);
  await receive(running.databaseUrl);
  const open = (role: DemoRole) => openAs(browser, running.address, role);
  const [chair, meridian, fairwork] = [await open('chair'), await open('member'), await open('member-fairwork')];
  const [oceans, secretariat] = [await open('member-oceans'), await open('secretariat')];

  await test.step('members score, nobody the own organization', async () => {
    for (const page of [meridian, fairwork, oceans, secretariat]) {
      await page.goto(`${running.address}/rounds`);
      await page.getByRole('link', { name: 'Call for 2027', exact: true }).click();
    }
    await expect(rowOf(meridian, 'Climate finance analyst')).toContainText('your own organization');
    await expect(rowOf(fairwork, 'Trade statistics officer')).toContainText('your own organization');
    await score(fairwork, 'Climate finance analyst', '9');
    await score(oceans, 'Trade statistics officer', '9');
    await score(meridian, 'Trade statistics officer', '9');
    await secretariat.reload();
    await expect(rowOf(secretariat, 'Trade statistics officer')).toContainText('3 scorers');
  });

  await test.step('the best set is proven, and what is out has its reason', async () => {
    await press(secretariat, 'Find the best set');
    await expect(secretariat.getByRole('region', { name: 'Plan 1', exact: true })).toContainText(
      'Proven: no affordable set scores more.',
    );
    for (const title of ['Climate finance analyst', 'Digital governance analyst', 'Trade statistics officer'])
      await expect(rowOf(secretariat, title)).toContainText('Best set');
    await expect(rowOf(secretariat, 'Sports for peace officer')).toContainText(/US\$\s[\d,.]+ is missing: /u);
  });

  const beside = secretariat.getByRole('region', { name: 'Your choice beside the best' });
  await test.step('the committee changes it: more than is available is refused with the numbers', async () => {
    await secretariat.getByLabel('Choose Sports for peace officer').check();
    await press(secretariat, 'Find and compare again');
    await expect(beside.getByRole('status')).toContainText(/Your choice does not hold: US\$\s[\d,.]+ is missing/u);
    // A decision reserves nothing for what is not scored as a position yet, and the screen says so beforehand.
    await expect(secretariat.getByRole('region', { name: 'Planner', exact: true })).toContainText(
      'Before it is drafted, take on: Digital governance analyst (screened)',
    );
    await secretariat.getByLabel('Choose Digital governance analyst').uncheck();
    await secretariat.getByLabel('Choose Trade statistics officer').uncheck();
    await press(secretariat, 'Find and compare again');
    await expect(beside.getByRole('status')).toHaveText('Your choice can be paid for and keeps every limit.');
    await expect(beside.getByRole('row', { name: 'From the best' })).toContainText(/-\d+\.\d\d/u);
    await press(beside, 'Draft the decision on your choice');
    await beside.getByRole('link', { name: 'open the draft decision' }).click();
    await press(secretariat, 'Put on an agenda');
    await dialogOf(secretariat).getByLabel('Meeting').selectOption({ label: MEETING });
    await press(dialogOf(secretariat), 'Put on the agenda');
    await press(dialogOf(secretariat), 'Done');
  });

  await test.step('the meeting has its quorum without the hosts, who take no part', async () => {
    await secretariat.goto(`${running.address}/meetings`);
    await secretariat.getByRole('link', { name: 'SCM-2026-2' }).click();
    await expect(secretariat.getByRole('heading', { level: 1 })).toHaveText('Tenth meeting of the Steering Committee');
    for (const page of [chair, meridian, fairwork, oceans]) await page.goto(secretariat.url());
    await press(chair, 'Open the meeting');
    await press(meridian, 'Mira Halden is here');
    await press(fairwork, 'Fenna Grove is here');
    await press(oceans, 'Okoro Finch is here');
    const agenda = chair.getByRole('region', { name: 'To be decided' });
    // What the secretariat put on the agenda last.
    await agenda.getByRole('button', { name: 'Put on the table' }).last().click();
    await expect(onTable(chair)).toContainText('Allocation of Call for 2027');
    await expect(onTable(meridian)).toContainText('Meridian takes no part: it is the host');
    await expect(onTable(meridian)).toContainText('Lyceum takes no part: it is the host');
    await expect(onTable(meridian)).toContainText('Quorum: 2 of 4 organizations here, 2 needed');
    await expect(meridian.getByRole('group', { name: 'Vote for Meridian' })).toHaveCount(0);
    await press(fairwork.getByRole('group', { name: 'Vote for Fair Work' }), 'for');
    await press(oceans.getByRole('group', { name: 'Vote for Oceans' }), 'for');
  });

  await test.step('the decision is recorded and the money reserved', async () => {
    await expect(onTable(chair)).toContainText('2 for, 0 against, 0 abstain; 2 votes for carry it');
    await press(onTable(chair), 'Close by vote');
    await expect(dialogOf(chair).getByRole('table', { name: 'What will be posted' })).toContainText('US$ 145,000.00');
    await press(dialogOf(chair), 'Close the decision');
    await expect(dialogOf(chair).getByText(/is closed\.$/u)).toBeVisible();
    await oceans.goto(`${running.address}/positions?text=Climate+finance`);
    await expect(oceans.getByRole('main')).toContainText('approved');
    expect(await fund(running.databaseUrl, ['verify'])).toContain('everything holds');
  });
});

const MEETING = 'SCM-2026-2: Tenth meeting of the Steering Committee';
