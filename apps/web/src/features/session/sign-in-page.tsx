import './sign-in-page.css';
import { signInInput } from '@dcc/domain/people/inputs';
import { zodResolver } from '@hookform/resolvers/zod';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { FormProvider, useForm } from 'react-hook-form';
import { api, queryClient } from '../../api/client.ts';
import { refusalOf } from '../../api/refusal.ts';
import type { Session } from '../../api/views.ts';
import { refusalWords } from '../../app/refusal-words.ts';
import { roleName } from '../../app/role-words.ts';
import { safeReturn } from '../../app/route-guards.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/form-fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';

const route = getRouteApi('/sign-in');

type SignIn = { email: string; password: string };

/** Sign-in, with the accounts of a demonstration fund one click away. */
export function SignInPage() {
  const { data: session } = useSuspenseQuery(api.session.current.queryOptions({}));
  const signIn = useSignIn();
  return (
    <div className="sign-in">
      <div>
        {session.fund.demonstration ? (
          <aside className="sign-in__banner" aria-label={t`About this fund`}>
            <Trans>Demonstration fund. Every name and figure is invented.</Trans>
          </aside>
        ) : null}
      </div>
      <main className="sign-in__page">
        <header className="sign-in__head">
          <p className="sign-in__name">{session.fund.name}</p>
          <h1>
            <Trans>Sign in to review the fund, record contributions and allocate positions</Trans>
          </h1>
        </header>
        <div className={session.demoAccounts.length > 0 ? 'columns' : 'stack'}>
          <Section title={<Trans>Your account</Trans>}>
            <SignInForm signIn={signIn} />
          </Section>
          {session.demoAccounts.length > 0 ? (
            <DemonstrationAccounts accounts={session.demoAccounts} signIn={signIn} />
          ) : null}
        </div>
      </main>
    </div>
  );
}

function useSignIn() {
  const router = useRouter();
  const { to } = route.useSearch();
  return useMutation(
    api.session.signIn.mutationOptions({
      onSuccess: async (session) => {
        // What another person was shown here is not this person's to see.
        queryClient.clear();
        queryClient.setQueryData(api.session.current.queryKey({}), session);
        await router.invalidate();
        router.history.push(safeReturn(to));
      },
    }),
  );
}

type SignInFormProps = { readonly signIn: ReturnType<typeof useSignIn> };

function SignInForm({ signIn }: SignInFormProps) {
  const form = useForm<SignIn>({ resolver: zodResolver(signInInput), defaultValues: { email: '', password: '' } });
  return (
    <FormProvider {...form}>
      <form
        className="sign-in__form"
        noValidate
        onSubmit={(event) => void form.handleSubmit((values) => signIn.mutate(values))(event)}
      >
        {signIn.error === null ? null : <Notice tone="refused">{refusalWords(refusalOf(signIn.error))}</Notice>}
        <TextField name="email" type="email" label={t`E-mail address`} autoComplete="username" />
        <TextField name="password" type="password" label={t`Password`} autoComplete="current-password" />
        <div>
          <Button look="primary" type="submit" disabled={signIn.isPending}>
            <Trans>Sign in</Trans>
          </Button>
        </div>
      </form>
    </FormProvider>
  );
}

function DemonstrationAccounts({ accounts, signIn }: SignInFormProps & { readonly accounts: Session['demoAccounts'] }) {
  return (
    <Section
      title={<Trans>Or look around as one of these</Trans>}
      note={
        <Trans>
          These accounts exist only in this demonstration. To begin the real fund, stop the program, move its data
          folder away and run <code>npm run --silent fund -- init</code>.
        </Trans>
      }
    >
      <ul>
        {accounts.map((account) => {
          const { name } = account;
          return (
            <li key={account.email} className="sign-in__account">
              <span>
                <strong>{name}</strong>
                <br />
                <span className="note">{account.roles.map((role) => roleName(role)).join(', ')}</span>
              </span>
              <Button
                aria-label={t`Sign in as ${name}`}
                disabled={signIn.isPending}
                onClick={() => signIn.mutate({ email: account.email, password: account.password })}
              >
                <Trans>Sign in</Trans>
              </Button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
