import type { Standpoint } from '@dcc/domain/standpoint';
import { POSITION_STATES } from '@dcc/domain/positions/states';
import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Reader } from '../open-database.ts';
import type { Tables } from '../tables.ts';
import { runWritten } from '../written-queries.ts';
import { knownUpTo, recordsBefore, seesWholeLedger } from './known-entries.ts';
import { type StoredYear, yearsByPosition } from './position-store.ts';

/** A position as it stood. */
export type PositionAt = Omit<Selectable<Tables['position']>, 'terms_recorded_at'>;

type SeenAllocation = { readonly decision_id: string; readonly number: bigint };

/** Which entries a standpoint sees. */
async function seen(db: Reader, standpoint: Standpoint) {
  return sql`number <= ${await knownUpTo(db, standpoint)} and effective_on <= ${standpoint.asOf}`;
}

/** The entries of decisions that a standpoint sees. */
export async function allocationsSeen(db: Reader, standpoint: Standpoint): Promise<RawBuilder<SeenAllocation>> {
  return sql`(select decision_id, number from journal_entry where kind = 'allocation' and ${await seen(db, standpoint)})`;
}

/** Whether the kept state of every position and what is kept as allocated are what stands there. */
export async function seesAllSteps(db: Reader, standpoint: Standpoint): Promise<boolean> {
  if (!(await seesWholeLedger(db, standpoint))) return false;
  const later = await runWritten(db, 'any position after', { asOf: standpoint.asOf }, ({ asOf }) =>
    db.selectFrom('position').select('id').where('state_since', '>', asOf).limit(sql.lit(1)),
  );
  return later.length === 0;
}

const RANKS = sql.join(
  POSITION_STATES.map((state, rank) => sql`when ${sql.lit(state)} then ${sql.lit(rank)}`),
  sql` `,
);

/** What decisions allocated, less what was released, summed by the given columns. */
async function allocated(db: Reader, standpoint: Standpoint, columns: 'position_id' | 'position_id, year') {
  return sql`(select ${sql.raw(columns)}, cast(sum(amount) as bigint) as amount from (
      select a.position_id, a.year, a.amount
      from allocation a join ${await allocationsSeen(db, standpoint)} e on e.decision_id = a.decision_id
      union all
      select a.position_id, a.year, -r.amount
      from release r join allocation a on a.decision_id = r.decision_id and a.line = r.allocation_line
      join journal_entry on number = r.entry_number where ${await seen(db, standpoint)}
    ) as moved group by ${sql.raw(columns)})`;
}

/**
 * Positions as their steps and decisions say they stood, whatever is kept beside them: the state of the last step, what was
 * allocated, and the terms only once they were on record.
 */
export async function positionsBySteps(db: Reader, standpoint: Standpoint): Promise<RawBuilder<PositionAt>> {
  const before = recordsBefore(standpoint);
  // One that was proposed with its terms has no sketch.
  const term = (column: string) => sql`case when k.position_id is null then ${sql.ref(`p.${column}`)} else null end`;
  const sketched = (column: string) => sql`coalesce(${sql.ref(`k.${column}`)}, ${sql.ref(`p.${column}`)})`;
  return sql`(
    select p.id, p.number, ${sketched('title')} as title, ${sketched('organization_id')} as organization_id,
      ${sketched('duty_station_id')} as duty_station_id, ${sketched('description')} as description,
      ${term('starts_on')} as starts_on, case when k.position_id is null then y.ends_on else null end as ends_on,
      case when k.position_id is null then coalesce(y.cost, 0) else 0 end as cost,
      s.to_state as state, case s.to_state ${RANKS} end as state_rank, s.on_date as state_since,
      coalesce(a.amount, 0) as allocated
    from position p
    join (
      select position_id, max(number) as number from position_step
      where on_date <= ${standpoint.asOf} and recorded_at < ${before} group by position_id
    ) l on l.position_id = p.id
    join position_step s on s.position_id = p.id and s.number = l.number
    left join (
      select position_id, cast(sum(cost) as bigint) as cost, max(ends_on) as ends_on from position_year
      where recorded_at < ${before} group by position_id
    ) y on y.position_id = p.id
    left join position_sketch k on k.position_id = p.id and p.terms_recorded_at >= ${before}
    left join ${await allocated(db, standpoint, 'position_id')} a on a.position_id = p.id)`;
}

/** Positions as they stood at a standpoint, to select from in the place of their table: as kept where it sees everything. */
export async function positionsAt(db: Reader, standpoint: Standpoint): Promise<RawBuilder<PositionAt>> {
  return (await seesAllSteps(db, standpoint)) ? sql`position` : positionsBySteps(db, standpoint);
}

/** The contract years of positions with what was allocated to each at a standpoint; none before its terms were on record. */
export async function yearsAt(
  db: Reader,
  standpoint: Standpoint,
  positionIds: readonly string[],
): Promise<Map<string, StoredYear[]>> {
  if (positionIds.length === 0) return new Map();
  if (await seesWholeLedger(db, standpoint)) {
    const kept = await runWritten(db, 'contract years', { positionIds }, (given) =>
      db
        .selectFrom('position_year')
        .selectAll()
        .where('position_id', 'in', given.positionIds)
        .orderBy('position_id')
        .orderBy('year'),
    );
    return yearsByPosition(kept);
  }
  const { rows } = await sql<Selectable<Tables['position_year']>>`
    select y.position_id, y.year, y.starts_on, y.ends_on, y.cost, coalesce(a.amount, 0) as allocated
    from position_year y join position p on p.id = y.position_id
    left join ${await allocated(db, standpoint, 'position_id, year')} a on a.position_id = y.position_id and a.year = y.year
    where y.position_id in (${sql.join([...positionIds])}) and p.terms_recorded_at < ${recordsBefore(standpoint)}
      and y.recorded_at < ${recordsBefore(standpoint)}
    order by y.position_id, y.year`.execute(db);
  return yearsByPosition(rows);
}
