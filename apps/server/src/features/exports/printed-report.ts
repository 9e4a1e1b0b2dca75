import type { Readable } from 'node:stream';
import { formatDecimal, type Money } from '@dcc/domain/money';
import { type Look, newPen, PAPER, type Pen } from './printed-text.ts';
import type { About } from './report-table.ts';
import type { ReportBytes, ReportRequest } from './report.ts';

/** A column on paper: its width in points; in a column of figures they stand one under the other. */
export type PrintedColumn = { readonly head: string; readonly width: number; readonly figures?: boolean };
/** A row on paper. A strong one is a total, or the name of a part; a heading is strong, and its words may take several lines. */
export type PrintedRow = { readonly cells: readonly string[]; readonly as?: 'strong' | 'heading' };
export type PrintedTable = {
  readonly columns: readonly PrintedColumn[];
  readonly pages: AsyncIterable<readonly PrintedRow[]>;
};
/** A report on A4. Its tables follow each other, each with its heading on every page. */
export type PrintedReport = {
  readonly title: string;
  readonly about: About;
  readonly landscape: boolean;
  readonly tables: readonly PrintedTable[];
};

/** More than anybody prints. The pages are held until it is known how many they are, about a megabyte each. */
const MOST_PAGES = 1000;

const MARGIN = 36;
const GAP = 8;
const LINE = 10;
const PAD = 3;
const LABEL = 80;
const TITLE: Look = { size: 16, strong: true };
const PLAIN: Look = { size: 8, strong: false };
const STRONG: Look = { size: 8, strong: true };
const FAINT = '#c8c8c8';
const INK = '#000000';

/** What the columns of a page share: the paper without its margins, in points. */
export const printedWidth = (landscape: boolean): number => (landscape ? PAPER.long : PAPER.short) - 2 * MARGIN;

const GROUPED = new Intl.NumberFormat('en');

/** A decimal as people read it: to the last figure, in groups of three, with a true minus. */
export function printedDecimal(text: string): string {
  const [, minus = '', whole = '', rest = ''] = /^(-?)(\d+)(.*)$/u.exec(text) ?? [];
  return `${minus === '' ? '' : '−'}${GROUPED.format(BigInt(whole))}${rest}`;
}

export const printedAmount = (amount: Money | null): string =>
  amount === null ? '' : printedDecimal(formatDecimal(amount));

/** A name that programs read, in words: `duty_station`, `bankCharges`. */
export function inWords(name: string): string {
  const words = name
    .replace('subTotal', 'subtotal')
    .replaceAll(/_|(?=[A-Z])/gu, ' ')
    .toLowerCase();
  return (words.charAt(0).toUpperCase() + words.slice(1)).replace(/\busd\b/u, 'USD');
}

/** One line that ends at `right`; what does not fit is written smaller, so that no figure is lost. */
function writeFigures(pen: Pen, text: string, right: number, width: number, y: number, look: Look): void {
  const wide = pen.widthOf(text, look);
  const fit = Math.min(1, width / wide);
  pen.write(text, right - wide * fit, y, { ...look, size: look.size * fit });
}

/** Writes a report on the pages of a pen, from top to bottom. */
function paperOf(pen: Pen, landscape: boolean) {
  const bottom = (landscape ? PAPER.short : PAPER.long) - MARGIN - 2 * LINE;
  const width = printedWidth(landscape);
  let y = bottom;

  function rule(colour: string): void {
    pen.doc
      .lineWidth(0.5)
      .strokeColor(colour)
      .moveTo(MARGIN, y)
      .lineTo(MARGIN + width, y)
      .stroke();
  }

  /** Begins a page, with `head` on it, where the next `height` points have no room on this one. */
  function makeRoom(height: number, head: () => void): void {
    if (y + height <= bottom) return;
    if (pen.doc.bufferedPageRange().count === MOST_PAGES)
      throw new Error('A report on paper has room for 1,000 pages, and this one has more: write it as xlsx or csv.');
    pen.doc.addPage();
    y = MARGIN;
    head();
  }

  /** A row, kept together where a page has room for it. */
  function row(columns: readonly PrintedColumn[], { cells, as }: PrintedRow, head: () => void): void {
    const look = as === undefined ? PLAIN : STRONG;
    const wrapped = columns.map((column, index) => {
      const text = cells[index] ?? '';
      return column.figures === true && as !== 'heading' ? [text] : pen.wrap(text, column.width - GAP, look);
    });
    const height = Math.max(...wrapped.map((lines) => lines.length));
    makeRoom(Math.min(height * LINE + PAD, bottom - MARGIN - 4 * LINE), head);
    for (let line = 0; line < height; line += 1) {
      makeRoom(LINE, head);
      y += LINE;
      let x = MARGIN;
      for (const [index, column] of columns.entries()) {
        const text = wrapped[index]?.[line] ?? '';
        const inner = column.width - GAP;
        if (column.figures === true) writeFigures(pen, text, x + column.width, inner, y, look);
        else pen.write(text, x, y, look);
        x += column.width;
      }
    }
    y += PAD;
    rule(FAINT);
  }

  const nothing = (): void => undefined;

  return {
    heading({ title, about }: PrintedReport): void {
      makeRoom(bottom, nothing);
      y += TITLE.size;
      pen.write(title, MARGIN, y, TITLE);
      y += GAP;
      for (const [label, words] of about) {
        const lines = pen.wrap(words, width - LABEL, PLAIN);
        for (const [index, line] of lines.entries()) {
          y += LINE;
          if (index === 0) pen.write(label, MARGIN, y, STRONG);
          pen.write(line, MARGIN + LABEL, y, PLAIN);
        }
      }
    },
    async table({ columns, pages }: PrintedTable): Promise<void> {
      const head = (): void => {
        row(columns, { cells: columns.map((column) => column.head), as: 'heading' }, nothing);
        rule(INK);
      };
      y += 1.5 * GAP;
      makeRoom(6 * LINE, nothing);
      head();
      for await (const rows of pages) for (const each of rows) row(columns, each, head);
    },
    /** The foot of every page, when it is known how many they are. */
    feet(words: string): void {
      const { count } = pen.doc.bufferedPageRange();
      y = bottom + LINE;
      for (let page = 0; page < count; page += 1) {
        pen.doc.switchToPage(page);
        writeFigures(
          pen,
          words,
          MARGIN + Math.min(pen.widthOf(words, PLAIN), width - LABEL),
          width - LABEL,
          y + LINE,
          PLAIN,
        );
        writeFigures(pen, `Page ${page + 1} of ${count}`, MARGIN + width, LABEL, y + LINE, PLAIN);
      }
    },
  };
}

/** A report as a PDF document. */
export async function* printedReport(report: PrintedReport, request: ReportRequest): ReportBytes {
  const { fundName, standpoint, knownOn } = request;
  const pen = await newPen(
    { title: `${report.title}, ${fundName}`, author: fundName, on: new Date(knownOn) },
    report.landscape,
  );
  const paper = paperOf(pen, report.landscape);
  paper.heading(report);
  for (const table of report.tables) await paper.table(table);
  paper.feet(`${fundName}: ${report.title}, as of ${standpoint.asOf}, as known on ${knownOn}`);
  pen.doc.end();
  // The types of the library know of an older kind of stream.
  yield* pen.doc as unknown as Readable as AsyncIterable<Uint8Array>;
}
