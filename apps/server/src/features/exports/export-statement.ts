import type { Reader } from '@dcc/db/open-database';
import { findFund } from '@dcc/db/stores/fund-store';
import type { CalendarDate } from '@dcc/domain/calendar-date';
import { formatDecimal, type Money } from '@dcc/domain/money';
import { stringify } from 'csv-stringify/sync';
import { statementAt } from '../../read-models/statement.ts';

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
export async function statementDocument(db: Reader, asOf: CalendarDate) {
  const statement = await statementAt(db, { asOf, knownOn: null });
  const fund = await findFund(db);
  const { otherIncome, programmeSupportCost, ...agent } = written(statement.fundsWithAdministrativeAgent);
  return {
    source: `${fund?.name ?? 'Fund'}: statement of source and use of funds as of ${asOf}, US dollars`,
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

/** The statement as a JSON or a CSV text. */
export async function exportStatement(db: Reader, asOf: CalendarDate, format: 'json' | 'csv'): Promise<string> {
  const document = await statementDocument(db, asOf);
  if (format === 'json') return `${JSON.stringify(document, null, 2)}\n`;
  const rows = (part: string, lines: object): string[][] =>
    Object.entries(lines).map(([line, value]) => [part, line, String(value ?? '')]);
  return stringify(
    [
      ...rows('fundsWithAdministrativeAgent', document.fundsWithAdministrativeAgent),
      ...rows('fundsWithParticipatingOrganizations', document.fundsWithParticipatingOrganizations),
      ...rows('total', {
        totalBalanceOfFunds: document.totalBalanceOfFunds,
        totalBalanceAsPercentOfDeposits: document.totalBalanceAsPercentOfDeposits,
      }),
    ],
    { header: true, columns: ['part', 'line', 'value'], record_delimiter: '\r\n' },
  );
}
