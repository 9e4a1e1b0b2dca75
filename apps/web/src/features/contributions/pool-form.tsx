import { createPoolInput } from '@dcc/domain/contributions/inputs';
import { EARMARKINGS } from '@dcc/domain/contributions/kinds';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { client } from '../../api/client.ts';
import { earmarkingWord } from '../../app/state-words.ts';
import { NoteField, SelectField, TextField } from '../../ui/form-fields.tsx';
import { RecordingDialog } from '../../ui/recording-form.tsx';

/** A pool: money under one rule of what it may be used for. */
export function PoolForm({ onClose }: { readonly onClose: () => void }) {
  const options = EARMARKINGS.map((earmarking) => ({ value: earmarking, label: earmarkingWord(earmarking) }));
  return (
    <RecordingDialog
      title={<Trans>Add a pool</Trans>}
      intro={<Trans>Money under one rule of what it may be used for. Adding it moves no money.</Trans>}
      schema={createPoolInput}
      defaultValues={{ name: '', earmarking: 'unearmarked', description: '' }}
      record={(input) => client.pools.create.mutate(input)}
      onClose={onClose}
    >
      <TextField name="name" label={t`Name`} />
      <SelectField name="earmarking" label={t`Earmarking`} options={options} />
      <div className="form-grid__wide">
        <NoteField name="description" label={t`What it may be used for`} />
      </div>
    </RecordingDialog>
  );
}
