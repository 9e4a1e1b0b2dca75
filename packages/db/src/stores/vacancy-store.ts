import { date } from '@dcc/domain/calendar-date';
import type { PositionState } from '@dcc/domain/positions/states';
import type { Standpoint } from '@dcc/domain/standpoint';
import type { VacancyTerms } from '@dcc/domain/vacancies/vacancy';
import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Reader } from '../open-database.ts';
import type { Tables } from '../tables.ts';
import type { Tx } from '../with-transaction.ts';
import { runWritten } from '../written-queries.ts';
import { recordsBefore } from './known-entries.ts';
import { type PositionAt, positionsAt, seesAllSteps } from './positions-at.ts';

export type Vacancy = {
  readonly id: string;
  /** The first, second … vacancy of its position. */
  readonly number: number;
  readonly position: {
    readonly id: string;
    readonly number: number;
    readonly title: string;
    readonly state: PositionState;
    readonly description: string;
    readonly startsOn: string | null;
    readonly endsOn: string | null;
  };
  readonly organization: { readonly id: string; readonly name: string; readonly shortName: string };
  readonly dutyStation: { readonly id: string; readonly name: string; readonly countryCode: string };
  readonly terms: VacancyTerms;
  /** How often its terms were changed. */
  readonly revisions: number;
};

type Stamp = { readonly recordedAt: string; readonly recordedBy: string };

const codes = (text: string): string[] => text.split(' ').filter((code) => code !== '');

export function termsOf(
  row: Omit<Selectable<Tables['vacancy_terms']>, 'vacancy_id' | 'number' | 'recorded_at' | 'recorded_by'>,
): VacancyTerms {
  return {
    opensOn: date(row.opens_on),
    closesOn: date(row.closes_on),
    criteria: {
      oldestAge: row.oldest_age === null ? null : Number(row.oldest_age),
      degree: row.degree,
      experienceYears: Number(row.experience_years),
      languages: {
        all: codes(row.languages_all),
        oneOf: codes(row.languages_one_of),
        asset: codes(row.languages_asset),
      },
      eligibilitySetId: row.eligibility_set_id,
    },
    text: row.text,
  };
}

function vacanciesQuery(db: Reader, positions: RawBuilder<PositionAt>, before: string) {
  return db
    .selectFrom('vacancy')
    .innerJoin(positions.as('position'), 'position.id', 'vacancy.position_id')
    .innerJoin('organization', 'organization.id', 'position.organization_id')
    .innerJoin('duty_station', 'duty_station.id', 'position.duty_station_id')
    .innerJoin('vacancy_terms as terms', (join) =>
      join
        .onRef('terms.vacancy_id', '=', 'vacancy.id')
        .on(
          'terms.number',
          '=',
          sql<bigint>`(select max(number) from vacancy_terms where vacancy_id = vacancy.id and recorded_at < ${before})`,
        ),
    )
    .select([
      'vacancy.id',
      'vacancy.number',
      'position.id as position_id',
      'position.number as position_number',
      'position.title',
      'position.state',
      'position.description',
      'position.starts_on',
      'position.ends_on',
      'organization.id as organization_id',
      'organization.name as organization_name',
      'organization.short_name',
      'duty_station.id as duty_station_id',
      'duty_station.name as duty_station_name',
      'duty_station.country_code',
      'terms.number as terms_number',
      'terms.opens_on',
      'terms.closes_on',
      'terms.oldest_age',
      'terms.degree',
      'terms.experience_years',
      'terms.languages_all',
      'terms.languages_one_of',
      'terms.languages_asset',
      'terms.eligibility_set_id',
      'terms.text',
    ])
    .where('vacancy.recorded_at', '<', before)
    .orderBy('terms.closes_on', 'desc')
    .orderBy('position.number')
    .orderBy('vacancy.number');
}

type VacancyRow = Awaited<ReturnType<ReturnType<typeof vacanciesQuery>['executeTakeFirstOrThrow']>>;

function vacancyOf(row: VacancyRow): Vacancy {
  return {
    id: row.id,
    number: Number(row.number),
    position: {
      id: row.position_id,
      number: Number(row.position_number),
      title: row.title,
      state: row.state,
      description: row.description,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
    },
    organization: { id: row.organization_id, name: row.organization_name, shortName: row.short_name },
    dutyStation: { id: row.duty_station_id, name: row.duty_station_name, countryCode: row.country_code },
    terms: termsOf(row),
    revisions: Number(row.terms_number) - 1,
  };
}

/** Vacancies with the terms that a standpoint knows, the last to close first. */
export async function vacancies(
  db: Reader,
  standpoint: Standpoint,
  of: { readonly id?: string; readonly positionId?: string } = {},
): Promise<Vacancy[]> {
  const values = { before: recordsBefore(standpoint) };
  if (Object.keys(of).length === 0 && (await seesAllSteps(db, standpoint)))
    return (
      await runWritten(db, 'all vacancies', values, ({ before }) => vacanciesQuery(db, sql`position`, before))
    ).map(vacancyOf);
  let query = vacanciesQuery(db, await positionsAt(db, standpoint), values.before);
  if (of.id !== undefined) query = query.where('vacancy.id', '=', of.id);
  if (of.positionId !== undefined) query = query.where('vacancy.position_id', '=', of.positionId);
  return (await query.execute()).map(vacancyOf);
}

/** Saves a vacancy with its first terms. */
export async function saveVacancy(
  tx: Tx,
  vacancy: { readonly id: string; readonly positionId: string; readonly number: number; readonly terms: VacancyTerms },
  stamp: Stamp,
): Promise<void> {
  await tx
    .insertInto('vacancy')
    .values({
      id: vacancy.id,
      position_id: vacancy.positionId,
      number: BigInt(vacancy.number),
      recorded_at: stamp.recordedAt,
      recorded_by: stamp.recordedBy,
    })
    .execute();
  await saveVacancyTerms(tx, vacancy.id, 1, vacancy.terms, stamp);
}

/** Adds terms that take the place of the ones before, which stay on record. */
export async function saveVacancyTerms(
  tx: Tx,
  vacancyId: string,
  number: number,
  { opensOn, closesOn, criteria, text }: VacancyTerms,
  stamp: Stamp,
): Promise<void> {
  await tx
    .insertInto('vacancy_terms')
    .values({
      vacancy_id: vacancyId,
      number: BigInt(number),
      opens_on: opensOn,
      closes_on: closesOn,
      oldest_age: criteria.oldestAge === null ? null : BigInt(criteria.oldestAge),
      degree: criteria.degree,
      experience_years: BigInt(criteria.experienceYears),
      languages_all: criteria.languages.all.join(' '),
      languages_one_of: criteria.languages.oneOf.join(' '),
      languages_asset: criteria.languages.asset.join(' '),
      eligibility_set_id: criteria.eligibilitySetId,
      text,
      recorded_at: stamp.recordedAt,
      recorded_by: stamp.recordedBy,
    })
    .execute();
}

/** Every step of some positions that a standpoint sees, by position, oldest first. */
export async function stepsOfPositions(
  db: Reader,
  standpoint: Standpoint,
): Promise<Map<string, { to: PositionState; on: ReturnType<typeof date> }[]>> {
  const rows = await db
    .selectFrom('position_step')
    .select(['position_id', 'to_state', 'on_date'])
    .where('on_date', '<=', standpoint.asOf)
    .where('recorded_at', '<', recordsBefore(standpoint))
    .orderBy('position_id')
    .orderBy('number')
    .execute();
  const steps = new Map<string, { to: PositionState; on: ReturnType<typeof date> }[]>();
  for (const row of rows) {
    const step = { to: row.to_state, on: date(row.on_date) };
    const known = steps.get(row.position_id);
    if (known === undefined) steps.set(row.position_id, [step]);
    else known.push(step);
  }
  return steps;
}
