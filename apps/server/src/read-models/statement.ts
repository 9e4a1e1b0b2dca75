import type { Reader } from '@dcc/db/open-database';
import { type BalanceOptions, balancesAt } from '@dcc/db/stores/balance-store';
import { type CalendarDate, dayBefore } from '@dcc/domain/calendar-date';
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

/** Which entries a statement counts: up to a day, of a period that begins on one, of one column, only the certified. */
export type Counted = Pick<
  EntryFilter,
  'from' | 'contributorId' | 'organizationId' | 'positionId' | 'without' | 'certification'
> & { readonly to: CalendarDate };

/** Everything before the period: what its opening balance is made of. `null` where it is the whole life of the fund. */
export function countedBefore({ from, ...counted }: Counted): Counted | null {
  if (from === undefined) return null;
  const to = dayBefore(from);
  return { ...counted, to: to < counted.to ? to : counted.to };
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

function entriesOfLine(part: 'agent' | 'hosts', line: string, counted: Counted): EntryFilter | null {
  const account = part === 'agent' ? 'cash' : 'organization-funds';
  if (line === 'openingBalance') {
    const before = countedBefore(counted);
    return before === null ? null : { account, ...before };
  }
  // A balance is of everything until its day.
  const { from: _from, ...whole } = counted;
  if (line === 'balance') return { account, ...whole };
  const single = STATEMENT_LINES[line as keyof typeof STATEMENT_LINES] as { kinds: readonly EntryKind[] } | undefined;
  const kinds = single?.kinds ?? (KINDS_OF_TOTALS as Record<string, readonly EntryKind[] | undefined>)[line];
  return { account, ...(kinds === undefined ? {} : { kinds: [...kinds] }), ...counted };
}

type Figures<T> = { [K in keyof T]: T[K] extends Money ? Figure : T[K] };

function withEntries<T extends object>(part: 'agent' | 'hosts', lines: T, counted: Counted): Figures<T> {
  const figures = Object.entries(lines).map(([line, value]: [string, Money | string | null]) => {
    if (typeof value !== 'object' || value === null) return [line, value];
    return [
      line,
      {
        amount: value,
        basis: part === 'agent' ? 'cash' : 'spent',
        asOf: counted.to,
        entries: entriesOfLine(part, line, counted),
      } satisfies Figure,
    ];
  });
  return Object.fromEntries(figures) as Figures<T>;
}

/** The lines of a statement, each with the entries it is the sum of. */
export function lineFigures(statement: SourceAndUse, counted: Counted) {
  return {
    ...statement,
    fundsWithAdministrativeAgent: withEntries('agent', statement.fundsWithAdministrativeAgent, counted),
    fundsWithParticipatingOrganizations: withEntries('hosts', statement.fundsWithParticipatingOrganizations, counted),
  };
}

/** The statement of the whole life of the fund as a screen shows it. */
export function statementFigures(statement: SourceAndUse, asOf: CalendarDate, today: CalendarDate) {
  return { asOf, today, ...lineFigures(statement, { to: asOf }) };
}
