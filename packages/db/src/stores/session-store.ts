import type { Database } from '../open-database.ts';
import type { Tx } from '../with-transaction.ts';
import { runWritten } from '../written-queries.ts';

/** Begins a session. Only the hash of its token is kept: a stolen database opens no session. */
export async function saveSession(
  db: Database,
  session: { readonly tokenHash: string; readonly personId: string; readonly at: string },
): Promise<void> {
  await db.write
    .insertInto('session')
    .values({
      token_hash: session.tokenHash,
      person_id: session.personId,
      created_at: session.at,
      last_seen_at: session.at,
    })
    .execute();
  await db.write
    .updateTable('person')
    .set({ last_sign_in_at: session.at })
    .where('id', '=', session.personId)
    .execute();
}

export async function findSession(
  db: Database,
  tokenHash: string,
): Promise<{ personId: string; createdAt: string; lastSeenAt: string } | null> {
  const [row] = await runWritten(db.read, 'session', { tokenHash }, (given) =>
    db.read.selectFrom('session').selectAll().where('token_hash', '=', given.tokenHash),
  );
  return row === undefined
    ? null
    : { personId: row.person_id, createdAt: row.created_at, lastSeenAt: row.last_seen_at };
}

export async function touchSession(db: Database, tokenHash: string, at: string): Promise<void> {
  await db.write.updateTable('session').set({ last_seen_at: at }).where('token_hash', '=', tokenHash).execute();
}

export async function endSession(db: Database, tokenHash: string): Promise<void> {
  await db.write.deleteFrom('session').where('token_hash', '=', tokenHash).execute();
}

/** Counts tries at signing in since a moment, for an account or an address. */
export async function countAttempts(
  tx: Tx,
  subject: string,
  since: string,
): Promise<{ count: number; oldest: string | null }> {
  const row = await tx
    .selectFrom('sign_in_attempt')
    .select((eb) => [eb.fn.countAll<bigint>().as('count'), eb.fn.min('at').as('oldest')])
    .where('subject', '=', subject)
    .where('at', '>=', since)
    .executeTakeFirstOrThrow();
  return { count: Number(row.count), oldest: row.oldest };
}

/** Writes a try down before the password is looked at, and forgets those older than `before`. */
export async function saveAttempts(
  tx: Tx,
  subjects: readonly string[],
  at: string,
  id: string,
  before: string,
): Promise<void> {
  await tx.deleteFrom('sign_in_attempt').where('at', '<', before).execute();
  await tx
    .insertInto('sign_in_attempt')
    .values(subjects.map((subject) => ({ subject, at, id })))
    .execute();
}

export async function forgetAttempts(db: Database, subject: string): Promise<void> {
  await db.write.deleteFrom('sign_in_attempt').where('subject', '=', subject).execute();
}
