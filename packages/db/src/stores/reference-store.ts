import type { CalendarDate } from '@dcc/domain/calendar-date';
import type { Standpoint } from '@dcc/domain/standpoint';
import type { Reader } from '../open-database.ts';
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
