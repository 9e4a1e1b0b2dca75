import { sql } from 'kysely';
import type { Database } from './open-database.ts';

/**
 * Brings home what a file's log still holds of rows that were emptied, and cuts the log, so that nothing of them is left on the disk
 * beside backups. Where another process reads at that moment the log is cut by a later checkpoint: nobody is made to wait.
 * PostgreSQL clears what was overwritten in its own time (VACUUM).
 */
export async function forgetOverwritten(db: Database): Promise<void> {
  if (db.engine === 'postgres') return;
  await db.write.connection().execute(async (connection) => {
    const { rows } = await sql<{ timeout: bigint }>`pragma busy_timeout`.execute(connection);
    await sql`pragma busy_timeout = 0`.execute(connection);
    await sql`pragma wal_checkpoint(truncate)`.execute(connection);
    await sql`pragma busy_timeout = ${sql.lit(Number(rows[0]?.timeout))}`.execute(connection);
  });
}
