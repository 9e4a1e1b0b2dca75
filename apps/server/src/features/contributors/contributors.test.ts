import { DEMO_TOTALS } from '@dcc/demo-fund/fund';
import { expect, test } from 'vitest';
import { type Caller, codeOf, newKey, openTestFund, violationOf } from '../../testing/test-fund.ts';

const create = (caller: Caller, change: object = {}) =>
  caller.contributors.create({
    idempotencyKey: newKey(),
    name: 'Iceland',
    type: 'country',
    countryCode: 'IS',
    ...change,
  });

test('a new contributor joins the list', async () => {
  const fund = await openTestFund();
  const { id } = await create(fund.as('member'));
  const { contributor } = await fund.as('member').contributors.get({ id });
  expect(contributor).toEqual({ id, name: 'Iceland', type: 'country', countryCode: 'IS' });
});

test.each([
  [{ name: ' aurelia ' }, { kind: 'NameTaken', subject: 'contributor', name: 'aurelia' }],
  [{ countryCode: null }, { kind: 'CountryRequired' }],
  [{ countryCode: 'ZZ' }, { kind: 'CountryUnknown', code: 'ZZ' }],
  [
    { type: 'foundation', countryCode: 'QQ' },
    { kind: 'CountryUnknown', code: 'QQ' },
  ],
])('a contributor with %j is refused', async (change, violation) => {
  const fund = await openTestFund();
  expect(await violationOf(create(fund.as('member'), change))).toEqual(violation);
  expect(await codeOf(create(fund.as('certifier'), change))).toBe('FORBIDDEN');
});

test('the list shows what each contributor gave, most first, and its share', async () => {
  const { rows, totals } = await (await openTestFund()).as('auditor').contributors.list({});
  expect(
    rows.map(({ contributor, received, sharePercent }) => [contributor.name, received.amount, sharePercent]),
  ).toEqual([
    ['Aurelia', '1500000.00', '41.7'],
    ['Borealis', '693181.82', '19.2'],
    ['Delta Development Bank', '500000.00', '13.9'],
    ['Estuary Union', '473529.41', '13.1'],
    ['Caldera Foundation', '289655.17', '8.0'],
    ['Fjord Shipping', '100000.00', '2.8'],
    ['Gannet Relief', '45000.00', '1.2'],
  ]);
  expect(totals.received.amount).toBe(DEMO_TOTALS.received);
  expect(totals.signed.amount).toBe(DEMO_TOTALS.signed);
});

test('one contributor shows its years and its contributions', async () => {
  const contributor = await (await openTestFund()).as('auditor').contributors.get({ id: 'c-borealis' });
  expect(contributor.byYear.map(({ year, signed, received }) => [year, signed.amount, received.amount])).toEqual([
    [2023, '500000.00', '250000.00'],
    [2024, '0.00', '255681.82'],
    [2025, '0.00', '0.00'],
    [2026, '375000.00', '187500.00'],
  ]);
  expect(contributor.figures.overdue).toMatchObject({ amount: { amount: '187500.00' }, entries: null });
  expect(contributor.contributions).toHaveLength(2);
});

test('a contributor sees itself alone, without links into the ledger or shares of others', async () => {
  const contributor = (await openTestFund()).as('contributor');
  const { rows, totals } = await contributor.contributors.list({});
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ contributor: { id: 'c-aurelia' }, sharePercent: null });
  expect(totals.received.amount).toBe('1500000.00');
  const own = await contributor.contributors.get({ id: 'c-aurelia' });
  expect(Object.values(own.figures).map(({ entries }) => entries)).toEqual([null, null, null, null, null]);
  expect(own.sharePercent).toBeNull();
  const other = await violationOf(contributor.contributors.get({ id: 'c-borealis' }));
  expect(other).toEqual(await violationOf(contributor.contributors.get({ id: 'no-such-one' })));
});

test('a pool has a name of its own', async () => {
  const fund = await openTestFund();
  const pool = (name: string) =>
    fund
      .as('secretariat')
      .pools.create({ idempotencyKey: newKey(), name, earmarking: 'softly', description: 'For the test' });
  await pool('Landlocked countries');
  expect(await violationOf(pool('LANDLOCKED  countries'))).toMatchObject({ kind: 'NameTaken', subject: 'pool' });
  const { pools } = await fund.as('secretariat').reference.choices({});
  expect(pools.map(({ name }) => name)).toContain('Landlocked countries');
});
