import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Engine } from './engine.ts';
import * as begin from './migrations/0001-begin.ts';
import * as books from './migrations/0002-books.ts';
import * as positions from './migrations/0003-positions.ts';
import * as committee from './migrations/0004-committee.ts';
import * as rounds from './migrations/0005-rounds.ts';
import * as candidates from './migrations/0006-candidates.ts';
import * as releases from './migrations/0007-releases.ts';
import * as vacancyEligibility from './migrations/0008-vacancy-eligibility.ts';
import * as totals from './migrations/0009-totals.ts';
import * as draftVersions from './migrations/0010-draft-versions.ts';
import * as pension from './migrations/0011-pension.ts';
import * as forecasts from './migrations/0012-forecasts.ts';
import * as retentionAverage from './migrations/0013-retention-average.ts';
import * as savedViews from './migrations/0014-saved-views.ts';
import * as paperSupersession from './migrations/0015-paper-supersession.ts';
import type { Tables } from './tables.ts';

const MIGRATIONS: Record<string, { up(db: Kysely<never>, engine: Engine): Promise<void> }> = {
  '0001-begin': begin,
  '0002-books': books,
  '0003-positions': positions,
  '0004-committee': committee,
  '0005-rounds': rounds,
  '0006-candidates': candidates,
  '0007-releases': releases,
  '0008-vacancy-eligibility': vacancyEligibility,
  '0009-totals': totals,
  '0010-draft-versions': draftVersions,
  '0011-pension': pension,
  '0012-forecasts': forecasts,
  '0013-retention-average': retentionAverage,
  '0014-saved-views': savedViews,
  '0015-paper-supersession': paperSupersession,
};

function migrator(db: Kysely<Tables>, engine: Engine): Migrator {
  return new Migrator({
    db,
    provider: {
      getMigrations: () =>
        Promise.resolve(
          Object.fromEntries(
            Object.entries(MIGRATIONS).map(([name, migration]): [string, Migration] => [
              name,
              { up: (inner) => migration.up(inner as Kysely<never>, engine) },
            ]),
          ),
        ),
    },
  });
}

/** How many migrations the database lacks. A database that knows a migration this program does not know is refused by `migrate`. */
export async function pendingMigrations(db: Kysely<Tables>, engine: Engine): Promise<number> {
  const all = await migrator(db, engine).getMigrations();
  return all.filter(({ executedAt }) => executedAt === undefined).length;
}

/** Brings the schema to the latest version; forward only, under a lock, whole or not at all. */
export async function migrate(db: Kysely<Tables>, engine: Engine): Promise<void> {
  const { error } = await migrator(db, engine).migrateToLatest();
  if (error === undefined) return;
  const message = error instanceof Error ? error.message : '';
  if (message.includes('is missing')) {
    throw new Error(
      'This database was written by a newer version of the program. Start that version; nothing was changed.',
      { cause: error },
    );
  }
  throw error;
}
