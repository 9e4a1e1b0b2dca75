import { describe, expect, test } from 'vitest';
import { type Caller, codeOf, newKey, openTestFund, rowCounts, violationOf } from '../../testing/test-fund.ts';

type Input = Parameters<Caller['movements']['fund']['record']>[0];
const about = (kind: 'interest-fund' | 'other-income' | 'transfer-other-fund' | 'direct-cost' | 'bank-charge') => ({
  idempotencyKey: newKey(),
  kind,
  on: '2026-11-20',
  description: 'By hand',
  currency: 'USD',
  amount: '1000.00',
  poolId: 'unearmarked',
});
const balance = async (caller: Caller): Promise<string> =>
  (await caller.overview.get({})).figures.balance.amount.amount;

describe('a movement of the fund', () => {
  test.each([
    ['interest-fund', '1883843.38', 'interestAndInvestmentIncomeFromFund', '37016.35'],
    ['other-income', '1883843.38', 'otherIncome', '1500.00'],
    ['transfer-other-fund', '1881843.38', 'transfersToOtherFunds', '1000.00'],
    ['direct-cost', '1881843.38', 'directCost', '50000.00'],
    ['bank-charge', '1881843.38', 'bankCharges', '1216.50'],
  ] as const)('%s moves the balance and its line of the statement', async (kind, after, line, amount) => {
    const fund = await openTestFund();
    const secretariat = fund.as('secretariat');
    const preview = await secretariat.movements.fund.preview(about(kind));
    expect(preview.postings).toHaveLength(2);
    expect(await balance(secretariat)).toBe('1882843.38');
    await secretariat.movements.fund.record(about(kind));
    expect(await balance(secretariat)).toBe(after);
    const statement = await secretariat.statement.get({});
    expect(statement.fundsWithAdministrativeAgent[line].amount.amount).toBe(amount);
  });

  test('keeps what it was in another currency and the rate in force on its day', async () => {
    const fund = await openTestFund();
    const secretariat = fund.as('secretariat');
    const francs: Input = { ...about('interest-fund'), currency: 'CHF', amount: '800.00' };
    const preview = await secretariat.movements.fund.preview(francs);
    expect(preview.rate).toMatchObject({ currency: 'CHF', unitsPerDollar: '0.80', effectiveOn: '2026-01-01' });
    const { entryNumber } = await secretariat.movements.fund.record(francs);
    const entry = await secretariat.ledger.get({ id: String(entryNumber) });
    expect(entry.rate).toMatchObject({ unitsPerDollar: '0.80' });
    expect(entry.row).toMatchObject({
      amount: { amount: '1000.00', currency: 'USD' },
      original: { amount: '800.00', currency: 'CHF' },
    });
  });

  test('interest from an organization names the organization, and one that exists', async () => {
    const fund = await openTestFund();
    const secretariat = fund.as('secretariat');
    const interest = { ...about('other-income'), kind: 'interest-organization' as const, organizationId: 'o-lyceum' };
    const { entryNumber } = await secretariat.movements.fund.record(interest);
    expect((await secretariat.ledger.get({ id: String(entryNumber) })).row.parties).toEqual(['Lyceum']);
    const nowhere = { ...interest, idempotencyKey: newKey(), organizationId: 'none' };
    expect(await violationOf(secretariat.movements.fund.preview(nowhere))).toEqual({
      kind: 'NotFound',
      subject: 'organization',
    });
    const unnamed = { ...about('other-income'), kind: 'interest-organization' } as unknown as Input;
    expect(await codeOf(secretariat.movements.fund.preview(unnamed))).toBe('BAD_REQUEST');
  });
});

test('money that somebody decides to spend is free money; what a bank takes is a fact', async () => {
  const fund = await openTestFund();
  const secretariat = fund.as('secretariat');
  // The pool holds 378,506.39 and has 356,000 of it promised.
  const more = { currency: 'USD', amount: '22506.40' };
  for (const kind of ['direct-cost', 'transfer-other-fund'] as const) {
    expect(await violationOf(secretariat.movements.fund.record({ ...about(kind), ...more }))).toMatchObject({
      kind: 'InsufficientFunds',
      pool: 'Unearmarked',
      available: { minor: 2_250_639n },
      requested: { minor: 2_250_640n },
    });
  }
  await secretariat.movements.fund.record({ ...about('bank-charge'), ...more });
  expect(await balance(secretariat)).toBe('1860336.98');
});

test('nothing that is wrong is written: date, amount, precision, rate, pool', async () => {
  const fund = await openTestFund();
  const secretariat = fund.as('secretariat');
  const before = await rowCounts(fund.db);
  const refused = (change: Partial<Input>) =>
    violationOf(secretariat.movements.fund.record({ ...about('interest-fund'), ...change } as Input));
  expect(await refused({ on: '2026-11-23' })).toEqual({
    kind: 'DateInFuture',
    date: '2026-11-23',
    today: '2026-11-22',
  });
  expect(await refused({ amount: '0' })).toEqual({ kind: 'AmountNotPositive' });
  expect(await refused({ amount: '-5.00' })).toEqual({ kind: 'AmountNotPositive' });
  expect(await refused({ amount: '1.001' })).toMatchObject({ kind: 'AmountTooPrecise', decimals: 2 });
  expect(await refused({ currency: 'JPY', amount: '1.5' })).toMatchObject({ kind: 'AmountTooPrecise', decimals: 0 });
  expect(await refused({ currency: 'JPY', amount: '1', on: '2023-12-31' })).toEqual({
    kind: 'NoRateInForce',
    currency: 'JPY',
    on: '2023-12-31',
  });
  // A fils is worth less than half a cent.
  expect(await refused({ currency: 'KWD', amount: '0.001' })).toEqual({ kind: 'AmountNotPositive' });
  expect(await refused({ poolId: 'none' })).toEqual({ kind: 'NotFound', subject: 'pool' });
  expect(await rowCounts(fund.db)).toEqual(before);
});

test('nothing is recorded in a financial year that is closed', async () => {
  const fund = await openTestFund();
  const secretariat = fund.as('secretariat');
  await fund.db.write.insertInto('financial_year').values({ year: 2025n, state: 'closed' }).execute();
  const late = { ...about('bank-charge'), on: '2025-12-31' };
  const refusal = { kind: 'PeriodClosed', year: 2025, date: '2025-12-31' };
  expect(await violationOf(secretariat.movements.fund.preview(late))).toEqual(refusal);
  expect(await violationOf(secretariat.movements.fund.record(late))).toEqual(refusal);
});

test.each(['member', 'chair', 'certifier', 'auditor', 'contributor', 'administrator'] as const)(
  '%s records no movement',
  async (role) => {
    const fund = await openTestFund();
    expect(await violationOf(fund.as(role).movements.fund.record(about('bank-charge')))).toEqual({
      kind: 'NotPermitted',
      action: 'movement.record',
    });
  },
);
