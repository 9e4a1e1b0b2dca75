import { moneyView } from '@dcc/domain/wire';
import { z } from 'zod';
import { figureView } from './common-views.ts';

/** The lines of the statement of source and use of funds, in the order in which UN pooled funds publish them. */
export const statementView = z.strictObject({
  asOf: z.string(),
  today: z.string(),
  fundsWithAdministrativeAgent: z.strictObject({
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
  }),
  fundsWithParticipatingOrganizations: z.strictObject({
    transfersToParticipatingOrganizations: figureView,
    expenditure: figureView,
    refunds: figureView,
    totalExpenses: figureView,
    balance: figureView,
    balanceAsPercentOfTransfers: z.string().nullable(),
  }),
  totalBalanceOfFunds: moneyView,
  totalBalanceAsPercentOfDeposits: z.string().nullable(),
});
