import { type CalendarDate, date } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY, type Currency } from '@dcc/domain/currency';
import type { EntryFilter } from '@dcc/domain/ledger/entry-filter';
import type { EntryKind } from '@dcc/domain/ledger/kinds';
import type { Posting } from '@dcc/domain/ledger/entry';
import type { Charge } from '@dcc/domain/ledger/charge';
import { type Money, money } from '@dcc/domain/money';
import { knownBefore, type Standpoint } from '@dcc/domain/standpoint';
import { type Expression, type ExpressionBuilder, type Selectable, sql, type SqlBool } from 'kysely';
import type { Reader } from '../open-database.ts';
import type { Tables } from '../tables.ts';
import { anyContains } from '../text-search.ts';
import { lastEntryOf } from './known-entries.ts';

/** Conditions on one posting. */
function postingConditions(eb: ExpressionBuilder<Tables, 'posting'>, filter: EntryFilter): Expression<SqlBool>[] {
  const parts: Expression<SqlBool>[] = [];
  if (filter.account !== undefined) parts.push(eb('posting.account', '=', filter.account));
  if (filter.kinds !== undefined && filter.kinds.length > 0) parts.push(eb('posting.kind', 'in', filter.kinds));
  if (filter.contributorId !== undefined) parts.push(eb('posting.contributor_id', '=', filter.contributorId));
  if (filter.contributionId !== undefined) parts.push(eb('posting.contribution_id', '=', filter.contributionId));
  if (filter.poolId !== undefined) parts.push(eb('posting.pool_id', '=', filter.poolId));
  if (filter.organizationId !== undefined) parts.push(eb('posting.organization_id', '=', filter.organizationId));
  if (filter.positionId !== undefined) parts.push(eb('posting.position_id', '=', filter.positionId));
  for (const subject of filter.without ?? []) parts.push(eb(`posting.${subject}_id`, 'is', null));
  if (filter.from !== undefined) parts.push(eb('posting.effective_on', '>=', filter.from));
  if (filter.to !== undefined) parts.push(eb('posting.effective_on', '<=', filter.to));
  return parts;
}

/** What of the ledger a reader may see: `null` is no bound. */
type Bounds = { readonly asOf: CalendarDate | null; readonly last: number | null; readonly before: string | null };

async function boundsOf(db: Reader, standpoint: Standpoint | null): Promise<Bounds> {
  if (standpoint === null) return { asOf: null, last: null, before: null };
  const { asOf, knownOn } = standpoint;
  return { asOf, last: await lastEntryOf(db, standpoint), before: knownOn === null ? null : knownBefore(knownOn) };
}

function entriesOf(db: Reader, filter: EntryFilter, { asOf, last, before }: Bounds) {
  return db.selectFrom('journal_entry').where((eb) => {
    const parts: Expression<SqlBool>[] = [];
    const { text, certification, ...ofPosting } = filter;
    if (asOf !== null) parts.push(eb('journal_entry.effective_on', '<=', asOf));
    if (last !== null) parts.push(eb('journal_entry.number', '<=', BigInt(last)));
    if (certification !== undefined) {
      let certified = eb
        .selectFrom('certification')
        .select('certification.entry_number')
        .whereRef('certification.entry_number', '=', 'journal_entry.number');
      if (before !== null) certified = certified.where('certification.certified_at', '<', before);
      parts.push(certification === 'certified' ? eb.exists(certified) : eb.not(eb.exists(certified)));
    }
    if (Object.values(ofPosting).some((value) => value !== undefined)) {
      parts.push(
        eb.exists(
          eb
            .selectFrom('posting')
            .select('posting.line')
            .whereRef('posting.entry_number', '=', 'journal_entry.number')
            .where((inner) => inner.and(postingConditions(inner as never, filter))),
        ),
      );
    }
    if (text !== undefined) parts.push(anyContains(['journal_entry.description', 'journal_entry.reference'], text));
    return eb.and(parts);
  });
}

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

/** Up to `limit` entries of a filter, newest first, before or after an entry number, as a standpoint knows them (`null`: as they are). */
export async function entryRows(
  db: Reader,
  filter: EntryFilter,
  standpoint: Standpoint | null,
  window: { readonly beside: number | null; readonly toward: 'older' | 'newer'; readonly limit: number },
): Promise<EntryRow[]> {
  const older = window.toward === 'older';
  const bounds = await boundsOf(db, standpoint);
  let query = entriesOf(db, filter, bounds)
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
    .orderBy('journal_entry.number', older ? 'desc' : 'asc')
    .limit(window.limit);
  if (window.beside !== null) query = query.where('journal_entry.number', older ? '<' : '>', BigInt(window.beside));
  const rows = await query.execute();
  const read = rows.map((row) => ({
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
  }));
  return older ? read : read.toReversed();
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

/** How many entries a filter selects, and what its postings add up to where it names an account. */
export async function entryTotals(
  db: Reader,
  filter: EntryFilter,
  standpoint: Standpoint | null,
): Promise<{ rowCount: number; total: Money | null }> {
  const bounds = await boundsOf(db, standpoint);
  const count = await entriesOf(db, filter, bounds)
    .select(sql<bigint>`count(*)`.as('count'))
    .executeTakeFirstOrThrow();
  if (filter.account === undefined || filter.text !== undefined) return { rowCount: Number(count.count), total: null };
  const sum = await db
    .selectFrom('posting')
    .select(sql<bigint | null>`cast(sum(amount) as bigint)`.as('amount'))
    .where((eb) => eb.and(postingConditions(eb, filter)))
    .where('entry_number', 'in', entriesOf(db, filter, bounds).select('journal_entry.number'))
    .executeTakeFirstOrThrow();
  return { rowCount: Number(count.count), total: money(sum.amount ?? 0n, BOOK_CURRENCY) };
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

export async function decisionOfEntry(db: Reader, id: string): Promise<{ reference: string; title: string } | null> {
  return (
    (await db.selectFrom('decision').select(['reference', 'title']).where('id', '=', id).executeTakeFirst()) ?? null
  );
}
