import { amendPledgeInput } from '@dcc/domain/contributions/inputs';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { client } from '../../api/client.ts';
import type { Contribution } from '../../api/views.ts';
import { useSession } from '../../app/session.ts';
import { AmountField, DateField, TextField } from '../../ui/form-fields.tsx';
import { formatMoney } from '../../ui/format.ts';
import { RecordingDialog } from '../../ui/recording-form.tsx';

type AmendPledgeFormProps = { readonly contribution: Contribution; readonly onClose: () => void };

/** Another amount for what was announced; zero withdraws the pledge. */
export function AmendPledgeForm({ contribution: { row }, onClose }: AmendPledgeFormProps) {
  const { today } = useSession();
  const [reference, before] = [row.reference, formatMoney(row.original)];
  return (
    <RecordingDialog
      title={<Trans>Amend the pledge {reference}</Trans>}
      intro={
        <Trans>
          The new amount replaces the {before} announced so far; it is not added to it. Zero withdraws the pledge.
        </Trans>
      }
      schema={amendPledgeInput}
      defaultValues={{ contributionId: row.id, amendedOn: today, amount: row.original.amount, reason: '' }}
      preview={(input) => client.contributions.amendPledge.preview.query(input)}
      record={(input) => client.contributions.amendPledge.record.mutate(input)}
      onClose={onClose}
    >
      <DateField name="amendedOn" label={t`Amended on`} max={today} />
      <AmountField name="amount" label={t`Amount now pledged`} currency={row.currency} />
      <div className="form-grid__wide">
        <TextField name="reason" label={t`Reason`} />
      </div>
    </RecordingDialog>
  );
}
