import { entryFilterSchema, SUBJECTS } from '@dcc/domain/ledger/entry-filter';
import { ENTRY_SORTS } from '@dcc/domain/ledger/inputs';
import { ENTRY_KINDS } from '@dcc/domain/ledger/kinds';
import { SearchParamError } from '@tanstack/react-router';
import { z } from 'zod';
import { askedOf, type StandpointSearch } from '../../app/standpoint.ts';
import { listOf, wholeNumber } from '../../app/search-params.ts';

/** State of the ledger page in its address: the filter of a figure, and where in the list one stands. */
export const ledgerSearch = z.object({
  ...entryFilterSchema.shape,
  kinds: listOf(z.enum(ENTRY_KINDS)).optional(),
  without: listOf(z.enum(SUBJECTS)).optional(),
  sort: z.enum(ENTRY_SORTS).optional().catch(undefined),
  direction: z.enum(['asc', 'desc']).optional().catch(undefined),
  beside: wholeNumber.optional().catch(undefined),
  toward: z.enum(['next', 'previous']).optional().catch(undefined),
  page: wholeNumber.pipe(z.int().min(1)).optional().catch(undefined),
});
export type LedgerSearch = z.output<typeof ledgerSearch>;

/** The order of the list: as it was recorded, newest first, unless the address says otherwise. */
export function ledgerOrder({ sort = 'number', direction = 'desc' }: LedgerSearch) {
  return { by: sort, direction } as const;
}

/** What to ask the server for an address. A filter that there is not is refused: without it the figures would be others. */
export function ledgerQuery(search: LedgerSearch & StandpointSearch) {
  const { sort, direction, beside, toward, page, asOf, knownOn, ...rest } = askedOf(search);
  const filter = Object.fromEntries(Object.entries(rest).filter(([, value]) => String(value ?? '') !== ''));
  const unknown = Object.keys(filter).filter((key) => !(key in entryFilterSchema.shape));
  if (unknown.length > 0) throw new SearchParamError(unknown.join(', '));
  return { filter, asOf, knownOn, sort, direction, beside, toward, page };
}
