import type { DocumentType, SubjectKind } from '@dcc/domain/documents/document';
import { knownBefore, type Standpoint } from '@dcc/domain/standpoint';
import type { Reader } from '../open-database.ts';
import type { Tx } from '../with-transaction.ts';

/** What a document hangs on. */
export type DocumentSubject = { readonly kind: SubjectKind; readonly id: string };

export type DocumentRow = {
  readonly id: string;
  readonly subject: DocumentSubject;
  readonly name: string;
  readonly type: DocumentType;
  /** In bytes. */
  readonly size: number;
  readonly hash: string;
  readonly addedAt: string;
  readonly addedBy: string;
};

function rows(db: Reader) {
  return db
    .selectFrom('document')
    .innerJoin('person', 'person.id', 'document.added_by')
    .select([
      'document.id',
      'document.subject_kind',
      'document.subject_id',
      'document.name',
      'document.type',
      'document.size',
      'document.content_hash',
      'document.added_at',
      'person.name as added_by_name',
    ]);
}

function read(row: Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>): DocumentRow {
  return {
    id: row.id,
    subject: { kind: row.subject_kind, id: row.subject_id },
    name: row.name,
    type: row.type,
    size: Number(row.size),
    hash: row.content_hash,
    addedAt: row.added_at,
    addedBy: row.added_by_name,
  };
}

/** The documents of some records of a kind in the order in which they came, as known on a day or until now. */
export async function documentsOf(
  db: Reader,
  kind: SubjectKind,
  ids: readonly string[],
  { knownOn }: Pick<Standpoint, 'knownOn'>,
): Promise<DocumentRow[]> {
  if (ids.length === 0) return [];
  let query = rows(db)
    .where('document.subject_kind', '=', kind)
    .where('document.subject_id', 'in', ids)
    .orderBy('document.added_at')
    .orderBy('document.id');
  if (knownOn !== null) query = query.where('document.added_at', '<', knownBefore(knownOn));
  return (await query.execute()).map(read);
}

export async function findDocument(db: Reader, id: string): Promise<DocumentRow | null> {
  const row = await rows(db).where('document.id', '=', id).executeTakeFirst();
  return row === undefined ? null : read(row);
}

/** The bytes that are kept under a hash. */
export async function documentContent(db: Reader, hash: string): Promise<Buffer> {
  const row = await db
    .selectFrom('document_content')
    .select('content')
    .where('hash', '=', hash)
    .executeTakeFirstOrThrow();
  return Buffer.from(row.content.buffer, row.content.byteOffset, row.content.byteLength);
}

/** The hashes under which contents are kept, one after the other. */
export async function nextContentHash(db: Reader, after: string): Promise<string | null> {
  const row = await db
    .selectFrom('document_content')
    .select('hash')
    .where('hash', '>', after)
    .orderBy('hash')
    .limit(1)
    .executeTakeFirst();
  return row?.hash ?? null;
}

export async function subjectExists(db: Reader, { kind, id }: DocumentSubject): Promise<boolean> {
  if (kind === 'entry') {
    if (!/^[1-9]\d{0,14}$/u.test(id)) return false;
    const entry = await db
      .selectFrom('journal_entry')
      .select('number')
      .where('number', '=', BigInt(id))
      .executeTakeFirst();
    return entry !== undefined;
  }
  if ((await db.selectFrom(kind).select('id').where('id', '=', id).executeTakeFirst()) !== undefined) return true;
  // A draft becomes the decision of the same id: its papers are there before it is decided.
  if (kind !== 'decision') return false;
  return (await db.selectFrom('motion').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

/** The contributor whose agreement or pledge this is; `null` where there is none such. */
export async function contributorOf(db: Reader, contributionId: string): Promise<string | null> {
  const row = await db
    .selectFrom('contribution')
    .select('contributor_id')
    .where('id', '=', contributionId)
    .executeTakeFirst();
  return row?.contributor_id ?? null;
}

export async function countDocuments(db: Reader): Promise<number> {
  const row = await db
    .selectFrom('document')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Saves a document; bytes that are kept already, for another record, are kept once. */
export async function saveDocument(
  tx: Tx,
  document: Omit<DocumentRow, 'addedBy'> & { readonly addedById: string },
  content: Buffer,
): Promise<void> {
  await tx
    .insertInto('document_content')
    .values({ hash: document.hash, content })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
  await tx
    .insertInto('document')
    .values({
      id: document.id,
      subject_kind: document.subject.kind,
      subject_id: document.subject.id,
      name: document.name,
      type: document.type,
      size: BigInt(document.size),
      content_hash: document.hash,
      added_at: document.addedAt,
      added_by: document.addedById,
    })
    .execute();
}
