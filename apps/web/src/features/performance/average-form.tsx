import { setRetentionAverageInput } from '@dcc/domain/performance/inputs';
import { RETENTION_MONTHS } from '@dcc/domain/positions/retention';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { client } from '../../api/client.ts';
import { useSession } from '../../app/session.ts';
import { DateField, SelectField, TextField } from '../../ui/form-fields.tsx';
import { RecordingDialog } from '../../ui/recording-form.tsx';
import { monthsWords } from './performance-sentences.ts';

/** Sets what the retention of the whole programme is, from a day on. */
export function AverageForm({ onClose }: { readonly onClose: () => void }) {
  const { today } = useSession();
  return (
    <RecordingDialog
      title={<Trans>Set the average of the whole programme</Trans>}
      intro={<Trans>The fund is held against it from that day on. Earlier days keep what was said for them.</Trans>}
      schema={setRetentionAverageInput}
      defaultValues={{ months: '12', percent: '', effectiveOn: today, source: '' }}
      record={(input) => client.performance.setRetentionAverage.mutate(input)}
      onClose={onClose}
    >
      <SelectField
        name="months"
        label={t`After the end of the post`}
        options={RETENTION_MONTHS.map((months) => ({ value: String(months), label: monthsWords(months) }))}
      />
      <TextField name="percent" label={t`Stayed, percent`} hint={t`For example 47.5.`} />
      <DateField name="effectiveOn" label={t`From`} />
      <div className="form-grid__wide">
        <TextField name="source" label={t`Source`} hint={t`The paper that says so.`} />
      </div>
    </RecordingDialog>
  );
}
