import { advancePositionInput } from '@dcc/domain/positions/inputs';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { client } from '../../api/client.ts';
import type { Position } from '../../api/views.ts';
import { useSession } from '../../app/session.ts';
import { stateWord } from '../../app/state-words.ts';
import { DateField, NoteField, SelectField } from '../../ui/form-fields.tsx';
import { signOf } from '../../ui/format.ts';
import { RecordingDialog } from '../../ui/recording-form.tsx';
import { StepNotice } from './step-notice.tsx';

type AdvanceFormProps = { readonly position: Position; readonly onClose: () => void };

/** The next step in the life of a position. */
export function AdvanceForm({ position, onClose }: AdvanceFormProps) {
  const { today } = useSession();
  const { row, steps } = position;
  const state = stateWord(row.state);
  return (
    <RecordingDialog
      title={<Trans>Record the next step of {row.title}</Trans>}
      intro={
        <Trans>
          It is {state} now. Only a decision of the committee approves, defers or rejects. A step moves no money, but
          for the last: a post that is withdrawn or ends early gives back what was reserved for it and not sent.
        </Trans>
      }
      schema={advancePositionInput}
      defaultValues={{ positionId: row.id, from: row.state, to: steps[0]?.to ?? row.state, on: today, note: '' }}
      previewWhen={({ to }) => signOf(position.unsent.amount) > 0 && (to === 'withdrawn' || to === 'separated')}
      preview={(input) => client.positions.release.byStep.query(input)}
      record={(input) => client.positions.advance.mutate(input)}
      onClose={onClose}
    >
      {(form) => {
        const step = steps.find(({ to }) => to === String(form.watch('to')));
        return (
          <>
            <SelectField
              name="to"
              label={t`Next state`}
              options={steps.map(({ to }) => ({ value: to, label: stateWord(to) }))}
            />
            <DateField name="on" label={t`On`} max={today} />
            <div className="form-grid__wide">
              <NoteField
                name="note"
                label={step?.needsReason === true ? t`Reason` : t`Note`}
                hint={t`Name no candidate.`}
              />
            </div>
            {step === undefined ? null : <StepNotice position={position} step={step} />}
          </>
        );
      }}
    </RecordingDialog>
  );
}
