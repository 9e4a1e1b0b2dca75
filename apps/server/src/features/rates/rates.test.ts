import { expect, test } from 'vitest';
import { openTestFund, violationOf } from '../../testing/test-fund.ts';

test('of every currency the rate in force on the day is shown', async () => {
  const fund = await openTestFund();
  const member = fund.as('member');
  const { rows, recorded, currencies } = await member.rates.list({});
  expect(rows.map(({ currency, unitsPerDollar, state }) => [currency, unitsPerDollar, state])).toEqual([
    ['CHF', '0.80', 'in-force'],
    ['EUR', '0.85', 'in-force'],
    ['JPY', '150', 'in-force'],
    ['KWD', '0.3075', 'in-force'],
    ['NOK', '10.0', 'in-force'],
  ]);
  expect(recorded).toBe(14);
  expect(currencies).toEqual(['CHF', 'EUR', 'JPY', 'KWD', 'NOK']);
  const before = await member.rates.list({ asOf: '2024-09-30' });
  expect(before.rows.map(({ currency, unitsPerDollar }) => [currency, unitsPerDollar])).toEqual([
    ['CHF', '0.88'],
    ['EUR', '0.92'],
    ['JPY', '140'],
  ]);
});

test('of one currency every rate is shown, newest first, with which is in force', async () => {
  const fund = await openTestFund();
  const { rows } = await fund.as('auditor').rates.list({ currency: 'JPY', asOf: '2024-12-01' });
  expect(rows).toMatchObject([
    { effectiveOn: '2026-01-01', unitsPerDollar: '150', state: 'to-come' },
    { effectiveOn: '2024-10-01', unitsPerDollar: '145', state: 'in-force' },
    { effectiveOn: '2024-01-01', unitsPerDollar: '140', state: 'superseded' },
  ]);
});

test('a fund without rates says so, and rates are for those who read the ledger', async () => {
  const real = await openTestFund('real');
  expect(await real.as('secretariat').rates.list({})).toMatchObject({ rows: [], recorded: 0, currencies: [] });
  const fund = await openTestFund();
  expect(await violationOf(fund.as('contributor').rates.list({}))).toMatchObject({ kind: 'NotPermitted' });
});
