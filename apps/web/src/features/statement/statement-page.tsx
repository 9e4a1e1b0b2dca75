import './statement-page.css';
import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { api } from '../../api/client.ts';
import type { Statement } from '../../api/views.ts';
import { useStandpoint } from '../../app/standpoint.ts';
import { Button } from '../../ui/button.tsx';
import { saveCsv, saveFile } from '../../ui/csv.ts';
import { FigureLink } from '../../ui/figure-link.tsx';
import { formatDate, formatMoneyWhole, formatPercent, signOf } from '../../ui/format.ts';
import { MoneyText } from '../../ui/money-text.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { statementAsData, type StatementLine, type StatementPart, statementParts } from './statement-lines.ts';

/** The statement of source and use of funds, as UN pooled funds publish it, on any day. */
export function StatementPage() {
  const { data: statement } = useSuspenseQuery(api.statement.get.queryOptions(useStandpoint().stand));
  const parts = statementParts(statement);
  const [balance, on] = [
    formatMoneyWhole(statement.fundsWithAdministrativeAgent.balance.amount),
    formatDate(statement.asOf),
  ];
  // Money that is nowhere recorded is not the same as none.
  const sources = statement.fundsWithAdministrativeAgent.totalSourceOfFunds.amount.amount;
  const nothing = statement.asOf === statement.today && signOf(sources) === 0;
  return (
    <>
      <PageHead
        asOf={statement.asOf}
        sentence={
          nothing ? (
            <Trans>No money is recorded yet</Trans>
          ) : statement.asOf === statement.today ? (
            <Trans>The fund holds {balance}</Trans>
          ) : (
            <Trans>
              On {on} the fund held {balance}
            </Trans>
          )
        }
        below={<Trans>Statement of source and use of funds, cash basis, US dollars, to {on}</Trans>}
        actions={<Downloads statement={statement} parts={parts} />}
      />
      <div className="statement">
        <StatementTable parts={parts} on={on} />
        <p className="note">
          <Trans>
            Every figure is a sum of ledger entries; select it to see them. Expenditure is what host organizations
            report in their own books.
          </Trans>
        </p>
      </div>
    </>
  );
}

function StatementTable({ parts, on }: { readonly parts: readonly StatementPart[]; readonly on: string }) {
  return (
    <table>
      <caption className="visually-hidden">
        <Trans>Source and use of funds to {on}, US dollars</Trans>
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Line</Trans>
          </th>
          <th scope="col" className="statement__amount">
            <Trans>US$</Trans>
          </th>
          <th scope="col" className="statement__percent">
            <Trans>Share</Trans>
          </th>
        </tr>
      </thead>
      {parts.map((part) => (
        <tbody key={part.key}>
          <tr className="statement__part">
            <th scope="rowgroup" colSpan={3}>
              {i18n._(part.title)}
            </th>
          </tr>
          {part.lines.map((line) => (
            <Line key={line.key} line={line} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Line({ line }: { readonly line: StatementLine }) {
  return (
    <tr className={`statement__${line.level}`}>
      <th scope="row">{i18n._(line.label)}</th>
      <td className="statement__amount">
        {line.figure === null ? (
          <MoneyText money={line.amount} as="plain" />
        ) : (
          <FigureLink figure={line.figure} as="plain" />
        )}
      </td>
      <td className="statement__percent">
        {line.percent === null || line.percentOf === null ? null : (
          <Fragment>
            {formatPercent(line.percent)} {i18n._(line.percentOf)}
          </Fragment>
        )}
      </td>
    </tr>
  );
}

function Downloads({ statement, parts }: { readonly statement: Statement; readonly parts: readonly StatementPart[] }) {
  const name = `statement-${statement.asOf}`;
  const csv = () =>
    saveCsv(
      name,
      [t`Part`, t`Line`, t`US$`, t`Percent`],
      parts.flatMap((part) =>
        part.lines.map((line) => [
          i18n._(part.title),
          i18n._(line.label),
          { number: line.amount.amount },
          line.percent === null ? '' : { number: line.percent },
        ]),
      ),
    );
  return (
    <span className="no-print">
      <Button onClick={csv}>
        <Trans>Download CSV</Trans>
      </Button>{' '}
      <Button
        onClick={() =>
          saveFile(`${name}.json`, `${JSON.stringify(statementAsData(statement), null, 2)}\n`, 'application/json')
        }
      >
        <Trans>Download JSON</Trans>
      </Button>{' '}
      <Button onClick={() => window.print()}>
        <Trans>Print</Trans>
      </Button>
    </span>
  );
}
