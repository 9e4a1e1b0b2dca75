import { positionRows } from '@dcc/db/stores/position-reads';
import { stepsOfPositions, vacancies } from '@dcc/db/stores/vacancy-store';
import { type CalendarDate, daysBetween } from '@dcc/domain/calendar-date';
import { POSITION_STATES } from '@dcc/domain/positions/states';
import { isInForce } from '@dcc/domain/rounds/eligibility';
import type { Standpoint } from '@dcc/domain/standpoint';
import { medianDays, recruitmentOf } from '@dcc/domain/vacancies/recruitment';
import { statusOn, waitsForVacancy } from '@dcc/domain/vacancies/vacancy';
import type { StandpointInput } from '@dcc/domain/wire';
import { candidateBalance } from '../../read-models/balance.ts';
import { eligibilityOf, eligibleCountries } from '../../read-models/eligibility.ts';
import { sightOf, withCounts } from '../../read-models/vacancies.ts';
import { assertMay } from '../../use-case/command.ts';
import type { Context } from '../../use-case/context.ts';
import { Refusal } from '../../use-case/refusal.ts';
import { standpointOf, standsAt } from '../../use-case/standpoint.ts';

const ALL = 10_000;

/** How long recruitment takes over all positions that were advertised: the middle ones of their days. */
async function times(context: Context, standpoint: Standpoint) {
  const steps = [...(await stepsOfPositions(context.shell.db.read, standpoint)).values()];
  const recruitments = steps
    .map((own) => recruitmentOf(own, standpoint.asOf))
    .filter((recruitment) => recruitment !== null);
  const toFill = recruitments.flatMap(({ advertisedOn, selectedOn }): number[] =>
    selectedOn === null ? [] : [daysBetween(advertisedOn, selectedOn)],
  );
  const stages = POSITION_STATES.flatMap((state) => {
    const days = recruitments.flatMap((each) => each.stages.filter((stage) => stage.state === state));
    const middle = medianDays(days.map((each) => each.days));
    return middle === null ? [] : [{ state, positions: days.length, days: middle }];
  });
  return { filled: toFill.length, daysToFill: medianDays(toFill), stages };
}

/** Positions that may be advertised now, and are not: the ones for which nobody has opened a vacancy yet. */
async function withoutVacancy(
  context: Context,
  standpoint: Standpoint,
  known: readonly { readonly positionId: string; readonly closesOn: CalendarDate; readonly opensOn: CalendarDate }[],
) {
  const covered = new Set(
    known.filter((terms) => statusOn(terms, standpoint.asOf) !== 'closed').map(({ positionId }) => positionId),
  );
  const rows = await positionRows(context.shell.db.read, standpoint, {
    sort: 'number',
    direction: 'asc',
    limit: ALL,
    offset: 0,
  });
  return rows
    .filter(({ id, state }) => waitsForVacancy(state) && !covered.has(id))
    .map(({ id, number, title, organization }) => ({ id, number, title, organization: organization.shortName }));
}

/** Every vacancy: what is open, what closes when, how far each has come; and how long recruitment takes. */
export async function listVacancies(context: Context, input: StandpointInput) {
  assertMay(context, 'vacancies.read');
  const standpoint = standpointOf(context.shell, input);
  const db = context.shell.db.read;
  const stored = await vacancies(db, standpoint);
  return {
    ...standsAt(context.shell, standpoint),
    rows: await withCounts(db, standpoint, stored, sightOf(context.actor.roles)),
    times: await times(context, standpoint),
    without: await withoutVacancy(
      context,
      standpoint,
      stored.map(({ position, terms }) => ({ positionId: position.id, ...terms })),
    ),
  };
}

/** The balance of all candidates, as of today alone: from one day to the next it would tell who came in between. */
export async function getBalance(context: Context) {
  assertMay(context, 'vacancies.read');
  return candidateBalance(context.shell.db.read, sightOf(context.actor.roles));
}

/** One vacancy: its days, what it asks for, its text, and the numbers of its candidates. */
export async function getVacancy(context: Context, id: string, input: StandpointInput) {
  assertMay(context, 'vacancies.read');
  const standpoint = standpointOf(context.shell, input);
  const db = context.shell.db.read;
  const [stored] = await vacancies(db, standpoint, { id });
  if (stored === undefined) throw new Refusal({ kind: 'NotFound', subject: 'vacancy' });
  const [row] = await withCounts(db, standpoint, [stored], sightOf(context.actor.roles));
  if (row === undefined) throw new Refusal({ kind: 'NotFound', subject: 'vacancy' });
  const { languages, ...criteria } = stored.terms.criteria;
  const eligibility = await eligibilityOf(db, criteria.eligibilitySetId);
  return {
    ...standsAt(context.shell, standpoint),
    row,
    criteria: {
      ...criteria,
      languages: { all: [...languages.all], oneOf: [...languages.oneOf], asset: [...languages.asset] },
    },
    eligibility:
      eligibility === null
        ? null
        : {
            name: eligibility.name,
            version: eligibility.version,
            inForce: isInForce(eligibility.rule, standpoint.asOf),
            countries: eligibleCountries(eligibility, standpoint.asOf),
          },
    text: stored.terms.text,
    work: stored.position.description,
    revisions: stored.revisions,
  };
}
