import { findCredentials } from '@dcc/db/stores/person-store';
import { countAttempts, forgetAttempts, saveAttempts } from '@dcc/db/stores/session-store';
import { withTransaction } from '@dcc/db/with-transaction';
import type { Shell } from '../use-case/context.ts';
import { Refusal } from '../use-case/refusal.ts';
import { checkPassword, hashPassword } from './password.ts';
import { beginSession } from './session.ts';

// Made when the server starts: the first stranger must not wait longer than the next.
const NOBODY = hashPassword('a password that nobody has, for equal work');

/** The same work for an address that nobody has, so that time tells nothing. */
async function checkNobody(password: string): Promise<false> {
  await checkPassword(await NOBODY, password);
  return false;
}

const MINUTE = 60_000;
/** Tries an account allows within a window, and an address within a day. They are kept in the database, so a restart forgets nothing. */
const ACCOUNT = { most: 5, window: 15 * MINUTE } as const;
const ADDRESS = { most: 100, window: 24 * 60 * MINUTE } as const;

type Limit = { readonly most: number; readonly window: number };

/** Counts this try, or refuses it uncounted: one transaction, so that tries sent together are counted one after the other. */
async function countTry(shell: Shell, limits: ReadonlyMap<string, Limit>): Promise<void> {
  const now = shell.now().getTime();
  const instant = (time: number): string => new Date(time).toISOString();
  await withTransaction(shell.db, async (tx) => {
    for (const [subject, limit] of limits) {
      const { count, oldest } = await countAttempts(tx, subject, instant(now - limit.window));
      if (count < limit.most || oldest === null) continue;
      throw new Refusal({
        kind: 'TooManyAttempts',
        retryAfterSeconds: Math.max(1, Math.ceil((Date.parse(oldest) + limit.window - now) / 1000)),
      });
    }
    await saveAttempts(tx, [...limits.keys()], instant(now), shell.newId(), instant(now - ADDRESS.window));
  });
}

/** Runs a check of one's own password under the limit of an account; a session that was left open guesses no faster than a stranger. */
export async function withinTries<T>(shell: Shell, personId: string, check: () => Promise<T>): Promise<T> {
  const subject = `password ${personId}`;
  await countTry(shell, new Map([[subject, ACCOUNT]]));
  const checked = await check();
  await forgetAttempts(shell.db, subject);
  return checked;
}

/** Checks an address and a password and begins a session. Unknown, disabled and wrong answer alike and work alike. */
export async function signIn(
  shell: Shell,
  input: { readonly email: string; readonly password: string },
  remoteAddress: string,
): Promise<string> {
  // PostgreSQL keeps no NUL in a text, and no address holds one.
  const email = input.email.replaceAll('\0', '\uFFFD');
  const account = `account ${email.normalize('NFKC')}`;
  await countTry(
    shell,
    new Map<string, Limit>([
      [account, ACCOUNT],
      [`address ${remoteAddress}`, ADDRESS],
    ]),
  );
  const found = await findCredentials(shell.db.read, email);
  const matches =
    found === null ? await checkNobody(input.password) : await checkPassword(found.passwordHash, input.password);
  if (found === null || !matches || found.person.disabled) throw new Refusal({ kind: 'SignInFailed' });
  await forgetAttempts(shell.db, account);
  return beginSession(shell, found.person.id);
}
