import { ENTRY_KINDS } from '@dcc/domain/ledger/kinds';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Contribution } from '../../api/views.ts';
import { useSession } from '../../app/session.ts';
import { kindWord } from '../../app/state-words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { MoneyText } from '../../ui/money-text.tsx';

type Event = Contribution['history'][number];

/** What an event was, in a word; a kind that this page does not know is said as it came. */
function eventWord(kind: string): string {
  const known = ENTRY_KINDS.find((candidate) => candidate === kind);
  return known === undefined ? kind : kindWord(known);
}

/** What happened to a contribution, newest first; each line opens its entry for those who may see the ledger. */
export function ContributionHistory({ contribution: { row, history } }: { readonly contribution: Contribution }) {
  const { may } = useSession();
  const columns: Column<Event>[] = [
    {
      key: 'what',
      head: t`What happened`,
      rowHead: true,
      cell: (event) => (
        <>
          {eventWord(event.kind)}
          {event.reversed ? (
            <span className="soft">
              {' '}
              · <Trans>reversed</Trans>
            </span>
          ) : null}
          {event.description === '' ? null : <span className="data-table__second">{event.description}</span>}
        </>
      ),
      csv: (event) => eventWord(event.kind),
      inCsvToo: [
        { head: t`Description`, csv: (event) => event.description },
        { head: t`Reversed`, csv: (event) => (event.reversed ? t`yes` : t`no`) },
      ],
    },
    {
      key: 'on',
      head: t`Date`,
      cell: ({ effectiveOn }) => <DateText on={effectiveOn} />,
      csv: ({ effectiveOn }) => effectiveOn,
    },
    {
      key: 'original',
      head: t`Amount`,
      align: 'end',
      cell: ({ original, amount }) => <MoneyText money={original ?? amount} />,
      csv: ({ original, amount }) => ({ number: (original ?? amount).amount }),
      inCsvToo: [{ head: t`Currency`, csv: ({ original, amount }) => (original ?? amount).currency }],
    },
    {
      key: 'amount',
      head: t`In US dollars`,
      align: 'end',
      cell: ({ amount }) => <MoneyText money={amount} as="plain" />,
      csv: ({ amount }) => ({ number: amount.amount }),
    },
    { key: 'by', head: t`Recorded by`, cell: ({ recordedBy }) => recordedBy, csv: ({ recordedBy }) => recordedBy },
    {
      key: 'entry',
      head: t`Entry`,
      align: 'end',
      cell: ({ entryId, entryNumber }) =>
        may('ledger.read').allowed ? (
          <Link to="/ledger/$id" params={{ id: entryId }} aria-label={t`Entry ${entryNumber}`}>
            {entryNumber}
          </Link>
        ) : (
          entryNumber
        ),
      csv: ({ entryNumber }) => ({ number: String(entryNumber) }),
    },
  ];
  return (
    <DataTable
      caption={t`Every entry of this contribution, newest first`}
      columns={columns}
      rows={history.toReversed()}
      rowKey={({ entryId }) => entryId}
      fileName={`${row.reference}-history`}
    />
  );
}
