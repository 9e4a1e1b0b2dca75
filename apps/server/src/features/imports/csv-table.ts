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

function parseRecords(text: string): string[][] {
  try {
    return parse(text, { bom: true, relax_column_count: true, max_record_size: LONGEST_RECORD, to: MOST_ROWS + 2 });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = typeof error['records'] === 'number' ? error['records'] + 1 : 1;
    const reasons: Partial<Record<string, string>> = {
      CSV_QUOTE_NOT_CLOSED: 'opens a quotation mark that is never closed',
      CSV_MAX_RECORD_SIZE: 'is longer than any real row',
    };
    throw new ImportRefused([{ row, field: 'row', reason: reasons[error.code] ?? 'is not well-formed CSV' }]);
  }
}

/**
 * Reads a CSV file (RFC 4180, UTF-8, with a heading) whose columns must be the named ones, in any order. Optional ones may be left
 * out: their cells are empty.
 */
export function readCsv<C extends string, O extends string = never>(
  text: string,
  columns: readonly C[],
  optional: readonly O[] = [],
): CsvRow<C | O>[] {
  const records = parseRecords(text).map((cells, index) => ({ row: index + 1, cells }));
  const heading = records[0]?.cells ?? [];
  const rows = records.slice(1).filter(({ cells }) => cells.length > 1 || cells[0] !== '');
  const missing = columns.filter((column) => !heading.includes(column));
  const known = new Set<string>([...columns, ...optional]);
  const unknown = heading.filter((name) => !known.has(name));
  const twice = heading.filter((name, index) => heading.indexOf(name) !== index);
  const problems = [
    ...missing.map((name) => ({ row: 1, field: name, reason: 'this column is missing from the heading' })),
    ...unknown.map((name) => ({ row: 1, field: name, reason: 'this column is not part of the format' })),
    ...twice.map((name) => ({ row: 1, field: name, reason: 'this column appears twice' })),
  ];
  if (problems.length > 0) throw new ImportRefused(problems);
  if (rows.length === 0)
    throw new ImportRefused([{ row: 1, field: 'file', reason: 'there is no row below the heading' }]);
  if (rows.length > MOST_ROWS)
    throw new ImportRefused([
      { row: MOST_ROWS + 1, field: 'file', reason: `more than ${MOST_ROWS} rows: split the file` },
    ]);
  const uneven = rows.filter(({ cells }) => cells.length !== heading.length);
  if (uneven.length > 0)
    throw new ImportRefused(
      uneven.map(({ row }) => ({ row, field: 'row', reason: 'has another number of fields than the heading' })),
    );
  const absent = optional.filter((name) => !heading.includes(name)).map((name) => [name, '']);
  return rows.map(({ row, cells }) => ({
    row,
    cells: Object.fromEntries([
      ...heading.map((name, index) => [name, (cells[index] ?? '').trim()]),
      ...absent,
    ]) as Record<C | O, string>,
  }));
}
