import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { Statement } from '../../api/views.ts';
import { Button } from '../../ui/button.tsx';
import { type CsvCell, saveCsv, saveFile } from '../../ui/csv.ts';
import { type LineSet, type LineSpec, type PartSpec, statementAsData } from './statement-lines.ts';

/** What is shown, as files: exact amounts, no markup. */
export function StatementDownloads({
  statement,
  parts,
}: {
  readonly statement: Statement;
  readonly parts: readonly PartSpec[];
}) {
  const name = `statement-${statement.from === null ? '' : `${statement.from}-to-`}${statement.asOf}`;
  const saveJson = () =>
    saveFile(`${name}.json`, `${JSON.stringify(statementAsData(statement), null, 2)}\n`, 'application/json');
  return (
    <span className="no-print">
      {/* A turned statement has its own below. */}
      {statement.by === null || statement.by === 'year' ? (
        <>
          <Button onClick={() => saveCsv(name, ...statementCsv(statement, parts))}>
            <Trans>Download CSV</Trans>
          </Button>{' '}
        </>
      ) : null}
      <Button onClick={saveJson}>
        <Trans>Download JSON</Trans>
      </Button>{' '}
      <Button onClick={() => window.print()}>
        <Trans>Print</Trans>
      </Button>
    </span>
  );
}

function statementCsv(statement: Statement, parts: readonly PartSpec[]): [string[], CsvCell[][]] {
  const amount = (line: LineSpec, set: LineSet): CsvCell => ({ number: line.shown(set)?.amount.amount ?? '0.00' });
  return [
    [t`Part`, t`Line`, ...statement.columns.map(({ name }) => name), t`US$`, t`Percent`],
    parts.flatMap((part) =>
      part.lines.map((line) => {
        const percent = line.percent?.read(statement) ?? null;
        return [
          i18n._(part.title),
          i18n._(line.label),
          ...statement.columns.map((column) => amount(line, column)),
          amount(line, statement),
          percent === null ? '' : { number: percent },
        ];
      }),
    ),
  ];
}
