import { forecastChoice, type ForecastChoice } from '@dcc/domain/forecast/inputs';
import type { Reader } from '../open-database.ts';
import type { Tx } from '../with-transaction.ts';
import { nameKey } from './contribution-store.ts';
import type { Stamp } from './criteria-store.ts';
import { columnOf, type IdOrName } from './id-or-name.ts';

/** What somebody supposed on the screen of the forecast, kept under a name. */
export type SavedForecast = {
  readonly id: string;
  readonly name: string;
  readonly choice: ForecastChoice;
  readonly recordedAt: string;
  /** Name of the person who saved it. */
  readonly recordedBy: string;
};

/** Every saved forecast, by name. */
export async function savedForecasts(db: Reader): Promise<SavedForecast[]> {
  const rows = await db
    .selectFrom('saved_forecast as saved')
    .innerJoin('person', 'person.id', 'saved.recorded_by')
    .select(['saved.id', 'saved.name', 'saved.choice', 'saved.recorded_at', 'person.name as person'])
    .orderBy('saved.name_key')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    choice: forecastChoice.parse(JSON.parse(row.choice)),
    recordedAt: row.recorded_at,
    recordedBy: row.person,
  }));
}

export async function findSavedForecast(
  db: Reader,
  by: IdOrName,
): Promise<{ readonly id: string; readonly name: string } | null> {
  const [column, value] = columnOf(by);
  const row = await db.selectFrom('saved_forecast').select(['id', 'name']).where(column, '=', value).executeTakeFirst();
  return row ?? null;
}

/** Keeps a choice under a name that no other bears. */
export async function saveForecast(
  tx: Tx,
  { id, name, choice }: Pick<SavedForecast, 'id' | 'name' | 'choice'>,
  stamp: Stamp,
): Promise<void> {
  await tx
    .insertInto('saved_forecast')
    .values({
      id,
      name,
      name_key: nameKey(name),
      choice: JSON.stringify(choice),
      recorded_at: stamp.recordedAt,
      recorded_by: stamp.recordedBy,
    })
    .execute();
}

export async function removeForecast(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('saved_forecast').where('id', '=', id).execute();
}
