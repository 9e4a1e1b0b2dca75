import { createHash, randomBytes } from 'node:crypto';
import { findPerson } from '@dcc/db/stores/person-store';
import { endSession, findSession, saveSession, touchSession } from '@dcc/db/stores/session-store';
import { IDLE_MINUTES } from '@dcc/domain/people/session-limits';
import type { Person } from '@dcc/db/stores/person-store';
import type { Actor, Shell } from '../use-case/context.ts';

const MINUTE = 60_000;
/** Idle and absolute end of a session (OWASP ASVS 5.0, 7.3.1 and 7.3.2). */
const IDLE = IDLE_MINUTES * MINUTE;
const ABSOLUTE = 12 * 60 * MINUTE;
/** A busy session is written back at most this often. */
const TOUCH_EVERY = MINUTE;

function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function toActor(person: Person): Actor {
  return {
    personId: person.id,
    name: person.name,
    email: person.email,
    roles: person.roles,
    organizationId: person.organization?.id ?? null,
    contributorId: person.contributor?.id ?? null,
  };
}

/** Begins a session and returns its token: 256 random bits, known to the browser alone. */
export async function beginSession(shell: Shell, personId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await saveSession(shell.db, { tokenHash: tokenHash(token), personId, at: shell.now().toISOString() });
  return token;
}

type Standing = { readonly hash: string; readonly personId: string; readonly idleFor: number };

/** The session of a token while it stands: neither too old nor too long unused. */
async function standingSession(shell: Shell, token: string): Promise<Standing | null> {
  const hash = tokenHash(token);
  const session = await findSession(shell.db, hash);
  if (session === null) return null;
  const now = shell.now().getTime();
  const idleFor = now - Date.parse(session.lastSeenAt);
  if (now - Date.parse(session.createdAt) >= ABSOLUTE || idleFor >= IDLE) {
    await endSession(shell.db, hash);
    return null;
  }
  return { hash, personId: session.personId, idleFor };
}

async function enabledPerson(shell: Shell, id: string): Promise<Person | null> {
  const person = await findPerson(shell.db.read, id);
  return person === null || person.disabled ? null : person;
}

/** Who a token belongs to now: roles and disabling are read at every request. `null` for an unknown or ended session. */
export async function actorOf(shell: Shell, token: string): Promise<Actor | null> {
  const session = await standingSession(shell, token);
  if (session === null) return null;
  const person = await enabledPerson(shell, session.personId);
  if (person === null) return null;
  if (session.idleFor >= TOUCH_EVERY) await touchSession(shell.db, session.hash, shell.now().toISOString());
  return toActor(person);
}

/** Whether a session goes on. Asking does not keep it alive. */
export async function stillSignedIn(shell: Shell, token: string): Promise<boolean> {
  const session = await standingSession(shell, token);
  return session !== null && (await enabledPerson(shell, session.personId)) !== null;
}

export function closeSession(shell: Shell, token: string): Promise<void> {
  return endSession(shell.db, tokenHash(token));
}
