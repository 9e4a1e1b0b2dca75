import type { CalendarDate } from '@dcc/domain/calendar-date';
import type { Standpoint } from '@dcc/domain/standpoint';
import type { Reader } from '../open-database.ts';
import { anyContains } from '../text-search.ts';
import type { Tx } from '../with-transaction.ts';
import { runWritten } from '../written-queries.ts';
import { recordsBefore } from './known-entries.ts';

export type Organization = { readonly id: string; readonly name: string; readonly shortName: string };
export type DutyStation = { readonly id: string; readonly name: string; readonly countryCode: string };

/** Host organizations by short name; with a standpoint those that were on record. */
export async function listOrganizations(db: Reader, standpoint: Standpoint | null = null): Promise<Organization[]> {
  const before = recordsBefore(standpoint);
  const rows = await runWritten(db, 'organizations', { before }, (given) =>
    db.selectFrom('organization').selectAll().where('recorded_at', '<', given.before).orderBy('short_name'),
  );
  return rows.map((row) => ({ id: row.id, name: row.name, shortName: row.short_name }));
}

export async function listDutyStations(db: Reader): Promise<DutyStation[]> {
  const rows = await db.selectFrom('duty_station').selectAll().orderBy('name').execute();
  return rows.map((row) => ({ id: row.id, name: row.name, countryCode: row.country_code }));
}

export async function saveOrganizations(tx: Tx, at: string, organizations: readonly Organization[]): Promise<void> {
  if (organizations.length === 0) return;
  await tx
    .insertInto('organization')
    .values(organizations.map(({ id, name, shortName }) => ({ id, name, short_name: shortName, recorded_at: at })))
    .execute();
}

export async function saveDutyStations(tx: Tx, at: string, stations: readonly DutyStation[]): Promise<void> {
  if (stations.length === 0) return;
  await tx
    .insertInto('duty_station')
    .values(stations.map(({ id, name, countryCode }) => ({ id, name, country_code: countryCode, recorded_at: at })))
    .execute();
}

/** Currencies that a rate in force on a date can value. */
export async function currenciesWithRate(db: Reader, on: CalendarDate): Promise<Set<string>> {
  const rows = await db
    .selectFrom('exchange_rate')
    .select('currency')
    .distinct()
    .where('effective_on', '<=', on)
    .execute();
  return new Set(rows.map(({ currency }) => currency));
}

export type Hit = {
  readonly kind: 'contributor' | 'contribution' | 'position' | 'decision';
  readonly id: string;
  readonly label: string;
  readonly detail: string;
};

/** The first records of each kind whose name holds the text. */
export async function findRecords(db: Reader, text: string, contributorId: string | null): Promise<Hit[]> {
  let contributors = db
    .selectFrom('contributor')
    .select(['id', 'name', 'type'])
    .where(anyContains(['name'], text))
    .orderBy('name')
    .limit(6);
  let contributions = db
    .selectFrom('contribution')
    .innerJoin('contributor', 'contributor.id', 'contribution.contributor_id')
    .select(['contribution.id', 'contribution.reference', 'contributor.name'])
    .where(anyContains(['contribution.reference'], text))
    .orderBy('contribution.reference')
    .limit(6);
  if (contributorId !== null) {
    contributors = contributors.where('id', '=', contributorId);
    contributions = contributions.where('contribution.contributor_id', '=', contributorId);
  }
  const hits: Hit[] = [
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
  if (contributorId !== null) return hits;
  const positions = await db
    .selectFrom('position')
    .innerJoin('organization', 'organization.id', 'position.organization_id')
    .innerJoin('duty_station', 'duty_station.id', 'position.duty_station_id')
    .select(['position.id', 'position.title', 'organization.short_name', 'duty_station.name'])
    .where(anyContains(['position.title', 'duty_station.name'], text))
    .orderBy('position.title')
    .limit(6)
    .execute();
  const decisions = await db
    .selectFrom('decision')
    .innerJoin('allocation', 'allocation.decision_id', 'decision.id')
    .select(['allocation.position_id', 'decision.reference', 'decision.title'])
    .where('allocation.line', '=', 1n)
    .where(anyContains(['decision.reference', 'decision.title'], text))
    .orderBy('decision.reference')
    .limit(6)
    .execute();
  return [
    ...hits,
    ...positions.map((row) => ({
      kind: 'position' as const,
      id: row.id,
      label: row.title,
      detail: `${row.short_name}, ${row.name}`,
    })),
    ...decisions.map((row) => ({
      kind: 'decision' as const,
      id: row.position_id,
      label: row.reference,
      detail: row.title,
    })),
  ];
}
