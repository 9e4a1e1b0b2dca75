import './data-table.css';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { fileNameAt, useStandpoint } from '../app/standpoint.ts';
import { type CsvCell, saveCsv } from './csv.ts';
import { ScrollRegion } from './scroll-region.tsx';

export type Column<Row> = {
  readonly key: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** What the CSV holds: exact, in full. */
  readonly csv: (row: Row) => CsvCell;
  /** Figures stand at the right. */
  readonly align?: 'end';
  /** The column that names the row. */
  readonly rowHead?: boolean;
  /** Value of `sort` in the address; without it the column does not sort. */
  readonly sort?: string;
  readonly total?: ReactNode;
  /** What only the CSV tells, after this column: a currency, a code. */
  readonly inCsvToo?: readonly { readonly head: string; readonly csv: (row: Row) => CsvCell }[];
};

type Order = { readonly by: string; readonly direction: 'asc' | 'desc' };
type Paging = { readonly page: number; readonly pageSize: number; readonly rowCount: number };

type DataTableProps<Row> = {
  /** What the table holds, with unit and basis. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly order?: Order;
  readonly paging?: Paging;
  /** Rows of every page, where they are at hand: what the CSV then holds. */
  readonly allRows?: readonly Row[];
  /** Words for the row of totals; shown when a column has a total. */
  readonly totalLabel?: string;
  /** Name of the CSV file, without its ending. */
  readonly fileName: string;
};

/** A real table: caption, scopes, sorted by the server through the address, totals at its foot, CSV of its rows. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  order,
  paging,
  allRows = rows,
  totalLabel,
  fileName,
}: DataTableProps<Row>) {
  const file = fileNameAt(fileName, useStandpoint());
  return (
    <div className="data-table">
      <ScrollRegion className="data-table__scroll" label={caption}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <HeadCell key={column.key} column={column} order={order} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.length === 0 ? (
              <tr>
                <td colSpan={columns.length} className="soft">{t`none`}</td>
              </tr>
            ) : null}
            {rows.map((row) => (
              <tr key={rowKey(row)}>
                {columns.map((column) => (
                  <BodyCell key={column.key} column={column} row={row} />
                ))}
              </tr>
            ))}
          </tbody>
          {totalLabel === undefined || rows.length === 0 ? null : <Totals columns={columns} label={totalLabel} />}
        </table>
      </ScrollRegion>
      <div className="data-table__foot">
        {paging === undefined ? (
          <span>{plural(rows.length, { one: '# row', other: '# rows' })}</span>
        ) : (
          <Pages paging={paging} />
        )}
        <Button look="quiet" onClick={() => saveTable(file, columns, allRows)}>
          <Trans>Download CSV</Trans>
        </Button>
      </div>
    </div>
  );
}

function saveTable<Row>(fileName: string, columns: readonly Column<Row>[], rows: readonly Row[]): void {
  const saved = columns.flatMap((column) => [column, ...(column.inCsvToo ?? [])]);
  saveCsv(
    fileName,
    saved.map((column) => column.head),
    rows.map((row) => saved.map((column) => column.csv(row))),
  );
}

const endClass = (align: 'end' | undefined): string | undefined => (align === 'end' ? 'data-table__end' : undefined);

/** Keeps the rest of the address; the routes check what comes out. */
function changed(change: Record<string, unknown>): never {
  return ((before: Record<string, unknown>) => ({ ...before, ...change })) as never;
}

function HeadCell<Row>({ column, order }: { readonly column: Column<Row>; readonly order: Order | undefined }) {
  if (column.sort === undefined || order === undefined) {
    return (
      <th scope="col" className={endClass(column.align)}>
        {column.head}
      </th>
    );
  }
  const active = order.by === column.sort;
  // Figures are first wanted largest first, words from A.
  const first = column.align === 'end' ? 'desc' : 'asc';
  const next = active ? (order.direction === 'asc' ? 'desc' : 'asc') : first;
  return (
    <th
      scope="col"
      className={endClass(column.align)}
      aria-sort={active ? (order.direction === 'asc' ? 'ascending' : 'descending') : undefined}
    >
      <Link
        to="."
        search={changed({ sort: column.sort, direction: next, page: undefined, beside: undefined, toward: undefined })}
        className="data-table__sort"
        resetScroll={false}
      >
        {column.head}
      </Link>
    </th>
  );
}

function BodyCell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  if (column.rowHead === true) {
    return <th scope="row">{column.cell(row)}</th>;
  }
  return <td className={endClass(column.align)}>{column.cell(row)}</td>;
}

function Totals<Row>({ columns, label }: { readonly columns: readonly Column<Row>[]; readonly label: string }) {
  return (
    <tfoot>
      <tr>
        {columns.map((column, index) =>
          index === 0 ? (
            <th key={column.key} scope="row">
              {label}
            </th>
          ) : (
            <td key={column.key} className={endClass(column.align)}>
              {column.total}
            </td>
          ),
        )}
      </tr>
    </tfoot>
  );
}

function Pages({ paging: { page, pageSize, rowCount } }: { readonly paging: Paging }) {
  const pages = Math.max(1, Math.ceil(rowCount / pageSize));
  const [from, to] = [rowCount === 0 ? 0 : (page - 1) * pageSize + 1, Math.min(page * pageSize, rowCount)];
  return (
    <nav className="data-table__pages" aria-label={t`Pages`}>
      <span>
        <Trans>
          {from}–{to} of {rowCount}
        </Trans>
      </span>
      {page > 1 ? (
        <Link to="." search={changed({ page: page - 1 })}>
          <Trans>Previous</Trans>
        </Link>
      ) : null}
      {page < pages ? (
        <Link to="." search={changed({ page: page + 1 })}>
          <Trans>Next</Trans>
        </Link>
      ) : null}
    </nav>
  );
}
