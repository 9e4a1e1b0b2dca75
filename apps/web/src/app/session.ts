import { t } from '@lingui/core/macro';
import { type Action, may as roleMay } from '@dcc/domain/people/capability';
import { useSuspenseQuery } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import type { Session } from '../api/views.ts';
import { actionVerb, rolesThatMay } from './role-words.ts';
import { useStandpoint } from './standpoint.ts';

/** Whether a person may do something, and if not, whose it is. */
export type Permission = {
  readonly allowed: boolean;
  readonly reason: string;
  /** The roles whose it is, in words, where that is what stands in the way. */
  readonly whose?: string;
  /** Theirs to do, but not while they look at the past: true of everything on the page, and said once. */
  readonly past?: boolean;
};

/** Looks one action up in the table of capabilities for a session. */
export function permissionFor(session: Session, action: Action): Permission {
  if (session.person !== null && roleMay(session.person.roles, action)) return { allowed: true, reason: '' };
  const [roles, verb] = [rolesThatMay(action), actionVerb(action)];
  return { allowed: false, reason: t`Only ${roles} can ${verb}.`, whose: roles };
}

/** Whether an action adds to the fund's record. Who has an account is no part of it, nor how the program looks. */
function isRecording(action: Action): boolean {
  return !action.endsWith('.read') && !action.startsWith('people.') && action !== 'style.view';
}

/** Who is signed in, to which fund, on which day. Whoever looks at the past reads only: what is recorded is recorded today. */
export function useSession(): Session & { readonly may: (action: Action) => Permission } {
  const { data } = useSuspenseQuery(api.session.current.queryOptions({}, { staleTime: 60_000 }));
  const { past } = useStandpoint();
  const may = (action: Action): Permission => {
    const permission = permissionFor(data, action);
    return past && permission.allowed && isRecording(action)
      ? { allowed: false, reason: t`These are not today’s figures. Go back to today to record.`, past: true }
      : permission;
  };
  return { ...data, may };
}

/** The screen a person begins with: the overview, its own contributor page, or the people it manages. */
export function homeOf(
  person: NonNullable<Session['person']>,
): { to: '/' } | { to: '/people' } | { to: '/contributors/$id'; params: { id: string } } {
  if (roleMay(person.roles, 'overview.read')) return { to: '/' };
  if (person.contributorId !== null) return { to: '/contributors/$id', params: { id: person.contributorId } };
  return { to: '/people' };
}
