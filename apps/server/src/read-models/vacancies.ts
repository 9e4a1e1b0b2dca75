import type { Reader } from '@dcc/db/open-database';
import { stepsByVacancy } from '@dcc/db/stores/candidate-store';
import { stepsOfPositions, type Vacancy, vacancies } from '@dcc/db/stores/vacancy-store';
import { daysBetween } from '@dcc/domain/calendar-date';
import { may, type Role } from '@dcc/domain/people/capability';
import type { Standpoint } from '@dcc/domain/standpoint';
import { countReached, recruitmentOf, type StageCount, withoutSmall } from '@dcc/domain/vacancies/recruitment';
import { isPublished, statusOn } from '@dcc/domain/vacancies/vacancy';

/** Who sees candidates sees every number of them; to everybody else one and two are not told. */
export type Sight = 'every-number' | 'without-small';

export function sightOf(roles: readonly Role[]): Sight {
  return may(roles, 'candidate.handle') ? 'every-number' : 'without-small';
}

/** Adds to vacancies how they stand on a day and how many candidates came how far. Names no candidate. */
export async function withCounts(
  db: Reader,
  standpoint: Standpoint,
  rows: readonly Vacancy[],
  sight: Sight,
): Promise<ReturnType<typeof vacancyRow>[]> {
  const candidates = await stepsByVacancy(db, standpoint);
  const steps = await stepsOfPositions(db, standpoint);
  return rows.map((row) => {
    const counts = countReached(candidates.get(row.id) ?? []);
    return vacancyRow(standpoint, row, {
      counts: sight === 'every-number' ? counts : withoutSmall(counts),
      recruitment: recruitmentOf(steps.get(row.position.id) ?? [], standpoint.asOf),
    });
  });
}

type Recruited = { readonly counts: readonly StageCount[]; readonly recruitment: ReturnType<typeof recruitmentOf> };

function vacancyRow({ asOf }: Standpoint, row: Vacancy, { counts, recruitment }: Recruited) {
  const { description: _work, ...position } = row.position;
  return {
    id: row.id,
    number: row.number,
    position,
    organization: row.organization,
    dutyStation: row.dutyStation,
    opensOn: row.terms.opensOn,
    closesOn: row.terms.closesOn,
    status: statusOn(row.terms, asOf),
    published: isPublished(position.state),
    /** Days from the standpoint to the last day of applications, negative once it is over. */
    daysLeft: daysBetween(asOf, row.terms.closesOn),
    counts: [...counts],
    recruitment:
      recruitment === null
        ? null
        : {
            ...recruitment,
            stages: [...recruitment.stages],
            daysToFill:
              recruitment.selectedOn === null ? null : daysBetween(recruitment.advertisedOn, recruitment.selectedOn),
          },
  };
}

/** Vacancies that anybody may see on a day: open to applications, of positions that are advertised. */
export async function openVacancies(db: Reader, standpoint: Standpoint): Promise<Vacancy[]> {
  return (await vacancies(db, standpoint))
    .filter(({ position, terms }) => isPublished(position.state) && statusOn(terms, standpoint.asOf) === 'open')
    .toReversed();
}
