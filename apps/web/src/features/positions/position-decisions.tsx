import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Position } from '../../api/views.ts';
import { sumOf } from '../../ui/amounts.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { Documents } from '../../ui/documents.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FactText } from '../../ui/facts.tsx';
import { formatDate } from '../../ui/format.ts';
import { MoneyText } from '../../ui/money-text.tsx';
import { Section } from '../../ui/section.tsx';

type PositionProps = { readonly position: Position };
type Transfer = Position['transfers'][number];

/** What the committee resolved about a position, newest first. */
export function Decisions({ position: { decisions } }: PositionProps) {
  return (
    <Section title={<Trans>Decisions</Trans>}>
      {decisions.length === 0 ? (
        <EmptyState>
          <Trans>The committee has decided nothing about this post yet.</Trans>
        </EmptyState>
      ) : (
        <ol className="decisions">
          {decisions.toReversed().map((decision) => (
            <Decision key={decision.id} decision={decision} among={decisions.map(({ id }) => id)} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function Decision({
  decision,
  among,
}: {
  readonly decision: Position['decisions'][number];
  readonly among: readonly string[];
}) {
  const { id, reference, title, decidedOn, text, recordedBy, entryId, entryNumber, lines } = decision;
  const on = formatDate(decidedOn);
  return (
    <li className="decision">
      <p className="decision__head">
        <strong>
          {reference}: {title}
        </strong>
        <span className="soft number">{on}</span>
      </p>
      {text === '' ? null : <FactText>{text}</FactText>}
      <ul className="decision__lines">
        {lines.map(({ year, pool, amount }) => (
          <li key={`${year} ${pool} ${amount.amount}`} className="decision__line">
            <span>
              <Trans>
                Year {year}, from {pool}
              </Trans>
            </span>
            <MoneyText money={amount} />
          </li>
        ))}
      </ul>
      <p className="note">
        <Trans>
          Recorded by {recordedBy} as{' '}
          <Link to="/ledger/$id" params={{ id: entryId }} className="decision__entry">
            entry {entryNumber}
          </Link>
        </Trans>
      </p>
      <Documents kind="decision" id={id} of={reference} among={among} />
    </li>
  );
}

/** Cash sent to the host for a position. */
export function Transfers({ position: { row, transfers } }: PositionProps) {
  const columns: Column<Transfer>[] = [
    { key: 'on', head: t`Date`, rowHead: true, cell: ({ on }) => <DateText on={on} />, csv: ({ on }) => on },
    {
      key: 'what',
      head: t`Description`,
      cell: ({ description }) => description,
      csv: ({ description }) => description,
    },
    {
      key: 'amount',
      head: t`Amount`,
      align: 'end',
      cell: ({ amount }) => <MoneyText money={amount} as="plain" />,
      csv: ({ amount }) => ({ number: amount.amount }),
      total: (
        <MoneyText
          money={sumOf(
            transfers.map(({ amount }) => amount.amount),
            'USD',
          )}
          as="plain"
        />
      ),
    },
    {
      key: 'entry',
      head: t`Entry`,
      align: 'end',
      cell: ({ entryId, entryNumber }) => (
        <Link to="/ledger/$id" params={{ id: entryId }} aria-label={t`Entry ${entryNumber}`}>
          {entryNumber}
        </Link>
      ),
      csv: ({ entryNumber }) => ({ number: String(entryNumber) }),
    },
  ];
  return (
    <Section title={<Trans>Transfers to the host</Trans>}>
      {transfers.length === 0 ? (
        <EmptyState>
          <Trans>No cash has been sent for this post yet.</Trans>
        </EmptyState>
      ) : (
        <DataTable
          caption={t`US dollars, to ${row.organization.name}; negative where the host sent money back`}
          columns={columns}
          rows={transfers}
          rowKey={({ entryId }) => entryId}
          totalLabel={t`Total`}
          fileName={`position-${row.number}-transfers`}
        />
      )}
    </Section>
  );
}
