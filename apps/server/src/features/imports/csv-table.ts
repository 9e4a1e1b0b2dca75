import { CsvError, parse } from 'csv-parse/sync';

/** One thing wrong with one row of an imported file. Row 1 is the heading. */
export type Problem = { readonly row: number; readonly field: string; readonly reason: string };

/** A file was refused: every bad row, and nothing written. */
export class ImportRefused extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(`${problems.length} problems`);
    this.name = 'ImportRefused';
    this.problems = problems;
  }
}

const MOST_ROWS = 200_000;
const LONGEST_RECORD = 20_000;

/** One row of a file: its cells by column, and its number as a spreadsheet counts, empty rows too. */
export type CsvRow<C extends string> = { readonly row: number; readonly cells: Record<C, string> };

/** How many lines a file has: about its rows, known before it is read. */
export function countLines(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function parseRecords(text: string, each: (cells: string[]) => void): void {
  let count = 0;
  try {
    parse(text, {
      bom: true,
      relax_column_count: true,
      max_record_size: LONGEST_RECORD,
      to: MOST_ROWS + 2,
      // Each record is dealt with as it is read and then let go: a large file is never all in memory cell by cell.
      on_record(cells: string[]) {
        count += 1;
        each(cells);
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const reasons: Partial<Record<string, string>> = {
      CSV_QUOTE_NOT_CLOSED: 'opens a quotation mark that is never closed',
      CSV_MAX_RECORD_SIZE: 'is longer than any real row',
    };
    const reason = reasons[error.code] ?? 'is not well-formed CSV';
    throw new ImportRefused([{ row: count + 1, field: 'row', reason }]);
  }
}

function headingProblems(
  heading: readonly string[],
  columns: readonly string[],
  optional: readonly string[],
): Problem[] {
  const missing = columns.filter((column) => !heading.includes(column));
  const known = new Set([...columns, ...optional]);
  const unknown = heading.filter((name) => !known.has(name));
  const twice = heading.filter((name, index) => heading.indexOf(name) !== index);
  return [
    ...missing.map((name) => ({ row: 1, field: name, reason: 'this column is missing from the heading' })),
    ...unknown.map((name) => ({ row: 1, field: name, reason: 'this column is not part of the format' })),
    ...twice.map((name) => ({ row: 1, field: name, reason: 'this column appears twice' })),
  ];
}

/**
 * Reads a CSV file (RFC 4180, UTF-8, with a heading) whose columns must be the named ones, in any order, and gives its rows one by
 * one. Optional columns may be left out: their cells are empty. A file whose form is wrong is refused at the end of it, so whoever
 * takes the rows must not have acted on them before.
 */
export function readCsv<C extends string, O extends string = never>(
  text: string,
  columns: readonly C[],
  optional: readonly O[],
  each: (row: CsvRow<C | O>) => void,
): { readonly rows: number } {
  let heading: readonly string[] | null = null;
  let problems: Problem[] = [];
  const uneven: Problem[] = [];
  let row = 0;
  let rows = 0;
  parseRecords(text, (cells) => {
    row += 1;
    if (heading === null) {
      heading = cells;
      problems = headingProblems(cells, columns, optional);
      return;
    }
    if (cells.length === 1 && cells[0] === '') return;
    rows += 1;
    if (cells.length !== heading.length)
      uneven.push({ row, field: 'row', reason: 'has another number of fields than the heading' });
    else if (problems.length === 0 && uneven.length === 0 && rows <= MOST_ROWS) {
      const named: Partial<Record<string, string>> = {};
      for (const name of optional) named[name] = '';
      for (const [index, name] of heading.entries()) named[name] = (cells[index] ?? '').trim();
      each({ row, cells: named as Record<C | O, string> });
    }
  });
  if (heading === null) problems = headingProblems([], columns, optional);
  if (problems.length > 0) throw new ImportRefused(problems);
  if (rows === 0) throw new ImportRefused([{ row: 1, field: 'file', reason: 'there is no row below the heading' }]);
  if (rows > MOST_ROWS)
    throw new ImportRefused([
      { row: MOST_ROWS + 1, field: 'file', reason: `more than ${MOST_ROWS} rows: split the file` },
    ]);
  if (uneven.length > 0) throw new ImportRefused(uneven);
  return { rows };
}
