import { writeOffInstalmentInput } from '@dcc/domain/ledger/movement-inputs';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { client } from '../../api/client.ts';
import type { Contribution } from '../../api/views.ts';
import { useSession } from '../../app/session.ts';
import { AmountField, DateField, TextField } from '../../ui/form-fields.tsx';
import { formatMoney } from '../../ui/format.ts';
import { RecordingDialog } from '../../ui/recording-form.tsx';

type WriteOffFormProps = {
  readonly contribution: Contribution;
  readonly instalment: Contribution['instalments'][number];
  readonly onClose: () => void;
};

/** What an instalment still expects and nobody will pay; all of it is filled in. */
export function WriteOffForm({ contribution: { row }, instalment, onClose }: WriteOffFormProps) {
  const { today } = useSession();
  const [number, reference, due] = [instalment.number, row.reference, formatMoney(instalment.outstanding)];
  return (
    <RecordingDialog
      title={
        <Trans>
          Write off instalment {number} of {reference}
        </Trans>
      }
      intro={
        <Trans>
          {due} is still expected. What is written off is no longer outstanding; what was signed stays on record beside
          it. Reversing the entry opens the instalment again.
        </Trans>
      }
      schema={writeOffInstalmentInput}
      defaultValues={{ instalmentId: instalment.id, on: today, amount: instalment.outstanding.amount, reason: '' }}
      preview={(input) => client.movements.writeOff.preview.query(input)}
      record={(input) => client.movements.writeOff.record.mutate(input)}
      onClose={onClose}
    >
      <DateField name="on" label={t`Written off on`} max={today} />
      <AmountField name="amount" label={t`Amount written off`} currency={row.currency} />
      <div className="form-grid__wide">
        <TextField name="reason" label={t`Reason`} />
      </div>
    </RecordingDialog>
  );
}
