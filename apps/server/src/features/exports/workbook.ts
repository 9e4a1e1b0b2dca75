import { date, dayNumber } from '@dcc/domain/calendar-date';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Cell } from './csv-text.ts';
import type { ColumnKind, ReportTable } from './report-table.ts';
import type { ReportBytes } from './report.ts';
import { SHEET_END, sheetStart, STYLE, textCell, workbookParts } from './workbook-parts.ts';

/** Rows that a sheet of a spreadsheet has, its heading among them. */
const MOST_ROWS = 1_048_576;

/** Digits that a spreadsheet keeps of a number: it holds binary ones of double precision. */
const EXACT_DIGITS = 15;

/** What the second sheet says of the first. */
const FIGURES = `to the last figure of the ledger; one of more than ${EXACT_DIGITS} figures is a text, because a spreadsheet would round it`;

const NUMBER = /^-?\d+(?:\.(?<decimals>\d+))?$/u;

/** Spreadsheets count days from a calendar in which 29 February 1900 was one: before March of that year they disagree. */
const FIRST_DAY = '1900-03-01';

/** The day on which a file inside the workbook was written, in no time zone: always the same, so that the bytes are. */
const NO_DAY = new Date(1980, 0, 1);

const WIDTHS = { text: 24, number: 10, amount: 20, date: 12 } as const satisfies Record<ColumnKind, number>;

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The letters of a column, the first being 0. */
function lettersOf(column: number): string {
  const last = LETTERS.charAt(column % LETTERS.length);
  return column < LETTERS.length ? last : lettersOf(Math.floor(column / LETTERS.length) - 1) + last;
}

/** A number as the very digits of the ledger; one with more digits than a spreadsheet keeps is a text, so that none is lost. */
function numberCell(at: string, kind: ColumnKind, text: string): string {
  const { groups } = NUMBER.exec(text) ?? {};
  const digits = text.replaceAll(/\D/gu, '').replace(/^0+/u, '');
  if (digits.length > EXACT_DIGITS) return textCell(at, text, STYLE.longAmount);
  const style = kind === 'amount' ? STYLE.amount + (groups?.['decimals']?.length ?? 0) : STYLE.plain;
  return `<c r="${at}" s="${style}"><v>${text}</v></c>`;
}

function cellXml(at: string, kind: ColumnKind, cell: Cell): string {
  if (cell === null || cell === '') return '';
  const text = String(cell);
  if ((kind === 'amount' || kind === 'number') && NUMBER.test(text)) return numberCell(at, kind, text);
  if (kind === 'date' && text >= FIRST_DAY)
    return `<c r="${at}" s="${STYLE.day}"><v>${dayNumber(date(text)) + 2}</v></c>`;
  return textCell(at, text, STYLE.text);
}

/** A report as a workbook (Office Open XML): its rows in one sheet, what it is in another. It holds a page of rows at a time. */
export async function* workbook({ title, name, about, columns, pages }: ReportTable): ReportBytes {
  const done: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    done.push(piece);
  });
  const begin = (path: string): ZipDeflate => {
    const file = new ZipDeflate(path, { level: 6 });
    file.mtime = NO_DAY;
    zip.add(file);
    return file;
  };
  for (const [path, xml] of workbookParts(name, [['Report', title], ...about, ['Figures', FIGURES]]))
    begin(path).push(strToU8(xml), true);
  const sheet = begin('xl/worksheets/sheet1.xml');
  const placed = columns.map((column, index) => ({ ...column, letters: lettersOf(index) }));
  const widths = columns.map((column) => Math.max(WIDTHS[column.kind], column.name.length + 2));
  const head = placed.map((column) => textCell(`${column.letters}1`, column.name, STYLE.head));
  sheet.push(strToU8(`${sheetStart(widths, true)}<row r="1">${head.join('')}</row>`));
  let row = 1;
  for await (const page of pages) {
    if (row + page.length > MOST_ROWS)
      throw new Error('A spreadsheet has room for 1,048,575 rows, and this report has more: write it as csv.');
    const rows = page.map((cells) => {
      row += 1;
      const written = placed.map(({ letters, kind }, index) => cellXml(`${letters}${row}`, kind, cells[index] ?? null));
      return `<row r="${row}">${written.join('')}</row>`;
    });
    sheet.push(strToU8(rows.join('')));
    yield* done.splice(0);
  }
  sheet.push(strToU8(SHEET_END), true);
  zip.end();
  yield* done.splice(0);
}
