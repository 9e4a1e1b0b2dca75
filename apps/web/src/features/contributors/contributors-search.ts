import { z } from 'zod';

export const CONTRIBUTOR_SORTS = ['name', 'pledged', 'signed', 'received', 'outstanding', 'overdue'] as const;

/** State of the list of contributors in its address: the order. */
export const contributorsSearch = z.object({
  sort: z.enum(CONTRIBUTOR_SORTS).default('received').catch('received'),
  direction: z.enum(['asc', 'desc']).default('desc').catch('desc'),
});
