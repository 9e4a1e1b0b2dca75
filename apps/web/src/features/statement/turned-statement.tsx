import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Statement, StatementColumn } from '../../api/views.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FigureLink } from '../../ui/figure-link.tsx';
import { formatDecimalText } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { type LineSet, type LineSpec, turnedLines } from './statement-lines.ts';
import { largestSentence } from './statement-sentence.ts';

type By = Exclude<Statement['by'], 'year' | null>;

/** A statement of many columns, turned: whom it is about as rows, the lines that say something of any of them as columns. */
export function TurnedStatement({ statement, by }: { readonly statement: Statement; readonly by: By }) {
  const lines = turnedLines(statement.columns);
  // What names none has a row only where it has a part in these lines.
  const rows = statement.columns.filter((column) => lines.some((line) => line.shown(column) !== null));
  return (
    <div className="statement--turned">
      <Section
        title={largestSentence(by, statement.columns)}
        {...(lines.length === 0 ? {} : { note: <NoteOfTheRest by={by} /> })}
      >
        {lines.length === 0 ? (
          <EmptyState>
            <Trans>A row appears with the first entry that names one.</Trans>
          </EmptyState>
        ) : (
          <DataTable
            caption={t`US dollars; select an amount to see its entries`}
            columns={columnsOf(statement, by, lines)}
            rows={rows}
            rowKey={({ key }) => key}
            totalLabel={t`All, as in the statement`}
            fileName={`statement-by-${by}`}
          />
        )}
      </Section>
    </div>
  );
}

function NoteOfTheRest({ by }: { readonly by: By }) {
  return (
    <>
      {by === 'contributor' ? (
        <Trans>
          Each column adds up to its line of the statement. Lines that name no contributor are left out here.
        </Trans>
      ) : by === 'organization' ? (
        <Trans>
          Each column adds up to its line of the statement. Lines that name no host organization are left out here.
        </Trans>
      ) : (
        <Trans>Each column adds up to its line of the statement. Lines that name no position are left out here.</Trans>
      )}{' '}
      <Link from="/statement" to="/statement" search={(before) => ({ ...before, by: undefined })}>
        <Trans>See every line</Trans>
      </Link>
    </>
  );
}

function heading(by: By): string {
  if (by === 'contributor') return t`Contributor`;
  return by === 'organization' ? t`Host organization` : t`Position`;
}

function columnsOf(statement: Statement, by: By, lines: readonly LineSpec[]): Column<StatementColumn>[] {
  const name: Column<StatementColumn> = {
    key: 'name',
    head: heading(by),
    rowHead: true,
    cell: (row) => <Name row={row} by={by} />,
    csv: (row) => (row.key === '' ? t`None named` : row.name),
    ...(by === 'position' ? { inCsvToo: [{ head: t`Host organization`, csv: ({ of }) => of ?? '' }] } : {}),
  };
  const amounts = lines.map((line): Column<StatementColumn> => ({
    key: line.key,
    head: i18n._(line.label),
    align: 'end',
    cell: (row) => <Cell line={line} set={row} />,
    csv: (row) => ({ number: line.shown(row)?.amount.amount ?? '0.00' }),
    total: <Cell line={line} set={statement} />,
  }));
  const share = lines.some(({ key }) => key === 'hosts-balance') ? [balanceShare(statement)] : [];
  return [name, ...amounts, ...share];
}

/** The balance of a host as a share of what it received, as the statement gives it. */
function balanceShare(statement: Statement): Column<StatementColumn> {
  const read = (set: LineSet) => set.fundsWithParticipatingOrganizations.balanceAsPercentOfTransfers ?? null;
  const words = (set: LineSet) => {
    const percent = read(set);
    return percent === null ? <span className="soft">–</span> : `${formatDecimalText(percent)}\u00a0%`;
  };
  return {
    key: 'share',
    head: t`of transfers`,
    align: 'end',
    cell: words,
    csv: (row) => {
      const percent = read(row);
      return percent === null ? '' : { number: percent };
    },
    total: words(statement),
  };
}

function Cell({ line, set }: { readonly line: LineSpec; readonly set: LineSet }) {
  const shown = line.shown(set);
  return shown === null ? <span className="soft">–</span> : <FigureLink figure={shown} as="plain" />;
}

function Name({ row, by }: { readonly row: StatementColumn; readonly by: By }) {
  if (row.key === '')
    return (
      <span className="soft">
        <Trans>None named</Trans>
      </span>
    );
  return (
    <>
      {by === 'contributor' ? (
        <Link to="/contributors/$id" params={{ id: row.key }}>
          {row.name}
        </Link>
      ) : by === 'position' ? (
        <Link to="/positions/$id" params={{ id: row.key }}>
          {row.name}
        </Link>
      ) : (
        <Link to="/books" search={{ host: row.key }}>
          {row.name}
        </Link>
      )}
      {row.of === null ? null : <span className="data-table__second">{row.of}</span>}
    </>
  );
}
