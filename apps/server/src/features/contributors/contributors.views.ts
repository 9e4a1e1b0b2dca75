import { moneyView } from '@dcc/domain/wire';
import { z } from 'zod';
import { contributorRef, figureView, standpointView } from '../../views/common-views.ts';
import { contributionRowView } from '../../views/contribution-row-view.ts';

export const contributorListView = z.strictObject({
  ...standpointView,
  rows: z.array(
    z.strictObject({
      contributor: contributorRef,
      contributions: z.number(),
      pledged: moneyView,
      signed: moneyView,
      received: moneyView,
      outstanding: moneyView,
      overdue: moneyView,
      /** Share of all that the fund received, percent with one decimal. */
      sharePercent: z.string().nullable(),
    }),
  ),
  totals: z.strictObject({
    pledged: moneyView,
    signed: moneyView,
    received: moneyView,
    outstanding: moneyView,
    overdue: moneyView,
  }),
});

export const contributorView = z.strictObject({
  ...standpointView,
  contributor: contributorRef,
  figures: z.strictObject({
    pledged: figureView,
    signed: figureView,
    received: figureView,
    outstanding: figureView,
    overdue: figureView,
  }),
  sharePercent: z.string().nullable(),
  byYear: z.array(z.strictObject({ year: z.number(), signed: moneyView, received: moneyView })),
  contributions: z.array(contributionRowView),
});
