import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACCOUNTS } from '../ledger/accounts.ts';
import { ENTRY_KINDS } from '../ledger/kinds.ts';
import { always, anyMinor, usd } from '../laws.arbitrary.ts';
import { add, type Money, subtract } from '../money.ts';
import { type KindBalance, sourceAndUse } from './statement.ts';

/** Whole dollars, as published. */
const dollars = (whole: number): Money => usd(BigInt(whole) * 100n);

describe('the published figures of the Peacebuilding Fund come out to the dollar', () => {
  // As its funding status page has them. The host organizations received what was transferred to them.
  const cash = {
    deposit: 756_821_732,
    'interest-fund': 20_006_220,
    'interest-organization': 3_122_214,
    transfer: -693_135_684,
    'transfer-other-fund': -13_792_503,
    refund: 48_030_831,
    'agent-fee': -7_484_571,
    'direct-cost': -22_638_221,
    'bank-charge': -29_699,
  } as const;
  const hosts = {
    'organization-received': 693_135_684,
    'organization-expenditure': -535_464_931,
    'organization-refund': -48_030_831,
  } as const;
  const balances: KindBalance[] = [
    ...Object.entries(cash).map(([kind, whole]) => ({ account: 'cash', kind, amount: dollars(whole) }) as KindBalance),
    ...Object.entries(hosts).map(
      ([kind, whole]) => ({ account: 'organization-funds', kind, amount: dollars(whole) }) as KindBalance,
    ),
  ];

  test('every line', () => {
    expect(sourceAndUse(balances)).toEqual({
      fundsWithAdministrativeAgent: {
        openingBalance: dollars(0),
        contributionsFromDonors: dollars(756_821_732),
        interestAndInvestmentIncomeFromFund: dollars(20_006_220),
        interestFromParticipatingOrganizations: dollars(3_122_214),
        otherIncome: dollars(0),
        totalSourceOfFunds: dollars(779_950_166),
        transferredToParticipatingOrganizations: dollars(693_135_684),
        transfersToOtherFunds: dollars(13_792_503),
        subTotalTransfers: dollars(706_928_187),
        refundsFromParticipatingOrganizations: dollars(48_030_831),
        administrativeAgentFee: dollars(7_484_571),
        programmeSupportCost: dollars(0),
        directCost: dollars(22_638_221),
        bankCharges: dollars(29_699),
        totalUseOfFunds: dollars(689_049_847),
        balance: dollars(90_900_319),
        balanceAsPercentOfDeposits: '12.0',
      },
      fundsWithParticipatingOrganizations: {
        openingBalance: dollars(0),
        transfersToParticipatingOrganizations: dollars(693_135_684),
        expenditure: dollars(535_464_931),
        refunds: dollars(48_030_831),
        totalExpenses: dollars(583_495_762),
        balance: dollars(109_639_922),
        balanceAsPercentOfTransfers: '15.8',
      },
      totalOpeningBalance: dollars(0),
      totalBalanceOfFunds: dollars(200_540_241),
      totalBalanceAsPercentOfDeposits: '26.5',
    });
  });

  test('accounts that are not cash do not count', () => {
    const accrual: KindBalance = { account: 'contribution-revenue', kind: 'agreement', amount: dollars(-5) };
    const pledge: KindBalance = { account: 'pledges-open', kind: 'pledge', amount: dollars(7) };
    expect(sourceAndUse([...balances, accrual, pledge])).toEqual(sourceAndUse(balances));
  });
});

test('a fund without a deposit has no percentages', () => {
  const empty = sourceAndUse([]);
  expect(empty.totalBalanceOfFunds).toEqual(usd(0));
  expect(empty.fundsWithAdministrativeAgent.balanceAsPercentOfDeposits).toBeNull();
  expect(empty.fundsWithParticipatingOrganizations.balanceAsPercentOfTransfers).toBeNull();
  expect(empty.totalBalanceAsPercentOfDeposits).toBeNull();
});

test('a refund to a contributor lowers what contributors gave', () => {
  const agent = sourceAndUse([
    { account: 'cash', kind: 'deposit', amount: usd(1000) },
    { account: 'cash', kind: 'contributor-refund', amount: usd(-300) },
  ]).fundsWithAdministrativeAgent;
  expect(agent.contributionsFromDonors).toEqual(usd(700));
  expect(agent.balance).toEqual(usd(700));
});

test('sources less uses are the balance, and the balance is the cash', () => {
  const cashKinds = [
    'deposit',
    'contributor-refund',
    'interest-fund',
    'interest-organization',
    'other-income',
    'transfer',
    'transfer-other-fund',
    'refund',
    'agent-fee',
    'support-cost',
    'direct-cost',
    'bank-charge',
  ];
  const anyBalance = fc.record({
    account: fc.constantFrom(...ACCOUNTS),
    kind: fc.constantFrom(...ENTRY_KINDS),
    amount: anyMinor.map((minor) => usd(minor)),
  });
  always(
    fc.property(fc.array(anyBalance, { maxLength: 40 }), (balances) => {
      const statement = sourceAndUse(balances);
      const agent = statement.fundsWithAdministrativeAgent;
      const hosts = statement.fundsWithParticipatingOrganizations;
      const total = (account: string, kinds: readonly string[]): Money =>
        add(
          usd(0),
          ...balances.filter((one) => one.account === account && kinds.includes(one.kind)).map(({ amount }) => amount),
        );
      const hostKinds = ['organization-received', 'organization-expenditure', 'organization-refund'];
      expect(agent.balance).toEqual(subtract(agent.totalSourceOfFunds, agent.totalUseOfFunds));
      expect(agent.balance).toEqual(total('cash', cashKinds));
      expect(hosts.balance).toEqual(subtract(hosts.transfersToParticipatingOrganizations, hosts.totalExpenses));
      expect(hosts.balance).toEqual(total('organization-funds', hostKinds));
      expect(statement.totalBalanceOfFunds).toEqual(add(agent.balance, hosts.balance));
    }),
    0.5,
  );
});
