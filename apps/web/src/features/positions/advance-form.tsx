import { advancePositionInput } from '@dcc/domain/positions/inputs';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { client } from '../../api/client.ts';
import type { Position } from '../../api/views.ts';
import { useSession } from '../../app/session.ts';
import { stateWord } from '../../app/state-words.ts';
import { DateField, NoteField, SelectField } from '../../ui/form-fields.tsx';
import { RecordingDialog } from '../../ui/recording-form.tsx';
import { stepWarning } from './step-warning.ts';

type AdvanceFormProps = { readonly position: Position; readonly onClose: () => void };

/** The next step in the life of a position. */
export function AdvanceForm({ position, onClose }: AdvanceFormProps) {
  const { today } = useSession();
  const { row, nextStates } = position;
  const state = stateWord(row.state);
  return (
    <RecordingDialog
      title={<Trans>Record the next step of {row.title}</Trans>}
      intro={
        <Trans>It is {state} now. A step moves no money. Approval comes only with a decision that allocates.</Trans>
      }
      schema={advancePositionInput}
      defaultValues={{ positionId: row.id, from: row.state, to: nextStates[0] ?? row.state, on: today, note: '' }}
      record={(input) => client.positions.advance.mutate(input)}
      onClose={onClose}
    >
      {(form) => {
        const warning = stepWarning(position, String(form.watch('to')));
        return (
          <>
            <SelectField
              name="to"
              label={t`Next state`}
              options={nextStates.map((next) => ({ value: next, label: stateWord(next) }))}
              {...(warning === null ? {} : { hint: warning })}
            />
            <DateField name="on" label={t`On`} max={today} />
            <div className="form-grid__wide">
              <NoteField name="note" label={t`Note`} hint={t`Name no candidate.`} />
            </div>
          </>
        );
      }}
    </RecordingDialog>
  );
}
