import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { type Money, money } from '@dcc/domain/money';
import type { ListPositions } from '@dcc/domain/positions/inputs';
import { POSITION_STATES, type PositionPhase, phaseOf, type PositionState } from '@dcc/domain/positions/states';
import type { Standpoint } from '@dcc/domain/standpoint';
import { type Expression, type RawBuilder, sql, type SqlBool } from 'kysely';
import type { Reader } from '../open-database.ts';
import { anyContains } from '../text-search.ts';
import { runWritten } from '../written-queries.ts';
import { recordsBefore } from './known-entries.ts';
import { allocationsSeen, type PositionAt, positionsAt, seesAllSteps } from './positions-at.ts';

export type PositionRow = {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly organization: { readonly id: string; readonly name: string; readonly shortName: string };
  readonly dutyStation: { readonly id: string; readonly name: string; readonly countryCode: string };
  readonly state: PositionState;
  readonly stateSince: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly description: string;
  readonly cost: Money;
  readonly allocated: Money;
};

type Selection = Pick<ListPositions, 'organizationId' | 'phase' | 'state' | 'text'>;

const statesOf = (phase: PositionPhase): PositionState[] => POSITION_STATES.filter((state) => phaseOf(state) === phase);
const usd = (minor: bigint | null): Money => money(minor ?? 0n, BOOK_CURRENCY);

function positionsOf(db: Reader, positions: RawBuilder<PositionAt>, selection: Selection) {
  return db
    .selectFrom(positions.as('position'))
    .innerJoin('organization', 'organization.id', 'position.organization_id')
    .innerJoin('duty_station', 'duty_station.id', 'position.duty_station_id')
    .where((eb) => {
      const parts: Expression<SqlBool>[] = [];
      if (selection.organizationId !== undefined)
        parts.push(eb('position.organization_id', '=', selection.organizationId));
      if (selection.phase !== undefined) parts.push(eb('position.state', 'in', statesOf(selection.phase)));
      if (selection.state !== undefined) parts.push(eb('position.state', '=', selection.state));
      if (selection.text !== undefined)
        parts.push(
          anyContains(
            ['position.title', 'organization.name', 'organization.short_name', 'duty_station.name'],
            selection.text,
          ),
        );
      return eb.and(parts);
    });
}

const SORT_COLUMNS = {
  number: 'position.number',
  title: 'position.title',
  organization: 'organization.short_name',
  state: 'position.state_rank',
  starts: 'position.starts_on',
  cost: 'position.cost',
  allocated: 'position.allocated',
} as const;

type RowQuery = Selection &
  Pick<ListPositions, 'sort' | 'direction'> & {
    /** Absent: all of them. */
    readonly limit?: number;
    readonly offset?: number;
    readonly id?: string;
  };

function rowsQuery(db: Reader, positions: RawBuilder<PositionAt>, query: RowQuery) {
  let rows = positionsOf(db, positions, query)
    .select([
      'position.id',
      'position.number',
      'position.title',
      'position.state',
      'position.state_since',
      'position.starts_on',
      'position.ends_on',
      'position.description',
      'position.cost',
      'position.allocated',
      'organization.id as organization_id',
      'organization.name as organization_name',
      'organization.short_name',
      'duty_station.id as duty_station_id',
      'duty_station.name as duty_station_name',
      'duty_station.country_code',
    ])
    .orderBy(SORT_COLUMNS[query.sort], (order) => (query.direction === 'asc' ? order.asc() : order.desc()).nullsLast())
    .orderBy('position.number', query.direction);
  if (query.limit !== undefined) rows = rows.limit(query.limit).offset(query.offset ?? 0);
  return query.id === undefined ? rows : rows.where('position.id', '=', query.id);
}

/** A page of positions as they stood at a standpoint; one is not listed before its first step. */
export async function positionRows(db: Reader, standpoint: Standpoint, query: RowQuery): Promise<PositionRow[]> {
  const { sort, direction, ...choice } = query;
  const allAsKept = Object.keys(choice).length === 0 && (await seesAllSteps(db, standpoint));
  const rows = allAsKept
    ? await runWritten(db, `all positions ${sort} ${direction}`, {}, () => rowsQuery(db, sql`position`, query))
    : await rowsQuery(db, await positionsAt(db, standpoint), query).execute();
  return rows.map((row) => ({
    id: row.id,
    number: Number(row.number),
    title: row.title,
    organization: { id: row.organization_id, name: row.organization_name, shortName: row.short_name },
    dutyStation: { id: row.duty_station_id, name: row.duty_station_name, countryCode: row.country_code },
    state: row.state,
    stateSince: row.state_since,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    description: row.description,
    cost: usd(row.cost),
    allocated: usd(row.allocated),
  }));
}

export async function positionTotals(
  db: Reader,
  standpoint: Standpoint,
  selection: Selection,
): Promise<{ rowCount: number; cost: Money; allocated: Money }> {
  const row = await positionsOf(db, await positionsAt(db, standpoint), selection)
    .select([
      sql<bigint>`count(*)`.as('row_count'),
      sql<bigint | null>`cast(sum(position.cost) as bigint)`.as('cost'),
      sql<bigint | null>`cast(sum(position.allocated) as bigint)`.as('allocated'),
    ])
    .executeTakeFirstOrThrow();
  return { rowCount: Number(row.row_count), cost: usd(row.cost), allocated: usd(row.allocated) };
}

export async function countByState(
  db: Reader,
  standpoint: Standpoint,
): Promise<{ state: PositionState; count: number }[]> {
  const rows = await db
    .selectFrom((await positionsAt(db, standpoint)).as('position'))
    .select(['state', sql<bigint>`count(*)`.as('count')])
    .groupBy('state')
    .execute();
  return rows
    .map(({ state, count }) => ({ state, count: Number(count) }))
    .toSorted((a, b) => POSITION_STATES.indexOf(a.state) - POSITION_STATES.indexOf(b.state));
}

/** The steps of a position that a standpoint sees, oldest first. */
export async function positionStory(
  db: Reader,
  standpoint: Standpoint,
  id: string,
): Promise<{ on: string; from: PositionState | null; to: PositionState; by: string; note: string }[]> {
  const rows = await db
    .selectFrom('position_step')
    .innerJoin('person', 'person.id', 'position_step.recorded_by')
    .select(['on_date', 'from_state', 'to_state', 'person.name', 'note'])
    .where('position_id', '=', id)
    .where('on_date', '<=', standpoint.asOf)
    .where('recorded_at', '<', recordsBefore(standpoint))
    .orderBy('number')
    .execute();
  return rows.map((row) => ({ on: row.on_date, from: row.from_state, to: row.to_state, by: row.name, note: row.note }));
}

export type DecisionOfPosition = {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly decidedOn: string;
  readonly text: string;
  readonly recordedBy: string;
  readonly entryNumber: number;
  readonly lines: { year: number; pool: string; amount: Money }[];
};

/** The decisions that allocated to a position, as far as a standpoint sees them. */
export async function decisionsOfPosition(
  db: Reader,
  standpoint: Standpoint,
  id: string,
): Promise<DecisionOfPosition[]> {
  const seen = await allocationsSeen(db, standpoint);
  const rows = await db
    .selectFrom('allocation')
    .innerJoin('decision', 'decision.id', 'allocation.decision_id')
    .innerJoin(seen.as('journal_entry'), 'journal_entry.decision_id', 'decision.id')
    .innerJoin('person', 'person.id', 'decision.recorded_by')
    .innerJoin('pool', 'pool.id', 'allocation.pool_id')
    .select([
      'decision.id',
      'decision.reference',
      'decision.title',
      'decision.decided_on',
      'decision.text',
      'person.name as recorded_by',
      'journal_entry.number',
      'allocation.year',
      'pool.name as pool',
      'allocation.amount',
    ])
    .where('allocation.position_id', '=', id)
    .orderBy('decision.decided_on')
    .orderBy('journal_entry.number')
    .orderBy('allocation.line')
    .execute();
  const decisions = new Map<string, DecisionOfPosition>();
  for (const row of rows) {
    const line = { year: Number(row.year), pool: row.pool, amount: usd(row.amount) };
    const known = decisions.get(row.id);
    if (known !== undefined) known.lines.push(line);
    else {
      decisions.set(row.id, {
        id: row.id,
        reference: row.reference,
        title: row.title,
        decidedOn: row.decided_on,
        text: row.text,
        recordedBy: row.recorded_by,
        entryNumber: Number(row.number),
        lines: [line],
      });
    }
  }
  return [...decisions.values()];
}

/** Decisions by their references, which are unique. */
export async function decisionsByReference(
  db: Reader,
  references: readonly string[],
): Promise<Map<string, { readonly id: string; readonly reference: string }>> {
  if (references.length === 0) return new Map();
  const rows = await db
    .selectFrom('decision')
    .select(['id', 'reference'])
    .where('reference', 'in', references)
    .execute();
  return new Map(rows.map((row) => [row.reference, row]));
}

/** The latest decision of the committee on money or positions that a standpoint sees. */
export async function lastDecision(
  db: Reader,
  standpoint: Standpoint,
): Promise<{ reference: string; decidedOn: string } | null> {
  const values = { asOf: standpoint.asOf, before: recordsBefore(standpoint) };
  const [row] = await runWritten(db, 'last decision', values, ({ asOf, before }) =>
    db
      .selectFrom('decision')
      .select(['reference', 'decided_on'])
      .where('decided_on', '<=', asOf)
      .where('recorded_at', '<', before)
      // A decision that only opens a year again resolves nothing about the fund's money.
      .where((eb) =>
        eb.not(eb.exists(eb.selectFrom('year_event').select('year').whereRef('decision_id', '=', 'decision.id'))),
      )
      .orderBy('decided_on', 'desc')
      .orderBy('recorded_at', 'desc')
      .orderBy('reference')
      .limit(sql.lit(1)),
  );
  return row === undefined ? null : { reference: row.reference, decidedOn: row.decided_on };
}

/** What every position is called and which host organization employs it, by its id. */
export async function positionNames(
  db: Reader,
): Promise<Map<string, { readonly title: string; readonly organization: string; readonly organizationId: string }>> {
  const rows = await db
    .selectFrom('position')
    .innerJoin('organization', 'organization.id', 'position.organization_id')
    .select(['position.id', 'position.title', 'organization.short_name', 'organization.id as organization_id'])
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      { title: row.title, organization: row.short_name, organizationId: row.organization_id },
    ]),
  );
}
