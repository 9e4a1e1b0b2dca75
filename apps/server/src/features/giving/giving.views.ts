import { GIVING_STEPS } from '@dcc/db/stores/contribution-years';
import { moneyView } from '@dcc/domain/wire';
import { z } from 'zod';
import { contributorRef, figureView, standpointView } from '../../views/common-views.ts';

/** What contributors announced, signed and paid, year by year. */
export const givingView = z.strictObject({
  ...standpointView,
  /** The year that has not ended by the day that is known. */
  currentYear: z.number(),
  received: figureView,
  contributors: z.array(contributorRef),
  rows: z.array(
    z.strictObject({
      contributorId: z.string(),
      year: z.number(),
      step: z.enum(GIVING_STEPS),
      /** In US dollars at the rate of each date. */
      value: moneyView,
      /** In the currency it was promised or paid in. */
      original: moneyView,
    }),
  ),
});
