import { date, type CalendarDate } from '@dcc/domain/calendar-date';
import type { Criterion, PriorityArea } from '@dcc/domain/rounds/criteria';
import type { EarmarkRule } from '@dcc/domain/rounds/earmark';
import type { EligibilityRule, Membership } from '@dcc/domain/rounds/eligibility';
import type { Standpoint } from '@dcc/domain/standpoint';
import { batches } from '../batches.ts';
import type { Reader } from '../open-database.ts';
import type { Tx } from '../with-transaction.ts';
import { END_OF_TIME, happenedBefore, recordsBefore } from './known-entries.ts';

export type Stamp = { readonly recordedAt: string; readonly recordedBy: string };

export type CriteriaSet = {
  readonly id: string;
  readonly name: string;
  /** Reference of the decision that set it. */
  readonly decision: string;
  readonly decidedOn: CalendarDate;
  /** The most that a person can give for a criterion. */
  readonly scale: number;
  readonly priorities: readonly PriorityArea[];
  readonly criteria: readonly Criterion[];
};

/** Criteria sets, the latest decision first; with a standpoint those that had been decided and were on record. */
export async function criteriaSets(db: Reader, standpoint: Standpoint | null = null): Promise<CriteriaSet[]> {
  const sets = await db
    .selectFrom('criteria_set')
    .selectAll()
    .where('decided_on', '<=', standpoint?.asOf ?? END_OF_TIME)
    .where('recorded_at', '<', recordsBefore(standpoint))
    .orderBy('decided_on', 'desc')
    .orderBy('name')
    .execute();
  const priorities = await db.selectFrom('priority_area').selectAll().orderBy('number').execute();
  const criteria = await db.selectFrom('criterion').selectAll().orderBy('number').execute();
  return sets.map((row) => ({
    id: row.id,
    name: row.name,
    decision: row.decision,
    decidedOn: date(row.decided_on),
    scale: Number(row.scale),
    priorities: priorities.filter(({ criteria_set_id: of }) => of === row.id).map(({ kind, name }) => ({ kind, name })),
    criteria: criteria
      .filter(({ criteria_set_id: of }) => of === row.id)
      .map(({ name, weight }) => ({ name, weight: Number(weight) })),
  }));
}

export async function saveCriteriaSet(tx: Tx, set: CriteriaSet, stamp: Stamp): Promise<void> {
  const { id, name, decision, decidedOn, scale } = set;
  await tx
    .insertInto('criteria_set')
    .values({
      id,
      name,
      decision,
      decided_on: decidedOn,
      scale: BigInt(scale),
      recorded_at: stamp.recordedAt,
      recorded_by: stamp.recordedBy,
    })
    .execute();
  if (set.priorities.length > 0)
    await tx
      .insertInto('priority_area')
      .values(set.priorities.map((area, index) => ({ criteria_set_id: id, number: BigInt(index + 1), ...area })))
      .execute();
  await tx
    .insertInto('criterion')
    .values(
      set.criteria.map((criterion, index) => ({
        criteria_set_id: id,
        number: BigInt(index + 1),
        name: criterion.name,
        weight: BigInt(criterion.weight),
      })),
    )
    .execute();
}

/** Which country belongs to which group, and when, by group and country; with a standpoint what was on record. */
export async function memberships(db: Reader, standpoint: Standpoint | null = null): Promise<Membership[]> {
  const rows = await db
    .selectFrom('country_group')
    .selectAll()
    .where('recorded_at', '<', recordsBefore(standpoint))
    .orderBy('group_code')
    .orderBy('country_code')
    .orderBy('from_on')
    .execute();
  return rows.map((row) => ({
    country: row.country_code,
    group: row.group_code,
    from: date(row.from_on),
    to: row.to_on === null ? null : date(row.to_on),
    source: row.source,
  }));
}

export async function saveMemberships(tx: Tx, at: string, list: readonly Membership[]): Promise<void> {
  for (const batch of batches(list))
    await tx
      .insertInto('country_group')
      .values(
        batch.map(({ country, group, from, to, source }) => ({
          country_code: country,
          group_code: group,
          from_on: from,
          to_on: to,
          source,
          recorded_at: at,
        })),
      )
      .execute();
}

export type EligibilitySet = EligibilityRule & {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly source: string;
};

/** Rule sets with all their versions, by name, the latest version first; with a standpoint those that were on record. */
export async function eligibilitySets(db: Reader, standpoint: Standpoint | null = null): Promise<EligibilitySet[]> {
  const sets = await db
    .selectFrom('eligibility_set')
    .selectAll()
    .where('recorded_at', '<', recordsBefore(standpoint))
    .orderBy('name')
    .orderBy('version', 'desc')
    .execute();
  const codes = await db.selectFrom('eligibility_code').selectAll().orderBy('code').execute();
  return sets.map((row) => {
    const of = (kind: string): string[] =>
      codes.filter((code) => code.set_id === row.id && code.kind === kind).map(({ code }) => code);
    return {
      id: row.id,
      name: row.name,
      version: Number(row.version),
      source: row.source,
      validFrom: date(row.valid_from),
      validTo: row.valid_to === null ? null : date(row.valid_to),
      groups: of('group'),
      countries: of('country'),
      excluded: of('excluded'),
    };
  });
}

export async function saveEligibilitySet(tx: Tx, set: EligibilitySet, stamp: Stamp): Promise<void> {
  await tx
    .insertInto('eligibility_set')
    .values({
      id: set.id,
      name: set.name,
      version: BigInt(set.version),
      valid_from: set.validFrom,
      valid_to: set.validTo,
      source: set.source,
      recorded_at: stamp.recordedAt,
      recorded_by: stamp.recordedBy,
    })
    .execute();
  const codes = [
    ...set.groups.map((code) => ({ kind: 'group' as const, code })),
    ...set.countries.map((code) => ({ kind: 'country' as const, code })),
    ...set.excluded.map((code) => ({ kind: 'excluded' as const, code })),
  ];
  if (codes.length === 0) return;
  await tx
    .insertInto('eligibility_code')
    .values(codes.map((code) => ({ set_id: set.id, ...code })))
    .execute();
}

/** The rules in force of each pool that has any, now or from a standpoint; a pool that is not named pays for anything. */
export async function earmarkRules(
  db: Reader,
  standpoint: Standpoint | null = null,
): Promise<Map<string, { version: number; rules: EarmarkRule[] }>> {
  const versions = await db
    .selectFrom('earmark_version')
    .select(['pool_id', 'version'])
    .where('recorded_at', '<', happenedBefore(standpoint))
    .orderBy('version')
    .execute();
  const latest = new Map(
    versions.map((row) => [row.pool_id, { version: Number(row.version), rules: [] as EarmarkRule[] }]),
  );
  const rows = await db.selectFrom('earmark_rule').selectAll().orderBy('number').execute();
  for (const row of rows) {
    const own = latest.get(row.pool_id);
    if (own?.version === Number(row.version)) own.rules.push({ kind: row.kind, value: row.value });
  }
  return latest;
}

export async function saveEarmark(
  tx: Tx,
  earmark: { readonly poolId: string; readonly version: number; readonly rules: readonly EarmarkRule[] },
  stamp: Stamp,
): Promise<void> {
  const { poolId, rules } = earmark;
  const version = BigInt(earmark.version);
  await tx
    .insertInto('earmark_version')
    .values({ pool_id: poolId, version, recorded_at: stamp.recordedAt, recorded_by: stamp.recordedBy })
    .execute();
  if (rules.length === 0) return;
  await tx
    .insertInto('earmark_rule')
    .values(rules.map((rule, index) => ({ pool_id: poolId, version, number: BigInt(index + 1), ...rule })))
    .execute();
}
