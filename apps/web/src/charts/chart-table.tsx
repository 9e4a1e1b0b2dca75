import { BOOK_CURRENCY } from '@dcc/domain/currency';
import type { EntryFilter } from '../api/views.ts';
import { type CsvCell } from '../ui/csv.ts';
import { FigureLink } from '../ui/figure-link.tsx';
import { formatDecimalText } from '../ui/format.ts';
import { MadeButton, type MadeFigure } from '../ui/made-figure.tsx';
import { ScrollRegion } from '../ui/scroll-region.tsx';
import '../ui/data-table.css';

/** What a figure of a chart opens: the entries that it is the sum of (US dollars), or what it is made of. */
type Opens = { readonly entries: EntryFilter | null } | { readonly made: () => MadeFigure };

/** A cell of a chart's table: as it leaves the program, and what it opens here. */
export type ChartCell = CsvCell | { readonly number: string; readonly opens: Opens };

/** The exact figures of a chart: what its table shows and its CSV holds. */
export type ChartData = {
  readonly head: readonly string[];
  readonly rows: readonly (readonly ChartCell[])[];
};

/** A cell as people read it; a number keeps every digit. */
export function shownCell(cell: ChartCell): string {
  return typeof cell === 'string' ? cell : formatDecimalText(cell.number);
}

/** A chart as a table, for those who would rather read. */
export function ChartTable({ caption, data }: { readonly caption: string; readonly data: ChartData }) {
  const isFigure = (index: number) => typeof data.rows[0]?.[index] === 'object';
  return (
    <div className="data-table">
      <ScrollRegion className="data-table__scroll" label={caption}>
        <table>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              {data.head.map((head, index) => (
                <th key={head} scope="col" className={isFigure(index) ? 'data-table__end' : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row) => (
              <tr key={row.map((cell) => shownCell(cell)).join(' ')}>
                {row.map((cell, index) =>
                  index === 0 ? (
                    <th key={data.head[index]} scope="row">
                      {shownCell(cell)}
                    </th>
                  ) : (
                    <td key={data.head[index]} className={typeof cell === 'string' ? undefined : 'data-table__end'}>
                      <Cell cell={cell} />
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}

function Cell({ cell }: { readonly cell: ChartCell }) {
  if (typeof cell === 'string' || !('opens' in cell)) return shownCell(cell);
  const { number, opens } = cell;
  if ('made' in opens)
    return (
      <MadeButton figure={opens.made}>
        <span className="number">{formatDecimalText(number)}</span>
      </MadeButton>
    );
  return (
    <FigureLink figure={{ amount: { amount: number, currency: BOOK_CURRENCY }, entries: opens.entries }} as="plain" />
  );
}
