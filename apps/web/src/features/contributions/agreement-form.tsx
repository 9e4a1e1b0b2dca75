import { signAgreementInput } from '@dcc/domain/contributions/inputs';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useFormContext } from 'react-hook-form';
import { client } from '../../api/client.ts';
import type { Contribution } from '../../api/views.ts';
import { useChoices } from '../../app/choices.ts';
import { useSession } from '../../app/session.ts';
import { DateField, NoteField, TextField } from '../../ui/form-fields.tsx';
import { RecordingDialog } from '../../ui/recording-form.tsx';
import { ContributorField, CurrencyField, PoolField } from '../../ui/choice-fields.tsx';
import { InstalmentFields } from './instalment-fields.tsx';
import { useOpenRecorded } from './pledge-form.tsx';

type AgreementFormProps = {
  /** The pledge that is signed, or the letter whose terms are entered; `null` for an agreement that was never pledged. */
  readonly pledge: Contribution | null;
  readonly onClose: () => void;
};

/** A signed agreement with its payment schedule. */
export function AgreementForm({ pledge, onClose }: AgreementFormProps) {
  const { today } = useSession();
  const choices = useChoices();
  const { onRecorded, close } = useOpenRecorded(onClose);
  const terms = { signedOn: today, supportCostPercent: null };
  return (
    <RecordingDialog
      title={
        pledge === null ? (
          <Trans>Record a signed agreement</Trans>
        ) : pledge.row.stage === 'signed' ? (
          <Trans>Enter the terms: {pledge.row.reference}</Trans>
        ) : (
          <Trans>Sign the agreement {pledge.row.reference}</Trans>
        )
      }
      intro={
        <Trans>
          The whole amount becomes revenue and a receivable on the day of signature, at the rate in force that day. A
          pledge it rests on is replaced, not added to.
        </Trans>
      }
      schema={signAgreementInput}
      defaultValues={
        pledge === null
          ? {
              origin: 'new',
              contributorId: '',
              poolId: '',
              reference: '',
              currency: 'USD',
              instalments: [{ dueOn: '', amount: '' }],
              description: '',
              ...terms,
            }
          : {
              origin: 'pledge',
              contributionId: pledge.row.id,
              poolId: pledge.row.pool.id,
              currency: pledge.row.currency,
              // A letter whose terms nobody knew yet has its day of signature, and no amount.
              instalments: [{ dueOn: '', amount: pledge.row.stage === 'pledged' ? pledge.row.original.amount : '' }],
              description: pledge.description,
              ...terms,
              signedOn: pledge.signedOn ?? today,
            }
      }
      preview={(input) => client.contributions.agreement.preview.query(input)}
      record={(input) => client.contributions.agreement.record.mutate(input)}
      onRecorded={onRecorded}
      onClose={close}
    >
      {pledge === null ? (
        <>
          <ContributorField choices={choices} />
          <TextField name="reference" label={t`Reference`} hint={t`Unique; for example AUR-2026-1.`} />
        </>
      ) : null}
      <PoolField choices={choices} />
      <DateField name="signedOn" label={t`Signed on`} max={today} />
      <CurrencyField choices={choices} />
      <TextField
        name="supportCostPercent"
        label={t`Support cost, percent`}
        hint={t`What the administrator may keep; for example 8.`}
        optional
        nullable
      />
      <Schedule pledge={pledge} />
      <div className="form-grid__wide">
        <NoteField name="description" label={t`Description`} />
      </div>
    </RecordingDialog>
  );
}

function Schedule({ pledge }: Pick<AgreementFormProps, 'pledge'>) {
  const { watch } = useFormContext();
  const pledged = pledge?.row.stage === 'pledged' ? pledge.row.original : null;
  return <InstalmentFields currency={String(watch('currency'))} pledged={pledged} />;
}
