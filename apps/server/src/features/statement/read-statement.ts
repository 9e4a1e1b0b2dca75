import { firstDay, pendingAt } from '@dcc/db/stores/balance-store';
import { closedThroughAt } from '@dcc/db/stores/year-store';
import { yearOf } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import type { Figure } from '@dcc/domain/figure';
import type { EntryFilter } from '@dcc/domain/ledger/entry-filter';
import { add, type Money, negate, subtract, zero } from '@dcc/domain/money';
import { SIGNATURE_LINES, type SignatureToCash } from '@dcc/domain/reports/signature-to-cash';
import { STATEMENT_LINES } from '@dcc/domain/reports/statement';
import type { Standpoint } from '@dcc/domain/standpoint';
import type { StandpointInput } from '@dcc/domain/wire';
import { type Counted, countedBefore, lineFigures } from '../../read-models/statement.ts';
import {
  type ReportColumn,
  type ReportPart,
  type StatementChoice,
  statementReport,
} from '../../read-models/statement-report.ts';
import { assertMay } from '../../use-case/command.ts';
import { type Context, today } from '../../use-case/context.ts';
import { standpointOf } from '../../use-case/standpoint.ts';

const NOTHING = zero(BOOK_CURRENCY);

function entriesOfSignature(line: keyof SignatureToCash, counted: Counted): EntryFilter | null {
  if (line === 'received')
    return { account: 'cash', kinds: [...STATEMENT_LINES.contributionsFromDonors.kinds], ...counted };
  const account = 'contributions-receivable';
  if (line === 'outstandingBefore') {
    const before = countedBefore(counted);
    return before === null ? null : { account, ...before };
  }
  const { from: _from, ...whole } = counted;
  if (line === 'outstanding') return { account, ...whole };
  const { kinds, ...rest } = SIGNATURE_LINES[line];
  return { account: rest.account, ...(kinds === null ? {} : { kinds: [...kinds] }), ...counted };
}

type SignatureFigures = { readonly [K in keyof SignatureToCash]: Figure };

function signatureFigures({ signature, counted }: ReportPart): SignatureFigures {
  const figures = Object.entries(signature).map(([line, amount]): [string, Figure] => [
    line,
    {
      amount,
      basis: line === 'received' ? 'cash' : 'signed',
      asOf: counted.to,
      entries: entriesOfSignature(line as keyof SignatureToCash, counted),
    },
  ]);
  return Object.fromEntries(figures) as SignatureFigures;
}

/** Without the lines that are nought: there are columns for hundreds. */
function said<T extends object>(lines: T): Partial<T> {
  const kept = Object.entries(lines).filter(
    ([, value]: [string, Figure | string | null]) =>
      value === null || typeof value === 'string' || value.amount.minor !== 0n,
  );
  return Object.fromEntries(kept) as Partial<T>;
}

type Pending = { readonly count: number; readonly amount: Money };
type PendingSums = {
  readonly agent: Pending;
  readonly hosts: Pending;
  /** Expenditure of hosts by year, as the statement counts it: spent is positive. */
  readonly spentIn: ReadonlyMap<number, Money>;
};

/** What waits for certification in the period. */
async function pendingOf(context: Context, standpoint: Standpoint, counted: Counted): Promise<PendingSums> {
  const sumsAt = async (asOf: Counted['to']) =>
    pendingAt(
      context.shell.db.read,
      { ...standpoint, asOf },
      ['cash', 'organization-funds'],
      ['account', 'kind', 'year'],
    );
  const earlier = countedBefore(counted);
  const rows = [
    ...(await sumsAt(counted.to)),
    ...(earlier === null
      ? []
      : (await sumsAt(earlier.to)).map((row) => ({ ...row, amount: negate(row.amount), count: -row.count }))),
  ];
  const of = (account: string): Pending => {
    const own = rows.filter((row) => row.account === account);
    return {
      count: own.reduce((count, row) => count + row.count, 0),
      amount: add(NOTHING, ...own.map(({ amount }) => amount)),
    };
  };
  const spentIn = new Map<number, Money>();
  for (const { kind, year, amount } of rows)
    if (kind === 'organization-expenditure')
      spentIn.set(Number(year), subtract(spentIn.get(Number(year)) ?? NOTHING, amount));
  return { agent: of('cash'), hosts: of('organization-funds'), spentIn };
}

function pendingEntries(account: 'cash' | 'organization-funds', counted: Counted): EntryFilter {
  return { ...counted, account, certification: 'pending' };
}

function interimFigure(amount: Money, counted: Counted): Figure {
  const entries: EntryFilter = {
    ...pendingEntries('organization-funds', counted),
    kinds: [...STATEMENT_LINES.expenditure.kinds],
  };
  return { amount, basis: 'spent', asOf: counted.to, entries };
}

/** What the marks of years are read from: the current one, and the last that is closed. */
type YearMarks = { readonly current: number; readonly closedThrough: number };

/** How a column of a year is marked: the current one is not final, what hosts report is interim while it is not certified. */
function marksOf({ key, counted }: ReportColumn, years: YearMarks | null, pending: PendingSums) {
  if (years === null) return { notFinal: false, closed: false, interim: null };
  const interim = pending.spentIn.get(Number(key)) ?? NOTHING;
  return {
    notFinal: Number(key) >= years.current,
    closed: Number(key) <= years.closedThrough,
    interim: interim.minor === 0n ? null : interimFigure(interim, counted),
  };
}

/** The statement of source and use of funds of a period from a standpoint, whole and in columns. */
export async function getStatement(context: Context, input: StandpointInput & StatementChoice) {
  assertMay(context, 'statement.read');
  const standpoint = standpointOf(context.shell, input);
  const now = today(context.shell);
  const { from, whole, columns } = await statementReport(context.shell.db.read, standpoint, input);
  const pending = await pendingOf(context, standpoint, whole.counted);
  const first = await firstDay(context.shell.db.read, ['cash', 'organization-funds']);
  const currentYear = yearOf(standpoint.knownOn ?? now);
  const years =
    input.by === 'year'
      ? { current: currentYear, closedThrough: await closedThroughAt(context.shell.db.read, standpoint) }
      : null;
  const waiting = (account: 'cash' | 'organization-funds', { count, amount }: Pending) => ({
    count,
    figure: {
      amount,
      basis: account === 'cash' ? ('cash' as const) : ('spent' as const),
      asOf: standpoint.asOf,
      entries: pendingEntries(account, whole.counted),
    },
  });
  return {
    ...standpoint,
    today: now,
    from,
    by: input.by ?? null,
    certifiedOnly: input.certified === 'only',
    ...lineFigures(whole.statement, whole.counted),
    signature: signatureFigures(whole),
    pending: { agent: waiting('cash', pending.agent), hosts: waiting('organization-funds', pending.hosts) },
    interim: interimFigure(add(NOTHING, ...pending.spentIn.values()), whole.counted),
    firstYear: first === null ? null : yearOf(first),
    currentYear,
    columns: columns.map((column) => {
      const lines = lineFigures(column.statement, column.counted);
      return {
        key: column.key,
        name: column.name,
        of: column.of,
        from: column.counted.from ?? null,
        to: column.counted.to,
        ...marksOf(column, years, pending),
        ...lines,
        fundsWithAdministrativeAgent: said(lines.fundsWithAdministrativeAgent),
        fundsWithParticipatingOrganizations: said(lines.fundsWithParticipatingOrganizations),
        signature: said(signatureFigures(column)),
      };
    }),
  };
}
