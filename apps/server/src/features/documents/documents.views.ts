import { DOCUMENT_TYPES } from '@dcc/domain/documents/document';
import { z } from 'zod';

export const documentListView = z.strictObject({
  rows: z.array(
    z.strictObject({
      id: z.string(),
      subjectId: z.string(),
      name: z.string(),
      type: z.enum(DOCUMENT_TYPES),
      /** In bytes. */
      size: z.number(),
      addedAt: z.string(),
      addedBy: z.string(),
    }),
  ),
});
