import { createDutyStationInput, createOrganizationInput } from '@dcc/domain/positions/inputs';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { client } from '../../api/client.ts';
import { useChoices } from '../../app/choices.ts';
import { SelectField, TextField } from '../../ui/form-fields.tsx';
import { RecordingDialog } from '../../ui/recording-form.tsx';

/** An organization that employs junior professional officers. */
export function HostForm({ onClose }: { readonly onClose: () => void }) {
  return (
    <RecordingDialog
      title={<Trans>Add a host organization</Trans>}
      intro={<Trans>An organization that employs the officers whom the fund sponsors. Adding it moves no money.</Trans>}
      schema={createOrganizationInput}
      defaultValues={{ name: '', shortName: '' }}
      record={(input) => client.reference.createOrganization.mutate(input)}
      onClose={onClose}
    >
      <TextField name="name" label={t`Name in full`} />
      <TextField name="shortName" label={t`Short name`} hint={t`As tables and charts show it.`} />
    </RecordingDialog>
  );
}

/** A place where posts are. */
export function DutyStationForm({ onClose }: { readonly onClose: () => void }) {
  const { countries } = useChoices();
  return (
    <RecordingDialog
      title={<Trans>Add a duty station</Trans>}
      intro={<Trans>A place where officers serve.</Trans>}
      schema={createDutyStationInput}
      defaultValues={{ name: '', countryCode: '' }}
      record={(input) => client.reference.createDutyStation.mutate(input)}
      onClose={onClose}
    >
      <TextField name="name" label={t`City`} />
      <SelectField
        name="countryCode"
        label={t`Country`}
        empty={t`Choose a country`}
        options={countries.map(({ code, name }) => ({ value: code, label: name }))}
      />
    </RecordingDialog>
  );
}
