import { CONTRIBUTION_COLUMNS } from '../files/contribution-columns.ts';
import { ENTRY_COLUMNS, type EntryColumn, EXTRA_ENTRY_COLUMNS } from '../features/imports/entry-columns.ts';

type Cells<C extends string> = Partial<Record<C, string>>;

function csv<C extends string>(columns: readonly C[], rows: readonly Cells<C>[]): string {
  const quoted = (text: string): string => (/[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = rows.map((row) => columns.map((column) => quoted(row[column] ?? '')).join(','));
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}

const GOOD: Cells<(typeof CONTRIBUTION_COLUMNS)[number]> = {
  contributor: 'Aurelia',
  contributor_type: 'country',
  country: 'IS',
  status: 'received',
  currency: 'USD',
  amount: '100.00',
  effective_on: '2026-01-15',
};

/** A contributions file: rows that are good but for what each changes. */
export const contributionsCsv = (...rows: readonly Cells<(typeof CONTRIBUTION_COLUMNS)[number]>[]): string =>
  csv(
    CONTRIBUTION_COLUMNS,
    rows.map((row, index) => ({ ...GOOD, reference: `R-${index + 1}`, ...row })),
  );

/** An entries file of the contract's own columns; of the others, those that a row fills. */
export function entriesCsv(...rows: readonly Cells<EntryColumn>[]): string {
  const extras = EXTRA_ENTRY_COLUMNS.filter((column) => rows.some((row) => row[column] !== undefined));
  return csv(
    [...ENTRY_COLUMNS, ...extras],
    rows.map((row) => ({ effective_on: '2026-01-15', currency: 'USD', ...row })),
  );
}
