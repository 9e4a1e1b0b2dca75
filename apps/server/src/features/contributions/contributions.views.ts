import { INSTALMENT_STATES } from '@dcc/domain/contributions/kinds';
import { moneyView } from '@dcc/domain/wire';
import { z } from 'zod';
import { figureView, standpointView } from '../../views/common-views.ts';
import { contributionRowView } from '../../views/contribution-row-view.ts';

export const contributionListView = z.strictObject({
  ...standpointView,
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
  writtenOff: moneyView,
  state: z.enum(INSTALMENT_STATES),
  daysOverdue: z.number().nullable(),
});

export const contributionView = z.strictObject({
  ...standpointView,
  row: contributionRowView,
  description: z.string(),
  pledgedOn: z.string().nullable(),
  signedOn: z.string().nullable(),
  supportCostPercent: z.string().nullable(),
  /** Percentages of expenditure that the agreement lets the fund charge, from their days on, the latest recorded last. */
  supportCostRates: z.array(z.strictObject({ effectiveOn: z.string(), percent: z.string(), source: z.string() })),
  signedRate: z.strictObject({ unitsPerDollar: z.string(), effectiveOn: z.string() }).nullable(),
  instalments: z.array(instalmentView),
  figures: z.strictObject({
    pledged: figureView,
    signed: figureView,
    received: figureView,
    /** Signed, given up, and no longer expected. */
    writtenOff: figureView,
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
