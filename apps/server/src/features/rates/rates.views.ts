import { z } from 'zod';
import { standpointView } from '../../views/common-views.ts';

export const rateListView = z.strictObject({
  ...standpointView,
  rows: z.array(
    z.strictObject({
      currency: z.string(),
      /** Units of the currency that one US dollar costs, as published. */
      unitsPerDollar: z.string(),
      effectiveOn: z.string(),
      publishedOn: z.string().nullable(),
      source: z.string(),
      /** The moment it was recorded; `null` where it was always there. */
      recordedAt: z.string().nullable(),
      /** In force on the day of the standpoint, superseded before it, or yet to take effect. */
      state: z.enum(['in-force', 'superseded', 'to-come']),
    }),
  ),
  /** How many rates are on record, of all currencies. */
  recorded: z.number(),
  /** Currencies that have a rate, for the choice. */
  currencies: z.array(z.string()),
});
