import { formatDecimal, type Money } from '@dcc/domain/money';
import type { SourceAndUse } from '@dcc/domain/reports/statement';
import { type StatementChoice, statementReport } from '../../read-models/statement-report.ts';
import { csvText } from './csv-text.ts';
import type { ReportRequest, ReportText } from './report.ts';

type Written<T> = { [K in keyof T]: T[K] extends Money ? string : T[K] };

function written<T extends object>(lines: T): Written<T> {
  const entries = Object.entries(lines).map(([key, value]: [string, Money | string | null]) => [
    key,
    typeof value === 'object' && value !== null ? formatDecimal(value) : value,
  ]);
  return Object.fromEntries(entries) as Written<T>;
}

/** A line that is left out where it is nought, as published tables do. */
function unlessNought<K extends string>(key: K, amount: Money): Partial<Record<K, string>> {
  return amount.minor === 0n ? {} : ({ [key]: formatDecimal(amount) } as Partial<Record<K, string>>);
}

/** One statement with the published keys; of a period it begins with the opening balances. */
function publishedLines(statement: SourceAndUse, ofPeriod: boolean) {
  const { fundsWithAdministrativeAgent: agent, fundsWithParticipatingOrganizations: hosts } = statement;
  const { openingBalance, otherIncome: _income, programmeSupportCost: _cost, ...agentLines } = written(agent);
  const { openingBalance: hostsOpening, ...hostLines } = written(hosts);
  return {
    fundsWithAdministrativeAgent: {
      ...(ofPeriod ? { openingBalance } : {}),
      ...agentLines,
      ...unlessNought('otherIncome', agent.otherIncome),
      ...unlessNought('programmeSupportCost', agent.programmeSupportCost),
    },
    fundsWithParticipatingOrganizations: { ...(ofPeriod ? { openingBalance: hostsOpening } : {}), ...hostLines },
    ...(ofPeriod ? { totalOpeningBalance: formatDecimal(statement.totalOpeningBalance) } : {}),
    totalBalanceOfFunds: formatDecimal(statement.totalBalanceOfFunds),
    totalBalanceAsPercentOfDeposits: statement.totalBalanceAsPercentOfDeposits,
  };
}

type PublishedLines = ReturnType<typeof publishedLines>;

/**
 * The statement with the keys under which the MPTF Office Gateway publishes it: amounts as decimal strings in US dollars,
 * percentages with one decimal. Other income and support cost are left out where there is none, as published tables do.
 * With columns, each of them has the same keys and they add up to the whole; the key of what names none is empty.
 */
async function statementDocument({ db, fundName, standpoint, knownOn }: ReportRequest, choice: StatementChoice) {
  const { from, whole, columns } = await statementReport(db, standpoint, choice);
  const period = from === null ? '' : ` from ${from}`;
  const certified = choice.certified === 'only' ? ', certified entries only' : '';
  return {
    source: `${fundName}: statement of source and use of funds${period} as of ${standpoint.asOf}, as known on ${knownOn}${certified}, US dollars`,
    ...publishedLines(whole.statement, from !== null),
    ...(choice.by === undefined
      ? {}
      : {
          columns: columns.map(({ key, name, statement }) => ({
            key,
            name,
            ...publishedLines(statement, from !== null || choice.by === 'year'),
          })),
        }),
  };
}

export const STATEMENT_FORMATS = ['json', 'csv'] as const;
export type StatementFormat = (typeof STATEMENT_FORMATS)[number];

export const STATEMENT_COLUMNS = ['part', 'line', 'value'] as const;

/** Head of the column of what names none. */
const NOT_ATTRIBUTED_HEAD = 'not attributed';

/** The lines of a statement as rows: part, line and value. */
function rowsOf(lines: PublishedLines): [part: string, line: string, value: string][] {
  const { fundsWithAdministrativeAgent, fundsWithParticipatingOrganizations, ...total } = lines;
  return Object.entries({ fundsWithAdministrativeAgent, fundsWithParticipatingOrganizations, total }).flatMap(
    ([part, values]) =>
      Object.entries(values).map(([line, value]): [string, string, string] => [part, line, value ?? '']),
  );
}

/** The statement as a JSON or a CSV text; the CSV has one value for each line, and one more for each column. */
export async function* exportStatement(
  request: ReportRequest,
  format: StatementFormat,
  choice: StatementChoice = {},
): ReportText {
  const { source, columns = [], ...whole } = await statementDocument(request, choice);
  if (format === 'json') {
    yield `${JSON.stringify({ source, ...whole, ...(choice.by === undefined ? {} : { columns }) }, null, 2)}\n`;
    return;
  }
  const sets = columns.map(({ key: _key, name, ...lines }) => ({
    head: name === '' ? NOT_ATTRIBUTED_HEAD : name,
    values: new Map(rowsOf(lines).map(([part, line, value]) => [`${part} ${line}`, value])),
  }));
  // A line that only some column has (other income that was paid back) is told too.
  const lines = new Map(rowsOf(whole).map(([part, line, value]) => [`${part} ${line}`, [part, line, value] as const]));
  for (const { key: _key, name: _name, ...column } of columns)
    for (const [part, line] of rowsOf(column)) {
      const id = `${part} ${line}`;
      if (!lines.has(id)) lines.set(id, [part, line, line.startsWith('balanceAs') ? '' : '0.00']);
    }
  yield csvText(
    [...STATEMENT_COLUMNS, ...sets.map(({ head }) => head)],
    [...lines].map(([id, row]) => [...row, ...sets.map(({ values }) => values.get(id) ?? '0.00')]),
    true,
  );
}
