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
import { FigureLink } from '../../ui/figure-link.tsx';
import { formatDate } from '../../ui/format.ts';
import { MoneyText } from '../../ui/money-text.tsx';
import { Section } from '../../ui/section.tsx';
import { SupersededBy } from './superseded-by.tsx';

type PositionProps = { readonly position: Position };
type Transfer = Position['transfers'][number];

/** What the committee resolved about a position, newest first. */
export function Decisions({ position }: PositionProps) {
  const { decisions } = position;
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
      <ReleasedList position={position} />
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
  const { id, reference, title, decidedOn, text, recordedBy, entryId, entryNumber, lines, supersededBy } = decision;
  const on = formatDate(decidedOn);
  return (
    <li className="decision">
      <p className="decision__head">
        <Link to="/decisions/$id" params={{ id }}>
          <strong>
            {reference}: {title}
          </strong>
        </Link>
        <span className="soft number">{on}</span>
      </p>
      {supersededBy === null ? null : (
        <p className="soft">
          <SupersededBy decision={supersededBy} />
        </p>
      )}
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

/** Reserved money that went back to its pools; nothing where none did. */
function ReleasedList({ position: { released } }: PositionProps) {
  if (released.length === 0) return null;
  return (
    <div className="decision">
      <p className="decision__head">
        <strong>
          <Trans>Released before it was sent</Trans>
        </strong>
      </p>
      <ul className="decision__lines">
        {released.map(({ entryNumber, on, year, pool, amount }) => (
          <li key={`${entryNumber} ${year} ${pool} ${amount.amount}`} className="decision__line">
            <span>
              <Trans>
                Year {year}, back to {pool}, <DateText on={on} />,{' '}
                <Link to="/ledger/$id" params={{ id: String(entryNumber) }} className="decision__entry">
                  entry {entryNumber}
                </Link>
              </Trans>
            </span>
            <MoneyText money={amount} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Cash sent to the host for a position. */
export function Transfers({ position: { row, transfers, figures } }: PositionProps) {
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
      cell: ({ entryId, amount }) => (
        <Link to="/ledger/$id" params={{ id: entryId }} className="figure-link">
          <MoneyText money={amount} as="plain" />
        </Link>
      ),
      csv: ({ amount }) => ({ number: amount.amount }),
      total: (
        <FigureLink
          figure={{
            amount: sumOf(
              transfers.map(({ amount }) => amount.amount),
              'USD',
            ),
            entries: figures.transferred.entries,
          }}
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
