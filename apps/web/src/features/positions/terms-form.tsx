import { NO_TERMS, recordTermsInput } from '@dcc/domain/positions/terms';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { client } from '../../api/client.ts';
import type { Position } from '../../api/views.ts';
import { termsFieldWord } from '../../app/life-words.ts';
import { NoteField, SelectField, TextField } from '../../ui/form-fields.tsx';
import { RecordingDialog } from '../../ui/recording-form.tsx';

const LINES = [
  'code',
  'jobFamily',
  'sector',
  'office',
  'submittedBy',
  'approvedBy',
  'supervisor',
  'supervisorTitle',
] as const;
const NOTES = ['supervisionContent', 'supervisionMethod', 'duties'] as const;

type TermsOfReferenceFormProps = { readonly position: Position; readonly onClose: () => void };

/** The fields of the template, as a new version; the earlier ones stay. */
export function TermsOfReferenceForm({ position, onClose }: TermsOfReferenceFormProps) {
  const last = position.terms.versions.at(-1);
  const version = last?.number ?? 0;
  return (
    <RecordingDialog
      title={<Trans>Terms of reference of {position.row.title}</Trans>}
      intro={
        <Trans>
          This becomes version {version + 1}; the earlier ones stay on record. A draft may have empty fields: it is
          submitted once none is left.
        </Trans>
      }
      schema={recordTermsInput}
      defaultValues={{
        positionId: position.row.id,
        version,
        ...(last?.terms ?? NO_TERMS),
        nonFamily: nonFamilyOf(last),
      }}
      record={(input) => client.positions.terms.record.mutate(input)}
      onClose={onClose}
      wide
    >
      {LINES.map((field) => (
        <TextField key={field} name={field} label={termsFieldWord(field)} />
      ))}
      <SelectField
        name="nonFamily"
        label={termsFieldWord('nonFamily')}
        empty={t`Choose`}
        options={[
          { value: 'no', label: t`no` },
          { value: 'yes', label: t`yes` },
        ]}
      />
      <TextField name="duration" label={termsFieldWord('duration')} />
      <TextField name="goals" label={termsFieldWord('goals')} optional hint={t`By number, apart by commas: 5, 13.`} />
      <TextField name="themes" label={termsFieldWord('themes')} optional hint={t`Apart by commas.`} />
      {NOTES.map((field) => (
        <div key={field} className="form-grid__wide">
          <NoteField name={field} label={termsFieldWord(field)} optional={false} hint={t`Name no candidate.`} />
        </div>
      ))}
    </RecordingDialog>
  );
}

function nonFamilyOf(last: Position['terms']['versions'][number] | undefined): '' | 'yes' | 'no' {
  const value = last?.terms.nonFamily;
  return value === 'yes' || value === 'no' ? value : '';
}
