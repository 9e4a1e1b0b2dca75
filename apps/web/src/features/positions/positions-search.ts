import { listPositionsInput, POSITION_SORTS } from '@dcc/domain/positions/inputs';
import { shortText } from '@dcc/domain/wire';
import { z } from 'zod';
import { pageNumber } from '../../app/search-params.ts';
import { askedOf, type StandpointSearch } from '../../app/standpoint.ts';

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
  /** A table where nothing is said. */
  view: z.enum(['board', 'timeline', 'states']).optional().catch(undefined),
  /** A form that is to open. */
  record: z.enum(['position', 'host', 'station']).optional().catch(undefined),
});
export type PositionsSearch = z.infer<typeof positionsSearch>;

/** What the list is asked for: all views but the table show every position at once, by its number. */
export function positionsQuery({ view, record: _form, ...address }: PositionsSearch & StandpointSearch) {
  const search = askedOf(address);
  return view === undefined ? search : { ...search, whole: true as const };
}

/** State of the page of a position in its address: the cost table that its estimate goes by. */
export const positionSearch = z.object({ costTable: shortText.optional().catch(undefined) });
