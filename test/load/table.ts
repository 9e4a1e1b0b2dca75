import type { Timing } from './measure.ts';

/** One line of the table: what was measured, the bare statement beside it, and the limit where there is one. */
export type Line = {
  readonly section: string;
  readonly what: string;
  /** Postings in the ledger, rows of the file, or proposals of the round. */
  readonly size: number;
  readonly program: string;
  readonly bare: string;
  /** What is compared, as a number and in words. */
  readonly ratio: number | null;
  readonly limit: string;
  readonly kept: boolean | null;
  /** What the numbers above were taken from. */
  readonly measured: Readonly<Record<string, Timing | number>>;
};

/** Milliseconds: the median, with the shortest and the longest. */
export function ms({ median, min, max }: Timing): string {
  const digits = median < 10 ? 2 : median < 100 ? 1 : 0;
  return `${median.toFixed(digits)} ms (${min.toFixed(digits)}–${max.toFixed(digits)})`;
}

const HEADINGS = ['what', 'size', 'program', 'bare SQLite', 'ratio', 'limit', ''] as const;

function cells(line: Line): string[] {
  return [
    line.what,
    line.size.toLocaleString('en'),
    line.program,
    line.bare,
    line.ratio === null ? '' : line.ratio.toFixed(2),
    line.limit,
    line.kept === null ? '' : line.kept ? 'kept' : 'NOT KEPT',
  ];
}

/** The lines as a table of Markdown, section by section. */
export function markdown(lines: readonly Line[]): string {
  const bySection = Map.groupBy(lines, ({ section }) => section);
  return [...bySection]
    .map(([section, own]) => {
      const rows = [[...HEADINGS], ...own.map(cells)];
      const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0), 3));
      const text = (row: readonly string[]): string =>
        `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
      const [heading = [], ...rest] = rows;
      const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
      return [`### ${section}`, '', text(heading), rule, ...rest.map(text)].join('\n');
    })
    .join('\n\n');
}
