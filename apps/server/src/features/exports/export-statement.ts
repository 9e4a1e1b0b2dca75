import { formatDecimal, type Money } from '@dcc/domain/money';
import type { SourceAndUse } from '@dcc/domain/reports/statement';
import { type StatementChoice, statementReport } from '../../read-models/statement-report.ts';
import { csvText } from './csv-text.ts';
import { inWords, printedDecimal, printedReport, type PrintedTable, printedWidth } from './printed-report.ts';
import { aboutOf, onePage, type TableColumn } from './report-table.ts';
import type { Report, ReportRequest } from './report.ts';
import { workbook } from './workbook.ts';

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
type StatementDocument = PublishedLines & {
  readonly columns?: readonly (PublishedLines & { readonly key: string; readonly name: string })[];
};

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

export const STATEMENT_FORMATS = ['json', 'csv', 'xlsx', 'pdf'] as const;
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

type StatementTable = {
  /** Of the columns after the whole. */
  readonly heads: readonly string[];
  /** Part, line, and the values of the whole and of each column. */
  readonly rows: readonly (readonly [part: string, line: string, ...values: string[]])[];
};

/** The statement as a table: one value for each line, and one more for each column. */
function tableOf({ columns = [], ...whole }: StatementDocument): StatementTable {
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
  return {
    heads: sets.map(({ head }) => head),
    rows: [...lines].map(([id, row]) => [...row, ...sets.map(({ values }) => values.get(id) ?? '0.00')]),
  };
}

const TITLE = 'Statement of source and use of funds';

/** Where people read the lines that are only there at times: the line that they stand before, or first. */
const READ_BEFORE = new Map([
  ['openingBalance', ''],
  ['totalOpeningBalance', ''],
  ['otherIncome', 'totalSourceOfFunds'],
  ['programmeSupportCost', 'directCost'],
]);

/** The lines of one part in the order in which people add them up. */
function inReadingOrder(lines: StatementTable['rows']): StatementTable['rows'] {
  const usual = lines.filter(([, line]) => !READ_BEFORE.has(line));
  const standBefore = (next: string) => lines.filter(([, line]) => READ_BEFORE.get(line) === next);
  return [...standBefore(''), ...usual.flatMap((row) => [...standBefore(row[1]), row])];
}

/** What the figures count. */
const BASIS = 'cash for the administrative agent; what they report for the participating organizations';

function aboutStatement(request: ReportRequest, choice: StatementChoice) {
  return aboutOf(request, BASIS, [
    ['Period', choice.from === undefined ? 'since the fund began' : `from ${choice.from}`],
    ['Entries', choice.certified === 'only' ? 'only those that somebody else has certified' : 'all'],
  ]);
}

const PORTRAIT_VALUES = 3;
const LANDSCAPE_VALUES = 6;

/** Values beside each other on one page, and the next ones below; each with its part and line. */
function printedTables({ heads, rows }: StatementTable, landscape: boolean): PrintedTable[] {
  const all = ['Total', ...heads];
  const most = landscape ? LANDSCAPE_VALUES : PORTRAIT_VALUES;
  const width = 84;
  const parts = [...Map.groupBy(rows, ([part]) => part)];
  return Array.from({ length: Math.ceil(all.length / most) }, (_, index) => {
    const [from, to] = [index * most, (index + 1) * most];
    const shown = all.slice(from, to);
    return {
      columns: [
        { head: 'US dollars', width: printedWidth(landscape) - shown.length * width },
        ...shown.map((head) => ({ head, width, figures: true })),
      ],
      pages: onePage(
        parts.flatMap(([part, lines]) => [
          { cells: [inWords(part)], as: 'strong' as const },
          ...inReadingOrder(lines).map(([, line, ...values]) => ({
            cells: [inWords(line), ...values.slice(from, to).map((value) => printedValue(line, value))],
            ...(/^(?:total|subTotal|balance$)/u.test(line) ? { as: 'strong' as const } : {}),
          })),
        ]),
      ),
    };
  });
}

function printedValue(line: string, value: string): string {
  if (value === '') return '';
  return line.includes('Percent') ? `${printedDecimal(value)} %` : printedDecimal(value);
}

/** The statement in one of its formats; as a table it has one value for each line, and one more for each column. */
export async function* exportStatement(
  request: ReportRequest,
  format: StatementFormat,
  choice: StatementChoice = {},
): Report {
  const { source, ...document } = await statementDocument(request, choice);
  if (format === 'json') {
    yield `${JSON.stringify({ source, ...document }, null, 2)}\n`;
    return;
  }
  const table = tableOf(document);
  const names = [...STATEMENT_COLUMNS, ...table.heads];
  const about = aboutStatement(request, choice);
  if (format === 'csv') yield csvText(names, table.rows, true);
  else if (format === 'xlsx') {
    const columns = names.map((name, index): TableColumn => ({ name, kind: index < 2 ? 'text' : 'amount' }));
    yield* workbook({ title: TITLE, name: 'Statement', about, columns, pages: onePage(table.rows) });
  } else {
    const landscape = table.heads.length >= PORTRAIT_VALUES;
    const tables = printedTables(table, landscape);
    yield* printedReport({ title: TITLE, about, landscape, tables }, request);
  }
}
