import type { Reader } from '@dcc/db/open-database';
import { candidatesInBalance } from '@dcc/db/stores/candidate-store';
import { memberships } from '@dcc/db/stores/criteria-store';
import { groupsOf, type Membership } from '@dcc/domain/rounds/eligibility';
import { balanceOf, type StageBalance, withoutSmallParts } from '@dcc/domain/vacancies/balance';
import { countReached, isTold } from '@dcc/domain/vacancies/recruitment';
import type { Sight } from './vacancies.ts';

type Candidate = Awaited<ReturnType<typeof candidatesInBalance>>[number];

/** Adds to a candidate the groups that its country belonged to on the day of application. */
function balanced({ nationality: country, appliedOn, ...candidate }: Candidate, byCountry: Map<string, Membership[]>) {
  const groups = country === null ? [] : groupsOf(country, appliedOn, byCountry.get(country) ?? []);
  return { ...candidate, nationality: country === null ? null : { country, groups } };
}

/**
 * The balance of candidates as they stand today, of one vacancy or of all. Who may not see every number is told it of those
 * vacancies alone whose own numbers are told, or what is hidden of one vacancy would be what the others lack of all.
 */
export async function candidateBalance(
  db: Reader,
  sight: Sight,
  vacancyId?: string,
): Promise<{ vacancies: number; counted: number; stages: StageBalance[] }> {
  const lists = await memberships(db);
  const byCountry = Map.groupBy(lists, ({ country }) => country);
  const groups = [...new Set(lists.map(({ group }) => group))];
  const every = sight === 'every-number';
  const wanted = (await candidatesInBalance(db)).filter(
    (each) => vacancyId === undefined || each.vacancyId === vacancyId,
  );
  const byVacancy = [...Map.groupBy(wanted, (each) => each.vacancyId).values()];
  const counted = byVacancy.filter(
    (own) => every || countReached(own.map(({ steps }) => steps)).every(({ count }) => isTold(count)),
  );
  const balance = balanceOf(
    counted.flat().map((each) => balanced(each, byCountry)),
    groups,
  );
  return {
    vacancies: byVacancy.length,
    counted: counted.length,
    stages: every ? balance : withoutSmallParts(balance),
  };
}
