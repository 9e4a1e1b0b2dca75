import { type CalendarDate, date } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import type { CostComponent } from '@dcc/domain/ledger/cost-component';
import { type Money, money } from '@dcc/domain/money';
import type { RetentionAverage } from '@dcc/domain/performance/stayed';
import type { RetentionMonths, RetentionOutcome } from '@dcc/domain/positions/retention';
import type { Standpoint } from '@dcc/domain/standpoint';
import { sql } from 'kysely';
import type { Reader } from '../open-database.ts';
import type { Tx } from '../with-transaction.ts';
import { knownUpTo, recordsBefore } from './known-entries.ts';

/** What a host reports as spent on a position in a calendar year for one component, US dollars; `null` where it names none. */
export type Spending = {
  readonly positionId: string;
  readonly component: CostComponent | null;
  readonly year: number;
  readonly amount: Money;
  /** The last day on which it is reported. */
  readonly through: CalendarDate;
};

/** What hosts report as spent on positions, by calendar year and component; what was taken back comes to nothing and is left out. */
export async function spendingOnPositions(db: Reader, standpoint: Standpoint): Promise<Spending[]> {
  const year = sql<string>`substr(effective_on, 1, 4)`;
  const rows = await db
    .selectFrom('posting')
    .select([
      'position_id',
      'cost_component',
      year.as('year'),
      sql<bigint>`cast(sum(amount) as bigint)`.as('amount'),
      sql<string>`max(effective_on)`.as('through'),
    ])
    .where('account', '=', 'organization-expenditure')
    .where('position_id', 'is not', null)
    .where('effective_on', '<=', standpoint.asOf)
    .where('entry_number', '<=', await knownUpTo(db, standpoint))
    .groupBy(['position_id', 'cost_component', year])
    .having(sql<bigint>`sum(amount)`, '<>', 0n)
    .orderBy('position_id')
    .orderBy(year)
    .orderBy(sql`coalesce(cost_component, '')`)
    .$narrowType<{ position_id: string; cost_component: CostComponent | null }>()
    .execute();
  return rows.map((row) => ({
    positionId: row.position_id,
    component: row.cost_component,
    year: Number(row.year),
    amount: money(row.amount, BOOK_CURRENCY),
    through: date(row.through),
  }));
}

/** Where the officer of each position worked so many months after separation, as was last said of it. */
export async function retentionOutcomes(
  db: Reader,
  standpoint: Standpoint,
): Promise<Map<string, Map<RetentionMonths, RetentionOutcome>>> {
  const rows = await db
    .selectFrom('retention_finding')
    .select(['position_id', 'months', 'outcome'])
    .where('on_date', '<=', standpoint.asOf)
    .where('recorded_at', '<', recordsBefore(standpoint))
    .orderBy('position_id')
    .orderBy('number')
    .execute();
  const outcomes = new Map<string, Map<RetentionMonths, RetentionOutcome>>();
  for (const row of rows) {
    const own = outcomes.get(row.position_id) ?? new Map<RetentionMonths, RetentionOutcome>();
    outcomes.set(row.position_id, own.set(Number(row.months) as RetentionMonths, row.outcome));
  }
  return outcomes;
}

/** What the retention of the whole programme was said to be, in the order of recording. */
export async function retentionAverages(db: Reader, standpoint: Standpoint): Promise<RetentionAverage[]> {
  const rows = await db
    .selectFrom('retention_average')
    .select(['months', 'effective_on', 'percent', 'source'])
    .where('recorded_at', '<', recordsBefore(standpoint))
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    months: Number(row.months) as RetentionMonths,
    effectiveOn: date(row.effective_on),
    percent: row.percent,
    source: row.source,
  }));
}

/** Adds an average; the earlier ones stay for their days. */
export async function saveRetentionAverage(
  tx: Tx,
  { months, effectiveOn, percent, source }: RetentionAverage,
  stamp: { readonly recordedAt: string; readonly recordedBy: string },
): Promise<void> {
  const last = await tx
    .selectFrom('retention_average')
    .select((eb) => eb.fn.max('number').as('number'))
    .executeTakeFirst();
  await tx
    .insertInto('retention_average')
    .values({
      number: (last?.number ?? 0n) + 1n,
      months: BigInt(months),
      effective_on: effectiveOn,
      percent,
      source,
      recorded_at: stamp.recordedAt,
      recorded_by: stamp.recordedBy,
    })
    .execute();
}
