import { CompiledQuery, Kysely, sql } from 'kysely';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ManyRows } from './kept-statements.ts';
import { openSqlite } from './sqlite-dialect.ts';

type Words = { words: { id: bigint; text: string } };

let opened = openSqlite(':memory:', 'write');
let db = new Kysely<Words>({ dialect: opened.dialect });
beforeEach(async () => {
  opened = openSqlite(':memory:', 'write');
  db = new Kysely<Words>({ dialect: opened.dialect });
  await sql`create table words (id integer primary key, text text not null)`.execute(db);
});
afterEach(() => db.destroy());

const prepared = (): string[] => {
  const seen: string[] = [];
  const { raw } = opened;
  const prepare = raw.prepare.bind(raw);
  vi.spyOn(raw, 'prepare').mockImplementation((text: string) => {
    seen.push(text);
    return prepare(text);
  });
  return seen;
};

test('a text is prepared once, whatever it is given', async () => {
  const seen = prepared();
  for (let id = 1n; id <= 20n; id += 1n) {
    const { insertId, numInsertedOrUpdatedRows } = await db
      .insertInto('words')
      .values({ id, text: `word ${id}` })
      .executeTakeFirstOrThrow();
    expect([insertId, numInsertedOrUpdatedRows]).toEqual([id, 1n]);
    const row = await db.selectFrom('words').select('text').where('id', '=', id).executeTakeFirst();
    expect(row).toEqual({ text: `word ${id}` });
  }
  expect(seen).toHaveLength(2);
  const { numUpdatedRows } = await db.updateTable('words').set({ text: 'same' }).executeTakeFirst();
  expect(numUpdatedRows).toBe(20n);
});

test('a write that gives rows back gives them each time', async () => {
  for (const id of [1n, 2n]) {
    const rows = await db.insertInto('words').values({ id, text: 'x' }).returning('id').execute();
    expect(rows).toEqual([{ id }]);
  }
});

test('the statements used last are kept, and no more than a number of them', async () => {
  const seen = prepared();
  const ask = (n: number) => sql`select ${sql.lit(n)}`.execute(db);
  await ask(0);
  for (let n = 1; n < 256; n += 1) await ask(n);
  await ask(0);
  expect(seen).toHaveLength(256);
  await ask(256);
  await ask(0);
  expect(seen).toHaveLength(257);
  await ask(1);
  expect(seen).toHaveLength(258);
});

test('a very long text and a pragma are prepared each time', async () => {
  const seen = prepared();
  const long = sql`select ${sql.lit('x'.repeat(20_000))} as text`;
  await long.execute(db);
  await long.execute(db);
  await sql`pragma foreign_keys = off`.execute(db);
  await sql`pragma foreign_keys = on`.execute(db);
  await sql`pragma foreign_keys = off`.execute(db);
  expect(seen).toHaveLength(5);
  expect((await sql`pragma foreign_keys`.execute(db)).rows).toEqual([{ foreign_keys: 0n }]);
});

test('what was kept follows the schema when it changes', async () => {
  await db.insertInto('words').values({ id: 1n, text: 'one' }).execute();
  expect(await db.selectFrom('words').selectAll().execute()).toEqual([{ id: 1n, text: 'one' }]);
  await sql`alter table words add column more text`.execute(db);
  expect(await db.selectFrom('words').selectAll().execute()).toEqual([{ id: 1n, text: 'one', more: null }]);
  await sql`drop table words`.execute(db);
  await expect(db.selectFrom('words').selectAll().execute()).rejects.toThrow(/no such table/u);
});

test('an error leaves the kept statement fit for the next call', async () => {
  const insert = (id: bigint) => db.insertInto('words').values({ id, text: 'x' }).execute();
  await insert(1n);
  await expect(insert(1n)).rejects.toThrow(/UNIQUE/u);
  await insert(2n);
  await expect(sql`selec`.execute(db)).rejects.toThrow(/syntax/u);
  expect(await db.selectFrom('words').select('id').execute()).toEqual([{ id: 1n }, { id: 2n }]);
});

test('rows are read one by one, and the same text all at once', async () => {
  for (const id of [1n, 2n, 3n]) await db.insertInto('words').values({ id, text: 'x' }).execute();
  const all = db.selectFrom('words').select('id').orderBy('id');
  const read: bigint[] = [];
  for await (const { id } of all.stream()) read.push(id);
  expect(read).toEqual([1n, 2n, 3n]);
  expect(await all.execute()).toHaveLength(3);
  await expect(db.deleteFrom('words').returning('id').stream().next()).rejects.toThrow('Only a select');
});

test('a statement runs once for each of many rows, in their order, and stops at the first that is refused', async () => {
  const seen = prepared();
  const insert = (...rows: [bigint, string][]) =>
    db.executeQuery(CompiledQuery.raw('insert into words (id, text) values (?, ?)', ManyRows.of(rows)));
  await insert([1n, 'one'], [2n, 'two'], [3n, 'three']);
  expect(seen).toHaveLength(1);
  await expect(insert([4n, 'four'], [1n, 'again'], [5n, 'five'])).rejects.toThrow(/UNIQUE/u);
  expect(await db.selectFrom('words').select('text').orderBy('id').execute()).toEqual(
    ['one', 'two', 'three', 'four'].map((text) => ({ text })),
  );
});
