import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyDatabase } from './integrity-checks.ts';
import { type Database, openDatabase } from './open-database.ts';
import { disarm } from './test-support/engines.ts';
import { beginWorkedFund, enterSome } from './test-support/worked-fund.ts';

let folder = '';
let file = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fund-tampering-'));
  file = join(folder, 'fund.db');
  const db = await openDatabase(`file:${file}`);
  await beginWorkedFund(db);
  await enterSome(db);
  await db.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

const LEDGER = ['journal_entry', 'posting'] as const;
type Row = Readonly<Record<string, string | bigint | null>>;

async function ledgerOf(db: Database): Promise<Row[]> {
  const tables = await Promise.all(
    LEDGER.map(
      async (table) => (await sql<Row>`select * from ${sql.table(table)} order by 1, 2`.execute(db.read)).rows,
    ),
  );
  return tables.flat();
}

/** The least change of a value: one letter of a text, one unit of a number, something where there was nothing. */
function altered(value: string | bigint | null): string | bigint {
  if (value === null) return 'x';
  if (typeof value === 'bigint') return value + 1n;
  return value === '' ? 'x' : `${value.slice(0, -1)}${value.endsWith('~') ? '!' : '~'}`;
}

/** Rows that name each row of a table. */
const keyOf = (table: (typeof LEDGER)[number], row: Row) =>
  table === 'journal_entry'
    ? sql`number = ${row['number']}`
    : sql`entry_number = ${row['entry_number']} and line = ${row['line']}`;

test('the least change of any field of any entry or posting is found', { timeout: 120_000 }, async () => {
  const copy = join(folder, 'fields.db');
  copyFileSync(file, copy);
  const db = await openDatabase(`file:${copy}`);
  await disarm(db);
  let tried = 0;
  const missed: string[] = [];
  for (const table of LEDGER) {
    const { rows } = await sql<Row>`select * from ${sql.table(table)}`.execute(db.read);
    for (const row of rows) {
      for (const [column, value] of Object.entries(row)) {
        const back = new Error('Take it back');
        const work = db.write.transaction().execute(async (tx) => {
          await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${altered(value)} where ${keyOf(table, row)}`.execute(
            tx,
          );
          const { findings } = await verifyDatabase({ ...db, read: tx, write: tx });
          if (findings.length === 0) missed.push(`${table}.${column}`);
          throw back;
        });
        // A column that holds numbers takes no text, and a key no second row: the file itself refuses.
        await work.catch((error: unknown) => {
          if (error !== back && !/cannot store|constraint|unique/iu.test(String(error))) throw error;
        });
        tried += 1;
      }
    }
  }
  await db.close();
  expect(missed).toEqual([]);
  expect(tried).toBeGreaterThan(250);
});

/** What became of a file of which one byte was changed. */
async function outcomeOf(
  flipped: string,
  intact: readonly Row[],
): Promise<'refused' | 'found' | 'harmless' | 'missed'> {
  let db: Database;
  try {
    db = await openDatabase(`file:${flipped}`);
  } catch {
    return 'refused';
  }
  try {
    const { findings } = await verifyDatabase(db);
    if (findings.length > 0) return 'found';
    return JSON.stringify(await ledgerOf(db), told) === JSON.stringify(intact, told) ? 'harmless' : 'missed';
  } catch {
    return 'found';
  } finally {
    await db.close().catch(() => undefined);
  }
}

const told = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value);

test('a changed byte of the file is found, or has changed no entry and no posting', { timeout: 300_000 }, async () => {
  const bytes = readFileSync(file);
  const opened = await openDatabase(`file:${file}`);
  const intact = await ledgerOf(opened);
  await opened.close();
  const flipped = join(folder, 'flipped.db');
  const counts = { refused: 0, found: 0, harmless: 0, missed: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: bytes.length - 1 }),
      fc.integer({ min: 1, max: 255 }),
      async (at, mask) => {
        const copy = Buffer.from(bytes);
        copy[at] = (copy[at] ?? 0) ^ mask;
        writeFileSync(flipped, copy);
        const outcome = await outcomeOf(flipped, intact);
        counts[outcome] += 1;
        for (const rest of ['-wal', '-shm']) rmSync(flipped + rest, { force: true });
        expect(outcome).not.toBe('missed');
      },
    ),
    { numRuns: 300, endOnFailure: true },
  );
  // The test would be blind if hardly any change mattered.
  expect(counts.refused + counts.found).toBeGreaterThan(15);
});
