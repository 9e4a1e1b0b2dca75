import { stringify } from 'csv-stringify/sync';

/** A cell of a CSV file: `null` is an empty one. */
export type Cell = string | number | null;

const NEGATIVE = /^-\d+(?:\.\d+)?$/u;

/**
 * Rows as CSV (RFC 4180). A spreadsheet that opens the file takes no text for a formula: such a text begins with an apostrophe. A
 * negative amount is a number and stays one.
 */
export function csvText(columns: readonly string[], rows: readonly (readonly Cell[])[], heading: boolean): string {
  return stringify([...(heading ? [columns] : []), ...rows] as Cell[][], {
    record_delimiter: '\r\n',
    escape_formulas: true,
    cast: { string: (text) => (NEGATIVE.test(text) ? { value: text, escape_formulas: false } : text) },
  });
}
