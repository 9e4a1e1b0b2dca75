import { SEAT_KINDS } from '@dcc/domain/committee/kinds';
import { z } from 'zod';
import { rulesView } from '../../views/committee-views.ts';
import { organizationRef, standpointView } from '../../views/common-views.ts';

export const committeeView = z.strictObject({
  ...standpointView,
  /** Every term, the earliest first; `runs` on the day, or is `over`, or is still to come. */
  seats: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(SEAT_KINDS),
      organizationId: z.string().nullable(),
      organizationName: z.string().nullable(),
      personId: z.string(),
      personName: z.string(),
      startsOn: z.string(),
      endsOn: z.string().nullable(),
      runs: z.boolean(),
      over: z.boolean(),
    }),
  ),
  /** The rules in force on the day; `null` while nobody has set any. */
  rules: rulesView.nullable(),
  ruleHistory: z.array(rulesView),
  organizations: z.array(organizationRef),
  people: z.array(z.strictObject({ id: z.string(), name: z.string(), organization: z.string().nullable() })),
});
