import { retentionAverages, retentionOutcomes } from '@dcc/db/stores/performance-reads';
import type { Reader } from '@dcc/db/open-database';
import { type PositionRow, positionRows } from '@dcc/db/stores/position-reads';
import { stepsOfPositions } from '@dcc/db/stores/vacancy-store';
import { date } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { sum } from '@dcc/domain/money';
import { pipelineOf, timeToFill } from '@dcc/domain/performance/pipeline';
import { stayedAt } from '@dcc/domain/performance/stayed';
import { phaseOf } from '@dcc/domain/positions/states';
import type { Standpoint } from '@dcc/domain/standpoint';
import type { StandpointInput } from '@dcc/domain/wire';
import { candidateNationalities } from '../../read-models/balance.ts';
import { withYears } from '../../read-models/positions.ts';
import { sightOf } from '../../read-models/vacancies.ts';
import { assertMay } from '../../use-case/command.ts';
import type { Context } from '../../use-case/context.ts';
import { standpointOf, standsAt } from '../../use-case/standpoint.ts';
import { costsAgainstReports } from './read-costs.ts';
import { readRisks } from './read-risks.ts';

/** Who stayed in the United Nations system, of the posts that are over. */
async function retention(db: Reader, standpoint: Standpoint, stored: readonly PositionRow[]) {
  const outcomes = await retentionOutcomes(db, standpoint);
  const ended = stored.filter(({ state }) => state === 'separated');
  return stayedAt(
    ended.map(({ id, stateSince }) => ({ separatedOn: date(stateSince), outcomes: outcomes.get(id) ?? new Map() })),
    await retentionAverages(db, standpoint),
    standpoint.asOf,
  );
}

/** Where sponsored positions are: each duty station with how many, and what decisions reserved for them. */
function places(stored: readonly PositionRow[]) {
  const sponsored = stored.filter(({ state }) => !['proposed', 'not-approved'].includes(phaseOf(state)));
  return [...Map.groupBy(sponsored, ({ dutyStation }) => dutyStation.id).values()].flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    const allocated = sum(
      rows.map((row) => row.allocated),
      BOOK_CURRENCY,
    );
    return [{ dutyStation: first.dutyStation, positions: rows.length, allocated }];
  });
}

/** How the fund performs: how positions come about, what they cost against their estimates, and who stays, and what can go wrong. Names no candidate. */
export async function getPerformance(context: Context, input: StandpointInput) {
  assertMay(context, 'performance.read');
  const standpoint = standpointOf(context.shell, input);
  const db = context.shell.db.read;
  const stored = await positionRows(db, standpoint, { sort: 'number', direction: 'asc' });
  const positions = await withYears(db, standpoint, stored);
  const stepsById = await stepsOfPositions(db, standpoint);
  const steps = [...stepsById.values()];
  return {
    ...standsAt(context.shell, standpoint),
    positions: stored.length,
    pipeline: { states: pipelineOf(steps, standpoint.asOf), toFill: timeToFill(steps, standpoint.asOf) },
    costs: await costsAgainstReports(db, standpoint, positions, stored),
    retention: await retention(db, standpoint, stored),
    places: places(stored),
    risks: await readRisks(db, standpoint, positions, stepsById),
  };
}

/** Of how many nationalities those on the long lists are, as of today alone: from one day to the next it would tell who came in between. */
export async function getNationalities(context: Context) {
  assertMay(context, 'performance.read');
  const { countries, ...numbers } = await candidateNationalities(context.shell.db.read, sightOf(context.actor.roles));
  return { ...numbers, countries: [...countries] };
}
