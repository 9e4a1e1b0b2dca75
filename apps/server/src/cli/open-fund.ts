import { randomUUID } from 'node:crypto';
import { type Database, databaseExists, openDatabase } from '@dcc/db/open-database';
import { COMMAND_LINE, findFund } from '@dcc/db/stores/fund-store';
import { ROLES } from '@dcc/domain/people/capability';
import { readConfig } from '../config.ts';
import type { Context, Shell } from '../use-case/context.ts';

/** A sentence for the person at the command line; nothing was written. */
export class PlainError extends Error {}

/** Opens the database that DATABASE_URL names, lends it to `work`, and closes it. */
export async function withDatabase<T>(work: (shell: Shell, db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase(readConfig().databaseUrl);
  try {
    return await work({ db, now: () => new Date(), newId: randomUUID }, db);
  } finally {
    await db.close();
  }
}

const NO_FUND = 'There is no fund yet. Begin one with: npm run --silent fund -- init';

/** Opens a fund that has begun, on behalf of the command line: whoever holds the file may do what every role may. */
export async function withFund<T>(work: (context: Context) => Promise<T>): Promise<T> {
  const { databaseUrl } = readConfig();
  // Opening would make the file: a command that is refused leaves nothing behind.
  if (!databaseExists(databaseUrl)) throw new PlainError(NO_FUND);
  return withDatabase(async (shell) => {
    if ((await findFund(shell.db.read)) === null) throw new PlainError(NO_FUND);
    const actor = {
      personId: COMMAND_LINE,
      name: 'Command line',
      email: COMMAND_LINE,
      roles: ROLES,
      organizationId: null,
      contributorId: null,
    };
    return work({ shell, actor });
  });
}
