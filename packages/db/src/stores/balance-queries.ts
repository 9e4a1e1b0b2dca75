import type { Account } from '@dcc/domain/ledger/accounts';
import type { EntryKind } from '@dcc/domain/ledger/kinds';
import { type RawBuilder, sql } from 'kysely';

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
export type Key = (typeof KEYS)[number];

export type Named<K extends Key> = {
  readonly [P in K]: P extends 'account' ? Account : P extends 'kind' ? EntryKind : string;
};
export type StoredRow<K extends Key> = Named<K> & { readonly amount: bigint };

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
export const POSTED: Record<Key, string> = {
  account: 'account',
  kind: 'kind',
  contributor_id: "coalesce(contributor_id, '')",
  pool_id: "coalesce(pool_id, '')",
  organization_id: "coalesce(organization_id, '')",
  position_id: "coalesce(position_id, '')",
  month: 'substr(effective_on, 1, 7)',
  year: 'substr(effective_on, 1, 4)',
};

export type Sql = RawBuilder<unknown>;

/** What the queries of balances are asked with; what follows `month` only where not all that is recorded is known. */
export type Given = {
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

/** Whether what is asked for names no subject, so that the kept totals of accounts say it. */
const ofAccounts = (keys: readonly Key[]): boolean =>
  keys.every((key) => key === 'account' || key === 'kind' || key === 'year' || key === 'month');

/**
 * Kept periods that end before a day: years, and the months of the last year; or months only, which also know when they were recorded.
 * Where no subject is asked for and all is known, the totals have few enough months for all of them.
 */
function keptPeriods({ year, month }: Given, { keys, adds, wholeYears }: Shape): Sql[] {
  const totals = adds === null && ofAccounts(keys);
  if (totals && (keys.includes('month') || !wholeYears))
    return [sql`kept_total where grain = 'month' and period < ${month}`];
  if (adds !== null || keys.includes('month')) return [sql`kept_balance where grain = 'month' and period < ${month}`];
  const years = sql`kept_balance where grain = 'year' and period < ${year}`;
  return wholeYears
    ? [years]
    : [years, sql`kept_balance where grain = 'month' and period >= ${year} and period < ${month}`];
}

/** As finely as balances are kept by year. */
export const FINEST = [
  'account',
  'kind',
  'contributor_id',
  'pool_id',
  'organization_id',
  'position_id',
  'year',
] as const;
export type FinestKey = (typeof FINEST)[number];
const isFinest = (keys: readonly Key[]): boolean => FINEST.every((key) => keys.includes(key));

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

/** Entries that nobody else had certified by the standpoint. */
function uncertified({ last, since }: Given, all: boolean): Sql {
  if (all) return sql`select entry_number from pending_certification`;
  return sql`select entry_number from pending_certification where entry_number <= ${last}
    union all select entry_number from certification where certified_at >= ${since} and entry_number <= ${last}`;
}

/** Which postings of some accounts wait for certification: found the way that suits how many entries wait. */
export function waitingPostings(values: Given, many: boolean, all: boolean): Sql {
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
  if (!ofAccounts(keys)) {
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

/** What a month that is cut by the day moved until then: by the totals of its days, or by its postings where these do not say it. */
function cutMonth(values: Given, { keys, adds }: Shape, days: AsStored): Sql {
  const within = sql`account in (${sql.join(values.accounts)})`;
  if (adds === null && ofAccounts(keys))
    return sql`select ${columnsOf(KEPT, keys)}, amount from kept_total
      where ${within} and grain = 'day' and period >= ${values.until} and period <= ${values.asOf}`;
  return sql`select ${columnsOf(POSTED, keys)}, ${days.amount} as amount from posting
    where ${within} and effective_on >= ${values.until} and effective_on <= ${values.asOf}
    ${adds === null ? sql`` : sql`and entry_number <= ${values.last}`} ${days.by}`;
}

const columnsOf = (source: Record<Key, string>, keys: readonly Key[]): Sql =>
  sql.join(keys.map((key) => sql`${sql.raw(source[key])} as ${sql.ref(key)}`));

export function balancesQuery<K extends Key>(values: Given, shape: Shape): RawBuilder<StoredRow<K>> {
  const { keys, adds } = shape;
  const list = sql.join(values.accounts);
  const [periods, days] = summedAsStored(keys);
  const kept = keptPeriods(values, shape);
  // Whole years, as finely as they are kept: each row stands once, and nothing is added up.
  const [years] = kept;
  if (years !== undefined && kept.length === 1 && adds === null && !shape.cut && !shape.certifiedOnly && isFinest(keys))
    return sql`select ${columnsOf(KEPT, keys)}, amount from ${years} and account in (${list}) and amount <> 0`;
  const recorded =
    adds === null
      ? sql``
      : adds
        ? sql`and recorded_month < ${values.knownMonth}`
        : sql`and recorded_month <= ${values.knownMonth}`;
  const parts = kept.map(
    (which) =>
      sql`select ${columnsOf(KEPT, keys)}, ${periods.amount} as amount from ${which} and account in (${list}) ${recorded} ${periods.by}`,
  );
  if (adds !== null)
    parts.push(
      sql`select ${columnsOf(POSTED, keys)}, ${adds ? sql`amount` : sql`-amount`} as amount from ${postingsAtTheEdge(values)}`,
    );
  if (shape.cut) parts.push(cutMonth(values, shape, days));
  if (shape.certifiedOnly)
    parts.push(
      sql`select ${columnsOf(POSTED, keys)}, -amount as amount from posting where ${waitingPostings(values, shape.many, adds === null)}`,
    );
  const names = sql.join(keys.map((key) => sql.ref(key)));
  return sql`select ${names}, cast(sum(amount) as bigint) as amount from (${sql.join(parts, sql` union all `)}) as parts
    group by ${names} having sum(amount) <> 0 order by ${names}`;
}
