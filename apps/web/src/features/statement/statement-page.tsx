import './statement-page.css';
import { parseDate } from '@dcc/domain/calendar-date';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import type { Statement, StatementColumn } from '../../api/views.ts';
import { formatDate } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Section } from '../../ui/section.tsx';
import { StatementControls } from './statement-controls.tsx';
import { StatementDownloads } from './statement-downloads.tsx';
import { signaturePart, statementParts } from './statement-lines.ts';
import { StatementNotes, YearMarks } from './statement-notes.tsx';
import { statementQuery, statementEarlier } from './statement-search.ts';
import { exchangeSentence, statementSentence } from './statement-sentence.ts';
import { StatementTable, type TableColumn } from './statement-table.tsx';
import { TurnedStatement } from './turned-statement.tsx';

const route = getRouteApi('/signed-in/statement');

/** The statement of source and use of funds, as UN pooled funds publish it: of any period, on any day, in columns. */
export function StatementPage() {
  const search = route.useSearch();
  const { data: statement } = useSuspenseQuery(api.statement.get.queryOptions(statementQuery(search)));
  const { data: earlier } = useSuspenseQuery(api.statement.get.queryOptions(statementEarlier(search)));
  // What stands in columns already is not compared once more.
  const before = search.compareWith === undefined || statement.by !== null ? null : earlier;
  const byYear = statement.by === 'year' && statement.columns.length > 0;
  const ofPeriod = statement.from !== null || byYear;
  const parts = statementParts(ofPeriod);
  const signature = signaturePart(ofPeriod);
  const columns = before === null ? columnsOf(statement) : comparedColumns(statement, before);
  return (
    <>
      <PageHead
        asOf={statement.asOf}
        sentence={statementSentence(statement)}
        below={<Basis statement={statement} />}
        actions={<StatementDownloads statement={statement} parts={[...parts, signature]} />}
      />
      <StatementControls statement={statement} />
      {search.compareWith === undefined || statement.by === null ? null : (
        <Notice tone="info">
          <Trans>A statement in columns is not compared. Show the total only to compare it.</Trans>
        </Notice>
      )}
      {statement.firstYear === null ? null : <StatementNotes statement={statement} />}
      <div className="page-parts">
        {statement.by === null || statement.by === 'year' ? (
          <div className={columns.length > 1 ? 'page-parts' : 'statement-beside'}>
            <StatementTable caption={t`Source and use of funds, US dollars`} parts={parts} columns={columns} shares />
            <Section title={exchangeSentence(statement)} note={<SignatureNote />}>
              <StatementTable
                caption={t`From signature to cash, US dollars`}
                parts={[signature]}
                columns={columns}
                shares={false}
              />
            </Section>
          </div>
        ) : (
          <TurnedStatement statement={statement} by={statement.by} />
        )}
        <p className="note">
          <Trans>
            Every figure is a sum of ledger entries; select it to see them. Expenditure is what host organizations
            report in their own books.
          </Trans>{' '}
          <Link to="/books">
            <Trans>Compare the two books</Trans>
          </Link>
        </p>
      </div>
    </>
  );
}

function Basis({ statement: { from, asOf, certifiedOnly } }: { readonly statement: Statement }) {
  const [begins, on] = [from === null ? '' : formatDate(from), formatDate(asOf)];
  return (
    <>
      {from === null ? (
        <Trans>Statement of source and use of funds, cash basis, US dollars, to {on}</Trans>
      ) : (
        <Trans>
          Statement of source and use of funds, cash basis, US dollars, from {begins} to {on}
        </Trans>
      )}
      {certifiedOnly ? (
        <>
          {'; '}
          <strong>
            <Trans>certified entries only</Trans>
          </strong>
        </>
      ) : null}
    </>
  );
}

function SignatureNote() {
  return (
    <Trans>
      Signed at the rate of the signature, received at the rate of each deposit; what lies between is the realised
      exchange gain, or, below nought, the loss.
    </Trans>
  );
}

/** One column of amounts, or one for each year and their total. */
function columnsOf(statement: Statement): TableColumn[] {
  const columns = statement.by === 'year' ? statement.columns : [];
  const years = columns.map((column): TableColumn => ({
    key: column.key,
    head: (
      <>
        <YearLink column={column} statement={statement} />
        <YearMarks column={column} asOf={statement.asOf} />
      </>
    ),
    set: column,
  }));
  return [
    ...years,
    { key: 'total', head: years.length > 0 ? <Trans>Total, US$</Trans> : <Trans>US$</Trans>, set: statement },
  ];
}

/** The statement then, now, and what lies between. */
function comparedColumns(now: Statement, then: Statement): TableColumn[] {
  return [
    {
      key: 'then',
      head: <PeriodHead statement={then} />,
      set: then,
      asOf: parseDate(then.asOf) ?? undefined,
    },
    { key: 'now', head: <PeriodHead statement={now} />, set: now },
    { key: 'difference', head: <Trans>Difference, US$</Trans>, set: now, less: then },
  ];
}

/** The day to which a column runs, and the one on which it begins. */
function PeriodHead({ statement: { from, asOf } }: { readonly statement: Statement }) {
  const to = formatDate(asOf);
  return from === null ? (
    <Trans>To {to}</Trans>
  ) : (
    <Trans>
      {formatDate(from)} to {to}
    </Trans>
  );
}

/** The name of a year leads to the statement of it alone. */
function YearLink({ column, statement }: { readonly column: StatementColumn; readonly statement: Statement }) {
  const [from, to] = [parseDate(column.from ?? ''), parseDate(column.to)];
  return (
    <Link
      from="/statement"
      to="/statement"
      search={(before) => ({
        ...before,
        by: undefined,
        from: from ?? undefined,
        asOf: to === null || to >= statement.today ? undefined : to,
      })}
    >
      {column.name}
    </Link>
  );
}
