import { type CalendarDate, date, yearOf } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import type { Account } from '@dcc/domain/ledger/accounts';
import { type Money, money, negate } from '@dcc/domain/money';
import { knownBefore, type Standpoint } from '@dcc/domain/standpoint';
import { sql } from 'kysely';
import type { Reader } from '../open-database.ts';
import { runWritten } from '../written-queries.ts';
import {
  balancesQuery,
  FINEST,
  type FinestKey,
  type Given,
  type Key,
  type Named,
  POSTED,
  type Sql,
  type StoredRow,
  waitingPostings,
} from './balance-queries.ts';
import { anyEntryAfter, forOneAnswer, lastKnownEntry } from './known-entries.ts';

export type BalanceRow<K extends Key> = Named<K> & { readonly amount: Money };

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

/** So many entries are looked up one by one; of more, the postings of the accounts are read along their index. */
const FEW_WAITING = 5_000;

async function manyWait(db: Reader): Promise<boolean> {
  const more = await runWritten(db, 'more than few waiting', {}, () =>
    db.selectFrom('pending_certification').select('entry_number').limit(sql.lit(1)).offset(sql.lit(FEW_WAITING)),
  );
  return more.length > 0;
}

export type BalanceOptions = {
  /** Leaves out what waits for certification. */
  readonly certifiedOnly?: boolean;
};

/** Balances of one standpoint that were read before. */
type ReadBefore = {
  readonly standpoint: Standpoint;
  readonly rows: ReadonlyMap<Account, readonly StoredRow<FinestKey>[]>;
};
const readBefore = new WeakMap<Reader, ReadBefore>();

/**
 * A reader for one answer, which takes many sums of the same balances from one standpoint: it reads them once, and adds up what it is
 * asked for afterwards. What is grouped by month, or only of certified entries, or from elsewhere, is read as ever.
 */
export async function readingOnce(db: Reader, standpoint: Standpoint, accounts: readonly Account[]): Promise<Reader> {
  const reader = forOneAnswer(db);
  const rows = Map.groupBy(await storedBalances(reader, standpoint, accounts, FINEST), ({ account }) => account);
  readBefore.set(reader, { standpoint, rows: new Map(accounts.map((account) => [account, rows.get(account) ?? []])) });
  return reader;
}

type Sum = { readonly row: StoredRow<FinestKey>; amount: bigint };
/** Sums by one key after the other: a name made of all of them would have to be put together and hashed for every row. */
type Branch = { next: Map<string, Branch> | null; sum: Sum | null };

function branchOf(root: Branch, keys: readonly FinestKey[], row: StoredRow<FinestKey>): Branch {
  let branch = root;
  for (const key of keys) {
    branch.next ??= new Map();
    let next = branch.next.get(row[key]);
    if (next === undefined) {
      next = { next: null, sum: null };
      branch.next.set(row[key], next);
    }
    branch = next;
  }
  return branch;
}

/** Adds up rows that agree in some keys, in the order of these; what comes to nothing is left out. */
function addUp(rows: Iterable<StoredRow<FinestKey>>, keys: readonly FinestKey[]): Sum[] {
  const root: Branch = { next: null, sum: null };
  const sums: Sum[] = [];
  for (const row of rows) {
    const branch = branchOf(root, keys, row);
    if (branch.sum === null) sums.push((branch.sum = { row, amount: row.amount }));
    else branch.sum.amount += row.amount;
  }
  const named = sums
    .filter(({ amount }) => amount !== 0n)
    .map((sum) => ({ sum, name: keys.map((key) => sum.row[key]).join('\u0000') }));
  return named.toSorted((left, right) => (left.name < right.name ? -1 : 1)).map(({ sum }) => sum);
}

/** The balances added up from what was read before, or `null` where that does not say it. */
function fromBefore<K extends Key>(
  db: Reader,
  { asOf, knownOn }: Standpoint,
  accounts: readonly Account[],
  keys: readonly K[],
): BalanceRow<K>[] | null {
  const before = readBefore.get(db);
  if (before === undefined || before.standpoint.asOf !== asOf || before.standpoint.knownOn !== knownOn) return null;
  const wanted: readonly FinestKey[] = keys.filter((key): key is never => key !== 'month');
  if (wanted.length < keys.length || accounts.some((account) => !before.rows.has(account))) return null;
  const rows = accounts.flatMap((account) => before.rows.get(account) ?? []);
  return addUp(rows, wanted).map(({ row, amount }) => {
    const balance: Record<string, string | Money> = { amount: money(amount, BOOK_CURRENCY) };
    for (const key of wanted) balance[key] = row[key];
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
  const added = certifiedOnly ? null : fromBefore(db, standpoint, accounts, keys);
  if (added !== null) return added;
  const rows = await storedBalances(db, standpoint, accounts, keys, certifiedOnly);
  return rows.map(inBookCurrency<K>);
}

const inBookCurrency = <K extends Key>(row: StoredRow<K>): BalanceRow<K> => ({
  ...row,
  amount: money(row.amount, BOOK_CURRENCY),
});

async function storedBalances<K extends Key>(
  db: Reader,
  standpoint: Standpoint,
  accounts: readonly Account[],
  keys: readonly K[],
  certifiedOnly = false,
): Promise<StoredRow<K>[]> {
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
  return runWritten(db, `balances ${JSON.stringify(shape)}`, given(standpoint, accounts, until, known), (values) =>
    balancesQuery<K>(values, shape),
  );
}

/** What account and kind moved, from the totals of the days and the months after one day and up to another. */
async function totalsAfter(
  db: Reader,
  after: CalendarDate,
  { asOf }: Standpoint,
  accounts: readonly Account[],
): Promise<StoredRow<'account' | 'kind'>[]> {
  const until = await keptUntil(db, asOf, accounts);
  const rest = nextMonth(after);
  const values = { accounts, after, asOf, rest, afterMonth: after.slice(0, 7), until: until < rest ? rest : until };
  return runWritten(db, 'totals after a day', { ...values, month: values.until.slice(0, 7) }, (places) => {
    const of = (grain: 'month' | 'day'): Sql =>
      sql`select account, kind, amount from kept_total where account in (${sql.join(places.accounts)}) and grain = ${sql.lit(grain)}`;
    return sql<StoredRow<'account' | 'kind'>>`select account, kind, cast(sum(amount) as bigint) as amount from (
      ${of('day')} and period > ${places.after} and period < ${places.rest} and period <= ${places.asOf}
      union all ${of('month')} and period > ${places.afterMonth} and period < ${places.month}
      union all ${of('day')} and period >= ${places.until} and period <= ${places.asOf}
    ) as parts group by account, kind`;
  });
}

/** What some accounts moved after a day and up to a standpoint, by account and kind, US dollars, debit positive. */
export async function movedAfter(
  db: Reader,
  after: CalendarDate,
  standpoint: Standpoint,
  accounts: readonly Account[],
): Promise<BalanceRow<'account' | 'kind'>[]> {
  if (standpoint.knownOn === null) return (await totalsAfter(db, after, standpoint, accounts)).map(inBookCurrency);
  const now = await balancesAt(db, standpoint, accounts, ['account', 'kind']);
  const then = await balancesAt(db, { ...standpoint, asOf: after }, accounts, ['account', 'kind']);
  return [...now, ...then.map((row) => ({ ...row, amount: negate(row.amount) }))];
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
