import type { Reservation } from '@dcc/domain/allocations/reservations';
import { date, type CalendarDate } from '@dcc/domain/calendar-date';
import type { OpenInstalment } from '@dcc/domain/contributions/deposit';
import type { ContributionRef } from '@dcc/domain/contributions/pledge';
import { BOOK_CURRENCY, type Currency } from '@dcc/domain/currency';
import type { Account } from '@dcc/domain/ledger/accounts';
import { type Money, money } from '@dcc/domain/money';
import { sql } from 'kysely';
import { batches } from '../batches.ts';
import type { Reader } from '../open-database.ts';

/** What is reserved for positions and not yet sent, over all dates, by position and in the order of the pools' names. */
export async function openReservations(db: Reader): Promise<Map<string, Reservation[]>> {
  const rows = await db
    .selectFrom('kept_balance')
    .innerJoin('pool', 'pool.id', 'kept_balance.pool_id')
    .select(['position_id', 'pool_id', 'pool.name', sql<bigint>`cast(sum(amount) as bigint)`.as('amount')])
    .where('account', '=', 'allocations-open')
    .where('grain', '=', 'year')
    .groupBy(['position_id', 'pool_id', 'pool.name'])
    .orderBy('pool.name')
    .execute();
  const reservations = new Map<string, Reservation[]>();
  for (const row of rows) {
    const reservation = { poolId: row.pool_id, pool: row.name, open: money(row.amount, BOOK_CURRENCY) };
    reservations.set(row.position_id, [...(reservations.get(row.position_id) ?? []), reservation]);
  }
  return reservations;
}

/** Sums of accounts by host organization over all dates, US dollars, debit positive; `''` where an entry names no host. */
export async function sumsByHost(db: Reader, accounts: readonly Account[]): Promise<Map<string, Money>> {
  const rows = await db
    .selectFrom('kept_balance')
    .select(['organization_id', sql<bigint>`cast(sum(amount) as bigint)`.as('amount')])
    .where('account', 'in', accounts)
    .where('grain', '=', 'year')
    .groupBy('organization_id')
    .execute();
  return new Map(rows.map((row) => [row.organization_id, money(row.amount, BOOK_CURRENCY)]));
}

/** A signed contribution with the instalments that can still be paid or given up, by their number. */
export type OpenAgreement = {
  readonly ref: ContributionRef;
  readonly currency: Currency;
  readonly signedOn: CalendarDate | null;
  readonly instalments: ReadonlyMap<number, OpenInstalment>;
};

/** Contributions by their references. */
export async function agreementsByReference(
  db: Reader,
  references: readonly string[],
): Promise<Map<string, OpenAgreement>> {
  const agreements = new Map<string, OpenAgreement & { instalments: Map<number, OpenInstalment> }>();
  for (const batch of batches(references)) {
    const rows = await db
      .selectFrom('contribution')
      .leftJoin('instalment', (join) =>
        join.onRef('instalment.contribution_id', '=', 'contribution.id').on('instalment.cancelled', '=', 0n),
      )
      .select([
        'contribution.id',
        'reference',
        'contributor_id',
        'pool_id',
        'currency',
        'signed_on',
        'instalment.id as instalment_id',
        'instalment.number',
        'instalment.outstanding_original',
        'instalment.outstanding_value',
      ])
      .where('reference', 'in', batch)
      .execute();
    for (const row of rows) {
      const known = agreements.get(row.reference) ?? {
        ref: { id: row.id, contributorId: row.contributor_id, poolId: row.pool_id, reference: row.reference },
        currency: row.currency as Currency,
        signedOn: row.signed_on === null ? null : date(row.signed_on),
        instalments: new Map<number, OpenInstalment>(),
      };
      agreements.set(row.reference, known);
      if (row.instalment_id === null) continue;
      known.instalments.set(Number(row.number), {
        id: row.instalment_id,
        outstanding: money(row.outstanding_original ?? 0n, known.currency),
        outstandingValue: money(row.outstanding_value ?? 0n, BOOK_CURRENCY),
      });
    }
  }
  return agreements;
}

export type PositionRef = {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly organizationId: string;
  readonly organizationName: string;
};

/** Every position by what a file may call it. */
export async function listPositionRefs(db: Reader): Promise<PositionRef[]> {
  const rows = await db
    .selectFrom('position')
    .innerJoin('organization', 'organization.id', 'position.organization_id')
    .select(['position.id', 'position.number', 'position.title', 'organization_id', 'organization.name'])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    number: Number(row.number),
    title: row.title,
    organizationId: row.organization_id,
    organizationName: row.name,
  }));
}
