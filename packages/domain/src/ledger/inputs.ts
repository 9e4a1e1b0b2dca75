import { z } from 'zod';
import { dateSchema, idempotencyKeySchema, idSchema, shortText, standpointFields } from '../wire.ts';
import { entryFilterSchema } from './entry-filter.ts';

export const listEntriesInput = z.strictObject({
  ...standpointFields,
  filter: entryFilterSchema,
  /** Entries before this number (newest first), or after it when `toward` is `newer`. */
  beside: z.int().min(0).optional(),
  toward: z.enum(['older', 'newer']).default('older'),
});
export type ListEntries = z.infer<typeof listEntriesInput>;

/** A mistake is corrected by an entry that mirrors it, says why, and takes effect on its own date. */
export const reverseEntryInput = z.strictObject({
  idempotencyKey: idempotencyKeySchema,
  entryId: idSchema,
  effectiveOn: dateSchema,
  reason: shortText,
});
export type ReverseEntry = z.infer<typeof reverseEntryInput>;

/** The most entries certified at once: two pages of the ledger. */
const MOST_CERTIFIED = 100;

/** Entries that somebody else than their recorder stands for from now on; all of them or none. */
export const certifyEntriesInput = z.strictObject({
  idempotencyKey: idempotencyKeySchema,
  entryNumbers: z.array(z.int().min(1)).min(1, 'required').max(MOST_CERTIFIED),
});
export type CertifyEntries = z.infer<typeof certifyEntriesInput>;
