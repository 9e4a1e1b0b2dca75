import { chargeAgentFeeInput, chargeSupportCostInput, setReserveInput } from '@dcc/domain/ledger/movement-inputs';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useWatch } from 'react-hook-form';
import { client } from '../../api/client.ts';
import type { MovementForms } from '../../api/views.ts';
import { recipeName } from '../../app/recipe-words.ts';
import { useSession } from '../../app/session.ts';
import { chargeWords } from '../charge-words.ts';
import { AmountField, DateField, SelectField, TextField } from '../form-fields.tsx';
import { formatDate, formatMoney, formatPercent } from '../format.ts';
import { RecordingDialog } from '../recording-form.tsx';
import { DayField, DescriptionField, type FormProps, MovedPoolField, usualPool } from './movement-fields.tsx';

/** What the percentage comes to while it is typed. */
function Result({ percent }: { readonly percent?: string | undefined }) {
  const [typed, base] = useWatch({ name: ['percent', 'base'] }) as readonly unknown[];
  const words = chargeWords(percent ?? typed, base);
  return (
    <p className="form-grid__wide number" role="status">
      {words === null ? <span className="soft">{t`The result appears here.`}</span> : <strong>{words}</strong>}
    </p>
  );
}

/** The administrator's fee on deposits that it was not charged on yet. */
export function AgentFeeForm({ forms, prefill, onClose }: FormProps) {
  const { today } = useSession();
  const left = formatMoney(forms.agentFee.uncharged);
  return (
    <RecordingDialog
      title={recipeName('agent-fee')}
      intro={
        <Trans>
          The administrator’s percentage of deposits. No fee was charged yet on {left}: deposits less what went back to
          contributors, less what earlier fees were taken of.
        </Trans>
      }
      schema={chargeAgentFeeInput}
      defaultValues={{
        on: prefill.on ?? today,
        percent: forms.agentFee.percent ?? '1.00',
        base: forms.agentFee.uncharged.amount,
        poolId: prefill.poolId ?? usualPool(forms),
        description: '',
      }}
      preview={(input) => client.movements.agentFee.preview.query(input)}
      record={(input) => client.movements.agentFee.record.mutate(input)}
      onClose={onClose}
    >
      <DayField />
      <TextField name="percent" label={t`Percent`} hint={t`For example 1.00.`} />
      <AmountField name="base" label={t`Of deposits of`} currency="USD" hint={t`At most what no fee was charged on.`} />
      <MovedPoolField forms={forms} spends />
      <Result />
      <DescriptionField />
    </RecordingDialog>
  );
}

function AgreementField({ forms }: { readonly forms: MovementForms }) {
  const { agreements } = forms.supportCost;
  return (
    <SelectField
      name="contributionId"
      label={t`Agreement`}
      empty={t`Choose an agreement`}
      hint={
        agreements.length === 0
          ? t`No agreement has a rate in force. Set one on the page of its contribution.`
          : t`Agreements with a rate in force; their pool pays.`
      }
      options={agreements.map(({ id, reference, contributor, percent }) => ({
        value: id,
        label: `${reference}, ${contributor} (${formatPercent(percent)})`,
      }))}
    />
  );
}

function ResultOfAgreement({ forms }: { readonly forms: MovementForms }) {
  const id: unknown = useWatch({ name: 'contributionId' });
  return <Result percent={forms.supportCost.agreements.find((agreement) => agreement.id === id)?.percent} />;
}

/** Programme support cost under an agreement: its rate, of expenditure that hosts reported. */
export function SupportCostForm({ forms, prefill, onClose }: FormProps) {
  const { today } = useSession();
  const left = formatMoney(forms.supportCost.uncharged);
  return (
    <RecordingDialog
      title={recipeName('support-cost')}
      intro={
        <Trans>
          The percentage that an agreement has in force on the day, of expenditure that hosts reported. None was charged
          yet on {left}.
        </Trans>
      }
      schema={chargeSupportCostInput}
      defaultValues={{
        on: prefill.on ?? today,
        contributionId: prefill.contributionId ?? '',
        base: prefill.amount ?? '',
        description: '',
      }}
      preview={(input) => client.movements.supportCost.preview.query(input)}
      record={(input) => client.movements.supportCost.record.mutate(input)}
      onClose={onClose}
    >
      <DayField />
      <AgreementField forms={forms} />
      <AmountField
        name="base"
        label={t`Of expenditure of`}
        currency="USD"
        hint={t`At most what was reported and not charged on.`}
      />
      <ResultOfAgreement forms={forms} />
      <DescriptionField />
    </RecordingDialog>
  );
}

/** The operating reserve: a percentage of what sponsored positions are planned to cost in a year. */
export function ReserveForm({ forms, prefill, onClose }: FormProps) {
  const { today } = useSession();
  const { held, since, percent, planned, years } = forms.reserve;
  const [now, plan] = [formatMoney(held), formatMoney(planned)];
  const planWords = plural(years, {
    one: `# sponsored position-year is planned to cost ${plan} in the next twelve months, by its days.`,
    other: `# sponsored position-years are planned to cost ${plan} in the next twelve months, by their days.`,
  });
  return (
    <RecordingDialog
      title={recipeName('operating-reserve')}
      intro={
        <>
          {since === null ? (
            <Trans>
              Nobody has set a reserve yet. It lowers what can be allocated, and no cash moves. Its percentage is
              whatever a decision says.
            </Trans>
          ) : (
            <Trans>
              The reserve has been {now} since {formatDate(since)}. It lowers what can be allocated, and no cash moves.
              Only the difference is posted.
            </Trans>
          )}{' '}
          {planWords}
        </>
      }
      schema={setReserveInput}
      defaultValues={{ on: prefill.on ?? today, percent: percent ?? '', base: planned.amount, decision: '' }}
      preview={(input) => client.movements.reserve.preview.query(input)}
      record={(input) => client.movements.reserve.record.mutate(input)}
      onClose={onClose}
    >
      <DateField name="on" label={t`From`} max={today} hint={t`Not before the day it was last set.`} />
      <TextField
        name="percent"
        label={t`Percent`}
        hint={t`For example 15. To be confirmed by the Controller’s office.`}
      />
      <AmountField name="base" label={t`Of planned annual expenditure of`} currency="USD" />
      <TextField name="decision" label={t`Which decision says so`} hint={t`For example SC-2026/3.`} />
      <Result />
    </RecordingDialog>
  );
}
