import type { Action } from '@dcc/domain/people/capability';
import { redirect } from '@tanstack/react-router';
import { api, queryClient } from '../api/client.ts';
import type { Session } from '../api/views.ts';
import { NotYours } from './problem-pages.tsx';
import { homeOf, permissionFor } from './session.ts';
import type { StandpointSearch } from './standpoint.ts';

/** The session as last known; asked once, then kept until somebody signs in or out. */
export async function currentSession(): Promise<Session> {
  return queryClient.ensureQueryData(api.session.current.queryOptions({}));
}

/** Leads somebody who is not signed in to the sign-in page, and afterwards back here. */
export async function requireSignIn(href: string): Promise<void> {
  const session = await currentSession();
  if (session.person === null) throw redirect({ to: '/sign-in', search: href === '/' ? {} : { to: href } });
}

/**
 * Leads from a day that has not come to the same page today: there is nothing to see there yet. What a page is compared with lies
 * before its own day, so another day is left out too.
 */
export async function withoutTheFuture(pathname: string, search: StandpointSearch): Promise<void> {
  const { today } = await currentSession();
  const [asOf, knownOn] = [search.asOf, search.knownOn].map((day) =>
    day !== undefined && day > today ? undefined : day,
  );
  const { compareWith: earlier } = search;
  const compareWith = earlier !== undefined && earlier < (asOf ?? today) ? earlier : undefined;
  if (asOf !== search.asOf || knownOn !== search.knownOn || compareWith !== earlier)
    throw redirect({ to: pathname, search: { ...search, asOf, knownOn, compareWith }, replace: true });
}

/** Refuses a page with the names of the roles that may open it. */
export function requirePermission(action: Action) {
  return async (): Promise<void> => {
    const permission = permissionFor(await currentSession(), action);
    if (!permission.allowed) throw new NotYours(permission.reason);
  };
}

/** The first page is the overview; who may not see it begins elsewhere. */
export async function goHome(): Promise<void> {
  const { person } = await currentSession();
  if (person === null) return;
  const home = homeOf(person);
  if (home.to !== '/') throw redirect(home);
}

/** Only an address inside this program is followed after sign-in. */
export function safeReturn(to: string | undefined): string {
  return to !== undefined && /^\/(?![/\\])/u.test(to) && !to.startsWith('/sign-in') ? to : '/';
}
