import { createContributorInput } from '@dcc/domain/contributions/inputs';
import { CONTRIBUTOR_TYPES } from '@dcc/domain/contributions/kinds';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { client } from '../api/client.ts';
import { useChoices } from '../app/choices.ts';
import { contributorTypeWord } from '../app/state-words.ts';
import { SelectField, TextField } from './form-fields.tsx';
import { RecordingDialog } from './recording-form.tsx';

/** Somebody new who gives. Stands here because contributions and contributors both offer it. */
export function ContributorForm({ onClose }: { readonly onClose: () => void }) {
  const { countries } = useChoices();
  return (
    <RecordingDialog
      title={<Trans>Add a contributor</Trans>}
      intro={<Trans>Adding a contributor moves no money. Record its pledge or its agreement afterwards.</Trans>}
      schema={createContributorInput}
      defaultValues={{ name: '', type: 'country', countryCode: null }}
      record={(input) => client.contributors.create.mutate(input)}
      onClose={onClose}
    >
      <SelectField
        name="type"
        label={t`Kind of contributor`}
        options={CONTRIBUTOR_TYPES.map((type) => ({ value: type, label: contributorTypeWord(type) }))}
      />
      <SelectField
        name="countryCode"
        label={t`Country`}
        hint={t`Needed for a country; for others, where it is based.`}
        empty={t`None`}
        nullable
        options={countries.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <div className="form-grid__wide">
        <TextField name="name" label={t`Name`} hint={t`As it stands in the agreement.`} />
      </div>
    </RecordingDialog>
  );
}
