import { POSITION_PHASES, POSITION_STATES } from '@dcc/domain/positions/states';
import { moneyView } from '@dcc/domain/wire';
import { z } from 'zod';
import { contributorRef, dutyStationRef, organizationRef, poolRef, standpointView } from '../../views/common-views.ts';

export const ownPositionsView = z.strictObject({
  ...standpointView,
  contributor: contributorRef,
  /** The pools its deposits went to, less what was given back, US dollars. */
  pools: z.array(z.strictObject({ pool: poolRef, given: moneyView })),
  rows: z.array(
    z.strictObject({
      id: z.string(),
      number: z.number(),
      title: z.string(),
      organization: organizationRef,
      dutyStation: dutyStationRef,
      state: z.enum(POSITION_STATES),
      phase: z.enum(POSITION_PHASES),
      startsOn: z.string().nullable(),
      endsOn: z.string().nullable(),
      /** Which of those pools reserve money for it. */
      pools: z.array(z.string()),
      /** What decisions allocated to it from those pools, what its host was sent for it and has reported spent: US dollars. */
      allocated: moneyView,
      sent: moneyView,
      spent: moneyView,
      /** What happened when; without notes and names. */
      story: z.array(z.strictObject({ on: z.string(), to: z.enum(POSITION_STATES) })),
      /** Years in which its host had money for it, and whether the host has reported any spending of that year. */
      reports: z.array(z.strictObject({ year: z.number(), dueOn: z.string(), reported: z.boolean() })),
    }),
  ),
});
