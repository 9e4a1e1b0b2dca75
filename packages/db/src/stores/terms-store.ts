import { NO_TERMS, tagsOf, type Terms, TERMS_FIELDS, TERMS_TAGS, type TermsTag } from '@dcc/domain/positions/terms';
import type { Standpoint } from '@dcc/domain/standpoint';
import type { Reader } from '../open-database.ts';
import type { Tx } from '../with-transaction.ts';
import { recordsBefore } from './known-entries.ts';

type Stamp = { readonly recordedAt: string; readonly recordedBy: string };

export type TermsVersion = {
  readonly number: number;
  readonly recordedAt: string;
  readonly by: string;
  readonly terms: Terms;
};

/** Every version of the terms of reference of a position that a standpoint knows, oldest first. */
export async function termsVersions(db: Reader, standpoint: Standpoint, positionId: string): Promise<TermsVersion[]> {
  const before = recordsBefore(standpoint);
  const rows = await db
    .selectFrom('terms_version')
    .innerJoin('person', 'person.id', 'terms_version.recorded_by')
    .select(['number', 'recorded_at', 'person.name'])
    .where('position_id', '=', positionId)
    .where('recorded_at', '<', before)
    .orderBy('number')
    .execute();
  const fields = await db
    .selectFrom('terms_field')
    .select(['number', 'field', 'value'])
    .where('position_id', '=', positionId)
    .execute();
  return rows.map((row) => ({
    number: Number(row.number),
    recordedAt: row.recorded_at,
    by: row.name,
    terms: {
      ...NO_TERMS,
      ...Object.fromEntries(
        fields.filter(({ number }) => number === row.number).map(({ field, value }) => [field, value]),
      ),
    },
  }));
}

type Tags = Readonly<Record<TermsTag, readonly string[]>>;

/** What each position serves by the last version of its terms of reference that a standpoint knows. */
export async function servedByPosition(db: Reader, standpoint: Standpoint): Promise<Map<string, Tags>> {
  const last = db
    .selectFrom('terms_version')
    .select((eb) => ['position_id', eb.fn.max('number').as('number')])
    .where('recorded_at', '<', recordsBefore(standpoint))
    .groupBy('position_id')
    .as('last');
  const rows = await db
    .selectFrom('terms_field')
    .innerJoin(last, (join) =>
      join.onRef('last.position_id', '=', 'terms_field.position_id').onRef('last.number', '=', 'terms_field.number'),
    )
    .select(['terms_field.position_id', 'field', 'value'])
    .where('field', 'in', TERMS_TAGS)
    .execute();
  const named = (of: typeof rows, tag: TermsTag) => tagsOf(of.find(({ field }) => field === tag)?.value ?? '');
  return new Map(
    [...Map.groupBy(rows, (row) => row.position_id)].map(([id, of]) => [
      id,
      { goals: named(of, 'goals'), themes: named(of, 'themes') },
    ]),
  );
}

/** Adds a version of the terms of reference of a position. */
export async function saveTermsVersion(
  tx: Tx,
  positionId: string,
  number: number,
  terms: Terms,
  stamp: Stamp,
): Promise<void> {
  const version = { position_id: positionId, number: BigInt(number) };
  await tx
    .insertInto('terms_version')
    .values({ ...version, recorded_at: stamp.recordedAt, recorded_by: stamp.recordedBy })
    .execute();
  const values = [...TERMS_FIELDS, ...TERMS_TAGS]
    .filter((field) => terms[field] !== '')
    .map((field) => ({
      ...version,
      field,
      value: terms[field],
    }));
  if (values.length > 0) await tx.insertInto('terms_field').values(values).execute();
}
