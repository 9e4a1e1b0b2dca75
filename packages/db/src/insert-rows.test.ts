import fc from 'fast-check';
import type { Insertable } from 'kysely';
import { expect, test } from 'vitest';
import { insertRows } from './insert-rows.ts';
import type { Tables } from './tables.ts';
import { onBothEngines } from './test-support/engines.ts';

type Row = Insertable<Tables['audit_event']>;

const text = fc.string({ unit: 'grapheme', maxLength: 12 }).map((word) => word.replaceAll('\0', '').toWellFormed());
const manyRows = fc.integer({ min: 0, max: 200 }).chain((count) =>
  fc.array(fc.tuple(text, text), { minLength: count, maxLength: count }).map((pairs) =>
    pairs.map(([action, detail], index): Row => ({
      id: String(index).padStart(4, '0'),
      at: '2026-11-22',
      person_id: 'p-1',
      action,
      subject: `'; -- ${index}`,
      detail,
    })),
  ),
);

onBothEngines('rows inserted many at a time', (bench) => {
  test('are the rows that were given, however many and whatever they say', async () => {
    const db = await bench.fresh();
    await fc.assert(
      fc.asyncProperty(manyRows, async (rows) => {
        const undone = new Error('undone');
        const work = db.write.transaction().execute(async (tx) => {
          await insertRows(tx, 'audit_event', rows);
          expect(await tx.selectFrom('audit_event').selectAll().orderBy('id').execute()).toEqual(rows);
          throw undone;
        });
        await expect(work).rejects.toBe(undone);
      }),
      { numRuns: 30 },
    );
  });

  test('are inserted plainly or over what is there, as each call says', async () => {
    const db = await bench.fresh();
    const row = { id: 's-1', name: 'Suva', country_code: 'FJ' };
    await db.write.transaction().execute(async (tx) => {
      await insertRows(tx, 'duty_station', [row]);
      await insertRows(
        tx,
        'duty_station',
        [{ ...row, name: 'Nadi' }],
        'on conflict (id) do update set name = excluded.name',
      );
      expect(await tx.selectFrom('duty_station').select('name').execute()).toEqual([{ name: 'Nadi' }]);
    });
    const again = db.write.transaction().execute((tx) => insertRows(tx, 'duty_station', [row]));
    await expect(again).rejects.toThrow(/unique/iu);
  });

  test('keep null and whole numbers of any size, and take the default of a column that none of them gives', async () => {
    const db = await bench.fresh();
    await db.write.transaction().execute(async (tx) => {
      await insertRows(tx, 'contributor', [
        { id: 'c-1', name: 'A', name_key: 'a', type: 'ngo', country_code: null },
        { id: 'c-2', name: 'B', name_key: 'b', type: 'country', country_code: 'NO' },
      ]);
      await insertRows(tx, 'fund', [
        {
          id: 1n,
          name: 'Fund',
          demonstration: 0n,
          created_at: '',
          entry_count: 9_007_199_254_740_993n,
          last_hash: '',
        },
      ]);
    });
    const codes = await db.read.selectFrom('contributor').select('country_code').orderBy('id').execute();
    expect(codes).toEqual([{ country_code: null }, { country_code: 'NO' }]);
    const fund = await db.read.selectFrom('fund').select('entry_count').executeTakeFirstOrThrow();
    expect(fund.entry_count).toBe(9_007_199_254_740_993n);
  });

  test('are refused where one of them lacks a column', async () => {
    const db = await bench.fresh();
    const whole = { id: 'c-1', name: 'A', name_key: 'a', type: 'ngo', country_code: null } as const;
    const lacking = { id: 'c-2', name: 'B', name_key: 'b', type: 'ngo' } as const;
    const work = db.write.transaction().execute((tx) => insertRows(tx, 'contributor', [whole, lacking]));
    await expect(work).rejects.toThrow('A row of contributor lacks country_code');
    expect(await db.read.selectFrom('contributor').selectAll().execute()).toEqual([]);
  });
});
