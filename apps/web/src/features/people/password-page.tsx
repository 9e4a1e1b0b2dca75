import './password-page.css';
import { changePasswordInput } from '@dcc/domain/people/inputs';
import { zodResolver } from '@hookform/resolvers/zod';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { FormProvider, useForm } from 'react-hook-form';
import { api } from '../../api/client.ts';
import { refusalOf } from '../../api/refusal.ts';
import { refusalWords } from '../../app/refusal-words.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/form-fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Section } from '../../ui/section.tsx';

const EMPTY = { currentPassword: '', newPassword: '' };

/** Changing the own password. */
export function PasswordPage() {
  const { today } = useSession();
  const form = useForm({ resolver: zodResolver(changePasswordInput), defaultValues: EMPTY });
  const change = useMutation(api.session.changePassword.mutationOptions({ onSuccess: () => form.reset(EMPTY) }));
  return (
    <>
      <PageHead
        asOf={today}
        sentence={<Trans>Change your password</Trans>}
        below={
          <Trans>
            Long and unusual beats short and complicated: four words that do not belong together are easy to keep.
          </Trans>
        }
      />
      <Section title={<Trans>Password</Trans>}>
        <FormProvider {...form}>
          <form
            className="password-form"
            noValidate
            onSubmit={(event) => void form.handleSubmit((values) => change.mutate(values))(event)}
          >
            {change.error === null ? null : <Notice tone="refused">{refusalWords(refusalOf(change.error))}</Notice>}
            {change.isSuccess ? (
              <Notice tone="done">
                <Trans>Your password is changed.</Trans>
              </Notice>
            ) : null}
            <TextField
              name="currentPassword"
              type="password"
              autoComplete="current-password"
              label={t`Current password`}
            />
            <TextField
              name="newPassword"
              type="password"
              autoComplete="new-password"
              label={t`New password`}
              hint={t`At least 15 characters.`}
            />
            <div>
              <Button look="primary" type="submit" disabled={change.isPending}>
                <Trans>Change the password</Trans>
              </Button>
            </div>
          </form>
        </FormProvider>
      </Section>
    </>
  );
}
