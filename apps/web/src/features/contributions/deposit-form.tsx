import { receiveDepositInput } from '@dcc/domain/contributions/inputs';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { client } from '../../api/client.ts';
import type { Contribution } from '../../api/views.ts';
import { useSession } from '../../app/session.ts';
import { AmountField, DateField, NoteField } from '../../ui/form-fields.tsx';
import { formatDate, formatMoney } from '../../ui/format.ts';
import { RecordingDialog } from '../../ui/recording-form.tsx';

type DepositFormProps = {
  readonly contribution: Contribution;
  readonly instalment: Contribution['instalments'][number];
  readonly onClose: () => void;
};

/** Cash that came in against an instalment; what is still due is filled in. */
export function DepositForm({ contribution, instalment, onClose }: DepositFormProps) {
  const { today } = useSession();
  const [number, reference, due, on] = [
    instalment.number,
    contribution.row.reference,
    formatMoney(instalment.outstanding),
    formatDate(instalment.dueOn),
  ];
  return (
    <RecordingDialog
      title={
        <Trans>
          Record the deposit on instalment {number} of {reference}
        </Trans>
      }
      intro={
        <Trans>
          {due} is due on {on}. The cash is valued at the rate in force on the day it came; what differs from the rate
          of the signature is posted as exchange difference.
        </Trans>
      }
      schema={receiveDepositInput}
      defaultValues={{
        instalmentId: instalment.id,
        receivedOn: today,
        amount: instalment.outstanding.amount,
        description: '',
      }}
      preview={(input) => client.contributions.deposit.preview.query(input)}
      record={(input) => client.contributions.deposit.record.mutate(input)}
      onClose={onClose}
    >
      <DateField name="receivedOn" label={t`Received on`} max={today} />
      <AmountField name="amount" label={t`Amount received`} currency={contribution.row.currency} />
      <div className="form-grid__wide">
        <NoteField name="description" label={t`Description`} hint={t`For example the reference of the bank.`} />
      </div>
    </RecordingDialog>
  );
}
