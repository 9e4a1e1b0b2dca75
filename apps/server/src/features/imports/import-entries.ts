import type { Reader } from '@dcc/db/open-database';
import { closedThrough } from '@dcc/db/stores/year-store';
import { type Context, today } from '../../use-case/context.ts';
import { RowReader } from './cells.ts';
import { type CsvRow, type Problem, readCsv } from './csv-table.ts';
import { ENTRY_COLUMNS, type EntryColumn, EXTRA_ENTRY_COLUMNS } from './entry-columns.ts';
import { readNames } from './entry-names.ts';
import { entryOfRow, noteGround } from './entry-recipes.ts';
import { type EntryRow, readEntryRow } from './entry-row.ts';
import { type ImportAnswer, importFile, type ImportOptions, type ImportPlan } from './import-file.ts';
import { ratesInMemory } from './rates-in-memory.ts';
import { RunningBooks } from './running-books.ts';

/** The rows of a file whose cells are each right; what is wrong with the others is noted. */
async function readRows(
  context: Context,
  db: Reader,
  text: string,
  options: ImportOptions,
  problems: Problem[],
): Promise<{ count: number; rows: EntryRow[] }> {
  const records: CsvRow<EntryColumn>[] = [];
  readCsv(text, ENTRY_COLUMNS, EXTRA_ENTRY_COLUMNS, (record) => records.push(record));
  const rules = {
    names: await readNames(db, records),
    days: { today: today(context.shell), closedThrough: await closedThrough(db) },
    rateOf: await ratesInMemory(db),
  };
  const rows = records.flatMap((record, index) => {
    if (index % 1000 === 0) options.onProgress('check', index, records.length);
    return readEntryRow(new RowReader(record, problems), rules) ?? [];
  });
  return { count: records.length, rows };
}

/** The books before the first row of a file. */
async function booksBefore(context: Context, db: Reader, rows: readonly EntryRow[]): Promise<RunningBooks> {
  const books = await RunningBooks.open(db, today(context.shell));
  for (const row of rows) noteGround(row, books);
  return books;
}

async function plan(context: Context, db: Reader, text: string, options: ImportOptions): Promise<ImportPlan> {
  const problems: Problem[] = [];
  const { count, rows } = await readRows(context, db, text, options, problems);
  const checked = await booksBefore(context, db, rows);
  for (const row of rows) entryOfRow(row, checked);
  options.onProgress('check', count, count);
  // Made again when its turn has come, from the same beginning and in the same order: a large file is never all in memory as entries.
  const books = await booksBefore(context, db, rows);
  return {
    rows: count,
    problems: problems.toSorted((a, b) => a.row - b.row),
    begin: () => Promise.resolve(),
    slice: (start, end) => ({
      entries: rows.slice(start, end).flatMap((row) => entryOfRow(row, books) ?? []),
      save: () => Promise.resolve(),
    }),
  };
}

/**
 * Imports movements of the fund from CSV: all rows, or none. What is not in US dollars is valued at the rate in force. Each row is
 * judged as if the rows before it were on record.
 */
export function importEntries(context: Context, text: string, options: ImportOptions): Promise<ImportAnswer> {
  return importFile(context, 'import entries', text, (db) => plan(context, db, text, options), options);
}
