import { REGIONS } from '@dcc/domain/reference/regions';
import { z } from 'zod';
import { dutyStationRef, figureView, organizationRef, standpointView } from '../../views/common-views.ts';

/** What decisions allocated to each position, less what was released, and what the position is. */
export const allocationView = z.strictObject({
  ...standpointView,
  total: figureView,
  positions: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      organization: organizationRef,
      dutyStation: dutyStationRef,
      amount: figureView,
      /** `null` of Antarctica. */
      region: z.enum(REGIONS).nullable(),
      /** Groups to which the country of its duty station belongs on the day. */
      groups: z.array(z.string()).readonly(),
      /** Sustainable Development Goals by number, as its terms of reference say. */
      goals: z.array(z.string()).readonly(),
      /** As its terms of reference say, else the theme under which it was last put to a round. */
      themes: z.array(z.string()).readonly(),
    }),
  ),
});
