import { formatDecimal, type Money } from '@dcc/domain/money';
import { statementAt } from '../../read-models/statement.ts';
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

/**
 * The statement with the keys under which the MPTF Office Gateway publishes it: amounts as decimal strings in US dollars,
 * percentages with one decimal. Other income and support cost are left out where there is none, as published tables do.
 */
async function statementDocument({ db, fundName, standpoint, knownOn }: ReportRequest) {
  const { asOf } = standpoint;
  const statement = await statementAt(db, standpoint);
  const { otherIncome, programmeSupportCost, ...agent } = written(statement.fundsWithAdministrativeAgent);
  return {
    source: `${fundName}: statement of source and use of funds as of ${asOf}, as known on ${knownOn}, US dollars`,
    fundsWithAdministrativeAgent: {
      ...agent,
      ...(statement.fundsWithAdministrativeAgent.otherIncome.minor === 0n ? {} : { otherIncome }),
      ...(statement.fundsWithAdministrativeAgent.programmeSupportCost.minor === 0n ? {} : { programmeSupportCost }),
    },
    fundsWithParticipatingOrganizations: written(statement.fundsWithParticipatingOrganizations),
    totalBalanceOfFunds: formatDecimal(statement.totalBalanceOfFunds),
    totalBalanceAsPercentOfDeposits: statement.totalBalanceAsPercentOfDeposits,
  };
}

export const STATEMENT_FORMATS = ['json', 'csv'] as const;
export type StatementFormat = (typeof STATEMENT_FORMATS)[number];

export const STATEMENT_COLUMNS = ['part', 'line', 'value'] as const;

/** The statement as a JSON or a CSV text. */
export async function* exportStatement(request: ReportRequest, format: StatementFormat): ReportText {
  const document = await statementDocument(request);
  if (format === 'json') {
    yield `${JSON.stringify(document, null, 2)}\n`;
    return;
  }
  const rows = (part: string, lines: object): string[][] =>
    Object.entries(lines).map(([line, value]) => [part, line, String(value ?? '')]);
  yield csvText(
    STATEMENT_COLUMNS,
    [
      ...rows('fundsWithAdministrativeAgent', document.fundsWithAdministrativeAgent),
      ...rows('fundsWithParticipatingOrganizations', document.fundsWithParticipatingOrganizations),
      ...rows('total', {
        totalBalanceOfFunds: document.totalBalanceOfFunds,
        totalBalanceAsPercentOfDeposits: document.totalBalanceAsPercentOfDeposits,
      }),
    ],
    true,
  );
}
