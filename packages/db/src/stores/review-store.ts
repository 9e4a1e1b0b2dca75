import { type CalendarDate, date } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { type Money, money } from '@dcc/domain/money';
import { RETENTION_MONTHS, type RetentionMonths, type RetentionOutcome } from '@dcc/domain/positions/retention';
import type { Finding } from '@dcc/domain/positions/review';
import type { Standpoint } from '@dcc/domain/standpoint';
import type { Reader } from '../open-database.ts';
import type { Tx } from '../with-transaction.ts';
import { recordsBefore } from './known-entries.ts';

type Stamp = { readonly recordedAt: string; readonly recordedBy: string };

export type StoredFinding = Finding & {
  readonly on: CalendarDate;
  readonly reference: string;
  readonly contributor: string | null;
  readonly by: string;
};

/** The findings of the extension reviews of a position that a standpoint sees, in the order of recording. */
export async function reviewFindings(db: Reader, standpoint: Standpoint, positionId: string): Promise<StoredFinding[]> {
  const rows = await db
    .selectFrom('review_finding')
    .innerJoin('person', 'person.id', 'review_finding.recorded_by')
    .leftJoin('contributor', 'contributor.id', 'review_finding.contributor_id')
    .select(['year', 'kind', 'favourable', 'host_amount', 'on_date', 'reference', 'person.name as by'])
    .select('contributor.name as contributor')
    .where('position_id', '=', positionId)
    .where('on_date', '<=', standpoint.asOf)
    .where('review_finding.recorded_at', '<', recordsBefore(standpoint))
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    kind: row.kind,
    year: Number(row.year),
    favourable: row.favourable === 1n,
    hostAmount: row.host_amount === null ? null : money(row.host_amount, BOOK_CURRENCY),
    on: date(row.on_date),
    reference: row.reference,
    contributor: row.contributor,
    by: row.by,
  }));
}

export async function saveFinding(
  tx: Tx,
  positionId: string,
  finding: Finding & {
    readonly id: string;
    readonly on: CalendarDate;
    readonly reference: string;
    readonly contributorId: string | null;
  },
  stamp: Stamp,
): Promise<void> {
  const last = await tx
    .selectFrom('review_finding')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('position_id', '=', positionId)
    .executeTakeFirst();
  await tx
    .insertInto('review_finding')
    .values({
      id: finding.id,
      position_id: positionId,
      number: (last?.number ?? 0n) + 1n,
      year: BigInt(finding.year),
      kind: finding.kind,
      favourable: finding.favourable ? 1n : 0n,
      host_amount: finding.hostAmount?.minor ?? null,
      contributor_id: finding.contributorId,
      on_date: finding.on,
      reference: finding.reference,
      recorded_at: stamp.recordedAt,
      recorded_by: stamp.recordedBy,
    })
    .execute();
}

/** Adds a contract year that came after the terms: what the fund bears of it, US dollars. */
export async function addYear(
  tx: Tx,
  positionId: string,
  year: {
    readonly year: number;
    readonly startsOn: CalendarDate;
    readonly endsOn: CalendarDate;
    readonly cost: Money;
  },
  recordedAt: string,
): Promise<void> {
  await tx
    .insertInto('position_year')
    .values({
      position_id: positionId,
      year: BigInt(year.year),
      starts_on: year.startsOn,
      ends_on: year.endsOn,
      cost: year.cost.minor,
      recorded_at: recordedAt,
    })
    .execute();
  await tx
    .updateTable('position')
    .set((eb) => ({ cost: eb('cost', '+', year.cost.minor), ends_on: year.endsOn }))
    .where('id', '=', positionId)
    .execute();
}

export type StoredRetention = {
  readonly months: RetentionMonths;
  readonly outcome: RetentionOutcome;
  readonly on: CalendarDate;
  readonly by: string;
};

/** What was last said of where somebody works so many months after a separation, as a standpoint sees it. */
export async function retentionFindings(
  db: Reader,
  standpoint: Standpoint,
  positionId: string,
): Promise<StoredRetention[]> {
  const rows = await db
    .selectFrom('retention_finding')
    .innerJoin('person', 'person.id', 'retention_finding.recorded_by')
    .select(['months', 'outcome', 'on_date', 'person.name as by'])
    .where('position_id', '=', positionId)
    .where('on_date', '<=', standpoint.asOf)
    .where('recorded_at', '<', recordsBefore(standpoint))
    .orderBy('number')
    .execute();
  return RETENTION_MONTHS.flatMap((months) => {
    const row = rows.findLast((one) => Number(one.months) === months);
    return row === undefined ? [] : [{ months, outcome: row.outcome, on: date(row.on_date), by: row.by }];
  });
}

export async function saveRetention(
  tx: Tx,
  positionId: string,
  { months, outcome, on }: Omit<StoredRetention, 'by'>,
  stamp: Stamp,
): Promise<void> {
  const last = await tx
    .selectFrom('retention_finding')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('position_id', '=', positionId)
    .where('months', '=', BigInt(months))
    .executeTakeFirst();
  await tx
    .insertInto('retention_finding')
    .values({
      position_id: positionId,
      months: BigInt(months),
      number: (last?.number ?? 0n) + 1n,
      outcome,
      on_date: on,
      recorded_at: stamp.recordedAt,
      recorded_by: stamp.recordedBy,
    })
    .execute();
}
