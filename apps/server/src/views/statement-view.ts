import { moneyView } from '@dcc/domain/wire';
import { z } from 'zod';
import { figureView } from './common-views.ts';

/** The agent's lines, in the order in which UN pooled funds publish them. */
export const agentLinesView = z.strictObject({
  openingBalance: figureView,
  contributionsFromDonors: figureView,
  interestAndInvestmentIncomeFromFund: figureView,
  interestFromParticipatingOrganizations: figureView,
  otherIncome: figureView,
  totalSourceOfFunds: figureView,
  transferredToParticipatingOrganizations: figureView,
  transfersToOtherFunds: figureView,
  subTotalTransfers: figureView,
  refundsFromParticipatingOrganizations: figureView,
  administrativeAgentFee: figureView,
  programmeSupportCost: figureView,
  directCost: figureView,
  bankCharges: figureView,
  totalUseOfFunds: figureView,
  balance: figureView,
  balanceAsPercentOfDeposits: z.string().nullable(),
});

/** The host organizations' lines. */
export const hostLinesView = z.strictObject({
  openingBalance: figureView,
  transfersToParticipatingOrganizations: figureView,
  expenditure: figureView,
  refunds: figureView,
  totalExpenses: figureView,
  balance: figureView,
  balanceAsPercentOfTransfers: z.string().nullable(),
});

/** The statement of source and use of funds; each opening balance is nothing where it is of the whole life of the fund. */
export const statementView = z.strictObject({
  asOf: z.string(),
  today: z.string(),
  fundsWithAdministrativeAgent: agentLinesView,
  fundsWithParticipatingOrganizations: hostLinesView,
  totalOpeningBalance: moneyView,
  totalBalanceOfFunds: moneyView,
  totalBalanceAsPercentOfDeposits: z.string().nullable(),
});
