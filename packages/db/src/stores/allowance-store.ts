import { type CalendarDate, date } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { money } from '@dcc/domain/money';
import type { AllowanceRate, AllowanceUse } from '@dcc/domain/positions/allowance';
import type { Standpoint } from '@dcc/domain/standpoint';
import type { Reader } from '../open-database.ts';
import type { Tx } from '../with-transaction.ts';
import { recordsBefore } from './known-entries.ts';

type Stamp = { readonly recordedAt: string; readonly recordedBy: string };

export type StoredAllowanceRate = AllowanceRate & { readonly source: string };
export type StoredAllowanceUse = AllowanceUse & { readonly purpose: string; readonly by: string };

/** The yearly amounts of the allowance that were on record, by their days. */
export async function allowanceRates(db: Reader, standpoint: Standpoint): Promise<StoredAllowanceRate[]> {
  const rows = await db
    .selectFrom('allowance_rate')
    .selectAll()
    .where('recorded_at', '<', recordsBefore(standpoint))
    .orderBy('effective_on')
    .execute();
  return rows.map((row) => ({
    effectiveOn: date(row.effective_on),
    amount: money(row.amount, BOOK_CURRENCY),
    source: row.source,
  }));
}

export async function saveAllowanceRate(tx: Tx, rate: StoredAllowanceRate, stamp: Stamp): Promise<void> {
  await tx
    .insertInto('allowance_rate')
    .values({
      effective_on: rate.effectiveOn,
      amount: rate.amount.minor,
      source: rate.source,
      recorded_at: stamp.recordedAt,
      recorded_by: stamp.recordedBy,
    })
    .execute();
}

/** What was used of the allowance of a position, and given back, as a standpoint sees it, by its days. */
export async function allowanceUses(
  db: Reader,
  standpoint: Standpoint,
  positionId: string,
): Promise<StoredAllowanceUse[]> {
  const rows = await db
    .selectFrom('allowance_use')
    .innerJoin('person', 'person.id', 'allowance_use.recorded_by')
    .select(['on_date', 'amount', 'purpose', 'person.name as by'])
    .where('position_id', '=', positionId)
    .where('on_date', '<=', standpoint.asOf)
    .where('recorded_at', '<', recordsBefore(standpoint))
    .orderBy('on_date')
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    on: date(row.on_date),
    amount: money(row.amount, BOOK_CURRENCY),
    purpose: row.purpose,
    by: row.by,
  }));
}

export async function saveAllowanceUse(
  tx: Tx,
  use: AllowanceUse & {
    readonly id: string;
    readonly positionId: string;
    readonly on: CalendarDate;
    readonly purpose: string;
  },
  stamp: Stamp,
): Promise<void> {
  const last = await tx
    .selectFrom('allowance_use')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('position_id', '=', use.positionId)
    .executeTakeFirst();
  await tx
    .insertInto('allowance_use')
    .values({
      id: use.id,
      position_id: use.positionId,
      number: (last?.number ?? 0n) + 1n,
      on_date: use.on,
      amount: use.amount.minor,
      purpose: use.purpose,
      recorded_at: stamp.recordedAt,
      recorded_by: stamp.recordedBy,
    })
    .execute();
}
