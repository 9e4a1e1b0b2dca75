import { idSchema } from '@dcc/domain/wire';
import { z } from 'zod';

/** State of the page in its address: whose money, and in which currency; left out, everybody’s in US dollars. */
export const givingSearch = z.object({
  contributor: idSchema.optional().catch(undefined),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/u)
    .optional()
    .catch(undefined),
});
