import './statement-page.css';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import type { Statement } from '../../api/views.ts';
import { standOf } from '../../app/standpoint.ts';
import { formatDate } from '../../ui/format.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Section } from '../../ui/section.tsx';
import { StatementControls } from './statement-controls.tsx';
import { StatementDownloads } from './statement-downloads.tsx';
import { signaturePart, statementParts } from './statement-lines.ts';
import { StatementNotes, YearMarks } from './statement-notes.tsx';
import { exchangeSentence, statementSentence } from './statement-sentence.ts';
import { StatementTable, type TableColumn } from './statement-table.tsx';
import { TurnedStatement } from './turned-statement.tsx';

const route = getRouteApi('/signed-in/statement');

/** The statement of source and use of funds, as UN pooled funds publish it: of any period, on any day, in columns. */
export function StatementPage() {
  const { from, by, certified, ...search } = route.useSearch();
  const { data: statement } = useSuspenseQuery(
    api.statement.get.queryOptions({ ...standOf(search), from, by, certified }),
  );
  const ofPeriod = statement.from !== null || statement.by === 'year';
  const parts = statementParts(ofPeriod);
  const signature = signaturePart(ofPeriod);
  const columns = columnsOf(statement);
  return (
    <>
      <PageHead
        asOf={statement.asOf}
        sentence={statementSentence(statement)}
        below={<Basis statement={statement} />}
        actions={<StatementDownloads statement={statement} parts={[...parts, signature]} />}
      />
      <StatementControls statement={statement} />
      <StatementNotes statement={statement} />
      <div className="page-parts">
        {statement.by === null || statement.by === 'year' ? (
          <div className={statement.by === null ? 'statement-beside' : 'page-parts'}>
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

/** One column of amounts, or one for each year and their total; the head of a year leads to the statement of it alone. */
function columnsOf(statement: Statement): TableColumn[] {
  const years = statement.columns.map((column): TableColumn => ({
    key: column.key,
    head: (
      <>
        <strong>{column.name}</strong>
        <YearMarks column={column} asOf={statement.asOf} />
      </>
    ),
    set: column,
  }));
  return [
    ...(statement.by === 'year' ? years : []),
    { key: 'total', head: statement.by === 'year' ? <Trans>Total, US$</Trans> : <Trans>US$</Trans>, set: statement },
  ];
}
