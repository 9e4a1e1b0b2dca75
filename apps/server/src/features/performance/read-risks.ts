import type { Reader } from '@dcc/db/open-database';
import { balancesAt } from '@dcc/db/stores/balance-store';
import { contributionRows, openInstalments, totalsByContributor } from '@dcc/db/stores/contribution-reads';
import { ratesInForce } from '@dcc/db/stores/rate-store';
import { listOrganizations } from '@dcc/db/stores/reference-store';
import { addMonths, dayNumber, type CalendarDate, date, daysBetween } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { add, compare, type Money, sum } from '@dcc/domain/money';
import { exposedPart, movedTenths, type Risk, risksOf, type Sign } from '@dcc/domain/performance/risks';
import type { PositionSteps } from '@dcc/domain/performance/pipeline';
import { phaseOf } from '@dcc/domain/positions/states';
import type { Standpoint } from '@dcc/domain/standpoint';
import { recruitmentOf } from '@dcc/domain/vacancies/recruitment';
import { missingReports } from '../../read-models/missing-reports.ts';
import type { withYears } from '../../read-models/positions.ts';

type Positions = Awaited<ReturnType<typeof withYears>>;
type Steps = ReadonlyMap<string, PositionSteps>;

const ALL = 10_000;

/** Years of sponsored positions that are not over and not reserved in full. */
function yearsWithoutMoney(positions: Positions, asOf: CalendarDate): Sign[] {
  return positions
    .filter(({ phase }) => phase === 'in-recruitment' || phase === 'in-post')
    .flatMap(({ years }) => years.filter(({ endsOn }) => endsOn >= asOf))
    .map(({ short, startsOn }) => ({
      kind: 'year-not-funded',
      amount: short,
      measure: daysBetween(startsOn, asOf),
    }));
}

/** Positions that were advertised and for which nobody is selected, with what is reserved for them. */
function slowRecruitments(positions: Positions, steps: Steps, asOf: CalendarDate): Sign[] {
  return positions
    .filter(({ state }) => phaseOf(state) === 'in-recruitment')
    .flatMap(({ id, allocated }): Sign[] => {
      const recruitment = recruitmentOf(steps.get(id) ?? [], asOf);
      if (recruitment === null || recruitment.selectedOn !== null) return [];
      const measure = daysBetween(recruitment.advertisedOn, asOf);
      return [{ kind: 'slow-recruitment', amount: allocated, measure }];
    });
}

type Promised = { readonly contributorId: string; readonly original: Money; readonly value: Money };

/** Everything that is promised and not paid yet: instalments with their days, and pledges. */
async function promises(db: Reader, standpoint: Standpoint) {
  const contributions = await contributionRows(db, standpoint, {
    sort: 'reference',
    direction: 'asc',
    limit: ALL,
    offset: 0,
  });
  const givers = new Map(contributions.map(({ id, contributor }) => [id, contributor.id]));
  const instalments = (await openInstalments(db, standpoint)).map((row) => ({
    contributorId: givers.get(row.contributionId) ?? '',
    original: row.outstanding,
    value: row.value,
    late: daysBetween(date(row.dueOn), standpoint.asOf),
  }));
  const pledges = contributions
    .filter(({ stage }) => stage === 'pledged')
    .map(({ contributor, original, pledged }) => ({ contributorId: contributor.id, original, value: pledged }));
  return { instalments, pledges };
}

/** What the contributor that promises most still owes, and how late its oldest instalment is. */
async function oneContributor(
  db: Reader,
  standpoint: Standpoint,
  instalments: readonly { readonly contributorId: string; readonly late: number }[],
): Promise<Sign[]> {
  const most = [...(await totalsByContributor(db, standpoint))]
    .map(([id, { outstanding, pledged }]) => ({ id, amount: add(outstanding, pledged) }))
    .toSorted((left, right) => compare(right.amount, left.amount))[0];
  if (most === undefined) return [];
  const late = instalments.filter(({ contributorId }) => contributorId === most.id).map((each) => each.late);
  return [{ kind: 'one-contributor', amount: most.amount, measure: Math.max(0, ...late) }];
}

/** What is promised in each other currency, and how far that currency has moved in twelve months. */
async function currencies(db: Reader, standpoint: Standpoint, promised: readonly Promised[]): Promise<Sign[]> {
  // Before the first year of the program's calendar there is no day, and no rate.
  const before = {
    ...standpoint,
    asOf: dayNumber(standpoint.asOf) < 365 ? standpoint.asOf : addMonths(standpoint.asOf, -12),
  };
  const then = new Map((await ratesInForce(db, before)).map((rate) => [rate.currency, rate]));
  return (await ratesInForce(db, standpoint)).map((rate) => {
    const values = promised.filter(({ original }) => original.currency === rate.currency).map(({ value }) => value);
    return {
      kind: 'currency',
      amount: exposedPart(sum(values, BOOK_CURRENCY)),
      measure: movedTenths(then.get(rate.currency) ?? rate, rate),
    };
  });
}

/** What can go wrong by the records of a standpoint, and the cash that its impact is held against. */
export async function readRisks(
  db: Reader,
  standpoint: Standpoint,
  positions: Positions,
  steps: Steps,
): Promise<{ cash: Money; found: Risk[] }> {
  const { asOf } = standpoint;
  const { instalments, pledges } = await promises(db, standpoint);
  const reports = await missingReports(db, standpoint, await listOrganizations(db, standpoint));
  const cash = sum(
    (await balancesAt(db, standpoint, ['cash'], ['account'])).map(({ amount }) => amount),
    BOOK_CURRENCY,
  );
  const signs: Sign[] = [
    ...yearsWithoutMoney(positions, asOf),
    ...instalments
      .filter(({ late }) => late > 0)
      .map(({ value, late }) => ({ kind: 'instalment-overdue' as const, amount: value, measure: late })),
    ...(await oneContributor(db, standpoint, instalments)),
    ...(await currencies(db, standpoint, [...instalments, ...pledges])),
    ...reports.map(({ sent, dueOn }) => ({
      kind: 'report-missing' as const,
      amount: sent,
      measure: daysBetween(dueOn, asOf),
    })),
    ...slowRecruitments(positions, steps, asOf),
  ];
  return { cash, found: risksOf(signs, cash) };
}
