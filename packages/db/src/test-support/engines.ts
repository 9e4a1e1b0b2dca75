import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PGliteDialect, sql } from 'kysely';
import { afterAll, beforeAll, describe } from 'vitest';
import type { Engine } from '../engine.ts';
import { type Database, openDatabase, openWithPostgresDialect } from '../open-database.ts';

const [INT8, TEXT, NUMERIC] = [20, 25, 1700];

/** Gives empty, migrated databases of one engine, one after the other; the one before is gone. */
export type Bench = { readonly engine: Engine; fresh(): Promise<Database> };

type Workshop = { fresh(): Promise<Database>; close(): Promise<void> };

/** SQLite: a copy of a file that was migrated once. */
async function sqliteWorkshop(): Promise<Workshop> {
  // Where the system keeps files in memory, no test waits for a disk.
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'fund-db-'));
  const template = join(folder, 'template.db');
  await (await openDatabase(`file:${template}`)).close();
  let count = 0;
  let last: Database | null = null;
  return {
    async fresh() {
      await last?.close();
      count += 1;
      const file = join(folder, `${count}.db`);
      copyFileSync(template, file);
      last = await openDatabase(`file:${file}`);
      return last;
    },
    async close() {
      await last?.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** PostgreSQL compiled to WASM: one server, whose tables are emptied. Whole numbers arrive as bigint. */
async function postgresWorkshop(): Promise<Workshop> {
  const server = await PGlite.create({
    parsers: { [INT8]: BigInt, [NUMERIC]: BigInt },
    // As pg does: a bound value whose type the query leaves open travels as text.
    serializers: { [TEXT]: String },
  });
  // Kysely closes what it was given; this server serves several databases.
  const lent = {
    ready: true,
    closed: false,
    waitReady: server.waitReady,
    query: server.query.bind(server),
    transaction: server.transaction.bind(server),
    close: () => Promise.resolve(),
  };
  return {
    async fresh() {
      const { rows } = await server.query<{ name: string }>(
        `select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'kysely%'`,
      );
      const empty = rows.map(({ name }) => `delete from "${name}";`).join('');
      await server.exec(`set session_replication_role = replica; ${empty} set session_replication_role = origin`);
      return openWithPostgresDialect(new PGliteDialect({ pglite: lent }));
    },
    close: () => server.close(),
  };
}

/** Runs the same tests on both engines. */
export function onBothEngines(name: string, tests: (bench: Bench) => void): void {
  describe.each(['sqlite', 'postgres'] as const)(`${name} (%s)`, (engine) => {
    let workshop: Workshop | null = null;
    beforeAll(async () => {
      workshop = engine === 'sqlite' ? await sqliteWorkshop() : await postgresWorkshop();
    });
    afterAll(() => workshop?.close());
    tests({
      engine,
      fresh() {
        if (workshop === null) throw new Error('The workshop is not open yet');
        return workshop.fresh();
      },
    });
  });
}

/** Does by force what the program cannot: the guards of append-only tables are gone. */
export async function disarm(db: Database): Promise<void> {
  if (db.engine === 'postgres') {
    await sql`set session_replication_role = replica`.execute(db.write);
    return;
  }
  const { rows } = await sql<{ name: string }>`select name from sqlite_master where type = 'trigger'`.execute(db.write);
  for (const { name } of rows) await sql`drop trigger ${sql.ref(name)}`.execute(db.write);
  await sql`pragma foreign_keys = off`.execute(db.write);
  await sql`pragma ignore_check_constraints = on`.execute(db.write);
}
