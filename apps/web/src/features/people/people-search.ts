import { z } from 'zod';

/** State of the page in its address: a form that is to open. */
export const peopleSearch = z.object({ record: z.literal('person').optional().catch(undefined) });
