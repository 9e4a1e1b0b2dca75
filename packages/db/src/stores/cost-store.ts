import { type CalendarDate, date } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import type { CostComponent } from '@dcc/domain/ledger/cost-component';
import { type Money, money } from '@dcc/domain/money';
import type { CostLine } from '@dcc/domain/positions/cost-table';
import type { Standpoint } from '@dcc/domain/standpoint';
import { sql } from 'kysely';
import { insertRows } from '../insert-rows.ts';
import type { Reader } from '../open-database.ts';
import type { Tx } from '../with-transaction.ts';
import { knownUpTo, recordsBefore } from './known-entries.ts';

export type CostTable = {
  readonly id: string;
  readonly version: string;
  readonly effectiveOn: CalendarDate;
  readonly source: string;
  readonly publishedOn: CalendarDate;
};

/** The cost tables that were on record, newest first; with the one that a version names, or none. */
export async function costTables(db: Reader, standpoint: Standpoint): Promise<CostTable[]> {
  const rows = await db
    .selectFrom('cost_table')
    .selectAll()
    .where('recorded_at', '<', recordsBefore(standpoint))
    .orderBy('effective_on', 'desc')
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    effectiveOn: date(row.effective_on),
    source: row.source,
    publishedOn: date(row.published_on),
  }));
}

/** The lines of a cost table in the order of its file. */
export async function costLines(db: Reader, tableId: string): Promise<CostLine[]> {
  const rows = await db.selectFrom('cost_line').selectAll().where('table_id', '=', tableId).orderBy('line').execute();
  return rows.map(({ duty_station_id: dutyStationId, component, frequency, amount, percent, percent_of: of }) => ({
    dutyStationId,
    component,
    frequency,
    cost: percent !== null && of !== null ? { percent, of } : { amount: money(amount ?? 0n, BOOK_CURRENCY) },
  }));
}

/** Adds a cost table with its lines. One that is on record stays as it is: a change is a new version. */
export async function saveCostTable(
  tx: Tx,
  table: CostTable & { readonly lines: readonly CostLine[] },
  stamp: { readonly recordedAt: string; readonly recordedBy: string },
): Promise<void> {
  await tx
    .insertInto('cost_table')
    .values({
      id: table.id,
      version: table.version,
      effective_on: table.effectiveOn,
      source: table.source,
      published_on: table.publishedOn,
      recorded_at: stamp.recordedAt,
      recorded_by: stamp.recordedBy,
    })
    .execute();
  await insertRows(
    tx,
    'cost_line',
    table.lines.map(({ dutyStationId, component, frequency, cost }, index) => ({
      table_id: table.id,
      line: BigInt(index + 1),
      duty_station_id: dutyStationId,
      component,
      frequency,
      amount: 'amount' in cost ? cost.amount.minor : null,
      percent: 'percent' in cost ? cost.percent : null,
      percent_of: 'percent' in cost ? cost.of : null,
    })),
  );
}

/** What hosts report as spent on a position, by component; what names none is `other`. US dollars. */
export async function spentByComponent(
  db: Reader,
  standpoint: Standpoint,
  positionId: string,
): Promise<Map<CostComponent, Money>> {
  const component = sql<CostComponent>`coalesce(cost_component, 'other')`;
  const rows = await db
    .selectFrom('posting')
    .select([component.as('component'), sql<bigint>`cast(sum(amount) as bigint)`.as('amount')])
    .where('position_id', '=', positionId)
    .where('account', '=', 'organization-expenditure')
    .where('effective_on', '<=', standpoint.asOf)
    .where('entry_number', '<=', await knownUpTo(db, standpoint))
    .groupBy(component)
    .execute();
  return new Map(rows.map((row) => [row.component, money(row.amount, BOOK_CURRENCY)]));
}
