import { date } from '@dcc/domain/calendar-date';
import { beforeEach, expect, test } from 'vitest';
import type { Database } from '../open-database.ts';
import { onBothEngines } from '../test-support/engines.ts';
import { AT, beginWorkedFund, currency, pledge, sign, STAMP } from '../test-support/worked-fund.ts';
import { withTransaction } from '../with-transaction.ts';
import { saveDocument } from './document-store.ts';
import { findRecords } from './find-store.ts';
import { COMMAND_LINE } from './fund-store.ts';
import { savePerson } from './person-store.ts';

onBothEngines('finding records', (bench) => {
  let db: Database;
  beforeEach(async () => {
    db = await bench.fresh();
    await beginWorkedFund(db);
  });

  test('a search finds records of each kind, and for a contributor only its own', async () => {
    const whole = { fund: true, contributorId: null, people: true };
    const own = { fund: false, contributorId: 'c-2', people: false };
    await sign(db, { id: 'k-1', on: date('2024-01-10'), currency: currency('USD') }, 1n);
    await pledge(db, { id: 'k-2', on: date('2024-01-10'), currency: currency('USD'), from: 'c-2' }, 1n);
    const named = async (text: string, scope: Parameters<typeof findRecords>[2]) =>
      (await findRecords(db.read, text, scope)).map(({ kind, label }) => [kind, label]);
    expect(await named('analyst', whole)).toEqual([
      ['position', 'Analyst 1'],
      ['position', 'Analyst 2'],
    ]);
    expect(await named('ref-k', whole)).toEqual([
      ['contribution', 'REF-k-1'],
      ['contribution', 'REF-k-2'],
    ]);
    expect(await named('LYCEUM', whole)).toEqual([['host', 'Lyceum for Learning']]);
    expect(await named('islands', whole)).toEqual([['pool', 'Islands']]);
    expect(await named('REF', own)).toEqual([['contribution', 'REF-k-2']]);
    expect((await named('a', own)).map(([kind]) => kind)).toEqual(['contributor']);
    expect(await named('%%', whole)).toEqual([]);
  });

  test('a search finds documents by the record they belong to, and for a contributor those of its own agreements', async () => {
    await sign(db, { id: 'k-1', on: date('2024-01-10'), currency: currency('USD') }, 1n);
    await pledge(db, { id: 'k-2', on: date('2024-01-10'), currency: currency('USD'), from: 'c-2' }, 1n);
    await withTransaction(db, async (tx) => {
      for (const [id, kind, subject] of [
        ['f-1', 'contribution', 'k-1'],
        ['f-2', 'contribution', 'k-2'],
        ['f-3', 'decision', 'd-1'],
      ] as const)
        await saveDocument(
          tx,
          {
            id,
            subject: { kind, id: subject },
            name: `Letter ${id}`,
            type: 'application/pdf',
            size: 1,
            hash: id,
            addedAt: STAMP.recordedAt,
            addedById: COMMAND_LINE,
          },
          Buffer.from([1]),
        );
    });
    const found = async (contributorId: string | null) =>
      (await findRecords(db.read, 'letter', { fund: contributorId === null, contributorId, people: false })).map(
        (hit) => (hit.kind === 'document' ? [hit.id, hit.subject.kind, hit.subject.id] : []),
      );
    expect(await found(null)).toEqual([
      ['f-1', 'contribution', 'k-1'],
      ['f-2', 'contribution', 'k-2'],
      ['f-3', 'decision', 'd-1'],
    ]);
    expect(await found('c-2')).toEqual([['f-2', 'contribution', 'k-2']]);
  });

  test('people are found only where they are asked for, and the command line is no person', async () => {
    const scope = { fund: false, contributorId: null };
    await withTransaction(db, (tx) =>
      savePerson(tx, {
        id: 'ada',
        email: 'ada@example.org',
        name: 'Ada Byron',
        roles: ['auditor'],
        organizationId: null,
        contributorId: null,
        passwordHash: 'a hash',
        at: AT,
      }),
    );
    const found = { kind: 'person', id: 'ada', label: 'Ada Byron', detail: '' };
    expect(await findRecords(db.read, 'byron', { ...scope, people: true })).toEqual([found]);
    expect(await findRecords(db.read, 'byron', { ...scope, people: false })).toEqual([]);
    expect(await findRecords(db.read, COMMAND_LINE, { ...scope, people: true })).toEqual([]);
  });
});
