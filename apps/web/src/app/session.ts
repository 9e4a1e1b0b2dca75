import { t } from '@lingui/core/macro';
import { type Action, may as roleMay } from '@dcc/domain/people/capability';
import { useSuspenseQuery } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import type { Session } from '../api/views.ts';
import { actionVerb, rolesThatMay } from './role-words.ts';

/** Whether a person may do something, and if not, whose it is. */
export type Permission = { readonly allowed: boolean; readonly reason: string };

/** Looks one action up in the table of capabilities for a session. */
export function permissionFor(session: Session, action: Action): Permission {
  if (session.person !== null && roleMay(session.person.roles, action)) return { allowed: true, reason: '' };
  const [roles, verb] = [rolesThatMay(action), actionVerb(action)];
  return { allowed: false, reason: t`Only ${roles} can ${verb}.` };
}

/** Who is signed in, to which fund, on which day. */
export function useSession(): Session & { readonly may: (action: Action) => Permission } {
  const { data } = useSuspenseQuery(api.session.current.queryOptions({}, { staleTime: 60_000 }));
  return { ...data, may: (action) => permissionFor(data, action) };
}

/** The screen a person begins with: the overview, its own contributor page, or the people it manages. */
export function homeOf(
  person: NonNullable<Session['person']>,
): { to: '/' } | { to: '/people' } | { to: '/contributors/$id'; params: { id: string } } {
  if (roleMay(person.roles, 'overview.read')) return { to: '/' };
  if (person.contributorId !== null) return { to: '/contributors/$id', params: { id: person.contributorId } };
  return { to: '/people' };
}
