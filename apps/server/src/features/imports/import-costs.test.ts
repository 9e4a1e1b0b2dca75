import { expect, test } from 'vitest';
import { demoActor, openTestFund, rowCounts, type TestFund } from '../../testing/test-fund.ts';
import { ImportRefused, type Problem } from './csv-table.ts';
import { COST_COLUMNS, importCosts } from './import-costs.ts';

const options = { dryRun: false, onProgress: () => undefined };
const GOOD = {
  version: 'V1',
  effective_on: '2026-01-01',
  source: 'A circular',
  published_on: '2025-12-01',
  duty_station: '',
  country: '',
  component: 'salary',
  frequency: 'yearly',
  amount_usd: '60000.00',
  percent: '',
  percent_of: '',
};
type Row = typeof GOOD;

const csv = (...rows: Partial<Row>[]) =>
  [
    COST_COLUMNS.join(','),
    ...rows.map((row) => COST_COLUMNS.map((column) => ({ ...GOOD, ...row })[column]).join(',')),
  ].join('\n');
const take = (fund: TestFund, text: string) =>
  importCosts({ shell: fund.shell, actor: demoActor('secretariat') }, text, options);

async function problemsOf(text: string): Promise<readonly Problem[]> {
  const fund = await openTestFund();
  const before = await rowCounts(fund.db);
  const error: unknown = await take(fund, text).then(
    () => new Error('The file was taken'),
    (thrown: unknown) => thrown,
  );
  expect(await rowCounts(fund.db)).toEqual(before);
  if (error instanceof ImportRefused) return error.problems;
  throw error;
}

test('a post is estimated by the table of its day, its duty station and its years, against what its host spent', async () => {
  const fund = await openTestFund();
  const rows = [
    {},
    { component: 'post-adjustment', amount_usd: '', percent: '50', percent_of: 'salary' },
    { component: 'rental-subsidy', amount_usd: '9000.00', duty_station: 'Dhaka', country: 'BD' },
    { component: 'rental-subsidy', amount_usd: '1.00' },
    { component: 'travel-and-shipment', frequency: 'once', amount_usd: '8000.00' },
    { component: 'support-cost', amount_usd: '', percent: '10', percent_of: 'direct-cost' },
  ];
  expect(await take(fund, csv(...rows))).toMatchObject({ rows: 6, entries: 0 });
  const member = fund.as('member');
  const [row] = (await member.positions.list({ text: 'Gender programme analyst' })).rows;
  const { cost, figures } = await member.positions.get({ id: row?.id ?? '' });
  expect(cost.table).toEqual({
    version: 'V1',
    effectiveOn: '2026-01-01',
    source: 'A circular',
    publishedOn: '2025-12-01',
  });
  const estimate = cost.components.map(({ component, yearly, once, term }) => [
    component,
    yearly.amount,
    once.amount,
    term.amount,
  ]);
  expect(estimate.slice(0, 4)).toEqual([
    ['salary', '60000.00', '0.00', '120000.00'],
    ['post-adjustment', '30000.00', '0.00', '60000.00'],
    ['rental-subsidy', '9000.00', '0.00', '18000.00'],
    ['travel-and-shipment', '0.00', '8000.00', '8000.00'],
  ]);
  expect(cost.total).toMatchObject({ yearly: { amount: '108900.00' }, term: { amount: '225800.00' } });
  expect(cost.total.spent).toEqual(figures.spent.amount);
  expect(Number(cost.total.left.amount)).toBe(225_800 - Number(figures.spent.amount.amount));
  // Any table that is on record may be chosen, and one that was not yet in force is not taken by itself.
  const before = await member.positions.get({ id: row?.id ?? '', asOf: '2025-12-31' });
  expect(before.cost.table?.version).toBe('Invented 2022');
  const chosen = await member.positions.get({ id: row?.id ?? '', costTable: 'Invented 2022' });
  expect([chosen.cost.table?.version, chosen.cost.versions]).toEqual(['Invented 2022', ['V1', 'Invented 2022']]);
});

test.each<[string, Partial<Row>[], Partial<Problem>]>([
  ['a cost table without a source', [{ source: '' }], { row: 2, field: 'source', reason: 'is empty' }],
  ['an unknown component', [{ component: 'bonus' }], { row: 2, field: 'component' }],
  ['an unknown frequency', [{ frequency: 'weekly' }], { row: 2, field: 'frequency' }],
  ['a table without a day', [{ effective_on: '' }], { row: 2, field: 'effective_on' }],
  ['a day that is none', [{ published_on: '2026-02-30' }], { row: 2, field: 'published_on' }],
  ['an unknown duty station', [{ duty_station: 'Nowhere', country: 'FJ' }], { row: 2, field: 'duty_station' }],
  ['neither amount nor percentage', [{ amount_usd: '' }], { row: 2, field: 'amount_usd' }],
  ['an amount and a percentage', [{ percent: '10', percent_of: 'salary' }], { row: 2, field: 'amount_usd' }],
  ['an amount of something', [{ percent_of: 'salary' }], { row: 2, field: 'percent_of' }],
  ['a negative amount', [{ amount_usd: '-1' }], { row: 2, field: 'amount_usd' }],
  [
    'more than a hundred per cent',
    [{ amount_usd: '', percent: '101', percent_of: 'salary' }],
    { row: 2, field: 'percent' },
  ],
  ['a percentage of nothing', [{ amount_usd: '', percent: '10' }], { row: 2, field: 'percent_of' }],
  ['two sources of one version', [{}, { component: 'pension', source: 'Another' }], { row: 3, field: 'source' }],
  ['a component twice', [{}, { amount_usd: '1.00' }], { row: 3, field: 'component' }],
  ['a version that is on record', [{ version: 'Invented 2022' }], { row: 2, field: 'version' }],
])('%s is refused by its row, and nothing is written', async (_what, rows, problem) => {
  expect(await problemsOf(csv(...rows))).toMatchObject([problem]);
});
