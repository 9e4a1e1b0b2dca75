import { type CalendarDate, date, dateOfInstant } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { type Money, money } from '@dcc/domain/money';
import type { PositionState } from '@dcc/domain/positions/states';
import { ROUND_STATES, type RoundState } from '@dcc/domain/rounds/round';
import type { Score } from '@dcc/domain/rounds/score';
import type { Standpoint } from '@dcc/domain/standpoint';
import { sql } from 'kysely';
import type { Reader } from '../open-database.ts';
import type { Tx } from '../with-transaction.ts';
import type { Stamp } from './criteria-store.ts';
import { happenedBefore, recordsBefore } from './known-entries.ts';

export type Round = {
  readonly id: string;
  readonly name: string;
  readonly criteriaSetId: string;
  readonly eligibilitySetId: string | null;
  readonly state: RoundState;
  /** When it came to its state. */
  readonly since: string;
  readonly proposals: number;
};

/** Rounds, the latest first; with a standpoint as they stood then. */
export async function rounds(db: Reader, standpoint: Standpoint | null = null): Promise<Round[]> {
  const before = happenedBefore(standpoint);
  const rows = await db
    .selectFrom('round')
    .selectAll()
    .where('recorded_at', '<', before)
    .orderBy('recorded_at', 'desc')
    .orderBy('name')
    .execute();
  const steps = await db
    .selectFrom('round_step')
    .selectAll()
    .where('recorded_at', '<', before)
    .orderBy('number')
    .execute();
  const counts = await db
    .selectFrom('round_proposal')
    .select(['round_id', sql<bigint>`count(*)`.as('count')])
    .where('recorded_at', '<', before)
    .groupBy('round_id')
    .execute();
  return rows.map((row) => {
    const last = steps.findLast(({ round_id: of }) => of === row.id);
    return {
      id: row.id,
      name: row.name,
      criteriaSetId: row.criteria_set_id,
      eligibilitySetId: row.eligibility_set_id,
      state: last?.to_state ?? ROUND_STATES[0],
      since: last?.recorded_at ?? row.recorded_at,
      proposals: Number(counts.find(({ round_id: of }) => of === row.id)?.count ?? 0n),
    };
  });
}

export async function findRound(db: Reader, id: string): Promise<Round | null> {
  return (await rounds(db)).find((round) => round.id === id) ?? null;
}

export async function saveRound(
  tx: Tx,
  round: Pick<Round, 'id' | 'name' | 'criteriaSetId' | 'eligibilitySetId'>,
  stamp: Stamp,
): Promise<void> {
  await tx
    .insertInto('round')
    .values({
      id: round.id,
      name: round.name,
      criteria_set_id: round.criteriaSetId,
      eligibility_set_id: round.eligibilitySetId,
      recorded_at: stamp.recordedAt,
      recorded_by: stamp.recordedBy,
    })
    .execute();
}

/** A round reaches a state. The state's place in their order is the step's number, so no step is taken twice. */
export async function saveRoundStep(tx: Tx, roundId: string, to: RoundState, stamp: Stamp): Promise<void> {
  await tx
    .insertInto('round_step')
    .values({
      round_id: roundId,
      number: BigInt(ROUND_STATES.indexOf(to)),
      to_state: to,
      recorded_at: stamp.recordedAt,
      recorded_by: stamp.recordedBy,
    })
    .execute();
}

export type ProposalYear = {
  readonly year: number;
  readonly startsOn: CalendarDate;
  readonly cost: Money;
  readonly allocated: Money;
};

export type StoredProposal = {
  readonly positionId: string;
  readonly number: number;
  readonly title: string;
  readonly state: PositionState;
  readonly organization: { readonly id: string; readonly name: string; readonly shortName: string };
  readonly dutyStation: { readonly id: string; readonly name: string; readonly countryCode: string };
  readonly theme: string;
  readonly region: string;
  readonly place: 'field' | 'headquarters';
  readonly years: readonly ProposalYear[];
};

/** The proposals of a round with the years of their terms, by number. */
export async function proposalsOf(db: Reader, roundId: string): Promise<StoredProposal[]> {
  const rows = await db
    .selectFrom('round_proposal')
    .innerJoin('position', 'position.id', 'round_proposal.position_id')
    .innerJoin('organization', 'organization.id', 'position.organization_id')
    .innerJoin('duty_station', 'duty_station.id', 'position.duty_station_id')
    .select([
      'position.id',
      'position.number',
      'position.title',
      'position.state',
      'organization.id as organization_id',
      'organization.name as organization_name',
      'organization.short_name',
      'duty_station.id as station_id',
      'duty_station.name as station_name',
      'duty_station.country_code',
      'theme',
      'region',
      'place',
    ])
    .where('round_id', '=', roundId)
    .orderBy('position.number')
    .execute();
  const years = await db
    .selectFrom('position_year')
    .innerJoin('round_proposal', 'round_proposal.position_id', 'position_year.position_id')
    .select(['position_year.position_id', 'year', 'starts_on', 'cost', 'allocated'])
    .where('round_id', '=', roundId)
    .orderBy('year')
    .execute();
  return rows.map((row) => ({
    positionId: row.id,
    number: Number(row.number),
    title: row.title,
    state: row.state,
    organization: { id: row.organization_id, name: row.organization_name, shortName: row.short_name },
    dutyStation: { id: row.station_id, name: row.station_name, countryCode: row.country_code },
    theme: row.theme,
    region: row.region,
    place: row.place,
    years: years
      .filter(({ position_id: of }) => of === row.id)
      .map((year) => ({
        year: Number(year.year),
        startsOn: date(year.starts_on),
        cost: money(year.cost, BOOK_CURRENCY),
        allocated: money(year.allocated, BOOK_CURRENCY),
      })),
  }));
}

/** The theme under which each position was last put to a round, as far as a standpoint sees it. */
export async function themeByPosition(db: Reader, standpoint: Standpoint): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('round_proposal')
    .select(['position_id', 'theme'])
    .where('recorded_at', '<', recordsBefore(standpoint))
    .orderBy('recorded_at')
    .orderBy('round_id')
    .execute();
  return new Map(rows.map((row) => [row.position_id, row.theme]));
}

/** The rounds to which a position was put, in the order of recording, as far as a standpoint sees them. */
export async function roundsOfPosition(
  db: Reader,
  standpoint: Standpoint,
  positionId: string,
): Promise<{ readonly id: string; readonly name: string; readonly on: CalendarDate; readonly by: string }[]> {
  const rows = await db
    .selectFrom('round_proposal')
    .innerJoin('round', 'round.id', 'round_proposal.round_id')
    .innerJoin('person', 'person.id', 'round_proposal.recorded_by')
    .select(['round.id', 'round.name', 'round_proposal.recorded_at', 'person.name as by'])
    .where('position_id', '=', positionId)
    .where('round_proposal.recorded_at', '<', recordsBefore(standpoint))
    .orderBy('round_proposal.recorded_at')
    .orderBy('round.id')
    .execute();
  return rows.map((row) => ({ id: row.id, name: row.name, on: dateOfInstant(row.recorded_at), by: row.by }));
}

/** Positions with a term that a round does not hold yet, by number. */
export async function positionsOutside(
  db: Reader,
  roundId: string,
): Promise<{ readonly id: string; readonly title: string; readonly host: string; readonly state: PositionState }[]> {
  const held = db.selectFrom('round_proposal').select('position_id').where('round_id', '=', roundId);
  return db
    .selectFrom('position')
    .innerJoin('organization', 'organization.id', 'position.organization_id')
    .select(['position.id', 'position.title', 'organization.short_name as host', 'position.state'])
    .where('position.id', 'in', db.selectFrom('position_year').select('position_id'))
    .where('position.id', 'not in', held)
    .orderBy('position.number')
    .execute();
}

export async function saveProposal(
  tx: Tx,
  proposal: Pick<StoredProposal, 'positionId' | 'theme' | 'region' | 'place'> & { readonly roundId: string },
  stamp: Stamp,
): Promise<void> {
  await tx
    .insertInto('round_proposal')
    .values({
      round_id: proposal.roundId,
      position_id: proposal.positionId,
      theme: proposal.theme,
      region: proposal.region,
      place: proposal.place,
      recorded_at: stamp.recordedAt,
      recorded_by: stamp.recordedBy,
    })
    .execute();
}

export type StoredScore = Score & { readonly positionId: string; readonly person: string; readonly number: number };

/** What people gave the proposals of a round, the last of each person for each criterion. */
export async function scoresOf(db: Reader, roundId: string): Promise<StoredScore[]> {
  const rows = await db
    .selectFrom('proposal_score')
    .innerJoin('person', 'person.id', 'proposal_score.person_id')
    .select(['position_id', 'person_id', 'person.name', 'number', 'criterion', 'score'])
    .where('round_id', '=', roundId)
    .orderBy('number')
    .execute();
  const latest = new Map<string, StoredScore>();
  for (const row of rows)
    latest.set(`${row.position_id} ${row.person_id} ${row.criterion}`, {
      positionId: row.position_id,
      personId: row.person_id,
      person: row.name,
      number: Number(row.number),
      criterion: Number(row.criterion),
      score: Number(row.score),
    });
  return [...latest.values()];
}

export async function saveScores(
  tx: Tx,
  given: {
    readonly roundId: string;
    readonly positionId: string;
    readonly personId: string;
    readonly number: number;
    readonly scores: readonly { readonly criterion: number; readonly score: number }[];
    readonly note: string;
  },
  at: string,
): Promise<void> {
  await tx
    .insertInto('proposal_score')
    .values(
      given.scores.map(({ criterion, score }) => ({
        round_id: given.roundId,
        position_id: given.positionId,
        person_id: given.personId,
        number: BigInt(given.number),
        criterion: BigInt(criterion),
        score: BigInt(score),
        note: given.note,
        recorded_at: at,
      })),
    )
    .execute();
}

/** Money that agreements still promise, by pool and due date, in US dollars at the rate of the signature. */
export async function expectedByPool(
  db: Reader,
): Promise<{ readonly poolId: string; readonly dueOn: CalendarDate; readonly value: Money }[]> {
  const rows = await db
    .selectFrom('instalment')
    .innerJoin('contribution', 'contribution.id', 'instalment.contribution_id')
    .select(['pool_id', 'due_on', 'instalment.outstanding_value'])
    .where('contribution.signed_on', 'is not', null)
    .where('instalment.outstanding_value', '>', 0n)
    .where('instalment.cancelled', '=', 0n)
    .orderBy('due_on')
    .execute();
  return rows.map((row) => ({
    poolId: row.pool_id,
    dueOn: date(row.due_on),
    value: money(row.outstanding_value, BOOK_CURRENCY),
  }));
}
