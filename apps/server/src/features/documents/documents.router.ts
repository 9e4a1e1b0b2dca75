import { listDocumentsInput } from '@dcc/domain/documents/inputs';
import { procedure, router } from '../../trpc/trpc.ts';
import { documentListView } from './documents.views.ts';
import { listDocuments } from './read-documents.ts';

/** What hangs on a record. The files themselves come and go by /api/documents. */
export const documentsRouter = router({
  list: procedure('document.read')
    .input(listDocumentsInput)
    .output(documentListView)
    .query(({ ctx, input }) => listDocuments(ctx.context, input)),
});
