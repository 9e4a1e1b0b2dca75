import { verifyDatabase } from '@dcc/db/integrity-checks';
import { COMMAND_LINE } from '@dcc/db/stores/fund-store';
import { DEMO_PEOPLE } from '@dcc/demo-fund/people';
import { date } from '@dcc/domain/calendar-date';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { contributionsCsv } from '../../testing/csv.ts';
import { importText, requestOf, textOf } from '../../testing/files.ts';
import { demoActor, openTestFund, type TestFund, TODAY } from '../../testing/test-fund.ts';
import { csvText } from './csv-text.ts';
import { exportContributions, type ListFormat } from './export-contributions.ts';
import { exportPositions } from './export-positions.ts';

type Row = Record<string, string>;

const NOW = { asOf: date(TODAY), knownOn: null };
const contributions = (fund: TestFund, format: ListFormat, standpoint = NOW) =>
  textOf(exportContributions(requestOf(fund, standpoint), format));
const positions = (fund: TestFund, format: ListFormat, standpoint = NOW) =>
  textOf(exportPositions(requestOf(fund, standpoint), format));
const rowsOf = (csv: string): Row[] => parse(csv, { columns: true });
const cents = (text = '') => BigInt(text.replace('.', ''));

test('the contributions add up to what the screens say, and CSV and JSON say the same', async () => {
  const fund = await openTestFund();
  const rows = rowsOf(await contributions(fund, 'csv'));
  const { totals } = await fund.as('auditor').contributions.list({});
  for (const basis of ['pledged', 'signed', 'received', 'outstanding'] as const) {
    const sum = rows.reduce((total, row) => total + cents(row[`${basis}_usd`]), 0n);
    expect(sum).toBe(cents(totals[basis].amount));
  }
  const document = JSON.parse(await contributions(fund, 'json')) as { contributions: Row[] };
  expect(document.contributions.map((each) => [each['reference'], each['status'], each['receivedUsd']])).toEqual(
    rows.map((row) => [row['reference'], row['status'], row['received_usd']]),
  );
});

test('contributions that were exported can be imported into another fund, and come out the same', async () => {
  const actor = { ...demoActor('secretariat'), personId: COMMAND_LINE };
  const [one, other] = [await openTestFund('real'), await openTestFund('real')];
  const rates =
    'currency,effective_on,published_on,units_per_usd,source\nCHF,2020-01-01,,0.9,A test\nJPY,2020-01-01,,145,A test\n';
  for (const fund of [one, other]) await importText(fund, 'rates', rates, actor);
  const text = contributionsCsv(
    {
      contributor: 'Élan “Sahel”, ONG',
      contributor_type: 'ngo',
      country: '',
      status: 'pledged',
      currency: 'CHF',
      amount: '80.00',
    },
    {
      status: 'signed',
      currency: 'JPY',
      amount: '15000',
      usd_amount: '99.99',
      earmark: 'Volcanoes',
      description: 'two\nlines',
    },
    { status: 'received', contributor: 'Aurelia', country: 'IS', description: '=1+1' },
  );
  await importText(one, 'contributions', text, actor);
  // What is publicly known of the real fund has no amounts: it stands in both already.
  const imported = (csv: string) => rowsOf(csv).filter((row) => row['reference']?.startsWith('R-'));
  const first = imported(await contributions(one, 'csv'));
  await importText(other, 'contributions', csvText(Object.keys(first[0] ?? {}), first.map(Object.values), true), actor);
  const again = imported(await contributions(other, 'csv'));
  expect(again).toHaveLength(3);
  // A text that a spreadsheet would calculate keeps the apostrophe that made it a text.
  expect(again.map((row) => ({ ...row, description: row['description']?.replace(/^'+/u, '') }))).toEqual(
    first.map((row) => ({ ...row, description: row['description']?.replace(/^'+/u, '') })),
  );
  expect((await verifyDatabase(other.db)).findings).toEqual([]);
});

test('the positions add up to what the screens say, and name no person', async () => {
  const fund = await openTestFund();
  const [csv, json] = [await positions(fund, 'csv'), await positions(fund, 'json')];
  const { totals, rowCount } = await fund.as('auditor').positions.list({});
  const rows = rowsOf(csv);
  expect(rows).toHaveLength(rowCount);
  expect(rows.reduce((total, row) => total + cents(row['allocated_usd']), 0n)).toBe(cents(totals.allocated.amount));
  const document = JSON.parse(json) as { positions: { costUsd: string; years: { costUsd: string }[] }[] };
  for (const { costUsd, years } of document.positions)
    expect(years.reduce((total, year) => total + cents(year.costUsd), 0n)).toBe(cents(costUsd));
  for (const { name } of DEMO_PEOPLE) expect(csv + json).not.toContain(name);
});

test('a position is listed as it stood on a day, and not before it was proposed', async () => {
  const fund = await openTestFund();
  const rows = rowsOf(await positions(fund, 'csv', { asOf: date('2023-06-30'), knownOn: null }));
  const today = rowsOf(await positions(fund, 'csv'));
  expect(rows.length).toBeLessThan(today.length);
  expect(rows[0]?.['state']).not.toBe(today[0]?.['state']);
});

test('an amount that is not on record is neither nothing nor received', async () => {
  const fund = await openTestFund('real');
  const rows = rowsOf(await contributions(fund, 'csv'));
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect([row['amount'], row['usd_amount']]).toEqual(['', '']);
});
