import { type CalendarDate, date } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY, type Currency } from '@dcc/domain/currency';
import type { EntryFilter } from '@dcc/domain/ledger/entry-filter';
import type { EntryKind } from '@dcc/domain/ledger/kinds';
import type { Posting } from '@dcc/domain/ledger/entry';
import type { Charge } from '@dcc/domain/ledger/charge';
import { money } from '@dcc/domain/money';
import type { Standpoint } from '@dcc/domain/standpoint';
import { type Selectable, sql, type SqlBool } from 'kysely';
import type { Reader } from '../open-database.ts';
import type { Tables } from '../tables.ts';
import { type Bounds, boundsOf, type EntryOrder, type EntryWindow, windowOf } from './ledger-list.ts';

export type EntryRow = {
  readonly number: number;
  readonly kind: EntryKind;
  readonly effectiveOn: CalendarDate;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly recordedById: string;
  readonly description: string;
  readonly reference: string | null;
  readonly rateId: string | null;
  readonly decisionId: string | null;
  readonly reverses: number | null;
  readonly reversedBy: number | null;
  readonly charge: Charge | null;
  /** Who certified it and when; `null` while nobody else has. */
  readonly certified: { readonly by: string; readonly at: string } | null;
  readonly previousHash: string;
  readonly hash: string;
};

type StoredEntry = Selectable<Tables['journal_entry']> & {
  readonly recorded_by_name: string;
  readonly reversed_by: bigint | null;
  readonly certified_at: string | null;
  readonly certified_by_name: string | null;
};

function readEntry(row: StoredEntry, bounds: Bounds): EntryRow {
  return {
    number: Number(row.number),
    kind: row.kind,
    effectiveOn: date(row.effective_on),
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by_name,
    recordedById: row.recorded_by,
    description: row.description,
    reference: row.reference,
    rateId: row.rate_id,
    decisionId: row.decision_id,
    reverses: row.reverses === null ? null : Number(row.reverses),
    reversedBy: row.reversed_by === null || beyond(row.reversed_by, bounds.last) ? null : Number(row.reversed_by),
    charge:
      row.charge_percent === null || row.charge_base === null
        ? null
        : { percent: row.charge_percent, base: money(row.charge_base, BOOK_CURRENCY) },
    certified:
      row.certified_at === null ||
      row.certified_by_name === null ||
      (bounds.before !== null && row.certified_at >= bounds.before)
        ? null
        : { by: row.certified_by_name, at: row.certified_at },
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}

/** The entries of a window, in their order, as a standpoint knows them (`null`: as they are). */
export async function entryPage(
  db: Reader,
  filter: EntryFilter,
  standpoint: Standpoint | null,
  order: EntryOrder,
  window: EntryWindow,
): Promise<EntryRow[]> {
  const bounds = await boundsOf(db, standpoint);
  const numbers = await windowOf(db, filter, bounds, order, window);
  let query = db
    .selectFrom('journal_entry')
    .innerJoin('person', 'person.id', 'journal_entry.recorded_by')
    .leftJoin('journal_entry as reversal', 'reversal.reverses', 'journal_entry.number')
    .leftJoin('certification', 'certification.entry_number', 'journal_entry.number')
    .leftJoin('person as certifier', 'certifier.id', 'certification.certified_by')
    .selectAll('journal_entry')
    .select([
      'person.name as recorded_by_name',
      'reversal.number as reversed_by',
      'certification.certified_at',
      'certifier.name as certified_by_name',
    ])
    .where(sql<SqlBool>`journal_entry.number in (${numbers})`);
  if (order.by === 'date') query = query.orderBy('journal_entry.effective_on', order.direction);
  const rows = await query.orderBy('journal_entry.number', order.direction).execute();
  return rows.map((row) => readEntry(row, bounds));
}

/** Up to `limit` entries of a filter, newest first, before or after an entry number, as a standpoint knows them (`null`: as they are). */
export function entryRows(
  db: Reader,
  filter: EntryFilter,
  standpoint: Standpoint | null,
  window: { readonly beside: number | null; readonly toward: 'older' | 'newer'; readonly limit: number },
): Promise<EntryRow[]> {
  const { beside, toward, limit } = window;
  const newest = { by: 'number', direction: 'desc' } as const;
  // Beside none: at the one end or the other.
  const from = beside ?? (toward === 'older' ? Number.MAX_SAFE_INTEGER : 0);
  return entryPage(db, filter, standpoint, newest, {
    beside: from,
    toward: toward === 'older' ? 'next' : 'previous',
    limit,
  });
}

/** Whether an entry was recorded after the last one that is known. */
function beyond(number: bigint, last: number | null): boolean {
  return last !== null && number > BigInt(last);
}

export async function entryRow(
  db: Reader,
  number: number,
  standpoint: Standpoint | null = null,
): Promise<EntryRow | null> {
  const [row] = await entryRows(db, {}, standpoint, { beside: number + 1, toward: 'older', limit: 1 });
  return row === undefined || row.number !== number ? null : row;
}

export function readPosting(row: Selectable<Tables['posting']>): Posting {
  return {
    account: row.account,
    amount: money(row.amount, row.currency as Currency),
    original: row.original_amount === null ? null : money(row.original_amount, row.original_currency as Currency),
    contributorId: row.contributor_id,
    contributionId: row.contribution_id,
    instalmentId: row.instalment_id,
    poolId: row.pool_id,
    organizationId: row.organization_id,
    positionId: row.position_id,
    costComponent: row.cost_component,
  };
}

/** The postings of entries, by entry number, in their order. */
export async function postingsOf(db: Reader, numbers: readonly number[]): Promise<Map<number, Posting[]>> {
  const postings = new Map<number, Posting[]>();
  if (numbers.length === 0) return postings;
  const rows = await db
    .selectFrom('posting')
    .selectAll()
    .where('entry_number', 'in', numbers.map(BigInt))
    .orderBy('entry_number')
    .orderBy('line')
    .execute();
  for (const row of rows) {
    const list = postings.get(Number(row.entry_number));
    if (list === undefined) postings.set(Number(row.entry_number), [readPosting(row)]);
    else list.push(readPosting(row));
  }
  return postings;
}

/** Names of what postings are about. */
export async function dimensionNames(db: Reader, postings: readonly Posting[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const ids = (key: 'contributorId' | 'poolId' | 'organizationId' | 'positionId' | 'contributionId'): string[] => [
    ...new Set(postings.map((posting) => posting[key]).filter((id) => id !== null)),
  ];
  const remember = (rows: readonly { id: string; name: string }[]): void => {
    for (const row of rows) names.set(row.id, row.name);
  };
  const [contributors, pools, organizations, positions, contributions] = [
    ids('contributorId'),
    ids('poolId'),
    ids('organizationId'),
    ids('positionId'),
    ids('contributionId'),
  ];
  if (contributors.length > 0)
    remember(await db.selectFrom('contributor').select(['id', 'name']).where('id', 'in', contributors).execute());
  if (pools.length > 0) remember(await db.selectFrom('pool').select(['id', 'name']).where('id', 'in', pools).execute());
  if (organizations.length > 0)
    remember(
      await db
        .selectFrom('organization')
        .select(['id', 'short_name as name'])
        .where('id', 'in', organizations)
        .execute(),
    );
  if (positions.length > 0)
    remember(await db.selectFrom('position').select(['id', 'title as name']).where('id', 'in', positions).execute());
  if (contributions.length > 0)
    remember(
      await db
        .selectFrom('contribution')
        .select(['id', 'reference as name'])
        .where('id', 'in', contributions)
        .execute(),
    );
  return names;
}

export async function rateOfEntry(
  db: Reader,
  id: string,
): Promise<{ currency: string; unitsPerDollar: string; effectiveOn: string; source: string } | null> {
  const row = await db.selectFrom('exchange_rate').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined
    ? null
    : {
        currency: row.currency,
        unitsPerDollar: row.units_per_dollar,
        effectiveOn: row.effective_on,
        source: row.source,
      };
}

export async function decisionOfEntry(
  db: Reader,
  id: string,
): Promise<{ id: string; reference: string; title: string } | null> {
  return (
    (await db.selectFrom('decision').select(['id', 'reference', 'title']).where('id', '=', id).executeTakeFirst()) ??
    null
  );
}
