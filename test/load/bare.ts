import SqliteDatabase from 'better-sqlite3';

/** better-sqlite3 on the same file with the same settings, and nothing of the program. */
export function openBare(file: string): SqliteDatabase.Database {
  const bare = new SqliteDatabase(file);
  bare.defaultSafeIntegers(true);
  bare.pragma('journal_mode = WAL');
  bare.pragma('synchronous = FULL');
  bare.pragma('foreign_keys = ON');
  bare.pragma('cache_size = -65536');
  return bare;
}
