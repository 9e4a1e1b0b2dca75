import { CONTRIBUTION_STAGES, INSTALMENT_STATES } from '@dcc/domain/contributions/kinds';
import { moneyView } from '@dcc/domain/wire';
import { z } from 'zod';
import { contributorRef, figureView, poolRef } from '../shared-views.ts';

export const contributionRowView = z.strictObject({
  id: z.string(),
  reference: z.string(),
  contributor: contributorRef,
  pool: poolRef,
  stage: z.enum(CONTRIBUTION_STAGES),
  /** Date of the latest of pledge, signature or (without an agreement) receipt. */
  on: z.string(),
  currency: z.string(),
  /** In the contribution's own currency: what is pledged, signed or received. */
  original: moneyView,
  /** In US dollars: still only announced. */
  pledged: moneyView,
  /** In US dollars at the rate of the signature. */
  signed: moneyView,
  /** In US dollars at the rate of each receipt, net of refunds. */
  received: moneyView,
  /** In US dollars at the rate of the signature: signed and not yet received. */
  outstanding: moneyView,
  overdue: moneyView.nullable(),
  nextDueOn: z.string().nullable(),
});

export const contributionListView = z.strictObject({
  asOf: z.string(),
  rows: z.array(contributionRowView),
  rowCount: z.number(),
  page: z.number(),
  pageSize: z.number(),
  /** Over all pages of the filter, US dollars. */
  totals: z.strictObject({
    pledged: moneyView,
    signed: moneyView,
    received: moneyView,
    outstanding: moneyView,
    overdue: moneyView,
  }),
});

export const instalmentView = z.strictObject({
  id: z.string(),
  number: z.number(),
  dueOn: z.string(),
  amount: moneyView,
  received: moneyView,
  outstanding: moneyView,
  state: z.enum(INSTALMENT_STATES),
  daysOverdue: z.number().nullable(),
});

export const contributionView = z.strictObject({
  asOf: z.string(),
  row: contributionRowView,
  description: z.string(),
  pledgedOn: z.string().nullable(),
  signedOn: z.string().nullable(),
  supportCostPercent: z.string().nullable(),
  signedRate: z.strictObject({ unitsPerDollar: z.string(), effectiveOn: z.string() }).nullable(),
  instalments: z.array(instalmentView),
  figures: z.strictObject({
    pledged: figureView,
    signed: figureView,
    received: figureView,
    exchangeDifference: figureView,
  }),
  /** What happened, oldest first: one line an entry. */
  history: z.array(
    z.strictObject({
      entryId: z.string(),
      entryNumber: z.number(),
      kind: z.string(),
      effectiveOn: z.string(),
      recordedBy: z.string(),
      description: z.string(),
      original: moneyView.nullable(),
      amount: moneyView,
      reversed: z.boolean(),
    }),
  ),
});
