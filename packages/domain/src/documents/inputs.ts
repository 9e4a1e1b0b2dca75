import { z } from 'zod';
import { dateSchema, idempotencyKeySchema, idSchema } from '../wire.ts';
import { SUBJECT_KINDS } from './document.ts';

/** What an upload says in its address; the file itself is the body. */
export const addDocumentInput = z.strictObject({
  idempotencyKey: idempotencyKeySchema,
  subjectKind: z.enum(SUBJECT_KINDS),
  subjectId: idSchema,
  /** Judged by the domain, which says what is wrong with it. */
  name: z.string().max(1000),
});
export type AddDocument = z.infer<typeof addDocumentInput>;

/** The documents of records of one kind: of a page of decisions at once. */
export const listDocumentsInput = z.strictObject({
  subjectKind: z.enum(SUBJECT_KINDS),
  subjectIds: z.array(idSchema).max(100),
  knownOn: dateSchema.optional(),
});
export type ListDocuments = z.infer<typeof listDocumentsInput>;
