import { z } from 'zod';

/** A form that is to open. */
export const decisionsSearch = z.object({ record: z.literal('decision').optional().catch(undefined) });
