import { forecastChoice } from '@dcc/domain/forecast/inputs';
import { POSITION_PHASES } from '@dcc/domain/positions/states';
import { moneyView } from '@dcc/domain/wire';
import { z } from 'zod';
import { contributorRef, poolRef, standpointView } from '../../views/common-views.ts';

/** What a forecast rests on. Amounts in US dollars, but `original`. */
export const forecastFactsView = z.strictObject({
  ...standpointView,
  entryCount: z.number(),
  reserve: moneyView,
  pools: z.array(z.strictObject({ pool: poolRef, cash: moneyView, reserved: moneyView })),
  /** Signed and not yet paid, and announced, by day; what nobody knows the day of at the end. */
  receipts: z.array(
    z.strictObject({
      kind: z.enum(['instalment', 'pledge']),
      contributionId: z.string(),
      reference: z.string(),
      contributor: contributorRef,
      poolId: z.string(),
      dueOn: z.string().nullable(),
      original: moneyView,
      /** At the rate in force on the day of the facts; at the rate of its signature where none is. */
      value: moneyView,
    }),
  ),
  /** Approved and not over, by the day on which their first year begins. */
  positions: z.array(
    z.strictObject({
      id: z.string(),
      number: z.number(),
      title: z.string(),
      organization: z.string(),
      phase: z.enum(POSITION_PHASES),
      paidFrom: z.array(z.string()),
      years: z.array(z.strictObject({ startsOn: z.string(), cost: moneyView, allocated: moneyView, sent: moneyView })),
    }),
  ),
});

/** Forecasts that somebody saved, by name. */
export const savedForecastsView = z.strictObject({
  saved: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      choice: forecastChoice,
      recordedAt: z.string(),
      recordedBy: z.string(),
    }),
  ),
});
