import { type CalendarDate, date, yearOf } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import type { Account } from '@dcc/domain/ledger/accounts';
import type { EntryKind } from '@dcc/domain/ledger/kinds';
import { type Money, money } from '@dcc/domain/money';
import { knownBefore, type Standpoint } from '@dcc/domain/standpoint';
import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../open-database.ts';
import { lastKnownEntry } from './known-entries.ts';

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
  // One look into the index for each account.
  const following = accounts.map(
    (account) =>
      sql`select min(effective_on) as following from posting where account = ${account} and effective_on > ${asOf}`,
  );
  const { rows } = await sql<{ following: string | null }>`
    select min(following) as following from (${sql.join(following, sql` union all `)}) as each_account`.execute(db);
  const next = rows[0]?.following ?? null;
  if (next === null || next >= nextYear(asOf)) return nextYear(asOf);
  return next >= nextMonth(asOf) ? nextMonth(asOf) : `${asOf.slice(0, 7)}-01`;
}

/** Kept periods that end before a day: years, and the months of the last year; or months only, which also know when they were recorded. */
function keptPeriods(until: string, onlyMonths: boolean): Sql[] {
  const [year, month] = [until.slice(0, 4), until.slice(0, 7)];
  if (onlyMonths) return [sql`grain = 'month' and period < ${month}`];
  const years = sql`grain = 'year' and period < ${year}`;
  return month.endsWith('-01') ? [years] : [years, sql`grain = 'month' and period >= ${year} and period < ${month}`];
}

type Known = { readonly last: number; readonly month: string; readonly first: number; readonly end: number };

/** The last entry that was on record on a day, and which entries the month of that day holds. */
async function knownEntries(db: Reader, knownOn: CalendarDate): Promise<Known> {
  const month = knownOn.slice(0, 7);
  return {
    last: await lastKnownEntry(db, knownBefore(knownOn)),
    month,
    first: (await lastKnownEntry(db, month)) + 1,
    end: await lastKnownEntry(db, `${month}-99`),
  };
}

/** What has to be added to the kept months of recording before the known one, or taken from those up to it: the shorter of both. */
function atTheEdge({ last, month, first, end }: Known): {
  readonly kept: Sql;
  /** A query of the numbers of entries. */
  readonly entries: Sql;
  readonly sign: Sql;
} {
  return last - first < end - last
    ? {
        kept: sql`recorded_month < ${month}`,
        entries: sql`select number as entry_number from journal_entry where number between ${BigInt(first)} and ${BigInt(last)}`,
        sign: sql`amount`,
      }
    : {
        kept: sql`recorded_month <= ${month}`,
        entries: sql`select number as entry_number from journal_entry where number between ${BigInt(last + 1)} and ${BigInt(end)}`,
        sign: sql`-amount`,
      };
}

/** Entries that nobody else had certified by the standpoint. */
function uncertified({ knownOn }: Standpoint, known: Known | null): Sql {
  if (knownOn === null || known === null) return sql`select entry_number from pending_certification`;
  return sql`select entry_number from pending_certification where entry_number <= ${BigInt(known.last)}
    union all select entry_number from certification where certified_at >= ${knownBefore(knownOn)} and entry_number <= ${BigInt(known.last)}`;
}

/** So many entries are looked up one by one; of more, the postings of the accounts are read along their index. */
const FEW_WAITING = 5_000;

/** Which postings of some accounts wait for certification: found the way that suits how many entries wait. */
async function waitingPostings(db: Reader, standpoint: Standpoint, known: Known | null, accounts: Sql): Promise<Sql> {
  const { rows } = await sql<{ count: bigint }>`
    select count(*) as count from (select 1 as one from pending_certification limit ${BigInt(FEW_WAITING + 1)}) as waiting`.execute(
    db,
  );
  // An expression hides the index of accounts, so that an engine begins with the entries.
  const account = Number(rows[0]?.count ?? 0n) > FEW_WAITING ? sql`account` : sql`account || ''`;
  return sql`${account} in (${accounts}) and effective_on <= ${standpoint.asOf}
    and entry_number in (${uncertified(standpoint, known)})`;
}

/** A column that no index answers for: what is found by its entry must not be sought through all that an account ever moved. */
const unsought = (column: 'account' | 'effective_on'): Sql => sql`coalesce(${sql.ref(`posting.${column}`)}, '')`;

/** The postings of some entries, up to a day; a cross join is walked in the order in which it is written. */
function postingsOfEntries(entries: Sql, accounts: readonly Account[], day: Sql): Sql {
  return sql`(${entries}) as chosen cross join posting where posting.entry_number = chosen.entry_number
    and ${unsought('account')} in (${sql.join(accounts)}) and ${unsought('effective_on')} ${day}`;
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
  readonly rows: readonly BalanceRow<(typeof SUBJECTS)[number]>[];
};
const readBefore = new WeakMap<Reader, ReadBefore>();

/**
 * A reader for one answer, which takes many sums of the same balances from one standpoint: it reads them once, and adds up what it is
 * asked for afterwards. What is grouped by time, or only of certified entries, or from elsewhere, is read as ever.
 */
export async function readingOnce(db: Reader, standpoint: Standpoint, accounts: readonly Account[]): Promise<Reader> {
  const rows = await balancesAt(db, standpoint, accounts, SUBJECTS);
  const reader = db.withoutPlugins();
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
  const groups = new Map<string, Record<string, string> & { amount: Money }>();
  for (const row of before.rows) {
    if (!accounts.includes(row.account)) continue;
    const values = subjects.map((key) => row[key]);
    const name = values.join('\u0000');
    const group = groups.get(name);
    const amount = money((group?.amount.minor ?? 0n) + row.amount.minor, BOOK_CURRENCY);
    groups.set(name, { ...Object.fromEntries(subjects.map((key, index) => [key, values[index]])), amount } as never);
  }
  const told = [...groups].filter(([, { amount }]) => amount.minor !== 0n);
  const sorted = told.toSorted(([left], [right]) => (left < right ? -1 : 1));
  return sorted.map(([, group]) => group) as unknown as BalanceRow<K>[];
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
  const { asOf, knownOn } = standpoint;
  const list = sql.join(accounts.map((account) => sql.val(account)));
  const until = await keptUntil(db, asOf, accounts);
  const known = knownOn === null ? null : await knownEntries(db, knownOn);
  const columns = (source: Record<Key, string>): Sql =>
    sql.join(keys.map((key) => sql`${sql.raw(source[key])} as ${sql.ref(key)}`));
  const posted = (amount: Sql, where: Sql): Sql =>
    sql`select ${columns(POSTED)}, ${amount} as amount from posting where account in (${list}) and ${where}`;
  const postedOf = (amount: Sql, entries: Sql, day: Sql): Sql =>
    sql`select ${columns(POSTED)}, ${amount} as amount from ${postingsOfEntries(entries, accounts, day)}`;
  const kept = (where: Sql): Sql[] =>
    keptPeriods(until, known !== null || keys.includes('month' as K)).map(
      (periods) =>
        sql`select ${columns(KEPT)}, amount from kept_balance where account in (${list}) and ${periods} and ${where}`,
    );
  const parts: Sql[] = [];
  if (known === null) parts.push(...kept(sql`1 = 1`));
  else {
    const edge = atTheEdge(known);
    parts.push(...kept(edge.kept), postedOf(edge.sign, edge.entries, sql`< ${until}`));
  }
  const reached = known === null ? sql`1 = 1` : sql`entry_number <= ${BigInt(known.last)}`;
  if (until <= asOf)
    parts.push(posted(sql`amount`, sql`effective_on >= ${until} and effective_on <= ${asOf} and ${reached}`));
  if (certifiedOnly)
    parts.push(
      sql`select ${columns(POSTED)}, -amount as amount from posting where ${await waitingPostings(db, standpoint, known, list)}`,
    );
  const names = sql.join(keys.map((key) => sql.ref(key)));
  const { rows } = await sql<Record<string, string> & { amount: bigint }>`
    select ${names}, cast(sum(amount) as bigint) as amount from (${sql.join(parts, sql` union all `)}) as parts group by ${names} having sum(amount) <> 0 order by ${names}`.execute(
    db,
  );
  return rows.map((row) => ({ ...row, amount: money(row.amount, BOOK_CURRENCY) }) as unknown as BalanceRow<K>);
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
  const { rows } = await sql<Record<string, string> & { amount: bigint; count: bigint }>`
    select ${sql.join(keys.map((key) => sql`${sql.raw(POSTED[key])} as ${sql.ref(key)}`))},
      cast(sum(amount) as bigint) as amount, count(distinct entry_number) as count
    from posting
    where ${await waitingPostings(db, standpoint, known, sql.join(accounts.map((account) => sql.val(account))))}
    group by ${sql.join(keys.map((key) => sql.raw(POSTED[key])))}`.execute(db);
  return rows.map(
    ({ amount, count, ...row }) =>
      ({ ...row, amount: money(amount, BOOK_CURRENCY), count: Number(count) }) as unknown as PendingRow<K>,
  );
}

/** The first day on which any of some accounts moved, by all that is on record; `null` while none has. */
export async function firstDay(db: Reader, accounts: readonly Account[]): Promise<CalendarDate | null> {
  // One look into the index for each account.
  const firsts = accounts.map(
    (account) => sql`select min(effective_on) as first from posting where account = ${account}`,
  );
  const { rows } = await sql<{ first: string | null }>`
    select min(first) as first from (${sql.join(firsts, sql` union all `)}) as each_account`.execute(db);
  return rows[0]?.first == null ? null : date(rows[0].first);
}
