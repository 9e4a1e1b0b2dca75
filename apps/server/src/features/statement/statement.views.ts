import { COLUMN_KINDS } from '@dcc/domain/reports/statement-columns';
import { moneyView } from '@dcc/domain/wire';
import { z } from 'zod';
import { figureView } from '../../views/common-views.ts';
import { agentLinesView, hostLinesView, statementView } from '../../views/statement-view.ts';

/** From signature to cash: what was to come, signed, gained or lost on exchange, given up, given back, is to come; and what came. */
const signatureView = z.strictObject({
  outstandingBefore: figureView,
  signed: figureView,
  receivedWithoutAgreement: figureView,
  exchangeDifference: figureView,
  writtenOff: figureView,
  refundedToContributors: figureView,
  outstanding: figureView,
  received: figureView,
});

/** One column; a line that is absent is nought and has no entries. */
const columnView = z.strictObject({
  /** A year, or the id of a contributor, a host organization or a position; empty for what names none. */
  key: z.string(),
  name: z.string(),
  /** The host organization of a position. */
  of: z.string().nullable(),
  /** Of a year: its days within the period. */
  from: z.string().nullable(),
  to: z.string(),
  /** Of a year: it has not ended by the day that is known. */
  notFinal: z.boolean(),
  /** Of a year: nothing takes effect in it any more. */
  closed: z.boolean(),
  /** Of a year: expenditure that nobody else has certified. */
  interim: figureView.nullable(),
  fundsWithAdministrativeAgent: agentLinesView.partial(),
  fundsWithParticipatingOrganizations: hostLinesView.partial(),
  totalOpeningBalance: moneyView,
  totalBalanceOfFunds: moneyView,
  totalBalanceAsPercentOfDeposits: z.string().nullable(),
  signature: signatureView.partial(),
});

const pendingView = z.strictObject({ count: z.number(), figure: figureView });

/** The statement of a period, whole and in columns. */
export const statementReportView = statementView.extend({
  knownOn: z.string().nullable(),
  /** First day of the period; `null`: since the fund began. */
  from: z.string().nullable(),
  by: z.enum(COLUMN_KINDS).nullable(),
  /** Whether what nobody else has certified is left out. */
  certifiedOnly: z.boolean(),
  /** What waits for certification in the period, net, by the two accounts that the statement is made of. */
  pending: z.strictObject({ agent: pendingView, hosts: pendingView }),
  /** The part of it that is expenditure of hosts. */
  interim: figureView,
  /** The year in which money first moved, by all that is on record; `null` while none has. */
  firstYear: z.number().nullable(),
  /** The first year that has not ended by the day that is known. */
  currentYear: z.number(),
  signature: signatureView,
  columns: z.array(columnView),
});
