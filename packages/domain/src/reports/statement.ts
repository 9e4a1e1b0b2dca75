import { BOOK_CURRENCY } from '../currency.ts';
import type { Account } from '../ledger/accounts.ts';
import type { EntryKind } from '../ledger/kinds.ts';
import { add, type Money, negate, percentOf, subtract, zero } from '../money.ts';

/** Sum of the postings of one account and kind, debit positive, US dollars. */
export type KindBalance = { readonly account: Account; readonly kind: EntryKind; readonly amount: Money };

/**
 * Statement of source and use of funds over a period, in the lines and words in which the MPTF Office Gateway publishes it.
 * Cash basis for the agent's part; the host organizations' own reports for theirs. In each part the opening balance (nothing
 * where the period is the whole life of the fund), the sources and the uses make the balance at the end. The percentages are of
 * all deposits, and of all transfers received, up to that end.
 */
export type SourceAndUse = {
  readonly fundsWithAdministrativeAgent: {
    readonly openingBalance: Money;
    readonly contributionsFromDonors: Money;
    readonly interestAndInvestmentIncomeFromFund: Money;
    readonly interestFromParticipatingOrganizations: Money;
    readonly otherIncome: Money;
    readonly totalSourceOfFunds: Money;
    readonly transferredToParticipatingOrganizations: Money;
    readonly transfersToOtherFunds: Money;
    readonly subTotalTransfers: Money;
    readonly refundsFromParticipatingOrganizations: Money;
    readonly administrativeAgentFee: Money;
    readonly programmeSupportCost: Money;
    readonly directCost: Money;
    readonly bankCharges: Money;
    readonly totalUseOfFunds: Money;
    readonly balance: Money;
    readonly balanceAsPercentOfDeposits: string | null;
  };
  readonly fundsWithParticipatingOrganizations: {
    readonly openingBalance: Money;
    readonly transfersToParticipatingOrganizations: Money;
    readonly expenditure: Money;
    readonly refunds: Money;
    readonly totalExpenses: Money;
    readonly balance: Money;
    readonly balanceAsPercentOfTransfers: string | null;
  };
  readonly totalOpeningBalance: Money;
  readonly totalBalanceOfFunds: Money;
  readonly totalBalanceAsPercentOfDeposits: string | null;
};

/** Which account and kinds each line is the sum of, and whether a debit raises it. */
export const STATEMENT_LINES = {
  contributionsFromDonors: { account: 'cash', kinds: ['deposit', 'contributor-refund'], sign: 1 },
  interestAndInvestmentIncomeFromFund: { account: 'cash', kinds: ['interest-fund'], sign: 1 },
  interestFromParticipatingOrganizations: { account: 'cash', kinds: ['interest-organization'], sign: 1 },
  otherIncome: { account: 'cash', kinds: ['other-income'], sign: 1 },
  transferredToParticipatingOrganizations: { account: 'cash', kinds: ['transfer'], sign: -1 },
  transfersToOtherFunds: { account: 'cash', kinds: ['transfer-other-fund'], sign: -1 },
  refundsFromParticipatingOrganizations: { account: 'cash', kinds: ['refund'], sign: 1 },
  administrativeAgentFee: { account: 'cash', kinds: ['agent-fee'], sign: -1 },
  programmeSupportCost: { account: 'cash', kinds: ['support-cost'], sign: -1 },
  directCost: { account: 'cash', kinds: ['direct-cost'], sign: -1 },
  bankCharges: { account: 'cash', kinds: ['bank-charge'], sign: -1 },
  transfersToParticipatingOrganizations: { account: 'organization-funds', kinds: ['organization-received'], sign: 1 },
  expenditure: { account: 'organization-funds', kinds: ['organization-expenditure'], sign: -1 },
  refunds: { account: 'organization-funds', kinds: ['organization-refund'], sign: -1 },
} as const satisfies Record<string, { account: Account; kinds: readonly EntryKind[]; sign: 1 | -1 }>;

type Line = keyof typeof STATEMENT_LINES;

/** The sum of one line. */
function lineOf(balances: readonly KindBalance[], name: Line): Money {
  const { account, kinds, sign } = STATEMENT_LINES[name];
  const matching = balances.filter(
    (entry) => entry.account === account && (kinds as readonly EntryKind[]).includes(entry.kind),
  );
  const total = add(zero(BOOK_CURRENCY), ...matching.map(({ amount }) => amount));
  return sign === 1 ? total : negate(total);
}

/** What a period began with: its balances, and the deposits and the hosts' receipts until then, which percentages are of. */
type Opening = { readonly agent: Money; readonly hosts: Money; readonly deposits: Money; readonly received: Money };

function openingOf(before: readonly KindBalance[]): Opening {
  const nothing = zero(BOOK_CURRENCY);
  if (before.length === 0) return { agent: nothing, hosts: nothing, deposits: nothing, received: nothing };
  const until = sourceAndUse(before);
  return {
    agent: until.fundsWithAdministrativeAgent.balance,
    hosts: until.fundsWithParticipatingOrganizations.balance,
    deposits: until.fundsWithAdministrativeAgent.contributionsFromDonors,
    received: until.fundsWithParticipatingOrganizations.transfersToParticipatingOrganizations,
  };
}

/**
 * Puts the statement of a period together: from the sums per account and kind of what moved in it, and of all that moved before.
 * Percentages with one decimal, half-even.
 */
export function sourceAndUse(movements: readonly KindBalance[], before: readonly KindBalance[] = []): SourceAndUse {
  const line = (name: Line): Money => lineOf(movements, name);
  const opening = openingOf(before);
  const contributions = line('contributionsFromDonors');
  const sources = add(
    contributions,
    line('interestAndInvestmentIncomeFromFund'),
    line('interestFromParticipatingOrganizations'),
    line('otherIncome'),
  );
  const transfers = add(line('transferredToParticipatingOrganizations'), line('transfersToOtherFunds'));
  const costs = add(
    line('administrativeAgentFee'),
    line('programmeSupportCost'),
    line('directCost'),
    line('bankCharges'),
  );
  const uses = add(subtract(transfers, line('refundsFromParticipatingOrganizations')), costs);
  const agentBalance = subtract(add(opening.agent, sources), uses);
  const received = line('transfersToParticipatingOrganizations');
  const expenses = add(line('expenditure'), line('refunds'));
  const hostBalance = subtract(add(opening.hosts, received), expenses);
  const total = add(agentBalance, hostBalance);
  const deposits = add(opening.deposits, contributions);
  return {
    fundsWithAdministrativeAgent: {
      openingBalance: opening.agent,
      contributionsFromDonors: contributions,
      interestAndInvestmentIncomeFromFund: line('interestAndInvestmentIncomeFromFund'),
      interestFromParticipatingOrganizations: line('interestFromParticipatingOrganizations'),
      otherIncome: line('otherIncome'),
      totalSourceOfFunds: sources,
      transferredToParticipatingOrganizations: line('transferredToParticipatingOrganizations'),
      transfersToOtherFunds: line('transfersToOtherFunds'),
      subTotalTransfers: transfers,
      refundsFromParticipatingOrganizations: line('refundsFromParticipatingOrganizations'),
      administrativeAgentFee: line('administrativeAgentFee'),
      programmeSupportCost: line('programmeSupportCost'),
      directCost: line('directCost'),
      bankCharges: line('bankCharges'),
      totalUseOfFunds: uses,
      balance: agentBalance,
      balanceAsPercentOfDeposits: percentOf(agentBalance, deposits),
    },
    fundsWithParticipatingOrganizations: {
      openingBalance: opening.hosts,
      transfersToParticipatingOrganizations: received,
      expenditure: line('expenditure'),
      refunds: line('refunds'),
      totalExpenses: expenses,
      balance: hostBalance,
      balanceAsPercentOfTransfers: percentOf(hostBalance, add(opening.received, received)),
    },
    totalOpeningBalance: add(opening.agent, opening.hosts),
    totalBalanceOfFunds: total,
    totalBalanceAsPercentOfDeposits: percentOf(total, deposits),
  };
}
