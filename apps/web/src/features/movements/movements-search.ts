import { dateSchema, idSchema } from '@dcc/domain/wire';
import { MOVEMENT_KINDS } from '@dcc/domain/ledger/movements';
import { z } from 'zod';
import type { Stand } from '../../app/standpoint.ts';

/** The recordings of this page by their names in its address. */
export const MOVEMENT_FORMS = [
  'interest-fund',
  'interest-organization',
  'other-income',
  'refund',
  'transfer-for-position',
  'transfer',
  'transfer-other-fund',
  'agent-fee',
  'support-cost',
  'direct-cost',
  'bank-charge',
  'organization-received',
  'organization-expenditure',
  'organization-refund',
  'operating-reserve',
] as const;
export type MovementForm = (typeof MOVEMENT_FORMS)[number];

/** What is no such form or value is left out, and the page opens without it. */
const plain = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);

/** State of the page in its address: a form that is to open, and what it begins with. */
export const movementsSearch = z.object({
  record: plain(z.enum(MOVEMENT_FORMS)),
  on: plain(dateSchema),
  amount: plain(z.string().regex(/^\d{1,15}(?:\.\d{1,3})?$/u)),
  poolId: plain(idSchema),
  organizationId: plain(idSchema),
  positionId: plain(idSchema),
  contributionId: plain(idSchema),
});

/** Kinds of entries that begin on this page, or beside it. */
export const LISTED_KINDS = [...MOVEMENT_KINDS, 'operating-reserve', 'write-off'] as const;

/** What to ask the server for the movements that were recorded last. */
export const recentMovements = (stand: Stand) => ({ filter: { kinds: [...LISTED_KINDS] }, ...stand });
