import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { backUp, checksumFile } from './back-up.ts';
import { verifyDatabase } from './integrity-checks.ts';
import { type Database, openDatabase } from './open-database.ts';
import { restore } from './restore.ts';
import { onBothEngines } from './test-support/engines.ts';
import { beginWorkedFund, enterSome, pledge, currency } from './test-support/worked-fund.ts';
import { date } from '@dcc/domain/calendar-date';

let folder: string;
let file: string;
let backup: string;

/** A fund of six entries, backed up and closed. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fund-backup-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  file = join(folder, 'data', 'fund.db');
  backup = join(folder, 'backup.db');
  mkdirSync(join(folder, 'data'));
  await using(async (db) => {
    await beginWorkedFund(db);
    await enterSome(db);
    await backUp(db, backup);
  });
});

async function using<T>(work: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase(`file:${file}`);
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

const entries = () => using(async (db) => (await verifyDatabase(db)).entries);
const recordMore = () =>
  using((db) => pledge(db, { id: 'k-9', on: date('2025-08-01'), currency: currency('JPY') }, 1000n));
const filesOf = () => readdirSync(join(folder, 'data'));

/** Restores a file that has to be refused, and sees that the database is byte for byte what it was. */
async function refusal(of: string): Promise<string> {
  const before = readFileSync(file);
  const names = filesOf();
  const error: unknown = await restore(`file:${file}`, of).then(
    () => new Error('It was restored'),
    (thrown: unknown) => thrown,
  );
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(filesOf()).toEqual(names);
  return (error as Error).message.replaceAll(folder, '');
}

test('a backup comes back as it was, and what was recorded since is kept beside it', async () => {
  await recordMore();
  const restored = await restore(`file:${file}`, backup);
  expect(restored).toMatchObject({ fund: 'Worked fund', head: { number: 6 } });
  expect(await entries()).toBe(6);
  const previous = restored.previous ?? '';
  expect(filesOf().map((name) => join(folder, 'data', name))).toEqual([file, previous]);
  await restore(`file:${file}`, previous);
  expect(await entries()).toBe(7);
});

test('a tail that was rewritten is whole in itself; a head that was noted before finds it', async () => {
  await recordMore();
  const noted = await using(async (db) => (await verifyDatabase(db)).head);
  await restore(`file:${file}`, backup);
  await using((db) => pledge(db, { id: 'k-8', on: date('2025-08-01'), currency: currency('JPY') }, 2000n));
  await using(async (db) => {
    const { findings, head } = await verifyDatabase(db);
    expect(findings).toEqual([]);
    expect(head.number).toBe(noted.number);
    expect((await verifyDatabase(db, [head, { number: 0, hash: '0'.repeat(64) }])).findings).toEqual([]);
    const later = { number: 9, hash: noted.hash };
    expect((await verifyDatabase(db, [noted, later])).findings.map(({ detail }) => detail)).toEqual([
      `entry 7: noted was ${noted.hash}, there is ${head.hash}`,
      `entry 9: noted was ${noted.hash}, there is no such entry`,
    ]);
  });
});

test('a backup begins a database where there is none', async () => {
  rmSync(join(folder, 'data'), { recursive: true });
  expect(await restore(`file:${file}`, backup)).toMatchObject({ previous: null });
  expect(filesOf()).toEqual(['fund.db']);
  expect(await entries()).toBe(6);
});

test('a copy may be read by no more people than its database', async () => {
  const mode = (of: string): number => statSync(of).mode & 0o777;
  chmodSync(file, 0o600);
  const own = join(folder, 'own.db');
  await using((db) => backUp(db, own));
  expect(mode(own)).toBe(0o600);
  chmodSync(own, 0o644);
  await restore(`file:${file}`, own);
  expect(mode(file)).toBe(0o600);
});

test('a backup never writes over a file', async () => {
  const before = readFileSync(backup);
  await using(async (db) => {
    await expect(backUp(db, backup)).rejects.toThrow('is there already');
    await expect(backUp(db, join(folder, 'nowhere', 'b.db'))).rejects.toThrow(
      `There is no folder ${join(folder, 'nowhere')}`,
    );
  });
  expect(readFileSync(backup).equals(before)).toBe(true);
  expect(readdirSync(folder)).toEqual(['backup.db', 'backup.db.sha256', 'data']);
});

test('a database that does not hold is not backed up', async () => {
  const raw = new SqliteDatabase(file);
  raw.exec('update fund set entry_count = 7');
  raw.close();
  await using((db) => expect(backUp(db, join(folder, 'b.db'))).rejects.toThrow('the fund counts 7'));
  expect(existsSync(join(folder, 'b.db'))).toBe(false);
});

test('a file that is no backup is refused', async () => {
  const other = join(folder, 'other.db');
  expect(await refusal(other)).toBe('There is no file /other.db');
  expect(await refusal(folder)).toBe('There is no file ');
  expect(await refusal(file)).toBe('/data/fund.db is the database itself');
  writeFileSync(other, '');
  expect(await refusal(other)).toBe('/other.db is not the database of a fund');
  writeFileSync(other, 'not a database at all, but long enough to be read as one. '.repeat(40));
  expect(await refusal(other)).toBe('/other.db is damaged or is not a database');
  rmSync(other);
  const raw = new SqliteDatabase(other);
  raw.exec('create table t (a)');
  expect(await refusal(other)).toBe('/other.db is not the database of a fund');
  raw.pragma('journal_mode = WAL');
  raw.exec('insert into t values (1)');
  expect(await refusal(other)).toContain('/other.db is a database in use, not a backup');
  raw.close();
  const empty = await openDatabase(`file:${join(folder, 'empty.db')}`);
  await empty.close();
  expect(await refusal(join(folder, 'empty.db'))).toBe('/empty.db holds no fund');
});

test('a backup of a newer program is refused', async () => {
  rmSync(checksumFile(backup));
  const raw = new SqliteDatabase(backup);
  raw.exec(`insert into kysely_migration values ('9999-later', '2030-01-01')`);
  raw.close();
  expect(await refusal(backup)).toContain('written by a newer version of the program');
});

test('a backup that was cut short is refused wherever it was cut, with its checksum or without', async () => {
  const whole = readFileSync(backup);
  for (const remove of [false, true]) {
    if (remove) rmSync(checksumFile(backup));
    for (const part of [0, 1, 50, 99, 100, 4096, 4097, Math.floor(whole.length / 2), whole.length - 1]) {
      truncateSync(backup, part);
      expect(await refusal(backup), `${part} bytes`).toMatch(
        remove ? /damaged|is not the database of a fund/u : /differs from its checksum/u,
      );
      writeFileSync(backup, whole);
    }
  }
});

test('a single bit that turned is found by the checksum; without one, whatever comes back has been verified', async () => {
  const whole = readFileSync(backup);
  const flips = Array.from({ length: 60 }, (_, index) => Math.floor((whole.length * (index * 37 + 11)) / (60 * 37)));
  let refused = 0;
  for (const at of flips) {
    const flipped = Buffer.from(whole);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
    writeFileSync(backup, flipped);
    expect(await refusal(backup)).toContain('differs from its checksum');
    const bare = join(folder, 'bare.db');
    copyFileSync(backup, bare);
    const came = await restore(`file:${file}`, bare).then(
      () => true,
      () => false,
    );
    refused += came ? 0 : 1;
    expect(await using(async (db) => (await verifyDatabase(db)).findings)).toEqual([]);
  }
  expect(refused).toBeGreaterThan(0);
});

test('a database that another program has open is not replaced, and that program goes on', async () => {
  await using(async (db) => {
    await expect(restore(`file:${file}`, backup)).rejects.toThrow(`Another program has ${file} open`);
    await pledge(db, { id: 'k-9', on: date('2025-08-01'), currency: currency('JPY') }, 1000n);
  });
  expect(await entries()).toBe(7);
});

test('a program that opened the old database at the last moment cannot write to it', async () => {
  const late = new SqliteDatabase(file);
  await restore(`file:${file}`, backup);
  expect(() => late.pragma('journal_mode = WAL')).toThrow(/readonly/u);
  late.close();
});

test('a database that is damaged is replaced and kept, with what SQLite had not brought home', async () => {
  writeFileSync(file, 'rubbish '.repeat(2000));
  writeFileSync(`${file}-wal`, 'unfinished');
  const { previous } = await restore(`file:${file}`, backup);
  expect(await entries()).toBe(6);
  expect(readFileSync(previous ?? '', 'utf8')).toContain('rubbish');
  expect(readFileSync(`${previous}-wal`, 'utf8')).toBe('unfinished');
});

test('on PostgreSQL a restoration is left to pg_restore', async () => {
  await expect(restore('postgres://localhost/fund', backup)).rejects.toThrow('pg_restore');
  await expect(restore('mysql://localhost/fund', backup)).rejects.toThrow('must begin with file: or postgres://');
});

onBothEngines('a backup of a fund', (bench) => {
  test('is a file of SQLite, and left to pg_dump on PostgreSQL', async () => {
    const db = await bench.fresh();
    await beginWorkedFund(db);
    const made = await backUp(db, join(folder, `${bench.engine}.db`)).then(
      ({ head }) => head.number,
      (error: unknown) => String(error),
    );
    expect(String(made)).toMatch(bench.engine === 'sqlite' ? /^0$/u : /pg_dump/u);
  });
});
