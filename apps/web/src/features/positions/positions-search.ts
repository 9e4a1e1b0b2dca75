import { listPositionsInput } from '@dcc/domain/positions/inputs';
import { z } from 'zod';
import { pageNumber } from '../../app/search-params.ts';

/** State of the list of positions in its address: filter, order, page. */
export const positionsSearch = z.object({ ...listPositionsInput.shape, page: pageNumber });
