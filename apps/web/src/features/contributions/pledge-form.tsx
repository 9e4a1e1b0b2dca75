import { recordPledgeInput } from '@dcc/domain/contributions/inputs';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { client } from '../../api/client.ts';
import { useChoices } from '../../app/choices.ts';
import { useSession } from '../../app/session.ts';
import { AmountField, DateField, NoteField, TextField } from '../../ui/form-fields.tsx';
import { RecordingDialog } from '../../ui/recording-form.tsx';
import { ContributorField, CurrencyField, PoolField } from '../../ui/choice-fields.tsx';

type FormProps = { readonly onClose: () => void };

/** Opens what was recorded once its form is closed. */
export function useOpenRecorded(onClose: () => void) {
  const navigate = useNavigate();
  const recorded = useRef<string | null>(null);
  return {
    onRecorded: ({ id }: { readonly id: string }) => {
      recorded.current = id;
    },
    close: () => {
      onClose();
      if (recorded.current !== null) void navigate({ to: '/contributions/$id', params: { id: recorded.current } });
    },
  };
}

/** A contribution that was announced and binds nobody yet. */
export function PledgeForm({ onClose }: FormProps) {
  const { today } = useSession();
  const choices = useChoices();
  const { onRecorded, close } = useOpenRecorded(onClose);
  return (
    <RecordingDialog
      title={<Trans>Record a pledge</Trans>}
      intro={
        <Trans>
          For a contribution that was announced and is not signed. It stands beside the money of the fund and is in none
          of its totals.
        </Trans>
      }
      schema={recordPledgeInput}
      defaultValues={{
        contributorId: '',
        poolId: '',
        reference: '',
        pledgedOn: today,
        currency: 'USD',
        amount: '',
        description: '',
      }}
      preview={(input) => client.contributions.pledge.preview.query(input)}
      record={(input) => client.contributions.pledge.record.mutate(input)}
      onRecorded={onRecorded}
      onClose={close}
    >
      {(form) => (
        <>
          <ContributorField choices={choices} />
          <PoolField choices={choices} />
          <TextField name="reference" label={t`Reference`} hint={t`Unique; for example AUR-2026-1.`} />
          <DateField name="pledgedOn" label={t`Announced on`} max={today} />
          <CurrencyField choices={choices} />
          <AmountField name="amount" label={t`Amount pledged`} currency={String(form.watch('currency'))} />
          <div className="form-grid__wide">
            <NoteField name="description" label={t`Description`} />
          </div>
        </>
      )}
    </RecordingDialog>
  );
}
