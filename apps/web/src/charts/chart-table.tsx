import { type CsvCell } from '../ui/csv.ts';
import { formatDecimalText } from '../ui/format.ts';
import { ScrollRegion } from '../ui/scroll-region.tsx';
import '../ui/data-table.css';

/** The exact figures of a chart: what its table shows and its CSV holds. */
export type ChartData = {
  readonly head: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
};

/** A cell as people read it; a number keeps every digit. */
export function shownCell(cell: CsvCell): string {
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
                      {shownCell(cell)}
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
