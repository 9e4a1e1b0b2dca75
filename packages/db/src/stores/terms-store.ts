import { NO_TERMS, type Terms, TERMS_FIELDS } from '@dcc/domain/positions/terms';
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
  const values = TERMS_FIELDS.filter((field) => terms[field] !== '').map((field) => ({
    ...version,
    field,
    value: terms[field],
  }));
  if (values.length > 0) await tx.insertInto('terms_field').values(values).execute();
}
