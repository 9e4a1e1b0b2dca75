import type { Reader } from '@dcc/db/open-database';
import { balancesAt } from '@dcc/db/stores/balance-store';
import { listOrganizations, type Organization } from '@dcc/db/stores/reference-store';
import { financialYears, type YearEvent, yearEvents } from '@dcc/db/stores/year-store';
import { type CalendarDate, date, yearOf } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import type { Basis, Figure } from '@dcc/domain/figure';
import type { Account } from '@dcc/domain/ledger/accounts';
import type { EntryKind } from '@dcc/domain/ledger/kinds';
import { type Money, negate, subtract, sum, zero } from '@dcc/domain/money';
import { sourceAndUse } from '@dcc/domain/reports/statement';
import type { Standpoint } from '@dcc/domain/standpoint';
import type { StandpointInput } from '@dcc/domain/wire';
import type { FinancialYear } from '@dcc/domain/years/year';
import { statementFigures } from '../../read-models/statement.ts';
import { assertMay } from '../../use-case/command.ts';
import { type Context, today } from '../../use-case/context.ts';
import { standpointOf } from '../../use-case/standpoint.ts';

const ACCOUNTS: readonly Account[] = ['cash', 'transfers', 'organization-funds'];

/** What each year moved on the accounts that the years are told by: by kind and by host. */
function movements(db: Reader, standpoint: Standpoint) {
  return balancesAt(db, standpoint, ACCOUNTS, ['account', 'kind', 'organization_id', 'year']);
}
type Movement = Awaited<ReturnType<typeof movements>>[number];

const total = (rows: readonly Movement[], account: Account, kinds: readonly EntryKind[] | null = null): Money =>
  sum(
    rows
      .filter((row) => row.account === account && (kinds === null || kinds.includes(row.kind)))
      .map(({ amount }) => amount),
    BOOK_CURRENCY,
  );
const upTo = (rows: readonly Movement[], year: number): Movement[] => rows.filter((row) => Number(row.year) <= year);
const within = (rows: readonly Movement[], year: number): Movement[] => rows.filter((row) => Number(row.year) === year);

/** The days of a year that a standpoint sees. */
function daysOf(year: number, asOf: CalendarDate): { readonly from: CalendarDate; readonly to: CalendarDate } {
  const end = date(`${year}-12-31`);
  return { from: date(`${year}-01-01`), to: end < asOf ? end : asOf };
}

/** A year's own part of a figure that runs from the beginning. */
function ofYear(figure: Figure, from: CalendarDate): Figure {
  return { ...figure, entries: figure.entries === null ? null : { ...figure.entries, from } };
}

/** The calendar of the program begins here: no day lies before it. */
const FIRST_YEAR = 1900;

function nothingBefore(from: CalendarDate): Figure {
  return { amount: zero(BOOK_CURRENCY), basis: 'cash', asOf: from, entries: null };
}

function yearRow(
  { year, state, pending }: FinancialYear,
  rows: readonly Movement[],
  asOf: CalendarDate,
  events: readonly YearEvent[],
) {
  const { from, to } = daysOf(year, asOf);
  const figures = statementFigures(sourceAndUse(within(rows, year)), to, to);
  const balance = (last: number, on: CalendarDate): Figure => ({
    amount: total(upTo(rows, last), 'cash'),
    basis: 'cash',
    asOf: on,
    entries: { account: 'cash', to: on },
  });
  return {
    year,
    state,
    pending,
    opening: year === FIRST_YEAR ? nothingBefore(from) : balance(year - 1, date(`${year - 1}-12-31`)),
    sources: ofYear(figures.fundsWithAdministrativeAgent.totalSourceOfFunds, from),
    uses: ofYear(figures.fundsWithAdministrativeAgent.totalUseOfFunds, from),
    closing: balance(year, to),
    expenditure: ofYear(figures.fundsWithParticipatingOrganizations.expenditure, from),
    changed: events.find((event) => event.year === year) ?? null,
  };
}

const isZero = ({ minor }: Money): boolean => minor === 0n;
const HOST_INFLOWS: readonly EntryKind[] = ['organization-received', 'organization-refund'];

/** Of the hosts that held money of the fund in a year: whose spending of it is on record, and whose is not. */
function reports(organizations: readonly Organization[], rows: readonly Movement[], year: number) {
  const reported: Organization[] = [];
  const missing: Organization[] = [];
  for (const organization of organizations) {
    const own = rows.filter((row) => row.organization_id === organization.id);
    const thisYear = within(own, year);
    const spent = total(thisYear, 'organization-funds', ['organization-expenditure']);
    const held = sum(
      [total(upTo(own, year - 1), 'organization-funds'), total(thisYear, 'organization-funds', HOST_INFLOWS)],
      BOOK_CURRENCY,
    );
    if (!isZero(spent)) reported.push(organization);
    else if (held.minor > 0n) missing.push(organization);
  }
  return { reported, missing };
}

/** Hosts that say they received something else, by the end of a year, than the fund says it sent; both net of refunds. */
function differences(organizations: readonly Organization[], rows: readonly Movement[], year: number) {
  const until = upTo(rows, year);
  return organizations.flatMap((organization) => {
    const own = until.filter((row) => row.organization_id === organization.id);
    const amount = subtract(total(own, 'transfers'), total(own, 'organization-funds', HOST_INFLOWS));
    return isZero(amount) ? [] : [{ organization, amount }];
  });
}

function checklist(
  { year, pending }: FinancialYear,
  rows: readonly Movement[],
  organizations: readonly Organization[],
  asOf: CalendarDate,
) {
  const { from, to } = daysOf(year, asOf);
  const figure = (kinds: readonly EntryKind[], sign: 1 | -1 = 1): Figure => {
    const amount = total(within(rows, year), 'cash', kinds);
    const basis: Basis = 'cash';
    return {
      amount: sign === 1 ? amount : negate(amount),
      basis,
      asOf: to,
      entries: { account: 'cash', kinds: [...kinds], from, to },
    };
  };
  return {
    year,
    pending,
    ...reports(organizations, rows, year),
    refunds: figure(['refund']),
    interest: figure(['interest-fund', 'interest-organization']),
    deposits: figure(['deposit', 'contributor-refund']),
    agentFee: figure(['agent-fee'], -1),
    supportCost: figure(['support-cost'], -1),
    differences: differences(organizations, rows, year),
  };
}

/** The financial years from a standpoint, and what there is to look at before the next one is closed. */
export async function listYears(context: Context, input: StandpointInput) {
  assertMay(context, 'statement.read');
  const { shell } = context;
  const db = shell.db.read;
  const standpoint = standpointOf(shell, input);
  const now = today(shell);
  const years = await financialYears(db, standpoint);
  const events = await yearEvents(db, standpoint);
  const rows = await movements(db, standpoint);
  const next = years.find(({ state, year }) => state === 'open' && year < yearOf(standpoint.asOf));
  return {
    ...standpoint,
    today: now,
    years: years.toReversed().map((year) => yearRow(year, rows, standpoint.asOf, events)),
    next: next === undefined ? null : checklist(next, rows, await listOrganizations(db), standpoint.asOf),
    lastClosed: years.findLast(({ state }) => state === 'closed')?.year ?? null,
    events,
  };
}
