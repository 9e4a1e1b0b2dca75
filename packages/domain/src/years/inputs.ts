import { z } from 'zod';
import { dateSchema, idempotencyKeySchema, longText, shortText } from '../wire.ts';

const yearField = z.int().min(1900).max(2199);

/** Closes a financial year: from then on nothing takes effect in it. */
export const closeYearInput = z.strictObject({ idempotencyKey: idempotencyKeySchema, year: yearField, note: longText });
export type CloseYear = z.infer<typeof closeYearInput>;

/** Opens a closed year again, by a decision of the committee that is recorded with it. */
export const reopenYearInput = z.strictObject({
  idempotencyKey: idempotencyKeySchema,
  year: yearField,
  reference: shortText,
  title: shortText,
  decidedOn: dateSchema,
  text: longText.min(1, 'required'),
});
export type ReopenYear = z.infer<typeof reopenYearInput>;
