import { randomUUID } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { checkCopy, checksumFile, type CopyFacts, CopyRefused } from './back-up.ts';
import { copyMode, fileHash, syncFile, syncFolderOf } from './durable-file.ts';
import { filePath, isPostgres, openDatabase } from './open-database.ts';

/** What came back, and where the database that stood there before is now. */
export type Restored = CopyFacts & { readonly previous: string | null };

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');
const isDamage = (error: unknown): boolean => /^SQLITE_(?:NOTADB|CORRUPT)/u.test(codeOf(error));

/** The errors that say, in SQLite's words, that a file is not what it should be. */
async function sound<T>(file: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isDamage(error) && codeOf(error) !== 'SQLITE_ERROR') throw error;
    throw new CopyRefused(
      isDamage(error) ? `${file} is damaged or is not a database` : `${file} is not the database of a fund`,
    );
  }
}

/** Refuses what can be seen without copying: no file, the database itself, one in use, one that differs from its checksum. */
async function inspect(backup: string, file: string): Promise<void> {
  if (!existsSync(backup) || !statSync(backup).isFile()) throw new CopyRefused(`There is no file ${backup}`);
  if (existsSync(file) && realpathSync(file) === realpathSync(backup))
    throw new CopyRefused(`${backup} is the database itself`);
  if (existsSync(`${backup}-wal`) && statSync(`${backup}-wal`).size > 0)
    throw new CopyRefused(`${backup} is a database in use, not a backup: its last entries stand in ${backup}-wal`);
  const noted = checksumFile(backup);
  if (existsSync(noted) && readFileSync(noted, 'utf8').slice(0, 64) !== (await fileHash(backup)))
    throw new CopyRefused(`${backup} differs from its checksum in ${noted}: it was damaged or changed`);
}

/** Whether a file is sound and begins as the database of a fund does; opening it as one would make it one. */
function looksLikeFund(file: string): void {
  const raw = new SqliteDatabase(file, { readonly: true });
  try {
    const said = raw.pragma('integrity_check(1)', { simple: true });
    if (said !== 'ok') throw new CopyRefused(`The backup is damaged: ${String(said)}`);
    raw.prepare('select name from fund').get();
  } finally {
    raw.close();
  }
}

/** Brings the copy to this program's schema, reads it in full and leaves it as one file on the disk. */
async function prepare(aside: string, backup: string): Promise<CopyFacts> {
  await sound(backup, () => looksLikeFund(aside));
  const db = await sound(backup, () => openDatabase(`file:${aside}`));
  try {
    return await sound(backup, () => checkCopy(db, backup));
  } finally {
    await db.close();
    syncFile(aside);
  }
}

/** Whether a file begins as one of SQLite. SQLite itself, asked about another, throws away the -wal file beside it. */
function beginsAsDatabase(file: string): boolean {
  const handle = openSync(file, 'r');
  try {
    const start = Buffer.alloc(16);
    readSync(handle, start, 0, start.length, 0);
    return start.toString('latin1') === 'SQLite format 3\0';
  } finally {
    closeSync(handle);
  }
}

/**
 * Holds the present database alone: leaving WAL brings everything home into the one file, and succeeds only where nobody else
 * is connected. Returns `null` for a file so damaged that SQLite cannot say.
 */
function holdAlone(file: string): SqliteDatabase.Database | null {
  if (!beginsAsDatabase(file)) return null;
  const raw = new SqliteDatabase(file, { timeout: 500 });
  try {
    raw.pragma('journal_mode = DELETE');
    raw.exec('begin exclusive');
    return raw;
  } catch (error) {
    raw.close();
    if (isDamage(error)) return null;
    if (!codeOf(error).startsWith('SQLITE_BUSY')) throw error;
    throw new CopyRefused(`Another program has ${file} open. Stop the server first`);
  }
}

/** Gives the present database a second name, so that it is there under one name or the other at every moment. */
function keepPrevious(file: string): string {
  const previous = `${file}.before-restore-${new Date().toISOString().replaceAll(/[:.]/gu, '-')}`;
  try {
    linkSync(file, previous);
  } catch {
    // A file system without links.
    copyFileSync(file, previous);
    syncFile(previous);
  }
  return previous;
}

function putInPlace(aside: string, file: string): string | null {
  if (!existsSync(file)) {
    renameSync(aside, file);
    syncFolderOf(file);
    return null;
  }
  const held = holdAlone(file);
  try {
    const previous = keepPrevious(file);
    copyMode(file, aside);
    // Only a damaged database still has these; its successor must not take them for its own.
    if (existsSync(`${file}-wal`)) renameSync(`${file}-wal`, `${previous}-wal`);
    rmSync(`${file}-shm`, { force: true });
    syncFolderOf(file);
    renameSync(aside, file);
    syncFolderOf(file);
    return previous;
  } finally {
    held?.close();
  }
}

function removeParts(aside: string): void {
  if (!existsSync(dirname(aside))) return;
  for (const name of readdirSync(dirname(aside)))
    if (name.startsWith(basename(aside))) rmSync(join(dirname(aside), name), { force: true });
}

/**
 * Puts a backup in the place of the database at `url`. The backup is copied beside it, brought to this program's schema and read
 * in full; then one rename makes it the database. Whenever the program is killed, the old database stands there, or the new one.
 * The old one is kept beside it under the moment of its end. Throws `CopyRefused` where nothing was changed.
 */
export async function restore(url: string, backup: string): Promise<Restored> {
  if (isPostgres(url)) throw new CopyRefused('This fund is kept on PostgreSQL: restore it with pg_restore');
  const file = filePath(url);
  const aside = `${file}.${randomUUID()}.part`;
  try {
    await inspect(backup, file);
    mkdirSync(dirname(file), { recursive: true });
    copyFileSync(backup, aside);
    const facts = await prepare(aside, backup);
    return { ...facts, previous: putInPlace(aside, file) };
  } finally {
    removeParts(aside);
  }
}
