import { Trans } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { api, queryClient } from '../api/client.ts';
import { Button } from '../ui/button.tsx';
import { roleName } from './role-words.ts';
import { useSession } from './session.ts';
import { ThemeSwitch } from './theme-switch.tsx';

/** Who is signed in, in which roles, and the way out. */
export function SignedInPerson() {
  const { person } = useSession();
  const router = useRouter();
  const signOut = useMutation(
    api.session.signOut.mutationOptions({
      onSuccess: async (session) => {
        queryClient.clear();
        queryClient.setQueryData(api.session.current.queryKey({}), session);
        await router.navigate({ to: '/sign-in' });
      },
    }),
  );
  if (person === null) return null;
  return (
    <div className="person">
      <div>
        <p className="person__name">{person.name}</p>
        <p>{person.roles.map((role) => roleName(role)).join(', ')}</p>
        {person.organization === null ? null : <p>{person.organization}</p>}
      </div>
      <ThemeSwitch />
      <div>
        <Button look="quiet" disabled={signOut.isPending} onClick={() => signOut.mutate({})}>
          <Trans>Sign out</Trans>
        </Button>
      </div>
    </div>
  );
}
