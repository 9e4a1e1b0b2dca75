import type { Reader } from '@dcc/db/open-database';
import { openWindows, retentionKnown, termsWritten } from '@dcc/db/stores/deadline-reads';
import { listActionPoints } from '@dcc/db/stores/meeting-store';
import { motionsAt } from '@dcc/db/stores/motions-at';
import type { PositionRow } from '@dcc/db/stores/position-reads';
import { type Vacancy, vacancies } from '@dcc/db/stores/vacancy-store';
import { date, daysBetween } from '@dcc/domain/calendar-date';
import {
  ACTION_POINT_WITHIN_DAYS,
  extensionDue,
  retentionMissing,
  TERMS_STALE_AFTER_DAYS,
  VACANCY_CLOSES_WITHIN_DAYS,
  VACANCY_MISSING_AFTER_DAYS,
  WINDOW_CLOSES_WITHIN_DAYS,
} from '@dcc/domain/deadlines';
import { may, type Role } from '@dcc/domain/people/capability';
import type { Standpoint } from '@dcc/domain/standpoint';
import { isPublished, statusOn, waitsForVacancy } from '@dcc/domain/vacancies/vacancy';
import { candidatesKept } from '../../read-models/candidates-kept.ts';
import type { withYears } from '../../read-models/positions.ts';

type Given = {
  readonly positions: Awaited<ReturnType<typeof withYears>>;
  readonly stored: readonly PositionRow[];
};

const of = ({ id, title, organization }: Pick<PositionRow, 'id' | 'title' | 'organization'>) => ({
  positionId: id,
  title,
  organization: organization.shortName,
});

function closingVacancies(all: readonly Vacancy[], { asOf }: Standpoint) {
  return all
    .filter(({ position, terms }) => isPublished(position.state) && statusOn(terms, asOf) === 'open')
    .map((vacancy) => ({ vacancy, days: daysBetween(asOf, vacancy.terms.closesOn) }))
    .filter(({ days }) => days <= VACANCY_CLOSES_WITHIN_DAYS)
    .map(({ vacancy: { id, position, organization, terms }, days }) => ({
      kind: 'vacancy-closing' as const,
      vacancyId: id,
      title: position.title,
      organization: organization.shortName,
      closesOn: terms.closesOn,
      days,
    }));
}

function missingVacancies(all: readonly Vacancy[], { stored }: Given, { asOf }: Standpoint) {
  const covered = new Set(
    all.filter(({ terms }) => statusOn(terms, asOf) !== 'closed').map(({ position }) => position.id),
  );
  return (
    stored
      // Of a post without terms only the existence is known: nobody can say that its vacancy is missing.
      .filter(({ id, state, startsOn }) => waitsForVacancy(state) && startsOn !== null && !covered.has(id))
      .map((position) => ({ position, days: daysBetween(date(position.stateSince), asOf) }))
      .filter(({ days }) => days > VACANCY_MISSING_AFTER_DAYS)
      .map(({ position, days }) => ({
        kind: 'vacancy-missing' as const,
        ...of(position),
        since: position.stateSince,
        days,
      }))
  );
}

function extensions({ positions }: Given, { asOf }: Standpoint) {
  return positions.flatMap((position) => {
    const years = position.years.map(({ number, startsOn, endsOn }) => ({ number, startsOn, endsOn }));
    const due = extensionDue(position.state, years, asOf);
    return due === null ? [] : [{ kind: 'extension-due' as const, ...of(position), ...due }];
  });
}

async function staleTerms(db: Reader, standpoint: Standpoint, { stored }: Given) {
  const written = await termsWritten(db, standpoint);
  return stored
    .filter(({ state }) => waitsForVacancy(state))
    .flatMap((position) => {
      const on = written.get(position.id);
      if (on === undefined || daysBetween(on, standpoint.asOf) <= TERMS_STALE_AFTER_DAYS) return [];
      return [{ kind: 'terms-stale' as const, ...of(position), writtenOn: on }];
    });
}

async function retentions(db: Reader, standpoint: Standpoint, { stored }: Given) {
  const known = await retentionKnown(db, standpoint);
  return stored
    .filter(({ state }) => state === 'separated')
    .flatMap((position) => {
      const due = retentionMissing(date(position.stateSince), known.get(position.id) ?? new Set(), standpoint.asOf);
      return due === null ? [] : [{ kind: 'retention-due' as const, ...of(position), ...due }];
    });
}

/** Drafts that are circulated and to which somebody can still object: kept as of today, rebuilt as of an earlier day. */
async function circulated(db: Reader, standpoint: Standpoint, today: string) {
  const { asOf, knownOn } = standpoint;
  if (asOf >= today && (knownOn === null || knownOn >= today)) return openWindows(db, asOf);
  return (await motionsAt(db, standpoint, null))
    .flatMap(({ id, reference, title, state, closesOn }) =>
      state === 'circulated' && closesOn !== null && closesOn >= asOf ? [{ id, reference, title, closesOn }] : [],
    )
    .toSorted((left, right) => (left.closesOn < right.closesOn ? -1 : left.closesOn > right.closesOn ? 1 : 0));
}

async function windows(db: Reader, standpoint: Standpoint, today: string) {
  return (await circulated(db, standpoint, today))
    .map(({ id, reference, title, closesOn }) => ({
      kind: 'window-closing' as const,
      motionId: id,
      reference,
      title,
      closesOn,
      days: daysBetween(standpoint.asOf, closesOn),
    }))
    .filter(({ days }) => days <= WINDOW_CLOSES_WITHIN_DAYS);
}

/** What meetings asked for and is due soon or late. */
async function actionPoints(db: Reader, standpoint: Standpoint) {
  const points = await listActionPoints(db, standpoint);
  return points.flatMap(({ id, meetingId, meetingReference, text, owner, dueOn, doneOn }) => {
    if (dueOn === null || doneOn !== null) return [];
    const days = daysBetween(standpoint.asOf, dueOn);
    if (days > ACTION_POINT_WITHIN_DAYS) return [];
    return [
      {
        kind: 'action-point-due' as const,
        pointId: id,
        meetingId,
        meeting: meetingReference,
        text,
        owner,
        dueOn,
        days,
      },
    ];
  });
}

/** What is kept of candidates too long, or without a rule: for those alone who may see candidates, and as of today alone. */
async function candidatesToErase(db: Reader, standpoint: Standpoint, today: string, roles: readonly Role[]) {
  if (standpoint.asOf < today || standpoint.knownOn !== null || !may(roles, 'candidate.handle')) return [];
  const { rule, kept, expired } = await candidatesKept(db, standpoint.asOf);
  if (rule === null && kept > 0) return [{ kind: 'candidate-retention-unset' as const }];
  return expired.length === 0 ? [] : [{ kind: 'candidates-expired' as const, count: expired.length }];
}

/** What waits by its days: decisions in writing, extensions, vacancies, what meetings asked for, terms that age, retention to ask about, candidates to erase. */
export async function deadlines(
  db: Reader,
  standpoint: Standpoint,
  given: Given & { readonly today: string; readonly roles: readonly Role[] },
) {
  const all = await vacancies(db, standpoint);
  return [
    ...(await windows(db, standpoint, given.today)),
    ...extensions(given, standpoint),
    ...closingVacancies(all, standpoint),
    ...missingVacancies(all, given, standpoint),
    ...(await actionPoints(db, standpoint)),
    ...(await staleTerms(db, standpoint, given)),
    ...(await retentions(db, standpoint, given)),
    ...(await candidatesToErase(db, standpoint, given.today, given.roles)),
  ];
}
