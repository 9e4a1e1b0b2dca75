import type { Reader } from '../open-database.ts';
import { anyContains } from '../text-search.ts';

export type Hit = {
  readonly kind: 'contributor' | 'contribution' | 'position' | 'decision' | 'meeting' | 'round' | 'vacancy';
  readonly id: string;
  readonly label: string;
  readonly detail: string;
};

/** How many of each kind: more are found by typing more. */
const MOST = 6;

async function gifts(db: Reader, text: string, contributorId: string | null): Promise<Hit[]> {
  let contributors = db
    .selectFrom('contributor')
    .select(['id', 'name', 'type'])
    .where(anyContains(['name'], text))
    .orderBy('name')
    .limit(MOST);
  let contributions = db
    .selectFrom('contribution')
    .innerJoin('contributor', 'contributor.id', 'contribution.contributor_id')
    .select(['contribution.id', 'contribution.reference', 'contributor.name'])
    .where(anyContains(['contribution.reference'], text))
    .orderBy('contribution.reference')
    .limit(MOST);
  if (contributorId !== null) {
    contributors = contributors.where('id', '=', contributorId);
    contributions = contributions.where('contribution.contributor_id', '=', contributorId);
  }
  return [
    ...(await contributors.execute()).map(({ id, name, type }) => ({
      kind: 'contributor' as const,
      id,
      label: name,
      detail: type,
    })),
    ...(await contributions.execute()).map(({ id, reference, name }) => ({
      kind: 'contribution' as const,
      id,
      label: reference,
      detail: name,
    })),
  ];
}

async function posts(db: Reader, text: string): Promise<Hit[]> {
  const positions = await db
    .selectFrom('position')
    .innerJoin('organization', 'organization.id', 'position.organization_id')
    .innerJoin('duty_station', 'duty_station.id', 'position.duty_station_id')
    .select(['position.id', 'position.title', 'organization.short_name', 'duty_station.name'])
    .where(anyContains(['position.title', 'duty_station.name'], text))
    .orderBy('position.title')
    .limit(MOST)
    .execute();
  const vacancies = await db
    .selectFrom('vacancy')
    .innerJoin('position', 'position.id', 'vacancy.position_id')
    .innerJoin('organization', 'organization.id', 'position.organization_id')
    .select(['vacancy.id', 'position.title', 'organization.short_name'])
    .where(anyContains(['position.title'], text))
    .orderBy('position.title')
    .orderBy('vacancy.number', 'desc')
    .limit(MOST)
    .execute();
  return [
    ...positions.map((row) => ({
      kind: 'position' as const,
      id: row.id,
      label: row.title,
      detail: `${row.short_name}, ${row.name}`,
    })),
    ...vacancies.map((row) => ({ kind: 'vacancy' as const, id: row.id, label: row.title, detail: row.short_name })),
  ];
}

/** What the committee decides: decisions and their drafts, which have one id, its meetings and its rounds. */
async function committee(db: Reader, text: string): Promise<Hit[]> {
  const decisions = await db
    .selectFrom('decision')
    .select(['id', 'reference', 'title'])
    .where(anyContains(['reference', 'title'], text))
    .union(
      db
        .selectFrom('motion')
        .select(['id', 'reference', 'title'])
        .where('state', '<>', 'withdrawn')
        .where(anyContains(['reference', 'title'], text)),
    )
    .orderBy('reference')
    .limit(MOST)
    .execute();
  const meetings = await db
    .selectFrom('meeting')
    .select(['id', 'reference', 'title'])
    .where(anyContains(['reference', 'title'], text))
    .orderBy('planned_on', 'desc')
    .limit(MOST)
    .execute();
  const rounds = await db
    .selectFrom('round')
    .select(['id', 'name'])
    .where(anyContains(['name'], text))
    .orderBy('name')
    .limit(MOST)
    .execute();
  return [
    ...decisions.map(({ id, reference, title }) => ({
      kind: 'decision' as const,
      id,
      label: reference,
      detail: title,
    })),
    ...meetings.map(({ id, reference, title }) => ({ kind: 'meeting' as const, id, label: reference, detail: title })),
    ...rounds.map(({ id, name }) => ({ kind: 'round' as const, id, label: name, detail: '' })),
  ];
}

/** The first records of each kind whose name holds the text. A contributor finds its own, and nothing of the committee. */
export async function findRecords(db: Reader, text: string, contributorId: string | null): Promise<Hit[]> {
  const own = await gifts(db, text, contributorId);
  return contributorId === null ? [...own, ...(await posts(db, text)), ...(await committee(db, text))] : own;
}
