import type { SubjectKind } from '@dcc/domain/documents/document';
import type { Reader } from '../open-database.ts';
import { anyContains } from '../text-search.ts';
import { COMMAND_LINE } from './fund-store.ts';

type RecordKind =
  | 'contributor'
  | 'contribution'
  | 'pool'
  | 'host'
  | 'position'
  | 'decision'
  | 'meeting'
  | 'round'
  | 'vacancy'
  | 'person';

type Found = { readonly id: string; readonly label: string; readonly detail: string };
export type Hit = Found &
  (
    | { readonly kind: RecordKind }
    /** The record that the document belongs to. */
    | { readonly kind: 'document'; readonly subject: { readonly kind: SubjectKind; readonly id: string } }
  );

/** Whose records are sought: everything of the fund, what is one contributor's, or neither; and whether people are among them. */
export type FindScope = {
  readonly fund: boolean;
  readonly contributorId: string | null;
  readonly people: boolean;
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

/** Papers by their names; for a contributor, those of its own agreements. */
async function papers(db: Reader, text: string, contributorId: string | null): Promise<Hit[]> {
  let documents = db
    .selectFrom('document')
    .select(['id', 'name', 'subject_kind', 'subject_id'])
    .where(anyContains(['name'], text))
    .orderBy('name')
    .orderBy('added_at', 'desc')
    .limit(MOST);
  if (contributorId !== null)
    documents = documents
      .where('subject_kind', '=', 'contribution')
      .where('subject_id', 'in', (own) =>
        own.selectFrom('contribution').select('id').where('contributor_id', '=', contributorId),
      );
  return (await documents.execute()).map(({ id, name, subject_kind: kind, subject_id: subjectId }) => ({
    kind: 'document',
    id,
    label: name,
    detail: '',
    subject: { kind, id: subjectId },
  }));
}

/** Who has an account, by name. */
async function people(db: Reader, text: string): Promise<Hit[]> {
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', '<>', COMMAND_LINE)
    .where(anyContains(['name'], text))
    .orderBy('name')
    .limit(MOST)
    .execute();
  return rows.map(({ id, name }) => ({ kind: 'person', id, label: name, detail: '' }));
}

/** Where money stands and where it goes: pools and host organizations. */
async function places(db: Reader, text: string): Promise<Hit[]> {
  const pools = await db
    .selectFrom('pool')
    .select(['id', 'name'])
    .where(anyContains(['name'], text))
    .orderBy('name')
    .limit(MOST)
    .execute();
  const hosts = await db
    .selectFrom('organization')
    .select(['id', 'name', 'short_name'])
    .where(anyContains(['name', 'short_name'], text))
    .orderBy('name')
    .limit(MOST)
    .execute();
  return [
    ...pools.map(({ id, name }) => ({ kind: 'pool' as const, id, label: name, detail: '' })),
    ...hosts.map((row) => ({ kind: 'host' as const, id: row.id, label: row.name, detail: row.short_name })),
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

/** The first records of each kind whose name holds the text, in what may be seen. Candidates are never among them. */
export async function findRecords(
  db: Reader,
  text: string,
  { fund, contributorId, people: alsoPeople }: FindScope,
): Promise<Hit[]> {
  const own = fund || contributorId !== null;
  return [
    ...(own ? await gifts(db, text, contributorId) : []),
    ...(fund ? [...(await places(db, text)), ...(await posts(db, text)), ...(await committee(db, text))] : []),
    ...(own ? await papers(db, text, contributorId) : []),
    ...(alsoPeople ? await people(db, text) : []),
  ];
}
