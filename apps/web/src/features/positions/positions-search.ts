import { listPositionsInput, POSITION_SORTS } from '@dcc/domain/positions/inputs';
import { shortText } from '@dcc/domain/wire';
import { z } from 'zod';
import { pageNumber } from '../../app/search-params.ts';

const { organizationId, phase, state, text } = listPositionsInput.shape;

/** State of the list of positions in its address: filter, order, page. What is malformed is left out. */
export const positionsSearch = z.object({
  organizationId: organizationId.catch(undefined),
  phase: phase.catch(undefined),
  state: state.catch(undefined),
  text: text.catch(undefined),
  sort: z.enum(POSITION_SORTS).default('number').catch('number'),
  direction: z.enum(['asc', 'desc']).default('asc').catch('asc'),
  page: pageNumber,
});

/** State of the page of a position in its address: the cost table that its estimate goes by. */
export const positionSearch = z.object({ costTable: shortText.optional().catch(undefined) });
