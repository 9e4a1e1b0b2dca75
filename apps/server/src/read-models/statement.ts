import type { Reader } from '@dcc/db/open-database';
import { type BalanceOptions, balancesAt } from '@dcc/db/stores/balance-store';
import type { CalendarDate } from '@dcc/domain/calendar-date';
import type { Figure } from '@dcc/domain/figure';
import type { EntryFilter } from '@dcc/domain/ledger/entry-filter';
import type { EntryKind } from '@dcc/domain/ledger/kinds';
import type { Money } from '@dcc/domain/money';
import type { Standpoint } from '@dcc/domain/standpoint';
import { type SourceAndUse, sourceAndUse, STATEMENT_LINES } from '@dcc/domain/reports/statement';

/** The statement of source and use of funds from a standpoint; the certified one leaves out what nobody else has certified. */
export async function statementAt(
  db: Reader,
  standpoint: Standpoint,
  options: BalanceOptions = {},
): Promise<SourceAndUse> {
  return sourceAndUse(await balancesAt(db, standpoint, ['cash', 'organization-funds'], ['account', 'kind'], options));
}

const KINDS_OF_TOTALS = {
  totalSourceOfFunds: ['deposit', 'contributor-refund', 'interest-fund', 'interest-organization', 'other-income'],
  subTotalTransfers: ['transfer', 'transfer-other-fund'],
  totalUseOfFunds: [
    'transfer',
    'transfer-other-fund',
    'refund',
    'agent-fee',
    'support-cost',
    'direct-cost',
    'bank-charge',
  ],
  totalExpenses: ['organization-expenditure', 'organization-refund'],
} as const satisfies Record<string, readonly EntryKind[]>;

function entriesOfLine(part: 'agent' | 'hosts', line: string, asOf: CalendarDate): EntryFilter {
  const account = part === 'agent' ? 'cash' : 'organization-funds';
  const single = STATEMENT_LINES[line as keyof typeof STATEMENT_LINES] as { kinds: readonly EntryKind[] } | undefined;
  const kinds = single?.kinds ?? (KINDS_OF_TOTALS as Record<string, readonly EntryKind[] | undefined>)[line];
  return { account, ...(kinds === undefined ? {} : { kinds: [...kinds] }), to: asOf };
}

type Figures<T> = { [K in keyof T]: T[K] extends Money ? Figure : T[K] };

function withEntries<T extends object>(part: 'agent' | 'hosts', lines: T, asOf: CalendarDate): Figures<T> {
  const figures = Object.entries(lines).map(([line, value]: [string, Money | string | null]) => {
    if (typeof value !== 'object' || value === null) return [line, value];
    return [
      line,
      {
        amount: value,
        basis: part === 'agent' ? 'cash' : 'spent',
        asOf,
        entries: entriesOfLine(part, line, asOf),
      } satisfies Figure,
    ];
  });
  return Object.fromEntries(figures) as Figures<T>;
}

/** The statement as a screen shows it: each line knows the entries it is the sum of. */
export function statementFigures(statement: SourceAndUse, asOf: CalendarDate, today: CalendarDate) {
  return {
    asOf,
    today,
    fundsWithAdministrativeAgent: withEntries('agent', statement.fundsWithAdministrativeAgent, asOf),
    fundsWithParticipatingOrganizations: withEntries('hosts', statement.fundsWithParticipatingOrganizations, asOf),
    totalBalanceOfFunds: statement.totalBalanceOfFunds,
    totalBalanceAsPercentOfDeposits: statement.totalBalanceAsPercentOfDeposits,
  };
}
