import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { verifyDatabase } from '../integrity-checks.ts';
import type { Database } from '../open-database.ts';
import { disarm, onBothEngines } from '../test-support/engines.ts';
import { beginWorkedFund, enterSome } from '../test-support/worked-fund.ts';
import { withTransaction } from '../with-transaction.ts';
import {
  contributorOf,
  countDocuments,
  documentContent,
  documentsOf,
  type DocumentSubject,
  findDocument,
  saveDocument,
  subjectExists,
} from './document-store.ts';

// Every byte there is, and NUL first: nothing on the way may take it for text.
const BYTES = Buffer.from(Array.from({ length: 512 }, (_, index) => index % 256));
const HASH = createHash('sha256').update(BYTES).digest('hex');

onBothEngines('documents', (bench) => {
  let db: Database;
  beforeEach(async () => {
    db = await bench.fresh();
    await beginWorkedFund(db);
    await enterSome(db);
  });

  const save = (id: string, subject: DocumentSubject, addedAt = '2026-11-22T10:00:00.000Z') =>
    withTransaction(db, (tx) =>
      saveDocument(
        tx,
        {
          id,
          subject,
          name: `${id}.pdf`,
          type: 'application/pdf',
          size: BYTES.length,
          hash: HASH,
          addedAt,
          addedById: 'command-line',
        },
        BYTES,
      ),
    );
  const findings = async () => (await verifyDatabase(db)).findings;

  test('the bytes come back as they went in, and are kept once for all records they hang on', async () => {
    await save('d1', { kind: 'contribution', id: 'k-1' });
    await save('d2', { kind: 'entry', id: '2' });
    await save('d3', { kind: 'decision', id: 'd-1' }, '2026-11-23T10:00:00.000Z');
    expect(await documentContent(db.read, HASH)).toEqual(BYTES);
    expect(await countDocuments(db.read)).toBe(3);
    expect(await findDocument(db.read, 'd2')).toMatchObject({
      subject: { kind: 'entry', id: '2' },
      size: 512,
      hash: HASH,
    });
    expect(await findDocument(db.read, 'd9')).toBeNull();
    const { rows } = await sql<{ count: bigint }>`select count(*) as count from document_content`.execute(db.read);
    expect(rows[0]?.count).toBe(1n);
    expect(await findings()).toEqual([]);
  });

  test('of a record are listed those that were there on a day', async () => {
    await save('d3', { kind: 'decision', id: 'd-1' }, '2026-11-23T10:00:00.000Z');
    const known = async (knownOn: string | null) =>
      (await documentsOf(db.read, 'decision', ['d-1', 'd-2'], { knownOn: knownOn as never })).map(({ id }) => id);
    expect(await known('2026-11-22')).toEqual([]);
    expect(await known('2026-11-23')).toEqual(['d3']);
    expect(await known(null)).toEqual(['d3']);
    expect(await documentsOf(db.read, 'decision', [], { knownOn: null })).toEqual([]);
  });

  test('a record is there or not, whatever its id looks like', async () => {
    const there = (kind: DocumentSubject['kind'], id: string) => subjectExists(db.read, { kind, id });
    expect(await Promise.all([there('contribution', 'k-1'), there('entry', '6'), there('decision', 'd-1')])).toEqual([
      true,
      true,
      true,
    ]);
    expect(await Promise.all(['7', '0', '-1', '1e1', '9'.repeat(30), 'x'].map((id) => there('entry', id)))).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect([await contributorOf(db.read, 'k-1'), await contributorOf(db.read, 'k-9')]).toEqual(['c-1', null]);
  });

  test('what is kept is neither changed nor removed', async () => {
    await save('d1', { kind: 'contribution', id: 'k-1' });
    await expect(sql`update document set name = 'x.pdf'`.execute(db.write)).rejects.toThrow(/append-only/u);
    await expect(sql`delete from document_content`.execute(db.write)).rejects.toThrow(/append-only/u);
  });

  test.each([
    [
      'documents are what was added',
      `update document_content set content = substr(content, 2)`,
      /^content [\da-f]{64} hashes to [\da-f]{64}$/u,
    ],
    ['every document has its content, as long as it says', `update document set size = 511`, /^document d1$/u],
    ['every document has its content, as long as it says', `delete from document_content`, /^document d1$/u],
    ['every content belongs to a document', `delete from document`, /^content [\da-f]{64}$/u],
    ['every document hangs on a record that is there', `update document set subject_id = 'k-9'`, /^document d1$/u],
    [
      'every document hangs on a record that is there',
      `update document set subject_kind = 'entry', subject_id = '7'`,
      /^document d1$/u,
    ],
  ])('verification finds that not %s: %s', async (rule, statement, detail) => {
    await save('d1', { kind: 'contribution', id: 'k-1' });
    await disarm(db);
    await sql.raw(statement).execute(db.write);
    const found = await findings();
    expect(found.find((finding) => finding.rule === rule)?.detail).toMatch(detail);
  });
});
