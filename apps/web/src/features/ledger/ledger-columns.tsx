import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { EntryRow, Money } from '../../api/views.ts';
import { kindWord } from '../../app/state-words.ts';
import type { Column } from '../../ui/data-table.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { formatDate } from '../../ui/format.ts';
import { MoneyText } from '../../ui/money-text.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';

/** The columns of the list of entries; `total` is what the whole choice adds to its account. */
export function ledgerColumns(total: Money | null): Column<EntryRow>[] {
  return [
    {
      key: 'number',
      head: t`Entry`,
      sort: 'number',
      rowHead: true,
      cell: (row) => (
        <Link to="/ledger/$id" params={{ id: row.id }} className="number">
          {row.number}
        </Link>
      ),
      csv: (row) => ({ number: String(row.number) }),
    },
    {
      key: 'effective',
      head: t`Effective`,
      sort: 'date',
      cell: (row) => <DateText on={row.effectiveOn} />,
      csv: (row) => row.effectiveOn,
    },
    {
      key: 'what',
      head: t`What`,
      cell: (row) => (
        <span className="data-table__words">
          <What row={row} />
        </span>
      ),
      csv: (row) => `${kindWord(row.kind)}: ${row.description}`,
    },
    {
      key: 'parties',
      head: t`Whose`,
      cell: ({ parties }) =>
        parties.length === 0 ? null : <span className="data-table__words">{parties.join(', ')}</span>,
      csv: (row) => row.parties.join(', '),
    },
    {
      key: 'recorded',
      head: t`Recorded`,
      cell: (row) => (
        <>
          {row.recordedBy}
          <span className="data-table__second">{formatDate(row.recordedAt)}</span>
          {row.certified === null ? (
            <span className="data-table__second">
              <StatusMark mark="waiting">
                <Trans>not certified</Trans>
              </StatusMark>
            </span>
          ) : null}
        </>
      ),
      csv: (row) => `${row.recordedBy}, ${row.recordedAt}`,
      inCsvToo: [
        {
          head: t`Certified`,
          csv: ({ certified }) => (certified === null ? t`not certified` : `${certified.by}, ${certified.at}`),
        },
      ],
    },
    {
      key: 'original',
      head: t`Original`,
      align: 'end',
      cell: (row) => (row.original === null ? null : <MoneyText money={row.original} />),
      csv: (row) => (row.original === null ? '' : `${row.original.amount} ${row.original.currency}`),
    },
    {
      key: 'amount',
      head: t`US$`,
      align: 'end',
      cell: (row) => <MoneyText money={row.amount} as="plain" />,
      csv: (row) => ({ number: row.amount.amount }),
      ...(total === null ? {} : { total: <MoneyText money={total} as="plain" /> }),
    },
  ];
}

function What({ row }: { readonly row: EntryRow }) {
  const { reverses, reversedBy } = row;
  return (
    <>
      <strong>{kindWord(row.kind)}</strong>
      <span className="data-table__second">
        {[row.reference, row.description].filter((text) => text !== null && text !== '').join(' · ')}
      </span>
      {reverses === null ? null : (
        <span className="data-table__second">
          <Trans>reverses entry {reverses}</Trans>
        </span>
      )}
      {reversedBy === null ? null : (
        <span className="data-table__second">
          <Trans>reversed by entry {reversedBy}</Trans>
        </span>
      )}
    </>
  );
}
