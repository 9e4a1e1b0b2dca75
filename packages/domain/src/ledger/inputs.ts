import { z } from 'zod';
import { currencySchema, dateSchema, idempotencyKeySchema, idSchema, shortText, standpointFields } from '../wire.ts';
import { entryFilterSchema } from './entry-filter.ts';

export const ENTRY_SORTS = ['number', 'date'] as const;

/** Beyond every page of any ledger. */
const MOST_PAGES = 1_000_000_000;

export const listEntriesInput = z.strictObject({
  ...standpointFields,
  filter: entryFilterSchema,
  /** By number is by the order of recording, by date by the order of effect. */
  sort: z.enum(ENTRY_SORTS).default('number'),
  direction: z.enum(['asc', 'desc']).default('desc'),
  /** Entries next to this one in the order, or previous to it; without it, a page by its number from 1 on. */
  beside: z.int().min(0).optional(),
  toward: z.enum(['next', 'previous']).default('next'),
  page: z.int().min(1).max(MOST_PAGES).default(1),
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

/** The rates in force, or with a currency all that were ever in force or will be. */
export const listRatesInput = z.strictObject({ ...standpointFields, currency: currencySchema.optional() });
export type ListRates = z.infer<typeof listRatesInput>;
