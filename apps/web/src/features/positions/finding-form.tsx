import { type FindingKind, recordFindingInput } from '@dcc/domain/positions/review';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { client } from '../../api/client.ts';
import type { Position } from '../../api/views.ts';
import { useChoices } from '../../app/choices.ts';
import { findingWord } from '../../app/life-words.ts';
import { useSession } from '../../app/session.ts';
import { ContributorField } from '../../ui/choice-fields.tsx';
import { AmountField, DateField, SelectField, TextField } from '../../ui/form-fields.tsx';
import { RecordingDialog } from '../../ui/recording-form.tsx';

type FindingFormProps = { readonly position: Position; readonly kind: FindingKind; readonly onClose: () => void };

/** One thing that the extension into the next contract year rests on. */
export function FindingForm({ position, kind, onClose }: FindingFormProps) {
  const { today } = useSession();
  const choices = useChoices();
  const { year } = position.review;
  const known = position.row.years.some(({ number }) => number === year);
  return (
    <RecordingDialog
      title={findingWord(kind)}
      intro={
        <Trans>
          For the extension into year {year}. A later finding takes the place of this one; both stay on record.
        </Trans>
      }
      schema={recordFindingInput}
      defaultValues={{
        positionId: position.row.id,
        kind,
        year,
        outcome: 'for',
        on: today,
        reference: '',
        contributorId: kind === 'agreement' ? '' : null,
        hostAmount: '',
        fundAmount: '',
      }}
      record={(input) => client.positions.review.record.mutate(input)}
      onClose={onClose}
    >
      {(form) => (
        <>
          <SelectField
            name="outcome"
            label={t`Finding`}
            options={[
              { value: 'for', label: t`yes` },
              { value: 'against', label: t`no` },
            ]}
          />
          <DateField name="on" label={t`On`} max={today} />
          {kind === 'agreement' ? <ContributorField choices={choices} /> : null}
          {kind === 'cost-share' && form.watch('outcome') === 'for' ? (
            <>
              <AmountField name="hostAmount" label={t`The host bears`} currency="USD" />
              {known ? null : <AmountField name="fundAmount" label={t`The fund bears`} currency="USD" />}
            </>
          ) : null}
          <div className="form-grid__wide">
            <TextField name="reference" label={t`Paper in which it stands`} hint={t`Name no person.`} />
          </div>
        </>
      )}
    </RecordingDialog>
  );
}
