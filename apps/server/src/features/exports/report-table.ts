import type { Cell } from './csv-text.ts';
import type { ReportRequest } from './report.ts';

/** What stands in a column: words, a plain number, an amount with the decimals of its currency, or a day. */
export type ColumnKind = 'text' | 'number' | 'amount' | 'date';

export type TableColumn = { readonly name: string; readonly kind: ColumnKind };

/** What a report is, for whoever finds it alone: label and words. */
export type About = readonly (readonly [label: string, words: string])[];

/** A report as rows under the names that its CSV has; they come page by page. */
export type ReportTable = {
  readonly title: string;
  /** Of its sheet in a workbook. */
  readonly name: string;
  readonly about: About;
  readonly columns: readonly TableColumn[];
  readonly pages: AsyncIterable<readonly (readonly Cell[])[]>;
};

/** Columns in the order of a CSV, with the kinds of those that are not words. */
export function columnsOf<N extends string>(
  names: readonly N[],
  kinds: { readonly [K in Exclude<ColumnKind, 'text'>]?: readonly N[] },
): TableColumn[] {
  const kindOf = new Map<N, ColumnKind>();
  for (const kind of ['number', 'amount', 'date'] as const)
    for (const name of kinds[kind] ?? []) kindOf.set(name, kind);
  return names.map((name) => ({ name, kind: kindOf.get(name) ?? 'text' }));
}

/** What every report says of itself. `basis` says what its figures count. */
export function aboutOf({ fundName, standpoint, knownOn }: ReportRequest, basis: string, more: About = []): About {
  return [
    ['Fund', fundName],
    ['As of', standpoint.asOf],
    ['As known on', knownOn],
    ...more,
    ['Basis', basis],
    ['Currency', 'US dollars; what was promised or paid in another currency names it'],
  ];
}

/** Rows that are all there at once, as one page. */
export async function* onePage<T>(rows: readonly T[]): AsyncIterable<readonly T[]> {
  yield rows;
}
