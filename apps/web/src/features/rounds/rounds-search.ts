import { z } from 'zod';
import { pageNumber } from '../../app/search-params.ts';

/** A form that is to open. */
export const roundsSearch = z.object({ record: z.literal('round').optional().catch(undefined) });

/** State of the page of a round in its address: the page of its proposals. */
export const roundSearch = z.object({ page: pageNumber });
