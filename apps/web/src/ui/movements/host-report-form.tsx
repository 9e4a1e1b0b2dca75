import './movement-forms.css';
import { COST_COMPONENTS } from '@dcc/domain/ledger/cost-component';
import { HOST_REPORTS, recordHostReportInput } from '@dcc/domain/ledger/movement-inputs';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useEffect } from 'react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { client } from '../../api/client.ts';
import { recipeName } from '../../app/recipe-words.ts';
import { componentWord } from '../../app/state-words.ts';
import { lessOf, sumOf } from '../amounts.ts';
import { Button } from '../button.tsx';
import { AmountField, SelectField } from '../form-fields.tsx';
import { formatMoney, signOf } from '../format.ts';
import { RecordingDialog } from '../recording-form.tsx';
import {
  DayField,
  DescriptionField,
  type FormProps,
  HostField,
  HostPositionField,
  MoneyFields,
  useBeginning,
} from './movement-fields.tsx';

export type HostReport = (typeof HOST_REPORTS)[number];

/** What a host says of its own books, beside the fund's: received, spent, sent back. */
export function HostReportForm({ kind, forms, prefill, onClose }: FormProps & { readonly kind: HostReport }) {
  const { poolId: _pool, ...beginning } = useBeginning(forms, prefill);
  return (
    <RecordingDialog
      title={<Trans>A host’s own record</Trans>}
      intro={
        <Trans>
          What the host reports from its own books. No cash of the fund moves, and the two records may differ until they
          are reconciled.
        </Trans>
      }
      schema={recordHostReportInput}
      defaultValues={{
        kind,
        ...beginning,
        organizationId: prefill.organizationId ?? '',
        positionId: prefill.positionId ?? null,
        components: [],
      }}
      preview={(input) => client.movements.hostReport.preview.query(input)}
      record={(input) => client.movements.hostReport.record.mutate(input)}
      onClose={onClose}
    >
      <SelectField
        name="kind"
        label={t`What it reports`}
        options={HOST_REPORTS.map((report) => ({ value: report, label: recipeName(report) }))}
      />
      <DayField />
      <HostField forms={forms} />
      <HostPositionField forms={forms} />
      <MoneyFields />
      <Components />
      <DescriptionField />
    </RecordingDialog>
  );
}

type Line = { readonly component: string; readonly amount: string };

/** Cost components of expenditure, where the host says so: as many lines as it names, adding up to the amount. */
function Components() {
  const { control } = useFormContext();
  const { fields, append, remove, replace } = useFieldArray({ control, name: 'components' });
  const [kind, currency] = useWatch({ name: ['kind', 'currency'] }) as readonly string[];
  const spends = kind === 'organization-expenditure';
  useEffect(() => {
    if (!spends && fields.length > 0) replace([]);
  }, [spends, fields.length, replace]);
  if (!spends) return null;
  return (
    <fieldset className="form-grid__wide movement-lines">
      <legend className="field__label">
        <Trans>Cost components</Trans> <span className="field__optional">{t`(optional)`}</span>
      </legend>
      {fields.map((field, index) => (
        <div
          key={field.id}
          className="movement-lines__line movement-lines__line--two"
          role="group"
          aria-label={t`Component ${index + 1}`}
        >
          <SelectField
            name={`components.${index}.component`}
            label={t`Component`}
            empty={t`Choose a component`}
            options={COST_COMPONENTS.map((component) => ({ value: component, label: componentWord(component) }))}
          />
          <AmountField name={`components.${index}.amount`} label={t`Amount`} currency={currency ?? 'USD'} />
          <span className="movement-lines__remove">
            <Button aria-label={t`Remove component ${index + 1}`} onClick={() => remove(index)}>
              <Trans>Remove</Trans>
            </Button>
          </span>
        </div>
      ))}
      <div className="movement-lines__foot">
        <Button disabled={fields.length >= 40} onClick={() => append({ component: '', amount: '' })}>
          <Trans>Add a component</Trans>
        </Button>
        {fields.length === 0 ? null : <Rest currency={currency ?? 'USD'} />}
      </div>
    </fieldset>
  );
}

/** How far the components are from the amount. */
function Rest({ currency }: { readonly currency: string }) {
  const [amount, lines] = useWatch({ name: ['amount', 'components'] }) as readonly [string, readonly Line[]];
  const parts = sumOf(
    lines.map((line) => line.amount),
    currency,
  );
  const rest = lessOf(sumOf([amount], currency), parts);
  const sign = signOf(rest.amount);
  const size = formatMoney({ ...rest, amount: rest.amount.replace('-', '') });
  return (
    <p className="number" role="status">
      <strong>
        <Trans>Total {formatMoney(parts)}</Trans>
      </strong>{' '}
      <span className="soft">
        {sign === 0 ? t`equals the amount` : sign > 0 ? t`${size} is missing` : t`${size} too much`}
      </span>
    </p>
  );
}
