import { z } from 'zod';

/** How a meeting is shown: on a projector in large type. */
export const meetingSearch = z.object({ type: z.literal('large').optional().catch(undefined) });
