import { refundContributorInput } from '@dcc/domain/contributions/inputs';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { client } from '../../api/client.ts';
import type { Contribution } from '../../api/views.ts';
import { useSession } from '../../app/session.ts';
import { AmountField, DateField, TextField } from '../../ui/form-fields.tsx';
import { formatMoney } from '../../ui/format.ts';
import { RecordingDialog } from '../../ui/recording-form.tsx';

type RefundFormProps = { readonly contribution: Contribution; readonly onClose: () => void };

/** Money that goes back to its contributor. */
export function RefundForm({ contribution: { row }, onClose }: RefundFormProps) {
  const { today } = useSession();
  const [name, received, pool] = [row.contributor.name, formatMoney(row.received), row.pool.name];
  return (
    <RecordingDialog
      title={<Trans>Refund {name}</Trans>}
      intro={
        <Trans>
          {received} of this contribution was received. The money leaves the pool “{pool}”: what decisions have promised
          to positions cannot be sent back.
        </Trans>
      }
      schema={refundContributorInput}
      defaultValues={{ contributionId: row.id, refundedOn: today, amount: '', reason: '' }}
      preview={(input) => client.contributions.refund.preview.query(input)}
      record={(input) => client.contributions.refund.record.mutate(input)}
      onClose={onClose}
    >
      <DateField name="refundedOn" label={t`Refunded on`} max={today} />
      <AmountField name="amount" label={t`Amount refunded`} currency={row.currency} />
      <div className="form-grid__wide">
        <TextField name="reason" label={t`Reason`} />
      </div>
    </RecordingDialog>
  );
}
