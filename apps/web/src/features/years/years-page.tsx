import './years-page.css';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import type { FinancialYear, Years } from '../../api/views.ts';
import { useStandpoint } from '../../app/standpoint.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Documents } from '../../ui/documents.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FigureLink } from '../../ui/figure-link.tsx';
import { formatDate } from '../../ui/format.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Section } from '../../ui/section.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { Checklist } from './checklist.tsx';
import { YearActions } from './year-dialogs.tsx';
import { yearsSentence } from './years-sentence.ts';

/** The financial years: what each brought, whether it is closed, and what is to be looked at before the next one is. */
export function YearsPage() {
  const { data: list } = useSuspenseQuery(api.years.list.queryOptions(useStandpoint().stand));
  return (
    <>
      <PageHead asOf={list.asOf} sentence={yearsSentence(list)} actions={<YearActions list={list} />} />
      {list.years.length === 0 ? (
        <EmptyState>
          <Trans>The years begin with the first entry of the ledger.</Trans>
        </EmptyState>
      ) : (
        <div className="page-parts">
          <Section
            title={<Trans>Years</Trans>}
            note={<Trans>In a closed year and before it nothing can take effect: what was reported stays.</Trans>}
          >
            <DataTable
              caption={t`Cash of the fund in each year, and what hosts reported as spent, US dollars`}
              columns={yearColumns()}
              rows={list.years}
              rowKey={({ year }) => String(year)}
              fileName="financial-years"
            />
          </Section>
          {list.next === null ? null : <Checklist next={list.next} />}
          <Events list={list} />
        </div>
      )}
    </>
  );
}

type FigureOf = 'opening' | 'sources' | 'uses' | 'closing' | 'expenditure';

function figureColumn(key: FigureOf, head: string): Column<FinancialYear> {
  return {
    key,
    head,
    align: 'end',
    cell: (row) => <FigureLink figure={row[key]} as="plain" />,
    csv: (row) => ({ number: row[key].amount.amount }),
  };
}

const stateWord = ({ state }: Pick<FinancialYear, 'state'>): string => (state === 'closed' ? t`closed` : t`open`);

function yearColumns(): Column<FinancialYear>[] {
  return [
    {
      key: 'year',
      head: t`Year`,
      rowHead: true,
      cell: ({ year }) => <span className="years__year number">{year}</span>,
      csv: ({ year }) => ({ number: String(year) }),
    },
    {
      key: 'state',
      head: t`State`,
      cell: (row) => (
        <>
          <StatusMark mark={row.state === 'closed' ? 'done' : 'open'}>{stateWord(row)}</StatusMark>
          {row.changed === null ? null : (
            <span className="data-table__second">
              {row.changed.by}, {formatDate(row.changed.at)}
            </span>
          )}
        </>
      ),
      csv: stateWord,
      inCsvToo: [{ head: t`Since`, csv: ({ changed }) => (changed === null ? '' : `${changed.by}, ${changed.at}`) }],
    },
    figureColumn('opening', t`Opening balance`),
    figureColumn('sources', t`Sources`),
    figureColumn('uses', t`Uses`),
    figureColumn('closing', t`Closing balance`),
    figureColumn('expenditure', t`Hosts’ expenditure`),
    {
      key: 'pending',
      head: t`Not certified`,
      align: 'end',
      cell: (row) => <Pending row={row} />,
      csv: ({ pending }) => ({ number: String(pending) }),
    },
  ];
}

function Pending({ row: { year, pending } }: { readonly row: FinancialYear }) {
  if (pending === 0) return <span className="number">0</span>;
  return (
    <Link
      to="/ledger"
      search={{ certification: 'pending', from: `${year}-01-01`, to: `${year}-12-31` }}
      aria-label={t`Entries of ${year} that wait for certification: ${pending}`}
      className="number"
    >
      {pending}
    </Link>
  );
}

/** Who closed a year or reopened it, newest first, with the seal that an auditor compares later. */
function Events({ list: { events } }: { readonly list: Years }) {
  if (events.length === 0) return null;
  const decisions = events.flatMap(({ decision }) => (decision === null ? [] : [decision.id]));
  return (
    <Section
      title={<Trans>Closed and reopened</Trans>}
      note={
        <Trans>
          The seal is the one of the last entry at that moment. As long as the ledger still shows it there, nothing
          before it was changed.
        </Trans>
      }
    >
      <ol className="years__events">
        {events.map((event) => (
          <Event key={`${event.year} ${event.at} ${event.state}`} event={event} decisions={decisions} />
        ))}
      </ol>
    </Section>
  );
}

function Event({
  event: { year, state, at, by, reason, decision, entryCount, lastHash },
  decisions,
}: {
  readonly event: Years['events'][number];
  readonly decisions: readonly string[];
}) {
  return (
    <li className="years__event">
      <p className="years__event-head">
        <strong>
          {state === 'closed' ? (
            <Trans>{String(year)} closed</Trans>
          ) : decision === null ? (
            <Trans>{String(year)} reopened</Trans>
          ) : (
            <Trans>
              {String(year)} reopened by decision {decision.reference}: {decision.title}
            </Trans>
          )}
        </strong>
        <span className="soft">
          {by}, {formatDate(at)} {at.slice(11, 16)} UTC
        </span>
      </p>
      {reason === '' ? null : <p>{reason}</p>}
      {decision === null ? null : (
        <Documents kind="decision" id={decision.id} of={decision.reference} among={decisions} />
      )}
      <p className="note years__seal">
        <Trans>
          {entryCount} entries, seal {lastHash}
        </Trans>
      </p>
    </li>
  );
}
