import { addAgendaItemInput, recordMinutesInput } from '@dcc/domain/committee/inputs';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { client } from '../../api/client.ts';
import { NoteField, TextField } from '../../ui/form-fields.tsx';
import { RecordingDialog } from '../../ui/recording-form.tsx';

type DialogProps = { readonly meetingId: string; readonly onClose: () => void };

export function AgendaDialog({ meetingId, onClose }: DialogProps) {
  return (
    <RecordingDialog
      title={<Trans>Add to the agenda</Trans>}
      intro={<Trans>A draft decision comes on the agenda by itself, from its own page.</Trans>}
      schema={addAgendaItemInput}
      defaultValues={{ meetingId, title: '', note: '' }}
      record={(input) => client.meetings.addAgendaItem.mutate(input)}
      doneWords={<Trans>The item is on the agenda.</Trans>}
      onClose={onClose}
    >
      <div className="form-grid__wide stack">
        <TextField name="title" label={t`Item`} />
        <NoteField name="note" label={t`Note`} />
      </div>
    </RecordingDialog>
  );
}

/** The minutes anew, beginning with the text as it stands. */
export function MinutesDialog({ meetingId, text, onClose }: DialogProps & { readonly text: string }) {
  return (
    <RecordingDialog
      wide
      title={<Trans>Write the minutes</Trans>}
      intro={<Trans>The earlier text is kept.</Trans>}
      schema={recordMinutesInput}
      defaultValues={{ meetingId, text }}
      record={(input) => client.meetings.recordMinutes.mutate(input)}
      doneWords={<Trans>The minutes are on record.</Trans>}
      onClose={onClose}
    >
      <div className="form-grid__wide">
        <NoteField name="text" label={t`Minutes`} optional={false} />
      </div>
    </RecordingDialog>
  );
}
