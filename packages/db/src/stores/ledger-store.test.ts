import { date } from '@dcc/domain/calendar-date';
import { balance, credit, debit, type EntryDraft } from '@dcc/domain/ledger/entry';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { verifyDatabase } from '../integrity-checks.ts';
import type { Database } from '../open-database.ts';
import { onBothEngines } from '../test-support/engines.ts';
import { append, beginWorkedFund, currency, deposit, granted, sign, STAMP, usd } from '../test-support/worked-fund.ts';
import { withTransaction } from '../with-transaction.ts';
import { entryRow, entryRows } from './ledger-reads.ts';
import { appendEntries } from './ledger-store.ts';
import { findInstalment } from './contribution-store.ts';

const income = (cents: number, on = '2026-01-31', description = 'Sale'): EntryDraft =>
  granted(
    balance({
      kind: 'other-income',
      effectiveOn: date(on),
      description,
      postings: [debit('cash', usd(cents), { poolId: 'e-1' }), credit('other-income', usd(cents), { poolId: 'e-1' })],
    }),
  );

onBothEngines('the ledger', (bench) => {
  let db: Database;
  beforeEach(async () => {
    db = await bench.fresh();
    await beginWorkedFund(db);
  });

  test('numbers entries without gaps and chains each to the one before', async () => {
    expect(await append(db, income(1), income(2))).toEqual([1, 2]);
    expect(await append(db, income(3))).toEqual([3]);
    const [third, second, first] = await entryRows(db.read, {}, null, { beside: null, toward: 'older', limit: 9 });
    expect([third?.previousHash, second?.previousHash, first?.previousHash]).toEqual([
      second?.hash,
      first?.hash,
      '0'.repeat(64),
    ]);
    expect(await verifyDatabase(db)).toMatchObject({ entries: 3, findings: [] });
  });

  test('takes nothing at all for nothing', async () => {
    expect(await append(db)).toEqual([]);
    expect(await verifyDatabase(db)).toMatchObject({ entries: 0, findings: [] });
  });

  test('refuses what does not balance, and writes nothing of the whole batch', async () => {
    const broken = { ...income(5), postings: [debit('cash', usd(5))] } as unknown as EntryDraft;
    await expect(append(db, income(1), broken)).rejects.toThrow('does not balance');
    expect(await entryRow(db.read, 1)).toBeNull();
    expect(await verifyDatabase(db)).toMatchObject({ entries: 0, findings: [] });
  });

  test('keeps what it can keep of a broken text, and hashes what it keeps', async () => {
    await append(db, income(1, '2026-01-31', 'half \ud83d a character'));
    expect((await entryRow(db.read, 1))?.description).toBe('half \ufffd a character');
    expect((await verifyDatabase(db)).findings).toEqual([]);
  });

  test('keeps the sums of contributions and instalments in the same transaction', async () => {
    await sign(db, { id: 'k-1', on: date('2024-01-10'), currency: currency('CHF') }, 9_000_000n, 9_000_000n);
    await deposit(db, 'k-1-1', date('2024-08-01'), 8_800_000n);
    const row = await db.read.selectFrom('contribution').selectAll().where('id', '=', 'k-1').executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      signed_value: 20_000_000n,
      signed_original: 18_000_000n,
      received_value: 10_000_000n,
      received_original: 8_800_000n,
      outstanding_value: 10_222_222n,
      outstanding_original: 9_200_000n,
      pledged_value: 0n,
    });
    expect((await findInstalment(db.read, 'k-1-1'))?.instalment).toMatchObject({ outstandingValue: usd(222_222) });
    expect((await verifyDatabase(db)).findings).toEqual([]);
  });

  describe('only grows', () => {
    const tables = [
      'journal_entry',
      'posting',
      'exchange_rate',
      'decision',
      'allocation',
      'position_step',
      'audit_event',
    ];
    test.each(tables)('%s refuses to be changed or emptied', async (table) => {
      await sign(db, { id: 'k-1', on: date('2024-01-10'), currency: currency('CHF') }, 9_000_000n);
      await withTransaction(db, async (tx) => {
        await sql`insert into decision values ('d-1', 'SC-1', 'One', '2026-01-01', '', 'now', ${STAMP.recordedBy})`.execute(
          tx,
        );
        await sql`insert into allocation values ('d-1', 1, 'p-1', 1, 'e-1', 5)`.execute(tx);
        await sql`insert into audit_event values ('a-1', 'now', 'p', 'x', 'y', '{}')`.execute(tx);
      });
      const name = sql.table(table);
      const before = await sql`select * from ${name}`.execute(db.read);
      expect(before.rows.length).toBeGreaterThan(0);
      const column = sql.ref(Object.keys(before.rows[0] as object)[0] ?? '');
      await expect(sql`update ${name} set ${column} = ${column}`.execute(db.write)).rejects.toThrow(
        `${table} is append-only`,
      );
      await expect(sql`delete from ${name}`.execute(db.write)).rejects.toThrow(`${table} is append-only`);
      expect((await sql`select * from ${name}`.execute(db.read)).rows).toEqual(before.rows);
    });
  });

  describe('the database itself refuses', () => {
    test('a second reversal of one entry', async () => {
      await append(db, income(1));
      await append(db, { ...income(1), reverses: 1 });
      await expect(append(db, { ...income(1), reverses: 1 })).rejects.toThrow(/unique/iu);
      expect(await verifyDatabase(db)).toMatchObject({ entries: 2, findings: [] });
    });

    test('a posting about nobody on record', async () => {
      const posting = (cents: number) => debit('cash', usd(cents), { contributorId: 'nobody' });
      const stray = granted(
        balance({
          kind: 'deposit',
          effectiveOn: date('2026-01-01'),
          description: '',
          postings: [posting(1), posting(-1)],
        }),
      );
      await expect(append(db, stray)).rejects.toThrow(/foreign key/iu);
    });
  });

  test('a transaction that throws leaves nothing behind', async () => {
    const work = withTransaction(db, async (tx) => {
      await appendEntries(tx, STAMP, [income(1)]);
      throw new Error('The lights went out');
    });
    await expect(work).rejects.toThrow('The lights went out');
    expect(await verifyDatabase(db)).toMatchObject({ entries: 0, findings: [] });
    expect(await db.read.selectFrom('kept_balance').selectAll().execute()).toEqual([]);
  });

  describe('a conflict that passes', () => {
    const failing = (code: string, times: number) => {
      let tries = 0;
      const work = withTransaction(db, async (tx) => {
        tries += 1;
        await appendEntries(tx, STAMP, [income(tries)]);
        if (tries <= times) throw Object.assign(new Error(`Try ${tries}`), { code });
        return tries;
      });
      return { work, tries: () => tries };
    };

    test.each(['40001', '40P01', 'SQLITE_BUSY'])(
      '%s is tried again, and what was tried before is gone',
      async (code) => {
        const { work } = failing(code, 2);
        expect(await work).toBe(3);
        expect(await verifyDatabase(db)).toMatchObject({ entries: 1, findings: [] });
      },
    );

    test('is given up after five tries', async () => {
      const { work, tries } = failing('40001', 99);
      await expect(work).rejects.toThrow('Try 5');
      expect(tries()).toBe(5);
    });

    test.each(['23505', 'ENOSPC'])('%s does not pass', async (code) => {
      const { work, tries } = failing(code, 99);
      await expect(work).rejects.toThrow('Try 1');
      expect(tries()).toBe(1);
    });

    test('what is no error at all does not pass', async () => {
      const thrown: unknown[] = ['words', null, undefined];
      for (const what of thrown) {
        const work = withTransaction(db, () => Promise.reject(what as Error));
        expect(await work.catch((caught: unknown) => [caught])).toEqual([what]);
      }
    });
  });
});
