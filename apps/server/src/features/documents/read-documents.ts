import type { Reader } from '@dcc/db/open-database';
import { contributorOf, documentContent, documentsOf, findDocument } from '@dcc/db/stores/document-store';
import type { SubjectKind } from '@dcc/domain/documents/document';
import type { ListDocuments } from '@dcc/domain/documents/inputs';
import { assertMay } from '../../use-case/command.ts';
import { type Context, onlyContributor } from '../../use-case/context.ts';
import { Refusal } from '../../use-case/refusal.ts';

/** Whether a reader may see the papers of a record. A contributor sees those of its own agreements and no others. */
async function mayRead(context: Context, db: Reader, kind: SubjectKind, id: string): Promise<boolean> {
  const own = onlyContributor(context.actor);
  return own === null || (kind === 'contribution' && (await contributorOf(db, id)) === own);
}

/** The documents of some records, in the order in which they came. What is not the reader's to see is as if it were not there. */
export async function listDocuments(context: Context, input: ListDocuments) {
  assertMay(context, 'document.read');
  const db = context.shell.db.read;
  const ids = [];
  for (const id of new Set(input.subjectIds)) if (await mayRead(context, db, input.subjectKind, id)) ids.push(id);
  const rows = await documentsOf(db, input.subjectKind, ids, { knownOn: input.knownOn ?? null });
  return {
    rows: rows.map(({ id, subject, name, type, size, addedAt, addedBy }) => ({
      id,
      subjectId: subject.id,
      name,
      type,
      size,
      addedAt,
      addedBy,
    })),
  };
}

/** One document with its bytes. The same refusal for one that is not there and for one that is somebody else's. */
export async function readDocument(context: Context, id: string) {
  assertMay(context, 'document.read');
  const db = context.shell.db.read;
  const document = await findDocument(db, id);
  if (document === null || !(await mayRead(context, db, document.subject.kind, document.subject.id)))
    throw new Refusal({ kind: 'NotFound', subject: 'document' });
  return { name: document.name, type: document.type, content: await documentContent(db, document.hash) };
}
