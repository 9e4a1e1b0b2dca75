import { randomUUID } from 'node:crypto';
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { Kysely, sql } from 'kysely';
import { copyMode, fileHash, nameNewFile, syncFile, syncFolderOf } from './durable-file.ts';
import { type Head, verifyDatabase } from './integrity-checks.ts';
import type { Database } from './open-database.ts';
import { openSqlite } from './sqlite-dialect.ts';
import { findFund } from './stores/fund-store.ts';
import type { Tables } from './tables.ts';

/** A backup or a restoration that cannot be: why, in words to which “; nothing was changed.” can be added. */
export class CopyRefused extends Error {}

/** What a copy holds. */
export type CopyFacts = { readonly fund: string; readonly head: Head };

/** The file beside a backup that holds its checksum, as `sha256sum` writes and checks it. */
export const checksumFile = (backup: string): string => `${backup}.sha256`;

/** Opens a file without ever writing to it. */
function openCopy(file: string): Database {
  const { dialect } = openSqlite(file, 'read');
  const db = new Kysely<Tables>({ dialect });
  return { engine: 'sqlite', read: db, write: db, close: () => db.destroy() };
}

/** Reads a fund in full and returns what it holds. Throws where it is not whole. */
export async function checkCopy(db: Database, name: string): Promise<CopyFacts> {
  const fund = await findFund(db.read);
  if (fund === null) throw new CopyRefused(`${name} holds no fund`);
  const { findings, head } = await verifyDatabase(db);
  const [first] = findings;
  if (first !== undefined) throw new CopyRefused(`${name} does not hold: ${first.rule}: broken at ${first.detail}`);
  return { fund: fund.name, head };
}

/** Lets nobody read a copy who may not read the database. */
async function shareNoMore(db: Database, aside: string): Promise<void> {
  const { rows } = await sql<{ file: string }>`select file from pragma_database_list where name = 'main'`.execute(
    db.read,
  );
  const [main] = rows;
  if (main !== undefined && main.file !== '') copyMode(main.file, aside);
}

async function copyInto(db: Database, aside: string): Promise<CopyFacts> {
  // An empty file of our own first: SQLite would make one that everybody may read.
  writeFileSync(aside, '', { flag: 'wx', mode: 0o600 });
  await sql`vacuum into ${aside}`.execute(db.read);
  await shareNoMore(db, aside);
  const copy = openCopy(aside);
  try {
    return await checkCopy(copy, 'The database');
  } finally {
    await copy.close();
  }
}

/** Writes the checksum aside and gives it its name whole: half of one would call a good backup damaged. */
function noteChecksum(aside: string, target: string, hash: string): void {
  writeFileSync(aside, `${hash}  ${basename(target)}\n`, { flag: 'wx' });
  syncFile(aside);
  renameSync(aside, checksumFile(target));
  syncFolderOf(target);
}

/**
 * Writes a consistent copy of the database to a new file while others go on writing to it: made beside its place, read in full,
 * on the disk, and only then named. Its checksum stands beside it, so that a copy that was damaged later is known.
 */
export async function backUp(db: Database, target: string): Promise<CopyFacts> {
  if (db.engine !== 'sqlite') throw new CopyRefused('This fund is kept on PostgreSQL: back it up with pg_dump');
  const taken = `The file ${target} is there already`;
  if (existsSync(target)) throw new CopyRefused(taken);
  if (!existsSync(dirname(target))) throw new CopyRefused(`There is no folder ${dirname(target)}`);
  const aside = `${target}.${randomUUID()}.part`;
  try {
    const facts = await copyInto(db, aside);
    syncFile(aside);
    const hash = await fileHash(aside);
    if (!nameNewFile(aside, target)) throw new CopyRefused(taken);
    noteChecksum(aside, target, hash);
    return facts;
  } finally {
    rmSync(aside, { force: true });
  }
}
