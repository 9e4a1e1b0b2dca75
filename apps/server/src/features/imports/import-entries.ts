import type { Reader } from '@dcc/db/open-database';
import { closedThrough } from '@dcc/db/stores/year-store';
import { type Context, today } from '../../use-case/context.ts';
import { RowReader } from './cells.ts';
import { type CsvRow, type Problem, readCsv } from './csv-table.ts';
import { ENTRY_COLUMNS, type EntryColumn, EXTRA_ENTRY_COLUMNS } from './entry-columns.ts';
import { readNames } from './entry-names.ts';
import { entryOfRow, noteSent } from './entry-recipes.ts';
import { readEntryRow } from './entry-row.ts';
import { type ImportAnswer, importFile, type ImportOptions, type ImportPlan } from './import-file.ts';
import { ratesInMemory } from './rates-in-memory.ts';
import { RunningBooks } from './running-books.ts';

async function plan(context: Context, db: Reader, text: string, options: ImportOptions): Promise<ImportPlan> {
  const records: CsvRow<EntryColumn>[] = [];
  readCsv(text, ENTRY_COLUMNS, EXTRA_ENTRY_COLUMNS, (record) => records.push(record));
  const rules = {
    names: await readNames(db, records),
    days: { today: today(context.shell), closedThrough: await closedThrough(db) },
    rateOf: await ratesInMemory(db),
  };
  const problems: Problem[] = [];
  const rows = records.flatMap((record, index) => {
    if (index % 1000 === 0) options.onProgress('check', index, records.length);
    return readEntryRow(new RowReader(record, problems), rules) ?? [];
  });
  const books = await RunningBooks.open(db);
  for (const row of rows) noteSent(row, books);
  const entries = rows.flatMap((row) => entryOfRow(row, books) ?? []);
  options.onProgress('check', records.length, records.length);
  return {
    rows: records.length,
    problems: problems.toSorted((a, b) => a.row - b.row),
    begin: () => Promise.resolve(),
    slice: (start, end) => ({ entries: entries.slice(start, end), save: () => Promise.resolve() }),
  };
}

/**
 * Imports movements of the fund from CSV: all rows, or none. What is not in US dollars is valued at the rate in force. Each row is
 * judged as if the rows before it were on record.
 */
export function importEntries(context: Context, text: string, options: ImportOptions): Promise<ImportAnswer> {
  return importFile(context, 'import entries', text, (db) => plan(context, db, text, options), options);
}
