/** A cell of a table that leaves the program: words, or an exact number. */
export type CsvCell = string | { readonly number: string };

// A spreadsheet would run a text that begins like a formula.
const FORMULA_START = /^[=+\-@\t\r]/u;

function cellText(cell: CsvCell): string {
  const text = typeof cell === 'string' ? (FORMULA_START.test(cell) ? `'${cell}` : cell) : cell.number;
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** CSV by RFC 4180, numbers as plain decimals. */
export function toCsv(head: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return [head, ...rows]
    .map((row) => row.map((cell) => cellText(cell)).join(','))
    .join('\r\n')
    .concat('\r\n');
}

/** Hands a file to the browser to save. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own reference by the time the page is idle again.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Saves a table as CSV with a byte-order mark, so that spreadsheets read accents. */
export function saveCsv(name: string, head: readonly string[], rows: readonly (readonly CsvCell[])[]): void {
  saveFile(`${name}.csv`, `\ufeff${toCsv(head, rows)}`, 'text/csv;charset=utf-8');
}
