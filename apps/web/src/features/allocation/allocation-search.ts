import { shortText } from '@dcc/domain/wire';
import { z } from 'zod';

/** What the allocated money can be divided by. */
export const DIMENSIONS = ['host', 'region', 'group', 'goal', 'theme'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** State of the page in its address: what the money is divided by, and the part whose positions are listed. */
export const allocationSearch = z.object({
  by: z.enum(DIMENSIONS).default('host').catch('host'),
  part: shortText.optional().catch(undefined),
});
