import { type CalendarDate, date } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { type Money, money } from '@dcc/domain/money';
import { POSITION_STATES, type PositionState, yearOfState } from '@dcc/domain/positions/states';
import type { Selectable } from 'kysely';
import type { Reader } from '../open-database.ts';
import type { Tables } from '../tables.ts';
import type { Tx } from '../with-transaction.ts';

export type StoredYear = {
  readonly year: number;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly cost: Money;
  readonly allocated: Money;
};
export type StoredPosition = {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly state: PositionState;
  /** The day of its last step. */
  readonly since: CalendarDate;
  /** The last contract year that was begun, 1 to 4; 0 before somebody is in post. */
  readonly yearInPost: number;
  readonly years: readonly StoredYear[];
};

/** Rows of years, in their order, as lists by position. */
export function yearsByPosition(rows: readonly Selectable<Tables['position_year']>[]): Map<string, StoredYear[]> {
  const years = new Map<string, StoredYear[]>();
  for (const row of rows) {
    const year = {
      year: Number(row.year),
      startsOn: date(row.starts_on),
      endsOn: date(row.ends_on),
      cost: money(row.cost, BOOK_CURRENCY),
      allocated: money(row.allocated, BOOK_CURRENCY),
    };
    const list = years.get(row.position_id);
    if (list === undefined) years.set(row.position_id, [year]);
    else list.push(year);
  }
  return years;
}

/** The contract years of positions with what is allocated to each. */
export async function listYears(db: Reader, positionIds: readonly string[]): Promise<Map<string, StoredYear[]>> {
  if (positionIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('position_year')
    .selectAll()
    .where('position_id', 'in', positionIds)
    .orderBy('position_id')
    .orderBy('year')
    .execute();
  return yearsByPosition(rows);
}

export async function findPosition(db: Reader, id: string): Promise<StoredPosition | null> {
  const row = await db
    .selectFrom('position')
    .innerJoin('organization', 'organization.id', 'position.organization_id')
    .select([
      'position.id',
      'position.number',
      'position.title',
      'position.organization_id',
      'organization.name',
      'position.state',
      'position.state_since',
    ])
    .where('position.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const years = await listYears(db, [id]);
  const steps = await db.selectFrom('position_step').select('to_state').where('position_id', '=', id).execute();
  return {
    id: row.id,
    number: Number(row.number),
    title: row.title,
    organizationId: row.organization_id,
    organizationName: row.name,
    state: row.state,
    since: date(row.state_since),
    yearInPost: lastYear(steps.map((step) => step.to_state)),
    years: years.get(id) ?? [],
  };
}

/** The last contract year among the states that a position has been in. */
export function lastYear(states: readonly PositionState[]): number {
  return Math.max(0, ...states.map(yearOfState));
}

/** Where a state stands in the life of a position: what lists are sorted by. */
export function stateRank(state: PositionState): bigint {
  return BigInt(POSITION_STATES.indexOf(state));
}

type Step = {
  readonly id: string;
  readonly on: CalendarDate;
  readonly note: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
};

export async function savePosition(
  tx: Tx,
  position: {
    readonly id: string;
    readonly title: string;
    readonly organizationId: string;
    readonly dutyStationId: string;
    readonly state: PositionState;
    readonly startsOn: CalendarDate | null;
    readonly endsOn: CalendarDate | null;
    readonly description: string;
    readonly years: readonly Omit<StoredYear, 'allocated'>[];
  },
  step: Step,
): Promise<void> {
  const last = await tx
    .selectFrom('position')
    .select((eb) => eb.fn.max('number').as('number'))
    .executeTakeFirst();
  await tx
    .insertInto('position')
    .values({
      id: position.id,
      number: (last?.number ?? 0n) + 1n,
      title: position.title,
      organization_id: position.organizationId,
      duty_station_id: position.dutyStationId,
      state: position.state,
      state_rank: stateRank(position.state),
      state_since: step.on,
      starts_on: position.startsOn,
      ends_on: position.endsOn,
      description: position.description,
      terms_recorded_at: step.recordedAt,
      cost: position.years.reduce((sum, { cost }) => sum + cost.minor, 0n),
    })
    .execute();
  await saveYears(tx, position.id, position.years);
  await saveStep(tx, position.id, null, position.state, step);
}

export type PositionTerms = {
  readonly title: string;
  readonly organizationId: string;
  readonly dutyStationId: string;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly description: string;
  readonly years: readonly Omit<StoredYear, 'allocated'>[];
};

/** Enters the terms of a position that had none; what was on record of it before is kept beside them. */
export async function saveTerms(tx: Tx, at: string, positionId: string, terms: PositionTerms): Promise<void> {
  const sketch = await tx
    .selectFrom('position')
    .select(['id as position_id', 'title', 'organization_id', 'duty_station_id', 'description'])
    .where('id', '=', positionId)
    .executeTakeFirstOrThrow();
  await tx.insertInto('position_sketch').values(sketch).execute();
  await tx
    .updateTable('position')
    .set({
      title: terms.title,
      organization_id: terms.organizationId,
      duty_station_id: terms.dutyStationId,
      starts_on: terms.startsOn,
      ends_on: terms.endsOn,
      description: terms.description,
      terms_recorded_at: at,
      cost: terms.years.reduce((sum, { cost }) => sum + cost.minor, 0n),
    })
    .where('id', '=', positionId)
    .execute();
  await saveYears(tx, positionId, terms.years);
}

async function saveYears(tx: Tx, positionId: string, years: PositionTerms['years']): Promise<void> {
  if (years.length === 0) return;
  await tx
    .insertInto('position_year')
    .values(
      years.map(({ year, startsOn, endsOn, cost }) => ({
        position_id: positionId,
        year: BigInt(year),
        starts_on: startsOn,
        ends_on: endsOn,
        cost: cost.minor,
      })),
    )
    .execute();
}

async function saveStep(
  tx: Tx,
  positionId: string,
  from: PositionState | null,
  to: PositionState,
  step: Step,
): Promise<number> {
  const last = await tx
    .selectFrom('position_step')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('position_id', '=', positionId)
    .executeTakeFirst();
  const number = (last?.number ?? 0n) + 1n;
  await tx
    .insertInto('position_step')
    .values({
      id: step.id,
      position_id: positionId,
      number,
      from_state: from,
      to_state: to,
      on_date: step.on,
      note: step.note,
      recorded_at: step.recordedAt,
      recorded_by: step.recordedBy,
    })
    .execute();
  return Number(number);
}

/** Moves a position to another state and writes the step into its story; says which step it was. */
export async function movePosition(
  tx: Tx,
  positionId: string,
  from: PositionState,
  to: PositionState,
  step: Step,
): Promise<number> {
  await tx
    .updateTable('position')
    .set({ state: to, state_rank: stateRank(to), state_since: step.on })
    .where('id', '=', positionId)
    .execute();
  return saveStep(tx, positionId, from, to, step);
}

type AllocatedLine = {
  readonly positionId: string;
  readonly year: number;
  readonly poolId: string;
  readonly amount: Money;
};

/** Saves a decision with its allocations, where it makes any, and raises what its position-years have reserved. */
export async function saveDecision(
  tx: Tx,
  decision: {
    readonly id: string;
    readonly reference: string;
    readonly title: string;
    readonly decidedOn: CalendarDate;
    readonly text: string;
    readonly recordedAt: string;
    readonly recordedBy: string;
    readonly lines: readonly AllocatedLine[];
  },
): Promise<void> {
  await tx
    .insertInto('decision')
    .values({
      id: decision.id,
      reference: decision.reference,
      title: decision.title,
      decided_on: decision.decidedOn,
      text: decision.text,
      recorded_at: decision.recordedAt,
      recorded_by: decision.recordedBy,
    })
    .execute();
  await saveAllocations(tx, decision.id, decision.lines);
}

/** Saves what a decision allocates, and raises what its position-years have reserved. */
export async function saveAllocations(tx: Tx, decisionId: string, lines: readonly AllocatedLine[]): Promise<void> {
  if (lines.length === 0) return;
  await tx
    .insertInto('allocation')
    .values(
      lines.map((line, index) => ({
        decision_id: decisionId,
        line: BigInt(index + 1),
        position_id: line.positionId,
        year: BigInt(line.year),
        pool_id: line.poolId,
        amount: line.amount.minor,
      })),
    )
    .execute();
  for (const line of lines) {
    await tx
      .updateTable('position_year')
      .set((eb) => ({ allocated: eb('allocated', '+', line.amount.minor) }))
      .where('position_id', '=', line.positionId)
      .where('year', '=', BigInt(line.year))
      .execute();
    await tx
      .updateTable('position')
      .set((eb) => ({ allocated: eb('allocated', '+', line.amount.minor) }))
      .where('id', '=', line.positionId)
      .execute();
  }
}

/** Whether a decision has this reference, or a draft that is to become one. */
export async function decisionReferenceTaken(db: Reader, reference: string): Promise<boolean> {
  const row = await db
    .selectFrom('decision')
    .select('id')
    .where('reference', '=', reference)
    .unionAll(db.selectFrom('motion').select('id').where('reference', '=', reference))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
