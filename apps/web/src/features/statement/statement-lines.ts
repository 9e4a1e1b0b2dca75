import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { Figure, Money, Statement } from '../../api/views.ts';

/** How a line of the statement is set: a plain line, a sum of those above it, or a balance. */
export type LineLevel = 'line' | 'sum' | 'balance';

export type StatementLine = {
  readonly key: string;
  readonly label: MessageDescriptor;
  readonly level: LineLevel;
  readonly amount: Money;
  /** The entries behind the line; the last total has none of its own. */
  readonly figure: Figure | null;
  /** Share of the deposits or transfers, where the published statement gives one. */
  readonly percent: string | null;
  readonly percentOf: MessageDescriptor | null;
};

export type StatementPart = {
  readonly key: string;
  readonly title: MessageDescriptor;
  readonly lines: readonly StatementLine[];
};

function line(key: string, label: MessageDescriptor, figure: Figure, level: LineLevel = 'line'): StatementLine {
  return { key, label, level, amount: figure.amount, figure, percent: null, percentOf: null };
}

const OF_DEPOSITS = msg`of deposits`;
const OF_TRANSFERS = msg`of transfers`;

function fundLines({ fundsWithAdministrativeAgent: lines }: Statement): StatementLine[] {
  return [
    line('contributions', msg`Contributions from donors`, lines.contributionsFromDonors),
    line('interest', msg`Interest and investment income, from the fund`, lines.interestAndInvestmentIncomeFromFund),
    line(
      'host-interest',
      msg`Interest income, from participating organizations`,
      lines.interestFromParticipatingOrganizations,
    ),
    line('other-income', msg`Other income`, lines.otherIncome),
    line('sources', msg`Total: sources of funds`, lines.totalSourceOfFunds, 'sum'),
    line('transfers', msg`Transferred to participating organizations`, lines.transferredToParticipatingOrganizations),
    line('other-funds', msg`Transfers to other funds`, lines.transfersToOtherFunds),
    line('sub-total', msg`Sub-total: transfers`, lines.subTotalTransfers, 'sum'),
    line(
      'refunds',
      msg`Refunds received from participating organizations`,
      lines.refundsFromParticipatingOrganizations,
    ),
    line('fee', msg`Administrative agent fee`, lines.administrativeAgentFee),
    line('direct-cost', msg`Direct cost`, lines.directCost),
    line('bank-charges', msg`Bank charges`, lines.bankCharges),
    line('uses', msg`Total: uses of funds`, lines.totalUseOfFunds, 'sum'),
    {
      ...line('balance', msg`Balance of funds with the administrative agent`, lines.balance, 'balance'),
      percent: lines.balanceAsPercentOfDeposits,
      percentOf: OF_DEPOSITS,
    },
  ];
}

function hostLines({ fundsWithParticipatingOrganizations: lines }: Statement): StatementLine[] {
  return [
    line('host-transfers', msg`Transfers to participating organizations`, lines.transfersToParticipatingOrganizations),
    line('expenditure', msg`Expenditure reported`, lines.expenditure),
    line('host-refunds', msg`Refunds made`, lines.refunds),
    line('expenses', msg`Total: expenditure and refunds`, lines.totalExpenses, 'sum'),
    {
      ...line('host-balance', msg`Balance of funds with participating organizations`, lines.balance, 'balance'),
      percent: lines.balanceAsPercentOfTransfers,
      percentOf: OF_TRANSFERS,
    },
  ];
}

/** The lines of the statement, in the order and under the heads in which UN pooled funds publish them. */
export function statementParts(statement: Statement): StatementPart[] {
  const total: StatementLine = {
    key: 'total',
    label: msg`Total balance of funds`,
    level: 'balance',
    amount: statement.totalBalanceOfFunds,
    figure: null,
    percent: statement.totalBalanceAsPercentOfDeposits,
    percentOf: OF_DEPOSITS,
  };
  return [
    { key: 'fund', title: msg`Funds with the administrative agent`, lines: fundLines(statement) },
    { key: 'hosts', title: msg`Funds with participating organizations`, lines: hostLines(statement) },
    { key: 'all', title: msg`Both together`, lines: [total] },
  ];
}

type Plain = { [key: string]: string | null | Plain };

/** The statement as other programs read it: every amount an exact decimal text, no entries, no markup. */
export function statementAsData(value: object): Plain {
  const plain: Plain = {};
  for (const [key, part] of Object.entries(value) as [string, unknown][]) {
    if (typeof part === 'string' || part === null) plain[key] = part;
    else if (typeof part === 'object' && part !== undefined) plain[key] = amountOf(part) ?? statementAsData(part);
  }
  return plain;
}

/** The decimal text of an amount, or of the amount of a figure. */
function amountOf(part: object): string | null {
  if (!('amount' in part)) return null;
  if (typeof part.amount === 'string') return part.amount;
  return typeof part.amount === 'object' && part.amount !== null ? amountOf(part.amount) : null;
}
