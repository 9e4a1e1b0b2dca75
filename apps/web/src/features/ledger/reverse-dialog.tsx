import { reverseEntryInput } from '@dcc/domain/ledger/inputs';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { client } from '../../api/client.ts';
import type { Entry } from '../../api/views.ts';
import { useSession } from '../../app/session.ts';
import { DateField, TextField } from '../../ui/form-fields.tsx';
import { RecordingDialog } from '../../ui/recording-form.tsx';

/** Corrects a mistake by an entry that mirrors it and says why. */
export function ReverseDialog({ entry: { row }, onClose }: { readonly entry: Entry; readonly onClose: () => void }) {
  const { today } = useSession();
  const { number } = row;
  return (
    <RecordingDialog
      title={<Trans>Reverse entry {number}</Trans>}
      intro={<Trans>Nothing is removed: a new entry moves everything back, from its own date on.</Trans>}
      schema={reverseEntryInput}
      defaultValues={{ entryId: row.id, effectiveOn: today, reason: '' }}
      preview={(input) => client.ledger.reversal.preview.query(input)}
      record={(input) => client.ledger.reversal.record.mutate(input)}
      onClose={onClose}
    >
      <DateField name="effectiveOn" label={t`Takes effect on`} max={today} />
      <div className="form-grid__wide">
        <TextField name="reason" label={t`Why it is wrong`} hint={t`One line; it stays with the entry.`} />
      </div>
    </RecordingDialog>
  );
}
