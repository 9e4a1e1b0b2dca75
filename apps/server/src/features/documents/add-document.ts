import { countDocuments, documentsOf, saveDocument, subjectExists } from '@dcc/db/stores/document-store';
import type { Reader } from '@dcc/db/open-database';
import { documentName, documentType, roomForDocument } from '@dcc/domain/documents/document';
import type { AddDocument } from '@dcc/domain/documents/inputs';
import { assertMay, command, type Recorded } from '../../use-case/command.ts';
import type { Context } from '../../use-case/context.ts';
import { orRefuse, Refusal } from '../../use-case/refusal.ts';

const subjectOf = ({ subjectKind, subjectId }: AddDocument) => ({ kind: subjectKind, id: subjectId });

/** Refuses what can be refused before the file has come: permission, its name, a record that is not there, no room for more. */
async function expectRoom(db: Reader, input: AddDocument): Promise<void> {
  const subject = subjectOf(input);
  if (!(await subjectExists(db, subject))) throw new Refusal({ kind: 'NotFound', subject: subject.kind });
  const there = await documentsOf(db, subject.kind, [subject.id], { knownOn: null });
  orRefuse(roomForDocument(there.length, await countDocuments(db)));
}

export async function expectDocument(context: Context, input: AddDocument): Promise<void> {
  assertMay(context, 'document.add');
  orRefuse(documentName(input.name));
  await expectRoom(context.shell.db.read, input);
}

/** Keeps a document with its record: its bytes once, under their hash, in the transaction that writes who added it. */
export function addDocument(
  context: Context,
  input: AddDocument,
  file: { content: Buffer; hash: string },
): Promise<Recorded> {
  const { shell, actor } = context;
  const name = orRefuse(documentName(input.name));
  const type = orRefuse(documentType(name, file.content));
  // What makes two uploads the same is the file, not the name of a path to it: the hash belongs to the input.
  return command(context, 'document.add', { ...input, hash: file.hash }, async (tx) => {
    const subject = subjectOf(input);
    await expectRoom(tx, input);
    const same = (await documentsOf(tx, subject.kind, [subject.id], { knownOn: null })).find(
      ({ hash }) => hash === file.hash,
    );
    if (same !== undefined) throw new Refusal({ kind: 'DocumentOnRecord', name: same.name });
    const id = shell.newId();
    const addedAt = shell.now().toISOString();
    const document = { id, subject, name, type, size: file.content.length, hash: file.hash, addedAt };
    await saveDocument(tx, { ...document, addedById: actor.personId }, file.content);
    return { id, entryNumber: null, detail: { [subject.kind]: subject.id, name, hash: file.hash } };
  });
}
