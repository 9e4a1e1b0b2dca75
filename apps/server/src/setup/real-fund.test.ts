import { verifyDatabase } from '@dcc/db/integrity-checks';
import { expect, test } from 'vitest';
import { openTestFund, rowCounts } from '../testing/test-fund.ts';

test('the real fund begins from its public record, without any amount', async () => {
  const fund = await openTestFund('real');
  const counts = await rowCounts(fund.db);
  expect(counts).toMatchObject({
    contributor: 2,
    contribution: 1,
    position: 2,
    organization: 5,
    journal_entry: 0,
    posting: 0,
    instalment: 0,
    position_year: 0,
    exchange_rate: 0,
    person_role: 0,
  });
  const auditor = fund.as('auditor');
  const contributions = await auditor.contributions.list({});
  expect(contributions.rows).toMatchObject([
    { reference: 'Letter of Agreement of 12 December 2023', contributor: { name: 'Switzerland' }, on: '2023-12-12' },
  ]);
  const { rows } = await auditor.positions.list({});
  expect(rows.map(({ state, startsOn, years }) => [state, startsOn, years.length])).toEqual([
    ['approved', null, 0],
    ['approved', null, 0],
  ]);
  const answers = JSON.stringify([
    contributions,
    rows,
    await auditor.overview.get({}),
    await auditor.statement.get({}),
  ]);
  expect(
    [...answers.matchAll(/"amount":"(-?[\d.]+)"/gu)].map(([, amount]) => amount).filter((amount) => amount !== '0.00'),
  ).toEqual([]);
  expect((await verifyDatabase(fund.db)).findings).toEqual([]);
});

test('the demonstration fund keeps every rule', async () => {
  const fund = await openTestFund();
  expect((await verifyDatabase(fund.db)).findings).toEqual([]);
});
