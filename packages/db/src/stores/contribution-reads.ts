import type { ContributionStage, ContributorType, Earmarking } from '@dcc/domain/contributions/kinds';
import type { ListContributions } from '@dcc/domain/contributions/inputs';
import { BOOK_CURRENCY, type Currency } from '@dcc/domain/currency';
import { type Money, money } from '@dcc/domain/money';
import type { Standpoint } from '@dcc/domain/standpoint';
import { type Compilable, type Expression, sql, type SqlBool } from 'kysely';
import type { Reader } from '../open-database.ts';
import { anyContains } from '../text-search.ts';
import { runWritten } from '../written-queries.ts';
import {
  contributionsAsKept,
  contributionsAt,
  type ContributionsAt,
  contributionsByPostings,
} from './contributions-at.ts';
import { seesWholeLedger } from './known-entries.ts';

export type ContributionRow = {
  readonly id: string;
  readonly reference: string;
  readonly contributor: {
    readonly id: string;
    readonly name: string;
    readonly type: ContributorType;
    readonly countryCode: string | null;
  };
  readonly pool: { readonly id: string; readonly name: string; readonly earmarking: Earmarking };
  readonly stage: ContributionStage;
  readonly on: string;
  readonly currency: string;
  readonly original: Money;
  readonly pledged: Money;
  readonly signed: Money;
  readonly received: Money;
  readonly outstanding: Money;
  readonly overdue: Money | null;
  readonly nextDueOn: string | null;
};

export type ContributionTotals = {
  readonly pledged: Money;
  readonly signed: Money;
  readonly received: Money;
  readonly outstanding: Money;
  readonly overdue: Money;
};

type Selection = Pick<ListContributions, 'contributorId' | 'poolId' | 'stage' | 'text'>;

const usd = (minor: bigint | null): Money => money(minor ?? 0n, BOOK_CURRENCY);

/** Contributions with their contributor, pool, what is overdue on `asOf` and when the next instalment is due. */
function contributionsOf(
  db: Reader,
  { asOf }: Pick<Standpoint, 'asOf'>,
  { contributions, instalments }: ContributionsAt,
  selection: Selection,
) {
  const base = db
    .selectFrom(contributions.as('contribution'))
    .innerJoin('contributor', 'contributor.id', 'contribution.contributor_id')
    .innerJoin('pool', 'pool.id', 'contribution.pool_id')
    .leftJoin(
      db
        .selectFrom(instalments.as('instalment'))
        .select([
          'contribution_id',
          sql<bigint>`cast(sum(case when due_on < ${asOf} then outstanding_value else 0 end) as bigint)`.as('overdue'),
          sql<string>`min(due_on)`.as('next_due_on'),
        ])
        .where('outstanding_original', '>', sql.lit(0n))
        .groupBy('contribution_id')
        .as('due'),
      'due.contribution_id',
      'contribution.id',
    );
  return base.where((eb) => {
    const parts: Expression<SqlBool>[] = [];
    if (selection.contributorId !== undefined)
      parts.push(eb('contribution.contributor_id', '=', selection.contributorId));
    if (selection.poolId !== undefined) parts.push(eb('contribution.pool_id', '=', selection.poolId));
    if (selection.stage === 'overdue') parts.push(eb('due.overdue', '>', 0n));
    else if (selection.stage !== undefined) parts.push(eb('contribution.stage', '=', selection.stage));
    if (selection.text !== undefined)
      parts.push(anyContains(['contribution.reference', 'contributor.name', 'pool.name'], selection.text));
    return eb.and(parts);
  });
}

const SORT_COLUMNS = {
  date: 'contribution.latest_on',
  contributor: 'contributor.name_key',
  reference: 'contribution.reference',
  signed: 'contribution.signed_value',
  received: 'contribution.received_value',
  outstanding: 'contribution.outstanding_value',
} as const;

type RowQuery = Selection &
  Pick<ListContributions, 'sort' | 'direction'> & {
    readonly limit: number;
    readonly offset: number;
    readonly id?: string;
  };

/** A page of contributions as they stood at a standpoint; one that was not yet on record, or had no entry yet, is not listed. */
export async function contributionRows(
  db: Reader,
  standpoint: Standpoint,
  query: RowQuery,
): Promise<ContributionRow[]> {
  let rows = contributionsOf(db, standpoint, await contributionsAt(db, standpoint, query), query)
    .select([
      'contribution.id',
      'contribution.reference',
      'contribution.stage',
      'contribution.latest_on',
      'contribution.currency',
      'contribution.pledged_value',
      'contribution.pledged_original',
      'contribution.signed_value',
      'contribution.signed_original',
      'contribution.received_value',
      'contribution.outstanding_value',
      'contributor.id as contributor_id',
      'contributor.name as contributor_name',
      'contributor.type as contributor_type',
      'contributor.country_code',
      'pool.id as pool_id',
      'pool.name as pool_name',
      'pool.earmarking',
      'due.overdue',
      'due.next_due_on',
    ])
    .orderBy(SORT_COLUMNS[query.sort], query.direction)
    .orderBy('contribution.id', query.direction)
    .limit(query.limit)
    .offset(query.offset);
  if (query.id !== undefined) rows = rows.where('contribution.id', '=', query.id);
  return (await rows.execute()).map((row) => ({
    id: row.id,
    reference: row.reference,
    contributor: {
      id: row.contributor_id,
      name: row.contributor_name,
      type: row.contributor_type,
      countryCode: row.country_code,
    },
    pool: { id: row.pool_id, name: row.pool_name, earmarking: row.earmarking },
    stage: row.stage,
    on: row.latest_on,
    currency: row.currency,
    original: money(row.stage === 'pledged' ? row.pledged_original : row.signed_original, row.currency as Currency),
    pledged: usd(row.pledged_value),
    signed: usd(row.signed_value),
    received: usd(row.received_value),
    outstanding: usd(row.outstanding_value),
    overdue: row.overdue !== null && row.overdue > 0n ? usd(row.overdue) : null,
    nextDueOn: row.next_due_on,
  }));
}

export async function contributionTotals(
  db: Reader,
  standpoint: Standpoint,
  selection: Selection,
): Promise<ContributionTotals & { readonly rowCount: number }> {
  const total = (column: string) => sql<bigint | null>`cast(sum(${sql.ref(column)}) as bigint)`;
  const row = await contributionsOf(db, standpoint, await contributionsAt(db, standpoint, selection), selection)
    .select([
      total('contribution.pledged_value').as('pledged'),
      total('contribution.signed_value').as('signed'),
      total('contribution.received_value').as('received'),
      total('contribution.outstanding_value').as('outstanding'),
      total('due.overdue').as('overdue'),
      sql<bigint>`count(*)`.as('row_count'),
    ])
    .executeTakeFirstOrThrow();
  return {
    pledged: usd(row.pledged),
    signed: usd(row.signed),
    received: usd(row.received),
    outstanding: usd(row.outstanding),
    overdue: usd(row.overdue),
    rowCount: Number(row.row_count),
  };
}

/** What reads contributions of a standpoint whole: written once where what is kept answers. */
async function readWhole<R>(
  db: Reader,
  standpoint: Standpoint,
  name: string,
  query: (at: ContributionsAt, standpoint: Pick<Standpoint, 'asOf'>) => Compilable<R> & { execute(): Promise<R[]> },
): Promise<R[]> {
  if (!(await seesWholeLedger(db, standpoint)))
    return query(await contributionsByPostings(db, standpoint), standpoint).execute();
  return runWritten(db, name, { asOf: standpoint.asOf }, (given) => query(contributionsAsKept(given), given));
}

/** Totals of each contributor's contributions at a standpoint. */
export async function totalsByContributor(
  db: Reader,
  standpoint: Standpoint,
): Promise<Map<string, ContributionTotals & { readonly count: number }>> {
  const total = (column: string) => sql<bigint | null>`cast(sum(${sql.ref(column)}) as bigint)`;
  const rows = await readWhole(db, standpoint, 'totals of contributors', (at, { asOf }) =>
    contributionsOf(db, { asOf }, at, {})
      .select([
        'contribution.contributor_id',
        total('contribution.pledged_value').as('pledged'),
        total('contribution.signed_value').as('signed'),
        total('contribution.received_value').as('received'),
        total('contribution.outstanding_value').as('outstanding'),
        total('due.overdue').as('overdue'),
        sql<bigint>`count(*)`.as('count'),
      ])
      .groupBy('contribution.contributor_id'),
  );
  return new Map(
    rows.map((row) => [
      row.contributor_id,
      {
        pledged: usd(row.pledged),
        signed: usd(row.signed),
        received: usd(row.received),
        outstanding: usd(row.outstanding),
        overdue: usd(row.overdue),
        count: Number(row.count),
      },
    ]),
  );
}

export type OpenInstalmentRow = {
  readonly contributionId: string;
  readonly reference: string;
  readonly contributor: string;
  readonly dueOn: string;
  readonly outstanding: Money;
  readonly value: Money;
};

/** Instalments that are not yet received in full at a standpoint, by due date. */
export async function openInstalments(db: Reader, standpoint: Standpoint): Promise<OpenInstalmentRow[]> {
  const rows = await readWhole(db, standpoint, 'open instalments', ({ instalments }) =>
    db
      .selectFrom(instalments.as('instalment'))
      .innerJoin('contribution', 'contribution.id', 'instalment.contribution_id')
      .innerJoin('contributor', 'contributor.id', 'contribution.contributor_id')
      .select([
        'contribution.id',
        'contribution.reference',
        'contribution.currency',
        'instalment.currency as own_currency',
        'contributor.name',
        'instalment.due_on',
        'instalment.outstanding_original',
        'instalment.outstanding_value',
      ])
      .where('instalment.outstanding_original', '>', sql.lit(0n))
      .orderBy('instalment.due_on')
      .orderBy('contribution.reference')
      .orderBy('instalment.number'),
  );
  return rows.map((row) => ({
    contributionId: row.id,
    reference: row.reference,
    contributor: row.name,
    dueOn: row.due_on,
    outstanding: money(row.outstanding_original, (row.own_currency ?? row.currency) as Currency),
    value: usd(row.outstanding_value),
  }));
}

/** The instalments of a contribution by their number. */
export async function openInstalmentIds(db: Reader, contributionId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('instalment')
    .select(['id', 'number'])
    .where('contribution_id', '=', contributionId)
    .where('cancelled', '=', 0n)
    .execute();
  return new Map(rows.map(({ id, number }) => [String(number), id]));
}
