import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { EntryFilter, Money } from '../api/views.ts';
import { Change, type Changed, moneyChange } from './change.tsx';
import type { CsvCell } from './csv.ts';
import { type Column, DataTable } from './data-table.tsx';
import { FigureLink } from './figure-link.tsx';
import { formatDate, formatDecimalText } from './format.ts';
import { Section } from './section.tsx';

/** One figure of a page, and how it differs from the day the page is compared with; `null` where it had none then. */
export type ComparedRow = {
  readonly key: string;
  readonly words: string;
  readonly now: ReactNode;
  readonly csv: CsvCell;
  readonly changed: Changed | null;
};

/** An amount beside what it was. */
export function comparedMoney(
  { key, words }: Pick<ComparedRow, 'key' | 'words'>,
  now: Money,
  then: Money,
  entries: EntryFilter | null = null,
): ComparedRow {
  return {
    key,
    words,
    now: <FigureLink figure={{ amount: now, entries }} />,
    csv: { number: now.amount },
    changed: moneyChange(now, then),
  };
}

/** A count, or a number of days, beside what it was. */
export function comparedNumber(
  { key, words }: Pick<ComparedRow, 'key' | 'words'>,
  now: number,
  changed: Changed | null,
): ComparedRow {
  const text = formatDecimalText(String(now));
  return { key, words, now: <span className="number">{text}</span>, csv: { number: String(now) }, changed };
}

/** The figures of a page of pictures beside those of an earlier day, one in a line. */
export function ComparedSection({ on, rows }: { readonly on: string; readonly rows: readonly ComparedRow[] }) {
  const day = formatDate(on);
  return (
    <Section id="compared" title={<Trans>Compared with {day}</Trans>}>
      <DataTable
        caption={t`What the figures are, and what lies between them and those of ${day}`}
        columns={columns(on)}
        rows={rows}
        rowKey={({ key }) => key}
        fileName="compared"
      />
    </Section>
  );
}

function columns(on: string): Column<ComparedRow>[] {
  return [
    { key: 'what', head: t`Figure`, rowHead: true, cell: ({ words }) => words, csv: ({ words }) => words },
    { key: 'now', head: t`Now`, align: 'end', cell: ({ now }) => now, csv: ({ csv }) => csv },
    {
      key: 'change',
      head: t`Since then`,
      align: 'end',
      cell: ({ changed }) =>
        changed === null ? <span className="soft">–</span> : <Change on={on} changed={changed} />,
      csv: ({ changed }) => changed?.was ?? '',
    },
  ];
}
