import { addPersonInput, setDisabledInput, setRolesInput } from '@dcc/domain/people/inputs';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { api, client, queryClient } from '../../api/client.ts';
import type { People } from '../../api/views.ts';
import { TextField } from '../../ui/form-fields.tsx';
import { RecordingDialog } from '../../ui/recording-form.tsx';
import { PersonFields } from './person-fields.tsx';

type Person = People['rows'][number];
type DialogProps = { readonly people: People; readonly onClose: () => void };

/** One's own roles may have changed too. */
function refreshSession(): void {
  void queryClient.invalidateQueries(api.session.current.queryFilter());
}

/** A new account, with a first password that is handed over by another way. */
export function AddPersonDialog({ people, onClose }: DialogProps) {
  return (
    <RecordingDialog
      title={<Trans>Add a person</Trans>}
      intro={
        <Trans>
          Give the first password to the person yourself, not by e-mail; it can be changed after signing in.
        </Trans>
      }
      schema={addPersonInput}
      defaultValues={{ email: '', name: '', roles: [], organizationId: null, contributorId: null, password: '' }}
      record={(input) => client.people.add.mutate(input)}
      onClose={onClose}
    >
      <TextField name="name" label={t`Name`} />
      <TextField name="email" type="email" label={t`E-mail address`} />
      <PersonFields people={people} />
      <TextField
        name="password"
        type="password"
        autoComplete="new-password"
        label={t`First password`}
        hint={t`At least 15 characters.`}
      />
    </RecordingDialog>
  );
}

/** What a person may do from now on. */
export function RolesDialog({ people, person, onClose }: DialogProps & { readonly person: Person }) {
  const { name } = person;
  return (
    <RecordingDialog
      title={<Trans>Roles of {name}</Trans>}
      schema={setRolesInput}
      defaultValues={{
        personId: person.id,
        roles: person.roles,
        organizationId: person.organization?.id ?? null,
        contributorId: person.contributor?.id ?? null,
      }}
      record={(input) => client.people.setRoles.mutate(input)}
      onRecorded={refreshSession}
      onClose={onClose}
    >
      <PersonFields people={people} />
    </RecordingDialog>
  );
}

/** Closes or reopens an account; what the person recorded stays. */
export function DisableDialog({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const { name, disabled } = person;
  return (
    <RecordingDialog
      title={disabled ? <Trans>Let {name} sign in again</Trans> : <Trans>Close the account of {name}</Trans>}
      intro={
        disabled ? (
          <Trans>The person can sign in again, in the same roles.</Trans>
        ) : (
          <Trans>
            The person is signed out everywhere and cannot sign in. Everything recorded stays, under the same name.
          </Trans>
        )
      }
      schema={setDisabledInput}
      defaultValues={{ personId: person.id, disabled: !disabled }}
      record={(input) => client.people.setDisabled.mutate(input)}
      onRecorded={refreshSession}
      onClose={onClose}
    >
      {null}
    </RecordingDialog>
  );
}
