import { type CalendarDate, date, yearOf } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import type { Account } from '@dcc/domain/ledger/accounts';
import type { EntryKind } from '@dcc/domain/ledger/kinds';
import { type Money, money } from '@dcc/domain/money';
import { knownBefore, type Standpoint } from '@dcc/domain/standpoint';
import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../open-database.ts';
import { runWritten } from '../written-queries.ts';
import { anyEntryAfter, forOneAnswer, lastKnownEntry } from './known-entries.ts';

const KEYS = [
  'account',
  'kind',
  'contributor_id',
  'pool_id',
  'organization_id',
  'position_id',
  'month',
  'year',
] as const;
type Key = (typeof KEYS)[number];

export type BalanceRow<K extends Key> = {
  readonly [P in K]: P extends 'account' ? Account : P extends 'kind' ? EntryKind : string;
} & { readonly amount: Money };

const KEPT: Record<Key, string> = {
  account: 'account',
  kind: 'kind',
  contributor_id: 'contributor_id',
  pool_id: 'pool_id',
  organization_id: 'organization_id',
  position_id: 'position_id',
  month: 'period',
  year: 'substr(period, 1, 4)',
};
const POSTED: Record<Key, string> = {
  account: 'account',
  kind: 'kind',
  contributor_id: "coalesce(contributor_id, '')",
  pool_id: "coalesce(pool_id, '')",
  organization_id: "coalesce(organization_id, '')",
  position_id: "coalesce(position_id, '')",
  month: 'substr(effective_on, 1, 7)',
  year: 'substr(effective_on, 1, 4)',
};

type Sql = RawBuilder<unknown>;

/** The first days of the year and of the month after a day, as text: the calendar of the program ends with 2199. */
const nextYear = (on: CalendarDate): string => `${yearOf(on) + 1}-01-01`;
const nextMonth = (on: CalendarDate): string =>
  on.slice(5, 7) === '12' ? nextYear(on) : `${on.slice(0, 5)}${String(Number(on.slice(5, 7)) + 1).padStart(2, '0')}-01`;

/** Up to which day (excluded) whole kept periods say what stands as of a day: its year's or month's end where nothing follows in them. */
async function keptUntil(db: Reader, asOf: CalendarDate, accounts: readonly Account[]): Promise<string> {
  if (!(await anyEntryAfter(db, asOf))) return nextYear(asOf);
  // One look into the index for each account.
  const rows = await runWritten(db, `first day after ${accounts.join(' ')}`, { asOf }, (values) => {
    const following = accounts.map(
      (account) =>
        sql`select min(effective_on) as following from posting where account = ${sql.lit(account)} and effective_on > ${values.asOf}`,
    );
    return sql<{ following: string | null }>`
      select min(following) as following from (${sql.join(following, sql` union all `)}) as each_account`;
  });
  const next = rows[0]?.following ?? null;
  if (next === null || next >= nextYear(asOf)) return nextYear(asOf);
  return next >= nextMonth(asOf) ? nextMonth(asOf) : `${asOf.slice(0, 7)}-01`;
}

/** What the queries of balances are asked with; what follows `month` only where not all that is recorded is known. */
type Given = {
  readonly accounts: readonly Account[];
  readonly asOf: string;
  /** The day before which whole kept periods are read, its year and its month. */
  readonly until: string;
  readonly year: string;
  readonly month: string;
  readonly last: bigint;
  readonly knownMonth: string;
  readonly from: bigint;
  readonly to: bigint;
  /** Certified from this instant on was not yet certified. */
  readonly since: string;
};

/** Kept periods that end before a day: years, and the months of the last year; or months only, which also know when they were recorded. */
function keptPeriods({ year, month }: Given, wholeYears: boolean, onlyMonths: boolean): Sql[] {
  if (onlyMonths) return [sql`grain = 'month' and period < ${month}`];
  const years = sql`grain = 'year' and period < ${year}`;
  return wholeYears ? [years] : [years, sql`grain = 'month' and period >= ${year} and period < ${month}`];
}

/** What is known on a day: the last entry that was on record, and what lies between the kept months of recording and it. */
type Known = {
  readonly last: bigint;
  readonly knownMonth: string;
  readonly since: string;
  /** Whether these entries are to be added to the months before the known one, or taken from those up to it: the fewer of both. */
  readonly adds: boolean;
  readonly from: bigint;
  readonly to: bigint;
};

async function knownEntries(db: Reader, knownOn: CalendarDate): Promise<Known> {
  const knownMonth = knownOn.slice(0, 7);
  const since = knownBefore(knownOn);
  const last = await lastKnownEntry(db, since);
  const first = (await lastKnownEntry(db, knownMonth)) + 1;
  const end = await lastKnownEntry(db, `${knownMonth}-99`);
  const adds = last - first < end - last;
  const [from, to] = adds ? [first, last] : [last + 1, end];
  return { last: BigInt(last), knownMonth, since, adds, from: BigInt(from), to: BigInt(to) };
}

function given(standpoint: Standpoint, accounts: readonly Account[], until: string, known: Known | null): Given {
  const { last = 0n, knownMonth = '', since = '', from = 0n, to = 0n } = known ?? {};
  const [year, month] = [until.slice(0, 4), until.slice(0, 7)];
  return { accounts, asOf: standpoint.asOf, until, year, month, last, knownMonth, from, to, since };
}

/** Entries that nobody else had certified by the standpoint. */
function uncertified({ last, since }: Given, all: boolean): Sql {
  if (all) return sql`select entry_number from pending_certification`;
  return sql`select entry_number from pending_certification where entry_number <= ${last}
    union all select entry_number from certification where certified_at >= ${since} and entry_number <= ${last}`;
}

/** So many entries are looked up one by one; of more, the postings of the accounts are read along their index. */
const FEW_WAITING = 5_000;

async function manyWait(db: Reader): Promise<boolean> {
  const more = await runWritten(db, 'more than few waiting', {}, () =>
    db.selectFrom('pending_certification').select('entry_number').limit(sql.lit(1)).offset(sql.lit(FEW_WAITING)),
  );
  return more.length > 0;
}

/** Which postings of some accounts wait for certification: found the way that suits how many entries wait. */
function waitingPostings(values: Given, many: boolean, all: boolean): Sql {
  // An expression hides the index of accounts, so that an engine begins with the entries.
  const account = many ? sql`account` : sql`account || ''`;
  return sql`${account} in (${sql.join(values.accounts)}) and effective_on <= ${values.asOf}
    and entry_number in (${uncertified(values, all)})`;
}

/** A column that no index answers for: what is found by its entry must not be sought through all that an account ever moved. */
const unsought = (column: 'account' | 'effective_on'): Sql => sql`coalesce(${sql.ref(`posting.${column}`)}, '')`;

/** The postings of the entries at the edge of what is known, before a day; a cross join is walked in the order in which it is written. */
function postingsAtTheEdge({ accounts, from, to, until }: Given): Sql {
  return sql`(select number as entry_number from journal_entry where number between ${from} and ${to}) as chosen
    cross join posting where posting.entry_number = chosen.entry_number
    and ${unsought('account')} in (${sql.join(accounts)}) and ${unsought('effective_on')} < ${until}`;
}

/** How rows are added up while they are walked through, before they are sorted by what is asked for. */
type AsStored = { readonly amount: Sql; readonly by: Sql };

/** Kept periods lie by account, period and kind, the index of postings by account, day and kind: nothing has to be sorted to sum by these. */
function summedAsStored(keys: readonly Key[]): readonly [periods: AsStored, days: AsStored] {
  if (!keys.every((key) => key === 'account' || key === 'kind' || key === 'year' || key === 'month')) {
    const single = { amount: sql`amount`, by: sql`` };
    return [single, single];
  }
  const amount = sql`sum(amount)`;
  const kind = keys.includes('kind') ? sql`, kind` : sql``;
  return [
    { amount, by: sql`group by account, period${kind}` },
    { amount, by: sql`group by account, effective_on${kind}` },
  ];
}

export type BalanceOptions = {
  /** Leaves out what waits for certification. */
  readonly certifiedOnly?: boolean;
};

const SUBJECTS = ['account', 'kind', 'contributor_id', 'pool_id', 'organization_id', 'position_id'] as const;

/** Balances of one standpoint that were read before, as finely as they are kept but for time. */
type ReadBefore = {
  readonly standpoint: Standpoint;
  readonly accounts: ReadonlySet<Account>;
  readonly rows: ReadonlyMap<Account, readonly BalanceRow<(typeof SUBJECTS)[number]>[]>;
};
const readBefore = new WeakMap<Reader, ReadBefore>();

/**
 * A reader for one answer, which takes many sums of the same balances from one standpoint: it reads them once, and adds up what it is
 * asked for afterwards. What is grouped by time, or only of certified entries, or from elsewhere, is read as ever.
 */
export async function readingOnce(db: Reader, standpoint: Standpoint, accounts: readonly Account[]): Promise<Reader> {
  const reader = forOneAnswer(db);
  const rows = Map.groupBy(await balancesAt(reader, standpoint, accounts, SUBJECTS), ({ account }) => account);
  readBefore.set(reader, { standpoint, accounts: new Set(accounts), rows });
  return reader;
}

const isSubject = (key: Key): key is (typeof SUBJECTS)[number] => (SUBJECTS as readonly Key[]).includes(key);

/** The balances added up from what was read before, or `null` where that does not say it. */
function fromBefore<K extends Key>(
  db: Reader,
  { asOf, knownOn }: Standpoint,
  accounts: readonly Account[],
  keys: readonly K[],
): BalanceRow<K>[] | null {
  const before = readBefore.get(db);
  if (before === undefined || before.standpoint.asOf !== asOf || before.standpoint.knownOn !== knownOn) return null;
  const subjects: readonly (typeof SUBJECTS)[number][] = keys.filter((key): key is never => isSubject(key));
  if (subjects.length < keys.length || accounts.some((account) => !before.accounts.has(account))) return null;
  const groups = new Map<string, { readonly row: BalanceRow<(typeof SUBJECTS)[number]>; minor: bigint }>();
  for (const row of accounts.flatMap((account) => before.rows.get(account) ?? [])) {
    let name = '';
    for (const key of subjects) name += `${row[key]}\u0000`;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, { row, minor: row.amount.minor });
    else group.minor += row.amount.minor;
  }
  const told = [...groups].filter(([, { minor }]) => minor !== 0n);
  const sorted = told.toSorted(([left], [right]) => (left < right ? -1 : 1));
  return sorted.map(([, { row, minor }]) => {
    const balance: Record<string, string | Money> = { amount: money(minor, BOOK_CURRENCY) };
    for (const key of subjects) balance[key] = row[key];
    return balance as unknown as BalanceRow<K>;
  });
}

/**
 * Balances of some accounts from a standpoint, grouped by the given keys, US dollars, debit positive. Whole years and months of effect
 * come from the kept balances, a month that is cut from its postings; what was recorded after the standpoint is left out the same
 * way, by month of recording. So the cost grows neither with the ledger nor with what was recorded later.
 * What comes to nothing is left out: a correction recorded later must not show, not even as a row of zero.
 */
export async function balancesAt<K extends Key>(
  db: Reader,
  standpoint: Standpoint,
  accounts: readonly Account[],
  keys: readonly K[],
  { certifiedOnly = false }: BalanceOptions = {},
): Promise<BalanceRow<K>[]> {
  const summed = certifiedOnly ? null : fromBefore(db, standpoint, accounts, keys);
  if (summed !== null) return summed;
  const until = await keptUntil(db, standpoint.asOf, accounts);
  const known = standpoint.knownOn === null ? null : await knownEntries(db, standpoint.knownOn);
  const shape = {
    keys,
    adds: known?.adds ?? null,
    wholeYears: until.endsWith('-01-01'),
    cut: until <= standpoint.asOf,
    certifiedOnly,
    many: certifiedOnly && (await manyWait(db)),
  };
  const rows = await runWritten(
    db,
    `balances ${JSON.stringify(shape)}`,
    given(standpoint, accounts, until, known),
    (values) => balancesQuery(values, shape),
  );
  return rows.map((row) => ({ ...row, amount: money(row.amount, BOOK_CURRENCY) }) as unknown as BalanceRow<K>);
}

/** What the text of a query of balances depends on. */
type Shape = {
  readonly keys: readonly Key[];
  /** How the entries at the edge of what is known count, `null` where all is known. */
  readonly adds: boolean | null;
  readonly wholeYears: boolean;
  /** Whether a month is cut by the day. */
  readonly cut: boolean;
  readonly certifiedOnly: boolean;
  readonly many: boolean;
};

function balancesQuery(values: Given, shape: Shape): RawBuilder<Record<string, string> & { readonly amount: bigint }> {
  const { keys, adds } = shape;
  const list = sql.join(values.accounts);
  const columns = (source: Record<Key, string>): Sql =>
    sql.join(keys.map((key) => sql`${sql.raw(source[key])} as ${sql.ref(key)}`));
  const [periods, days] = summedAsStored(keys);
  const recorded =
    adds === null
      ? sql``
      : adds
        ? sql`and recorded_month < ${values.knownMonth}`
        : sql`and recorded_month <= ${values.knownMonth}`;
  const parts = keptPeriods(values, shape.wholeYears, adds !== null || keys.includes('month')).map(
    (which) =>
      sql`select ${columns(KEPT)}, ${periods.amount} as amount from kept_balance where account in (${list}) and ${which} ${recorded} ${periods.by}`,
  );
  if (adds !== null)
    parts.push(
      sql`select ${columns(POSTED)}, ${adds ? sql`amount` : sql`-amount`} as amount from ${postingsAtTheEdge(values)}`,
    );
  if (shape.cut)
    parts.push(
      sql`select ${columns(POSTED)}, ${days.amount} as amount from posting where account in (${list})
        and effective_on >= ${values.until} and effective_on <= ${values.asOf}
        ${adds === null ? sql`` : sql`and entry_number <= ${values.last}`} ${days.by}`,
    );
  if (shape.certifiedOnly)
    parts.push(
      sql`select ${columns(POSTED)}, -amount as amount from posting where ${waitingPostings(values, shape.many, adds === null)}`,
    );
  const names = sql.join(keys.map((key) => sql.ref(key)));
  return sql`select ${names}, cast(sum(amount) as bigint) as amount from (${sql.join(parts, sql` union all `)}) as parts
    group by ${names} having sum(amount) <> 0 order by ${names}`;
}

export type PendingRow<K extends Key> = BalanceRow<K> & {
  /** How many entries the amount is of. */
  readonly count: number;
};

/** What waits for certification from a standpoint: the part of balances that the certified ones leave out, US dollars, debit positive. */
export async function pendingAt<K extends Key>(
  db: Reader,
  standpoint: Standpoint,
  accounts: readonly Account[],
  keys: readonly K[],
): Promise<PendingRow<K>[]> {
  const known = standpoint.knownOn === null ? null : await knownEntries(db, standpoint.knownOn);
  const many = await manyWait(db);
  const columns = keys.map((key) => sql`${sql.raw(POSTED[key])} as ${sql.ref(key)}`);
  const rows = await runWritten(
    db,
    `pending ${keys.join(' ')} ${many ? 'many' : 'few'} ${known === null ? 'all' : 'known'}`,
    given(standpoint, accounts, '', known),
    (values) => sql<Record<string, string> & { amount: bigint; count: bigint }>`
      select ${sql.join(columns)}, cast(sum(amount) as bigint) as amount, count(distinct entry_number) as count
      from posting where ${waitingPostings(values, many, known === null)}
      group by ${sql.join(keys.map((key) => sql.raw(POSTED[key])))}`,
  );
  return rows.map(
    ({ amount, count, ...row }) =>
      ({ ...row, amount: money(amount, BOOK_CURRENCY), count: Number(count) }) as unknown as PendingRow<K>,
  );
}

/** The first day on which any of some accounts moved, by all that is on record; `null` while none has. */
export async function firstDay(db: Reader, accounts: readonly Account[]): Promise<CalendarDate | null> {
  // One look into the index for each account.
  const rows = await runWritten(db, `first day ${accounts.join(' ')}`, {}, () => {
    const firsts = accounts.map(
      (account) => sql`select min(effective_on) as first from posting where account = ${sql.lit(account)}`,
    );
    return sql<{ first: string | null }>`
      select min(first) as first from (${sql.join(firsts, sql` union all `)}) as each_account`;
  });
  return rows[0]?.first == null ? null : date(rows[0].first);
}
