import type { CalendarDate } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import type { EntryFilter } from '@dcc/domain/ledger/entry-filter';
import { type Money, money } from '@dcc/domain/money';
import { knownBefore, type Standpoint } from '@dcc/domain/standpoint';
import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../open-database.ts';
import { anyContains } from '../text-search.ts';
import { anyEntryAfter, entryCount, lastEntryOf } from './known-entries.ts';

// Which entries a list shows, in which order. A filter that names something of a posting is answered from an index of postings, any
// other from an index of entries; only then are the entries of one page read.

/** What of the ledger a reader may see: `null` is no bound. */
export type Bounds = {
  readonly asOf: CalendarDate | null;
  readonly last: number | null;
  readonly before: string | null;
};

export async function boundsOf(db: Reader, standpoint: Standpoint | null): Promise<Bounds> {
  if (standpoint === null) return { asOf: null, last: null, before: null };
  const { asOf, knownOn } = standpoint;
  return {
    // A condition that every row fulfils would keep an index from answering alone.
    asOf: (await anyEntryAfter(db, asOf)) ? asOf : null,
    last: await lastEntryOf(db, standpoint),
    before: knownOn === null ? null : knownBefore(knownOn),
  };
}

/** Parts of a filter that only postings can answer. */
const OF_POSTINGS = {
  account: 'account',
  contributorId: 'contributor_id',
  contributionId: 'contribution_id',
  poolId: 'pool_id',
  organizationId: 'organization_id',
  positionId: 'position_id',
} as const satisfies Partial<Record<keyof EntryFilter, string>>;

type Sql = RawBuilder<unknown>;

/** Entries of a filter: the table that answers, its column of the entry's number, and what its rows have to fulfil. */
type Selected = {
  readonly table: 'posting' | 'journal_entry';
  readonly number: Sql;
  readonly conditions: readonly Sql[];
};

function certificationCondition(number: Sql, wanted: 'certified' | 'pending', before: string | null): Sql {
  if (before === null)
    return wanted === 'pending'
      ? sql`${number} in (select entry_number from pending_certification)`
      : sql`${number} not in (select entry_number from pending_certification)`;
  const known = sql`select 1 from certification where certification.entry_number = ${number} and certified_at < ${before}`;
  return wanted === 'pending' ? sql`not exists (${known})` : sql`exists (${known})`;
}

/** Parts that name something of a posting. */
function postingConditions(filter: EntryFilter): Sql[] {
  const named = Object.entries(OF_POSTINGS).flatMap(([part, column]) => {
    const value = filter[part as keyof typeof OF_POSTINGS];
    return value === undefined ? [] : [sql`${sql.ref(column)} = ${value}`];
  });
  return [...named, ...(filter.without ?? []).map((subject) => sql`${sql.ref(`${subject}_id`)} is null`)];
}

/** Parts that entries answer, and postings too: they repeat the kind and the date of their entry. */
function commonConditions({ kinds = [], from, to }: EntryFilter, number: Sql, { asOf, last }: Bounds): Sql[] {
  const [kind, ...others] = kinds;
  const until = to === undefined || (asOf !== null && asOf < to) ? asOf : to;
  return [
    ...(kind === undefined ? [] : [others.length === 0 ? sql`kind = ${kind}` : sql`kind in (${sql.join(kinds)})`]),
    ...(from === undefined ? [] : [sql`effective_on >= ${from}`]),
    ...(until === null ? [] : [sql`effective_on <= ${until}`]),
    ...(last === null ? [] : [sql`${number} <= ${BigInt(last)}`]),
  ];
}

function selected(filter: EntryFilter, bounds: Bounds): Selected {
  const ofPostings = postingConditions(filter);
  const table = ofPostings.length > 0 ? 'posting' : 'journal_entry';
  const number = sql.ref(table === 'posting' ? 'posting.entry_number' : 'journal_entry.number');
  const conditions = [...ofPostings, ...commonConditions(filter, number, bounds)];
  if (filter.certification !== undefined)
    conditions.push(certificationCondition(number, filter.certification, bounds.before));
  if (filter.text !== undefined) {
    const found = anyContains(['journal_entry.description', 'journal_entry.reference'], filter.text);
    conditions.push(
      table === 'journal_entry'
        ? sql`${found}`
        : sql`exists (select 1 from journal_entry where journal_entry.number = posting.entry_number and ${found})`,
    );
  }
  return { table, number, conditions };
}

const where = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, sql` and `)}`;

/** By number is in the order of recording, by date in the order of effect and then of recording. */
export type EntryOrder = { readonly by: 'number' | 'date'; readonly direction: 'asc' | 'desc' };

/** Some entries of an order: those after or before one of them, or those that stand so many places from its beginning. */
export type EntryWindow =
  | { readonly beside: number; readonly toward: 'next' | 'previous'; readonly limit: number }
  | { readonly offset: number; readonly limit: number };

export const reversed = ({ by, direction }: EntryOrder): EntryOrder => ({
  by,
  direction: direction === 'asc' ? 'desc' : 'asc',
});

/** Entries that stand after one of them in an order. */
async function after(db: Reader, { table, number }: Selected, order: EntryOrder, entry: number): Promise<Sql> {
  const sign = sql.raw(order.direction === 'asc' ? '>' : '<');
  if (order.by === 'number') return sql`${number} ${sign} ${BigInt(entry)}`;
  const row = await db
    .selectFrom('journal_entry')
    .select('effective_on')
    .where('number', '=', BigInt(entry))
    .executeTakeFirst();
  // An entry that is not there has nothing beside it.
  if (row === undefined) return sql`1 = 0`;
  return sql`(${sql.ref(`${table}.effective_on`)}, ${number}) ${sign} (${row.effective_on}, ${BigInt(entry)})`;
}

/** Entries from a place on in the whole ledger, whose numbers have no gaps; `null` where only counting them off tells which they are. */
async function fromPlace(db: Reader, entries: Selected, order: EntryOrder, offset: number): Promise<Sql | null> {
  if (entries.conditions.length > 0 || order.by === 'date') return null;
  return order.direction === 'asc'
    ? sql`${entries.number} > ${BigInt(offset)}`
    : sql`${entries.number} <= ${BigInt((await countOf(db, entries)) - offset)}`;
}

/** The numbers of the entries of a window, as a query to put into another one. */
export async function windowOf(
  db: Reader,
  filter: EntryFilter,
  bounds: Bounds,
  order: EntryOrder,
  window: EntryWindow,
): Promise<Sql> {
  const entries = selected(filter, bounds);
  const walked = 'beside' in window && window.toward === 'previous' ? reversed(order) : order;
  const place = 'offset' in window && window.offset > 0 ? await fromPlace(db, entries, walked, window.offset) : null;
  const conditions = [
    ...entries.conditions,
    ...('beside' in window ? [await after(db, entries, walked, window.beside)] : []),
    ...(place === null ? [] : [place]),
  ];
  const direction = sql.raw(walked.direction);
  const date = sql.ref(`${entries.table}.effective_on`);
  const grouped = order.by === 'date' ? sql`group by ${date}, ${entries.number}` : sql`group by ${entries.number}`;
  const sorted =
    order.by === 'date'
      ? sql`${date} ${direction}, ${entries.number} ${direction}`
      : sql`${entries.number} ${direction}`;
  return sql`select ${entries.number} from ${sql.table(entries.table)} ${where(conditions)}
    ${entries.table === 'posting' ? grouped : sql``} order by ${sorted}
    limit ${sql.lit(window.limit)} ${'offset' in window && place === null ? sql`offset ${BigInt(window.offset)}` : sql``}`;
}

async function countOf(db: Reader, { table, number, conditions }: Selected): Promise<number> {
  if (conditions.length === 0) return entryCount(db);
  const counted = table === 'posting' ? sql`count(distinct ${number})` : sql`count(*)`;
  const { rows } = await sql<{ count: bigint }>`
    select ${counted} as count from ${sql.table(table)} ${where(conditions)}`.execute(db);
  return Number(rows[0]?.count ?? 0n);
}

/** How many entries of a filter stand before one of them in an order. */
export async function placeOf(
  db: Reader,
  filter: EntryFilter,
  bounds: Bounds,
  order: EntryOrder,
  entry: number,
): Promise<number> {
  const entries = selected(filter, bounds);
  const before = await after(db, entries, reversed(order), entry);
  return countOf(db, { ...entries, conditions: [...entries.conditions, before] });
}

/** How many entries a filter selects, and what its postings add up to where it names an account. */
export async function entryTotals(
  db: Reader,
  filter: EntryFilter,
  standpoint: Standpoint | null,
): Promise<{ rowCount: number; total: Money | null }> {
  const bounds = await boundsOf(db, standpoint);
  const entries = selected(filter, bounds);
  const rowCount = await countOf(db, entries);
  if (filter.account === undefined || filter.text !== undefined) return { rowCount, total: null };
  const { rows } = await sql<{ amount: bigint | null }>`
    select cast(sum(amount) as bigint) as amount from posting ${where(entries.conditions)}`.execute(db);
  return { rowCount, total: money(rows[0]?.amount ?? 0n, BOOK_CURRENCY) };
}
