import { BOOK_CURRENCY } from '@dcc/domain/currency';
import type { MotionKind, Verdict } from '@dcc/domain/committee/kinds';
import { type Money, money } from '@dcc/domain/money';
import type { Reader } from '../open-database.ts';
import type { Tx } from '../with-transaction.ts';
import { type Stamp, stampColumns } from './committee-store.ts';

/** What a draft decision allocates: money of a pool to a position-year. US dollars. */
export type MotionLine = {
  readonly positionId: string;
  readonly year: number;
  readonly poolId: string;
  readonly amount: Money;
};
export type MotionPosition = { readonly positionId: string; readonly verdict: Verdict; readonly reason: string };

/** What a version of a draft would do. */
export type MotionParts = { readonly lines: readonly MotionLine[]; readonly positions: readonly MotionPosition[] };

/** What a draft says in one of its versions. */
export type MotionWords = {
  readonly title: string;
  readonly text: string;
  readonly options: string;
  readonly kind: MotionKind;
  readonly supersedesId: string | null;
  readonly criteriaSetId: string | null;
};

const versionKey = (motionId: string, version: number) => `${motionId} ${version}`;

/** What drafts would do, by draft and version. */
export async function partsOf(
  db: Reader,
  motionIds: readonly string[],
): Promise<(motionId: string, version: number) => MotionParts> {
  if (motionIds.length === 0) return () => ({ lines: [], positions: [] });
  const lines = Map.groupBy(
    await db.selectFrom('motion_line').selectAll().where('motion_id', 'in', motionIds).orderBy('line').execute(),
    (row) => versionKey(row.motion_id, Number(row.version)),
  );
  const positions = Map.groupBy(
    await db
      .selectFrom('motion_position')
      .selectAll()
      .where('motion_id', 'in', motionIds)
      .orderBy('position_id')
      .execute(),
    (row) => versionKey(row.motion_id, Number(row.version)),
  );
  return (motionId, version) => ({
    lines: (lines.get(versionKey(motionId, version)) ?? []).map((line) => ({
      positionId: line.position_id,
      year: Number(line.year),
      poolId: line.pool_id,
      amount: money(line.amount, BOOK_CURRENCY),
    })),
    positions: (positions.get(versionKey(motionId, version)) ?? []).map(({ position_id, verdict, reason }) => ({
      positionId: position_id,
      verdict,
      reason,
    })),
  });
}

/** The words of a draft as columns: of the draft as it stands, and of each of its versions. */
export const wordColumns = (said: MotionWords) => ({
  title: said.title,
  text: said.text,
  options: said.options,
  kind: said.kind,
  supersedes_id: said.supersedesId,
  criteria_set_id: said.criteriaSetId,
});

/** Keeps what a version of a draft says and would do. */
export async function saveMotionVersion(
  tx: Tx,
  motionId: string,
  version: number,
  said: MotionWords & MotionParts,
  stamp: Stamp,
): Promise<void> {
  const key = { motion_id: motionId, version: BigInt(version) };
  await tx
    .insertInto('motion_version')
    .values({
      ...key,
      ...wordColumns(said),
      ...stampColumns(stamp),
    })
    .execute();
  for (const [index, line] of said.lines.entries())
    await tx
      .insertInto('motion_line')
      .values({
        ...key,
        line: BigInt(index + 1),
        position_id: line.positionId,
        year: BigInt(line.year),
        pool_id: line.poolId,
        amount: line.amount.minor,
      })
      .execute();
  for (const { positionId, verdict, reason } of said.positions)
    await tx
      .insertInto('motion_position')
      .values({ ...key, position_id: positionId, verdict, reason })
      .execute();
}

/** A version of a draft as it was written, by whom and when. */
export type MotionVersion = MotionParts & {
  readonly version: number;
  readonly title: string;
  readonly text: string;
  readonly options: string;
  readonly by: string;
  readonly at: string;
};

/** Every version of a draft, the first one first. */
export async function motionVersions(db: Reader, motionId: string): Promise<MotionVersion[]> {
  const rows = await db
    .selectFrom('motion_version')
    .innerJoin('person', 'person.id', 'motion_version.recorded_by')
    .select(['version', 'title', 'text', 'options', 'person.name', 'recorded_at'])
    .where('motion_id', '=', motionId)
    .orderBy('version')
    .execute();
  const parts = await partsOf(db, [motionId]);
  return rows.map((row) => ({
    version: Number(row.version),
    title: row.title,
    text: row.text,
    options: row.options,
    by: row.name,
    at: row.recorded_at,
    ...parts(motionId, Number(row.version)),
  }));
}
