import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type SqliteDatabase from 'better-sqlite3';
import { openDatabase } from '@dcc/db/open-database';
import { addMonths, type CalendarDate } from '@dcc/domain/calendar-date';
import { openBare } from './bare.ts';
import type { Line } from './table.ts';
import { beginWorld, firstMonth, WORLD } from './world.ts';

const ROOT = join(import.meta.dirname, '../..');

/** How the root's `fund` script starts the command line: flags of Node, then its file. */
function commandLine(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: { fund: string } };
  return scripts.fund.split(' ').slice(2);
}

/** Printed by the command itself when it ends: the most memory it ever held, in kilobytes. */
const TELL_MEMORY =
  'data:text/javascript,process.on("exit",()=>process.stderr.write(`most memory ${process.resourceUsage().maxRSS}\\n`))';
const MEMORY_LIMIT_MB = 400;
const RATE_LIMIT = 0.35;

/** Tables that an import of contributions fills, in an order in which every reference has its row. */
const FILLED = [
  'contributor',
  'pool',
  'contribution',
  'instalment',
  'journal_entry',
  'posting',
  'pending_certification',
  'kept_balance',
  'kept_total',
  'audit_event',
  'idempotency',
] as const;

/** A file of contributions as another program would write it: three stages, two currencies, two hundred givers, eight earmarks. */
export function contributionsFile(today: CalendarDate, rows: number): string {
  const begin = firstMonth(today);
  const lines = Array.from({ length: rows }, (_, index) => {
    const stage = ['received', 'signed', 'pledged'][index % 3];
    const amount = `${100 + index}.${String(index % 100).padStart(2, '0')}`;
    const month = addMonths(begin, index % (WORLD.months - 1)).slice(0, 8);
    const day = `${month}${String((index % 28) + 1).padStart(2, '0')}`;
    const currency = index % 4 === 1 ? 'CHF' : 'USD';
    return `Donor ${index % 200},ngo,,${stage},${currency},${amount},${day},,Earmark ${index % 8},BULK-${index},Row ${index}`;
  });
  return `contributor,contributor_type,country,status,currency,amount,effective_on,usd_amount,earmark,reference,description\n${lines.join('\n')}\n`;
}

async function beginFile(file: string, today: CalendarDate): Promise<void> {
  const db = await openDatabase(`file:${file}`);
  await beginWorld(db, today);
  await db.close();
}

/** Runs the real command in a process of its own. */
async function runImport(file: string, csv: string): Promise<{ seconds: number; megabytes: number }> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', TELL_MEMORY, ...commandLine(), 'import', 'contributions', csv], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], DATABASE_URL: `file:${file}` },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => (said += part));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const seconds = (performance.now() - started) / 1000;
  const kilobytes = /most memory (\d+)/u.exec(said)?.[1];
  if (code !== 0 || kilobytes === undefined) throw new Error(`The import ended with ${code}: ${said}`);
  return { seconds, megabytes: Number(kilobytes) / 1024 };
}

type Rows = { readonly table: string; readonly columns: readonly string[]; readonly rows: unknown[][] };

/** What was added to a table after its beginning, in the order in which it came. */
function addedRows(bare: SqliteDatabase.Database, table: string): Rows {
  const columns = bare.prepare(`select * from ${table} limit 0`).columns();
  const before = bare.prepare(`select count(*) from before.${table}`).pluck().get();
  const rows = bare.prepare(`select * from ${table} limit -1 offset ?`).raw().all(before) as unknown[][];
  return { table, columns: columns.map(({ name }) => name), rows };
}

/** The same rows by hand: one statement a table, prepared once, one transaction, the same indexes and triggers. */
function insertByHand(file: string, filled: readonly Rows[]): number {
  const bare = openBare(file);
  const started = performance.now();
  bare.transaction(() => {
    for (const { table, columns, rows } of filled) {
      const insert = bare.prepare(
        `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
      );
      for (const row of rows) insert.run(row);
    }
  })();
  const seconds = (performance.now() - started) / 1000;
  bare.close();
  return seconds;
}

/** Imports a file by the command line, and then inserts the rows it made by hand into a fund of the same beginning. */
export async function measureImport(folder: string, today: CalendarDate, rows: number): Promise<Line[]> {
  const [imported, byHand, csv] = ['imported.db', 'by-hand.db', 'contributions.csv'].map((name) => join(folder, name));
  if (imported === undefined || byHand === undefined || csv === undefined) throw new Error('Three files');
  writeFileSync(csv, contributionsFile(today, rows));
  await beginFile(imported, today);
  await beginFile(byHand, today);
  const { seconds, megabytes } = await runImport(imported, csv);
  const reader = openBare(imported);
  reader.prepare('attach ? as before').run(byHand);
  const filled = FILLED.map((table) => addedRows(reader, table));
  reader.close();
  const bareSeconds = insertByHand(byHand, filled);
  const count = filled.reduce((sum, table) => sum + table.rows.length, 0);
  const rate = (took: number): string =>
    `${took.toFixed(1)} s, ${Math.round(rows / took).toLocaleString('en')} a second`;
  return [
    {
      section: 'Importing contributions',
      what: `rows of a file, the start of the program included (${count.toLocaleString('en')} rows of tables)`,
      size: rows,
      program: rate(seconds),
      bare: rate(bareSeconds),
      ratio: bareSeconds / seconds,
      limit: `at least ${RATE_LIMIT}`,
      kept: bareSeconds / seconds >= RATE_LIMIT,
      measured: { seconds, bareSeconds },
    },
    {
      section: 'Importing contributions',
      what: 'the most memory the program held',
      size: rows,
      program: `${Math.round(megabytes)} MB`,
      bare: '',
      ratio: null,
      limit: `under ${MEMORY_LIMIT_MB} MB`,
      kept: megabytes < MEMORY_LIMIT_MB,
      measured: { megabytes },
    },
  ];
}
