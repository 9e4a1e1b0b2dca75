import { z } from 'zod';
import { dateSchema, idSchema, shortText } from '../wire.ts';
import { ACCOUNTS } from './accounts.ts';
import { ENTRY_KINDS } from './kinds.ts';

export const CERTIFICATIONS = ['pending', 'certified'] as const;

/** What a posting may be about. */
export const SUBJECTS = ['contributor', 'organization', 'position'] as const;

/** Selects journal entries: those with a posting that matches every given part. A figure names its entries by one. */
export const entryFilterSchema = z.strictObject({
  account: z.enum(ACCOUNTS).optional(),
  kinds: z.array(z.enum(ENTRY_KINDS)).max(ENTRY_KINDS.length).optional(),
  contributorId: idSchema.optional(),
  contributionId: idSchema.optional(),
  poolId: idSchema.optional(),
  organizationId: idSchema.optional(),
  positionId: idSchema.optional(),
  /** Only postings that name none of these. */
  without: z.array(z.enum(SUBJECTS)).max(SUBJECTS.length).optional(),
  from: dateSchema.optional(),
  to: dateSchema.optional(),
  /** Only what somebody else has certified, or only what waits for it. */
  certification: z.enum(CERTIFICATIONS).optional(),
  text: shortText.optional(),
});
export type EntryFilter = z.infer<typeof entryFilterSchema>;
