import { DEMO_TOTALS } from '@dcc/demo-fund/fund';
import { expect, test } from 'vitest';
import { openTestFund } from '../../testing/test-fund.ts';

const plain = (lines: object) =>
  Object.fromEntries(
    Object.entries(lines).map(([line, value]: [string, { amount: { amount: string } } | string | null]) => [
      line,
      typeof value === 'object' && value !== null ? value.amount.amount : value,
    ]),
  );

test('the statement of today equals the totals that were worked out by hand', async () => {
  const statement = await (await openTestFund()).as('auditor').statement.get({});
  expect(plain(statement.fundsWithAdministrativeAgent)).toEqual({
    contributionsFromDonors: DEMO_TOTALS.received,
    interestAndInvestmentIncomeFromFund: '36016.35',
    interestFromParticipatingOrganizations: '1230.50',
    otherIncome: '500.00',
    totalSourceOfFunds: DEMO_TOTALS.sources,
    transferredToParticipatingOrganizations: '1688000.00',
    transfersToOtherFunds: '0.00',
    subTotalTransfers: '1688000.00',
    refundsFromParticipatingOrganizations: '9400.00',
    administrativeAgentFee: '28453.37',
    programmeSupportCost: '0.00',
    directCost: '49000.00',
    bankCharges: '216.50',
    totalUseOfFunds: DEMO_TOTALS.uses,
    balance: DEMO_TOTALS.balance,
    balanceAsPercentOfDeposits: DEMO_TOTALS.balancePercent,
  });
  expect(plain(statement.fundsWithParticipatingOrganizations)).toMatchObject({
    expenditure: DEMO_TOTALS.spent,
    refunds: '9400.00',
    balance: DEMO_TOTALS.hostBalance,
  });
  expect(statement.totalBalanceOfFunds.amount).toBe(DEMO_TOTALS.totalBalance);
});

test('the statement of a past day counts what took effect by then', async () => {
  const auditor = (await openTestFund()).as('auditor');
  const received = async (asOf: string) =>
    (await auditor.statement.get({ asOf })).fundsWithAdministrativeAgent.contributionsFromDonors.amount.amount;
  expect(await received('2022-05-09')).toBe('0.00');
  expect(await received('2022-05-10')).toBe('300000.00');
  expect(await received('2023-06-04')).toBe('600000.00');
  expect(await received('2023-06-05')).toBe('850000.00');
  expect(await received('2023-12-31')).toBe('850000.00');
  const before = await auditor.statement.get({ asOf: '2021-12-31' });
  expect(before.fundsWithAdministrativeAgent.balanceAsPercentOfDeposits).toBeNull();
  expect(before.totalBalanceAsPercentOfDeposits).toBeNull();
});

test('sources less uses is the balance on every month end', async () => {
  const auditor = (await openTestFund()).as('auditor');
  const cents = (text: string) => BigInt(text.replace('.', ''));
  for (let month = 0; month < 59; month += 1) {
    const asOf = `${2022 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-28`;
    const lines = (await auditor.statement.get({ asOf })).fundsWithAdministrativeAgent;
    expect(cents(lines.totalSourceOfFunds.amount.amount) - cents(lines.totalUseOfFunds.amount.amount)).toBe(
      cents(lines.balance.amount.amount),
    );
  }
});
