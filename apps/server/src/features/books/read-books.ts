import { balancesAt, pendingAt } from '@dcc/db/stores/balance-store';
import { type HostMove, hostMoves } from '@dcc/db/stores/host-moves';
import { positionNames } from '@dcc/db/stores/position-reads';
import { listOrganizations } from '@dcc/db/stores/reference-store';
import { closedThroughAt } from '@dcc/db/stores/year-store';
import { date, yearOf } from '@dcc/domain/calendar-date';
import type { EntryKind } from '@dcc/domain/ledger/kinds';
import type { KindBalance } from '@dcc/domain/reports/statement';
import { type Cause, causesOf, compareBooks, type TwoBooks } from '@dcc/domain/reports/two-books';
import type { Standpoint } from '@dcc/domain/standpoint';
import type { StandpointInput } from '@dcc/domain/wire';
import type { Counted } from '../../read-models/statement.ts';
import { assertMay } from '../../use-case/command.ts';
import { type Context, today } from '../../use-case/context.ts';
import { standpointOf } from '../../use-case/standpoint.ts';
import { bookFigures } from './book-figures.ts';

const ACCOUNTS = ['cash', 'organization-funds'] as const;
const KEYS = ['account', 'kind', 'organization_id', 'position_id', 'year'] as const;
const BETWEEN_HOSTS: ReadonlySet<EntryKind> = new Set([
  'transfer',
  'refund',
  'organization-received',
  'organization-expenditure',
  'organization-refund',
]);

type Row = KindBalance & { readonly organization_id: string; readonly position_id: string; readonly year: string };

/** What both records hold of some host, position or year: all of it, and what of it waits for certification. */
type Records = { readonly all: readonly Row[]; readonly pending: readonly Row[] };

function recordsWhere({ all, pending }: Records, matches: (row: Row) => boolean): Records {
  return { all: all.filter(matches), pending: pending.filter(matches) };
}

const compared = ({ all, pending }: Records): TwoBooks => compareBooks(all, pending);

/** Whether either record says anything. */
function saysSomething(books: TwoBooks): boolean {
  return Object.values(books).some(({ minor }) => minor !== 0n);
}

/** The years, without gaps, from the first in which anything moved. */
function yearsOf(
  records: Records,
  counted: Counted,
  { currentYear, closedThrough }: Pick<Told, 'currentYear' | 'closedThrough'>,
) {
  const first = Math.min(...records.all.map(({ year }) => Number(year)));
  const last = Number(counted.to.slice(0, 4));
  const count = records.all.length === 0 ? 0 : last - first + 1;
  return Array.from({ length: count }, (_, index) => {
    const year = first + index;
    const until = compared(recordsWhere(records, (row) => Number(row.year) <= year));
    const ends = date(`${year}-12-31`);
    const within: Counted = {
      ...counted,
      from: date(`${year}-01-01`),
      to: ends < counted.to ? ends : counted.to,
    };
    const books = { ...compared(recordsWhere(records, (row) => Number(row.year) === year)), balance: until.balance };
    return {
      year,
      notFinal: year >= currentYear,
      closed: year <= closedThrough,
      books: bookFigures(books, within),
      differenceAtEnd: until.difference,
    };
  });
}

type Told = {
  readonly standpoint: Standpoint;
  readonly currentYear: number;
  /** The last financial year that is closed; 0 for none. */
  readonly closedThrough: number;
  readonly moves: readonly HostMove[];
  readonly titles: ReadonlyMap<string, { readonly title: string }>;
};

function ofSubject(counted: Counted, subject: 'organization' | 'position', id: string): Counted {
  if (id === '') return { ...counted, without: [...(counted.without ?? []), subject] };
  return subject === 'organization' ? { ...counted, organizationId: id } : { ...counted, positionId: id };
}

function positionsOf(organizationId: string, records: Records, counted: Counted, told: Told) {
  const ids = [...new Set(records.all.map((row) => row.position_id))];
  return ids
    .map((id) => {
      const books = compared(recordsWhere(records, (row) => row.position_id === id));
      const moves = told.moves.filter((move) => move.organizationId === organizationId && move.positionId === id);
      return {
        position: id === '' ? null : { id, title: told.titles.get(id)?.title ?? id },
        books,
        causes: causesOf(books, moves, told.standpoint.asOf),
        counted: ofSubject(counted, 'position', id),
      };
    })
    .filter(({ books }) => saysSomething(books))
    .toSorted(inOrder)
    .map(({ counted: own, books, ...rest }) => ({ ...rest, books: bookFigures(books, own) }));
}

/** Those that differ first, then the largest. */
function inOrder(
  left: { readonly books: TwoBooks; readonly causes: readonly Cause[] },
  right: { readonly books: TwoBooks; readonly causes: readonly Cause[] },
): number {
  if ((left.causes.length === 0) !== (right.causes.length === 0)) return left.causes.length === 0 ? 1 : -1;
  const [one, other] = [left.books.transferred.minor, right.books.transferred.minor];
  return one === other ? 0 : one > other ? -1 : 1;
}

/** The administrator's record and every host's record side by side, from a standpoint: per host, per position under it, per year. */
export async function getBooks(context: Context, input: StandpointInput) {
  assertMay(context, 'statement.read');
  const db = context.shell.db.read;
  const standpoint = standpointOf(context.shell, input);
  const now = today(context.shell);
  const concerns = ({ kind }: { readonly kind: EntryKind }) => BETWEEN_HOSTS.has(kind);
  const records: Records = {
    all: (await balancesAt(db, standpoint, ACCOUNTS, KEYS)).filter(concerns),
    pending: (await pendingAt(db, standpoint, ACCOUNTS, KEYS)).filter(concerns),
  };
  const told: Told = {
    standpoint,
    currentYear: yearOf(standpoint.knownOn ?? now),
    closedThrough: await closedThroughAt(db, standpoint),
    moves: await hostMoves(db, standpoint),
    titles: await positionNames(db),
  };
  const counted: Counted = { to: standpoint.asOf };
  const organizations = new Map((await listOrganizations(db)).map((organization) => [organization.id, organization]));
  const hosts = [...new Set(records.all.map((row) => row.organization_id))]
    .map((id) => {
      const own = recordsWhere(records, (row) => row.organization_id === id);
      const books = compared(own);
      const moves = told.moves.filter(({ organizationId }) => organizationId === id);
      return { id, own, books, causes: causesOf(books, moves, standpoint.asOf) };
    })
    .filter(({ books }) => saysSomething(books))
    .toSorted(inOrder);
  return {
    ...standpoint,
    today: now,
    currentYear: told.currentYear,
    total: bookFigures(compared(records), counted),
    years: yearsOf(records, counted, told),
    hosts: hosts.map(({ id, own, books, causes }) => {
      const ofHost = ofSubject(counted, 'organization', id);
      return {
        organization: organizations.get(id) ?? null,
        books: bookFigures(books, ofHost),
        causes,
        years: yearsOf(own, ofHost, told),
        positions: positionsOf(id, own, ofHost, told),
      };
    }),
  };
}
