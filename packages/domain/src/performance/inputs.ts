import { z } from 'zod';
import { RETENTION_MONTHS } from '../positions/retention.ts';
import { dateSchema, idempotencyKeySchema, percentSchema, shortText } from '../wire.ts';

/** The retention of the whole programme so many months after separation, from a day on, with the paper that says so. */
export const setRetentionAverageInput = z.strictObject({
  idempotencyKey: idempotencyKeySchema,
  // Text, as a list of choices in a form gives it.
  months: z
    .enum(['0', '6', '12', '24'])
    .transform(Number)
    .pipe(z.literal([...RETENTION_MONTHS])),
  effectiveOn: dateSchema,
  percent: percentSchema,
  source: shortText,
});
export type SetRetentionAverage = z.infer<typeof setRetentionAverageInput>;
