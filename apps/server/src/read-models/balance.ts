import type { Reader } from '@dcc/db/open-database';
import { candidatesInBalance } from '@dcc/db/stores/candidate-store';
import { memberships } from '@dcc/db/stores/criteria-store';
import { groupsOf, type Membership } from '@dcc/domain/rounds/eligibility';
import { balanceOf, type StageBalance, withoutSmallParts } from '@dcc/domain/vacancies/balance';
import { type Nationalities, nationalitiesOf, withoutSmallNationalities } from '@dcc/domain/vacancies/nationalities';
import { countReached, isTold } from '@dcc/domain/vacancies/recruitment';
import type { Sight } from './vacancies.ts';

type Candidate = Awaited<ReturnType<typeof candidatesInBalance>>[number];

/** Adds to a candidate the groups that its country belonged to on the day of application. */
function balanced({ nationality: country, appliedOn, ...candidate }: Candidate, byCountry: Map<string, Membership[]>) {
  const groups = country === null ? [] : groupsOf(country, appliedOn, byCountry.get(country) ?? []);
  return { ...candidate, nationality: country === null ? null : { country, groups } };
}

/** Candidates as they stand today, of one vacancy or of all, as far as numbers about them may be told. */
async function countedCandidates(db: Reader, sight: Sight, vacancyId?: string) {
  const lists = await memberships(db);
  const byCountry = Map.groupBy(lists, ({ country }) => country);
  const wanted = (await candidatesInBalance(db)).filter(
    (each) => vacancyId === undefined || each.vacancyId === vacancyId,
  );
  const byVacancy = [...Map.groupBy(wanted, (each) => each.vacancyId).values()];
  const counted = byVacancy.filter(
    (own) =>
      sight === 'every-number' || countReached(own.map(({ steps }) => steps)).every(({ count }) => isTold(count)),
  );
  return {
    groups: [...new Set(lists.map(({ group }) => group))],
    vacancies: byVacancy.length,
    counted: counted.length,
    candidates: counted.flat().map((each) => balanced(each, byCountry)),
  };
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
  const { groups, vacancies, counted, candidates } = await countedCandidates(db, sight, vacancyId);
  const balance = balanceOf(candidates, groups);
  return { vacancies, counted, stages: sight === 'every-number' ? balance : withoutSmallParts(balance) };
}

/** How many of those on the long lists have each nationality, of the same candidates as their balance and held to it. */
export async function candidateNationalities(db: Reader, sight: Sight): Promise<Nationalities> {
  const { groups, candidates } = await countedCandidates(db, sight);
  if (sight === 'every-number') return nationalitiesOf(candidates);
  const [longList = { groups: [] }] = withoutSmallParts(balanceOf(candidates, groups));
  return withoutSmallNationalities(candidates, longList);
}
