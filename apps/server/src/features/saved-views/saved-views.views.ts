import { z } from 'zod';

/** What a person keeps, by name: addresses of the program, from their path on. */
export const savedViewsView = z.strictObject({
  saved: z.array(z.strictObject({ id: z.string(), name: z.string(), path: z.string() })),
});
