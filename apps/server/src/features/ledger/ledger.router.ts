import { certifyEntriesInput, listEntriesInput, reverseEntryInput } from '@dcc/domain/ledger/inputs';
import { idSchema, standpointFields } from '@dcc/domain/wire';
import { z } from 'zod';
import { procedure, recordingRouter, router } from '../../trpc/trpc.ts';
import { recordedView } from '../../views/common-views.ts';
import { certifyEntries } from './certify-entries.ts';
import { entryListView, entryView } from './ledger.views.ts';
import { getEntry, listEntries } from './read-ledger.ts';
import { reverseEntry } from './reverse-entry.ts';

export const ledgerRouter = router({
  list: procedure('ledger.read')
    .input(listEntriesInput)
    .output(entryListView)
    .query(({ ctx, input }) => listEntries(ctx.context, input)),
  get: procedure('ledger.read')
    .input(z.strictObject({ id: idSchema, ...standpointFields }))
    .output(entryView)
    .query(({ ctx, input }) => getEntry(ctx.context, input.id, input)),
  certify: procedure('entry.certify')
    .input(certifyEntriesInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => certifyEntries(ctx.context, input)),
  reversal: recordingRouter(reverseEntry, reverseEntryInput),
});
