import { z } from 'zod';
import { pageNumber } from '../../app/search-params.ts';

/** State of the page of a round in its address: the page of its proposals. */
export const roundSearch = z.object({ page: pageNumber });
