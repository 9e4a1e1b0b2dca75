import { listContributionsInput } from '@dcc/domain/contributions/inputs';
import { z } from 'zod';
import { pageNumber } from '../../app/search-params.ts';

/** State of the list of contributions in its address: filter, order, page. */
export const contributionsSearch = z.object({ ...listContributionsInput.shape, page: pageNumber });
