import SqliteDatabase from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type DialectAdapter,
  type Driver,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';
import { KeepingConnection } from './kept-statements.ts';

/** Writes begin IMMEDIATE, so that what a transaction read still holds when it writes; a plain begin fails half-way with SQLITE_BUSY. */
class ImmediateDriver extends SqliteDriver {
  readonly #connection: KeepingConnection;
  constructor(database: SqliteDatabase.Database) {
    super({ database });
    this.#connection = new KeepingConnection(database);
  }
  override acquireConnection(): Promise<DatabaseConnection> {
    return Promise.resolve(this.#connection);
  }
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** SQLite keeps schema changes inside a transaction: a migration that fails half-way leaves nothing behind. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class ImmediateSqliteDialect extends SqliteDialect {
  readonly #database: SqliteDatabase.Database;
  constructor(database: SqliteDatabase.Database) {
    super({ database });
    this.#database = database;
  }
  override createDriver(): Driver {
    return new ImmediateDriver(this.#database);
  }
  override createAdapter(): DialectAdapter {
    return new TransactionalAdapter();
  }
}

/** Oldest SQLite without the bug that could lose a checkpoint when two connections wrote (sqlite.org/wal.html, fixed in 3.51.3). */
const OLDEST_SQLITE = [3, 51, 3] as const;

function assertSafeVersion(database: SqliteDatabase.Database): void {
  const version = database.prepare('select sqlite_version()').pluck().get() as string;
  const parts = version.split('.').map(Number);
  for (const [index, least] of OLDEST_SQLITE.entries()) {
    const part = parts[index] ?? 0;
    if (part > least) return;
    if (part < least)
      throw new Error(
        `SQLite ${version} is too old: ${OLDEST_SQLITE.join('.')} or newer is needed to keep acknowledged entries.`,
      );
  }
}

/** Opens a file (or `:memory:`) so that an acknowledged commit survives a power cut: WAL, synchronous=FULL, foreign keys on. */
export function openSqlite(file: string, mode: 'write' | 'read'): { dialect: Dialect; raw: SqliteDatabase.Database } {
  const raw = new SqliteDatabase(file, { readonly: mode === 'read', fileMustExist: mode === 'read', timeout: 20_000 });
  assertSafeVersion(raw);
  raw.defaultSafeIntegers(true);
  // SQLite's own knows the letters of ASCII only: nobody would find Österreich.
  raw.function('lower', { deterministic: true }, (text) => (typeof text === 'string' ? text.toLowerCase() : text));
  if (mode === 'write') {
    raw.pragma('journal_mode = WAL');
    raw.pragma('synchronous = FULL');
  }
  raw.pragma('foreign_keys = ON');
  raw.pragma('cache_size = -65536');
  if (raw.pragma('foreign_keys', { simple: true }) !== 1n) throw new Error('SQLite did not switch foreign keys on.');
  if (mode === 'write' && raw.pragma('synchronous', { simple: true }) !== 2n)
    throw new Error('SQLite did not switch synchronous=FULL on.');
  return { dialect: new ImmediateSqliteDialect(raw), raw };
}
