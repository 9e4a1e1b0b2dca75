import { expect, test } from 'vitest';
import { codeOf, openTestFund, violationOf } from '../../testing/test-fund.ts';

test('a contributor sees the positions for which a pool that it gave to reserves money, and no others', async () => {
  const fund = await openTestFund();
  const { contributor, pools, rows } = await fund.as('contributor').ownPositions.list({});
  expect(contributor.name).toBe('Aurelia');
  expect(pools.map(({ pool, given }) => [pool.name, given.amount])).toEqual([
    ['Least developed countries', '600000.00'],
    ['Unearmarked', '900000.00'],
  ]);
  const auditor = fund.as('auditor');
  const expected: string[] = [];
  for (const { id, title } of (await auditor.positions.list({})).rows) {
    const paid = (await auditor.positions.get({ id })).decisions.flatMap(({ lines }) => lines.map(({ pool }) => pool));
    if (paid.some((pool) => pools.some((own) => own.pool.name === pool))) expected.push(title);
  }
  expect(expected.length).toBeGreaterThan(3);
  expect(rows.map(({ title }) => title)).toEqual(expected);
  expect(expected).not.toContain('Coastal resilience analyst');
});

test('it is told what was allocated from its pools to each, and what the host was sent and has reported, as the position itself says', async () => {
  const fund = await openTestFund();
  const { pools, rows } = await fund.as('contributor').ownPositions.list({});
  const names = new Set(pools.map(({ pool }) => pool.name));
  for (const row of rows) {
    const { decisions, figures } = await fund.as('auditor').positions.get({ id: row.id });
    const own = decisions.flatMap(({ lines }) => lines).filter(({ pool }) => names.has(pool));
    const cents = own.reduce((total, { amount }) => total + BigInt(amount.amount.replace('.', '')), 0n);
    expect(BigInt(row.allocated.amount.replace('.', ''))).toBe(cents);
    expect([row.sent.amount, row.spent.amount]).toEqual([
      figures.transferred.amount.amount,
      figures.spent.amount.amount,
    ]);
  }
});

test('its story is days and states, without notes and names; reports that are due are named', async () => {
  const { rows } = await (await openTestFund()).as('contributor').ownPositions.list({});
  const first = rows.find(({ title }) => title === 'Climate adaptation analyst');
  expect(first?.story.at(-1)).toEqual({ to: 'separated', on: '2024-08-31' });
  expect(first?.reports.map(({ year, dueOn }) => [year, dueOn])).toContainEqual([2022, '2023-04-30']);
  expect(JSON.stringify(rows)).not.toMatch(/Sena Bright|"note"/u);
});

test('another contributor is as if it were not there; whoever reads all may look at any', async () => {
  const fund = await openTestFund();
  const notFound = { kind: 'NotFound', subject: 'contributor' };
  expect(await violationOf(fund.as('contributor').ownPositions.list({ contributorId: 'c-borealis' }))).toEqual(
    notFound,
  );
  expect(await violationOf(fund.as('auditor').ownPositions.list({ contributorId: 'nobody' }))).toEqual(notFound);
  expect(await violationOf(fund.as('auditor').ownPositions.list({}))).toEqual(notFound);
  expect((await fund.as('auditor').ownPositions.list({ contributorId: 'c-borealis' })).contributor.name).toBe(
    'Borealis',
  );
  expect(await codeOf(fund.as('administrator').ownPositions.list({}))).toBe('FORBIDDEN');
});

test('on an earlier day it sees what stood then', async () => {
  const fund = await openTestFund();
  const early = await fund.as('contributor').ownPositions.list({ asOf: '2021-12-31' });
  expect([early.pools, early.rows]).toEqual([[], []]);
});
