import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Dialect, Kysely } from 'kysely';
import type { Engine } from './engine.ts';
import { migrate, pendingMigrations } from './migrate.ts';
import { openPostgres } from './postgres-dialect.ts';
import { openSqlite } from './sqlite-dialect.ts';
import type { Tables } from './tables.ts';

/** Anything that can be read from: the open database or a transaction in it. */
export type Reader = Kysely<Tables>;

/** An open fund database. `read` and `write` are one thing on PostgreSQL and two connections on a file. */
export type Database = {
  readonly engine: Engine;
  readonly read: Kysely<Tables>;
  readonly write: Kysely<Tables>;
  close(): Promise<void>;
};

const WRONG_ADDRESS = 'DATABASE_URL must begin with file: or postgres://';

/** Whether an address names a fund on a PostgreSQL server. */
export function isPostgres(url: string): boolean {
  return /^postgres(?:ql)?:\/\//u.test(url);
}

/** The file that a `file:` address names. Throws a plain message for an address of another kind. */
export function filePath(url: string): string {
  if (!url.startsWith('file:')) throw new Error(WRONG_ADDRESS);
  return url.slice('file:'.length).replace(/^\/\/(?=\/)/u, '');
}

/** Whether an address names a file that is there. A server is asked by opening it. */
export function databaseExists(url: string): boolean {
  return !url.startsWith('file:') || filePath(url) === ':memory:' || existsSync(filePath(url));
}

/** A copy of the file before its schema changes, beside it and named by the moment. */
async function backUpBeforeMigration(
  file: string,
  write: Kysely<Tables>,
  raw: ReturnType<typeof openSqlite>['raw'],
): Promise<void> {
  if ((await pendingMigrations(write, 'sqlite')) === 0) return;
  const stamp = new Date().toISOString().replaceAll(/[:.]/gu, '-');
  raw.prepare('VACUUM INTO ?').run(`${file}.before-migration-${stamp}`);
}

/** Runs the first work on a connection, and lets go of it where that fails. */
async function orClose(db: Kysely<Tables>, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

async function openFile(url: string): Promise<Database> {
  const file = filePath(url);
  if (file === ':memory:') {
    const db = new Kysely<Tables>({ dialect: openSqlite(file, 'write').dialect });
    await migrate(db, 'sqlite');
    return { engine: 'sqlite', read: db, write: db, close: () => db.destroy() };
  }
  const existed = existsSync(file);
  mkdirSync(dirname(file), { recursive: true });
  const writer = openSqlite(file, 'write');
  const write = new Kysely<Tables>({ dialect: writer.dialect });
  await orClose(write, async () => {
    if (existed) await backUpBeforeMigration(file, write, writer.raw);
    await migrate(write, 'sqlite');
  });
  const reader = openSqlite(file, 'read');
  const read = new Kysely<Tables>({ dialect: reader.dialect });
  return {
    engine: 'sqlite',
    read,
    write,
    async close() {
      await read.destroy();
      // Kysely leaves open what it never used; the writer closes last, since only it can bring the -wal file home.
      reader.raw.close();
      await write.destroy();
    },
  };
}

/** Uses any Kysely dialect of PostgreSQL: the real server, or the one compiled into the tests. */
export async function openWithPostgresDialect(dialect: Dialect): Promise<Database> {
  const db = new Kysely<Tables>({ dialect });
  await orClose(db, () => migrate(db, 'postgres'));
  return { engine: 'postgres', read: db, write: db, close: () => db.destroy() };
}

/**
 * Opens and migrates the database at `file:PATH` or `postgres://…`.
 * Throws a plain message for any other address and for a database that is newer than this program.
 */
export async function openDatabase(url: string, options: { connections?: number } = {}): Promise<Database> {
  if (url.startsWith('file:')) return openFile(url);
  if (isPostgres(url)) return openWithPostgresDialect(openPostgres(url, options.connections ?? 10));
  throw new Error(WRONG_ADDRESS);
}
