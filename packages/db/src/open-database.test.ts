import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrate, pendingMigrations } from './migrate.ts';
import { openDatabase } from './open-database.ts';
import { openSqlite } from './sqlite-dialect.ts';
import { findFund, ping } from './stores/fund-store.ts';
import type { Tables } from './tables.ts';
import { onBothEngines } from './test-support/engines.ts';
import { beginWorkedFund } from './test-support/worked-fund.ts';

describe('a database of one file', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fund-open-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const backups = (): string[] => readdirSync(folder).filter((name) => name.includes('before-migration'));

  test('is made with its folders, and opened again as it was', async () => {
    const url = `file:${join(folder, 'deep', 'er', 'fund.db')}`;
    const first = await openDatabase(url);
    await beginWorkedFund(first);
    await first.close();
    const again = await openDatabase(url);
    expect(await findFund(again.read)).toEqual({ name: 'Worked fund', demonstration: false, entryCount: 0 });
    await again.close();
    expect(readdirSync(join(folder, 'deep', 'er'))).toEqual(['fund.db']);
  });

  test('may be named by a file address with two slashes more', async () => {
    await (await openDatabase(`file://${join(folder, 'fund.db')}`)).close();
    expect(existsSync(join(folder, 'fund.db'))).toBe(true);
  });

  test('reads by a connection that cannot write', async () => {
    const db = await openDatabase(`file:${join(folder, 'fund.db')}`);
    await expect(sql`delete from session`.execute(db.read)).rejects.toThrow(/readonly/u);
    const { rows } = await sql`pragma synchronous`.execute(db.write);
    expect(rows).toEqual([{ synchronous: 2n }]);
    await db.close();
  });

  test('is backed up before its schema changes, and only then', async () => {
    const file = join(folder, 'fund.db');
    const old = openSqlite(file, 'write');
    old.raw.exec("create table kept (words text); insert into kept values ('before')");
    old.raw.close();
    await (await openDatabase(`file:${file}`)).close();
    expect(backups()).toHaveLength(1);
    await (await openDatabase(`file:${file}`)).close();
    const [backup = ''] = backups();
    expect(backups()).toEqual([backup]);
    const copy = openSqlite(join(folder, backup), 'read');
    expect(copy.raw.prepare('select words from kept').all()).toEqual([{ words: 'before' }]);
    expect(copy.raw.prepare("select count(*) as n from sqlite_master where name = 'journal_entry'").get()).toEqual({
      n: 0n,
    });
    copy.raw.close();
  });

  test('that is newer than the program is refused in plain words, unchanged and not held open', async () => {
    const file = join(folder, 'fund.db');
    const db = await openDatabase(`file:${file}`);
    await sql`insert into kysely_migration values ('9999-later', '2030-01-01')`.execute(db.write);
    await db.close();
    const before = readFileSync(file);
    await expect(openDatabase(`file:${file}`)).rejects.toThrow(
      'This database was written by a newer version of the program. Start that version; nothing was changed.',
    );
    expect(readFileSync(file).equals(before)).toBe(true);
    // The last connection to a file takes its write-ahead log away.
    expect(readdirSync(folder)).toEqual(['fund.db']);
  });

  test('that is no database is refused and left alone', async () => {
    const file = join(folder, 'fund.db');
    writeFileSync(file, 'These are words and no database. '.repeat(40));
    await expect(openDatabase(`file:${file}`)).rejects.toThrow(/not a database/u);
    expect(readFileSync(file, 'utf8')).toMatch(/^These are words/u);
  });

  test('whose migration fails half-way keeps nothing of it', async () => {
    const file = join(folder, 'fund.db');
    const { dialect, raw } = openSqlite(file, 'write');
    raw.exec('create table audit_event (id text)');
    const db = new Kysely<Tables>({ dialect });
    await expect(migrate(db, 'sqlite')).rejects.toThrow(/already exists/u);
    expect(raw.prepare("select name from sqlite_master where name in ('fund', 'posting')").all()).toEqual([]);
    await db.destroy();
  });
});

test('a database in memory is one connection', async () => {
  const db = await openDatabase('file::memory:');
  expect(db.read).toBe(db.write);
  await beginWorkedFund(db);
  await ping(db);
  await db.close();
});

test.each(['', 'fund.db', 'mysql://host/fund', 'http://host'])('“%s” is no address of a database', async (url) => {
  await expect(openDatabase(url)).rejects.toThrow('DATABASE_URL must begin with file: or postgres://');
});

test('a PostgreSQL that is not there is an error and not a wait', async () => {
  await expect(openDatabase('postgres://fund@127.0.0.1:1/fund', { connections: 1 })).rejects.toThrow(/ECONNREFUSED/u);
  await expect(openDatabase('postgresql://fund@127.0.0.1:1/fund')).rejects.toThrow(/ECONNREFUSED/u);
});

onBothEngines('migration', (bench) => {
  test('leaves nothing pending, and nothing in an empty database', async () => {
    const db = await bench.fresh();
    expect(await pendingMigrations(db.write, bench.engine)).toBe(0);
    expect(await findFund(db.read)).toBeNull();
    await migrate(db.write, bench.engine);
  });

  test('refuses a database that is newer than the program', async () => {
    const db = await bench.fresh();
    await sql`insert into kysely_migration values ('9999-later', '2030-01-01')`.execute(db.write);
    await expect(migrate(db.write, bench.engine)).rejects.toThrow('a newer version of the program');
    await sql`delete from kysely_migration where name = '9999-later'`.execute(db.write);
  });
});
