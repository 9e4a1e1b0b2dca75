import { enterSupersedingInput } from '@dcc/domain/committee/inputs';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { client } from '../../api/client.ts';
import type { DecisionStory } from '../../api/views.ts';
import { useSession } from '../../app/session.ts';
import { DateField, NoteField, TextField } from '../../ui/form-fields.tsx';
import { RecordingDialog } from '../../ui/recording-form.tsx';
import { useDraftChoices, Verdicts } from './draft-dialog.tsx';

type Props = { readonly decision: NonNullable<DecisionStory['decision']>; readonly onClose: () => void };

/** Enters a decision that was taken outside of the program in the place of another one. */
export function SupersedingDialog({ decision, onClose }: Props) {
  const { today } = useSession();
  const choices = useDraftChoices();
  return (
    <RecordingDialog
      wide
      title={<Trans>What took the place of {decision.reference}</Trans>}
      intro={
        <Trans>
          For a decision that was taken on paper. What {decision.reference} reserved and was not sent goes back to its
          pools. A post that it approved can be deferred or rejected, as long as nobody has an offer.
        </Trans>
      }
      schema={enterSupersedingInput}
      defaultValues={{
        reference: '',
        title: '',
        text: '',
        decidedOn: today,
        supersedesId: decision.id,
        positions: [],
      }}
      preview={(input) => client.decisions.superseding.preview.query(input)}
      record={(input) => client.decisions.superseding.record.mutate(input)}
      onClose={onClose}
    >
      <TextField name="reference" label={t`Reference of the decision`} hint={t`Unique; for example SC-2026-2/4.`} />
      <DateField name="decidedOn" label={t`Decided on`} max={today} />
      <div className="form-grid__wide">
        <TextField name="title" label={t`Title`} />
      </div>
      <div className="form-grid__wide">
        <NoteField name="text" label={t`Text of the decision`} optional={false} />
      </div>
      <div className="form-grid__wide">
        <Verdicts choices={choices} />
      </div>
    </RecordingDialog>
  );
}
