import { entryFilterSchema, SUBJECTS } from '@dcc/domain/ledger/entry-filter';
import { ENTRY_KINDS } from '@dcc/domain/ledger/kinds';
import { z } from 'zod';
import type { Stand } from '../../app/standpoint.ts';
import { listOf, wholeNumber } from '../../app/search-params.ts';

/** State of the ledger page in its address: the filter of a figure, and where in the list one stands. */
export const ledgerSearch = z.object({
  ...entryFilterSchema.shape,
  kinds: listOf(z.enum(ENTRY_KINDS)).optional(),
  without: listOf(z.enum(SUBJECTS)).optional(),
  beside: wholeNumber.optional(),
  toward: z.enum(['older', 'newer']).optional(),
});
export type LedgerSearch = z.output<typeof ledgerSearch>;

/** What to ask the server for an address. */
export function ledgerQuery({ beside, toward, asOf, knownOn, ...filter }: LedgerSearch & Stand) {
  return {
    filter,
    asOf,
    knownOn,
    ...(beside === undefined ? {} : { beside }),
    ...(toward === undefined ? {} : { toward }),
  };
}
