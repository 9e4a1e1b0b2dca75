import { DEMO_TOTALS } from '@dcc/demo-fund/fund';
import { expect, test } from 'vitest';
import { codeOf, openTestFund } from '../../testing/test-fund.ts';

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
    openingBalance: '0.00',
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

const dollars = (figure: { readonly amount: { readonly amount: string } } | undefined) => figure?.amount.amount;

test('from signature to cash: what was signed less what is to come, plus the exchange gain, is what was received', async () => {
  const { signature, ...statement } = await (await openTestFund()).as('auditor').statement.get({});
  expect(plain(signature)).toEqual({
    outstandingBefore: '0.00',
    // As the demonstration signed it; the refund has its own line.
    signed: '4175000.00',
    receivedWithoutAgreement: '0.00',
    exchangeDifference: DEMO_TOTALS.exchangeDifference,
    writtenOff: '0.00',
    refundedToContributors: '5000.00',
    outstanding: DEMO_TOTALS.outstanding,
    received: DEMO_TOTALS.received,
  });
  expect(signature.received.amount).toEqual(statement.fundsWithAdministrativeAgent.contributionsFromDonors.amount);
});

test('by year the current one is not final, and each opens with what the one before closed with', async () => {
  const auditor = (await openTestFund()).as('auditor');
  const { columns, currentYear } = await auditor.statement.get({ by: 'year' });
  expect(columns.map(({ name, notFinal }) => [name, notFinal])).toEqual([
    ['2022', false],
    ['2023', false],
    ['2024', false],
    ['2025', false],
    ['2026', true],
  ]);
  expect(currentYear).toBe(2026);
  for (const [index, column] of columns.entries())
    expect(column.totalOpeningBalance.amount).toBe(columns[index - 1]?.totalBalanceOfFunds.amount ?? '0.00');
  // As known in the middle of 2025, that year was not final.
  const known = await auditor.statement.get({ by: 'year', asOf: '2025-12-31', knownOn: '2025-06-30' });
  expect(known.columns.filter(({ notFinal }) => notFinal).map(({ name }) => name)).toEqual(['2025']);
});

test('what hosts report is interim until somebody else certifies it, and the certified statement leaves it out', async () => {
  const fund = await openTestFund();
  const auditor = fund.as('auditor');
  const before = await auditor.statement.get({ by: 'year', knownOn: '2026-06-30' });
  const column = before.columns.at(-1);
  // Four hosts reported on 30 June 2026; it was certified a day later.
  expect(dollars(column?.interim ?? undefined)).toBe('201300.00');
  expect(before.columns.slice(0, -1).every(({ interim }) => interim === null)).toBe(true);
  expect(before.interim.amount.amount).toBe('201300.00');
  const certified = await auditor.statement.get({ knownOn: '2026-06-30', certified: 'only' });
  expect(dollars(certified.fundsWithParticipatingOrganizations.expenditure)).toBe('948800.00');
  const after = await auditor.statement.get({ by: 'year', knownOn: '2026-07-01' });
  expect(after.columns.at(-1)?.interim).toBeNull();
  expect(after.interim.amount.amount).toBe('0.00');
});

test('what waits for certification is told with its count, for the period asked', async () => {
  const auditor = (await openTestFund()).as('auditor');
  const { pending } = await auditor.statement.get({});
  expect([pending.agent.count, dollars(pending.agent.figure)]).toEqual([1, '-140000.00']);
  expect([pending.hosts.count, dollars(pending.hosts.figure)]).toEqual([0, '0.00']);
  expect((await auditor.statement.get({ from: '2026-11-11' })).pending.agent.count).toBe(0);
  expect((await auditor.statement.get({ knownOn: '2026-11-09' })).pending.agent.count).toBe(0);
  const whole = await auditor.statement.get({});
  const certified = await auditor.statement.get({ certified: 'only' });
  expect(dollars(whole.fundsWithAdministrativeAgent.balance)).toBe('1882843.38');
  expect(dollars(certified.fundsWithAdministrativeAgent.balance)).toBe('2022843.38');
});

test('a period that would end before it begins moves nothing', async () => {
  const auditor = (await openTestFund()).as('auditor');
  const { fundsWithAdministrativeAgent: agent } = await auditor.statement.get({
    from: '2025-01-01',
    asOf: '2023-12-31',
  });
  expect(dollars(agent.totalSourceOfFunds)).toBe('0.00');
  expect(agent.openingBalance.amount).toEqual(agent.balance.amount);
});

test('the largest contributor comes first, and what names none comes last', async () => {
  const { columns } = await (await openTestFund()).as('auditor').statement.get({ by: 'contributor' });
  expect(columns[0]?.name).toBe('Aurelia');
  expect(columns.at(-1)).toMatchObject({ key: '', name: '' });
  expect(columns).toHaveLength(8);
});

test.each(['contributor', 'administrator'] as const)('the statement is not for a %s', async (role) => {
  const fund = await openTestFund();
  expect(await codeOf(fund.as(role).statement.get({}))).toBe('FORBIDDEN');
});
