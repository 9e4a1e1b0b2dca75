import './instalment-fields.css';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import type { Money } from '../../api/views.ts';
import { Button } from '../../ui/button.tsx';
import { AmountField, DateField } from '../../ui/form-fields.tsx';
import { formatMoney } from '../../ui/format.ts';
import { compareTotal, instalmentTotal } from './agreement-terms.ts';

const MOST = 40;

type InstalmentFieldsProps = {
  readonly currency: string;
  /** What was announced, in its own currency. */ readonly pledged: Money | null;
};

/** The payment schedule: rows to add and remove, and what they add up to. */
export function InstalmentFields({ currency, pledged }: InstalmentFieldsProps) {
  const { control } = useFormContext();
  const { fields, append, remove } = useFieldArray({ control, name: 'instalments' });
  return (
    <fieldset className="instalment-fields form-grid__wide">
      <legend className="field__label">
        <Trans>Instalments</Trans>
      </legend>
      {fields.map((field, index) => (
        <div key={field.id} className="instalment-fields__row" role="group" aria-label={t`Instalment ${index + 1}`}>
          <span className="instalment-fields__number number">{index + 1}</span>
          <DateField name={`instalments.${index}.dueOn`} label={t`Due on`} />
          <AmountField name={`instalments.${index}.amount`} label={t`Amount`} currency={currency} />
          <span className="instalment-fields__remove">
            <Button
              disabled={fields.length === 1}
              aria-label={t`Remove instalment ${index + 1}`}
              onClick={() => remove(index)}
            >
              <Trans>Remove</Trans>
            </Button>
          </span>
        </div>
      ))}
      <div className="instalment-fields__foot">
        <Button disabled={fields.length >= MOST} onClick={() => append({ dueOn: '', amount: '' })}>
          <Trans>Add an instalment</Trans>
        </Button>
        <Total currency={currency} pledged={pledged} />
      </div>
    </fieldset>
  );
}

function Total({ currency, pledged }: InstalmentFieldsProps) {
  const typed: unknown = useWatch({ name: 'instalments' });
  const total = instalmentTotal(typed, currency);
  return (
    <p className="number" role="status">
      <strong>
        <Trans>Total {formatMoney(total)}</Trans>
      </strong>
      {pledged === null ? null : <span className="soft"> · {compareTotal(total, pledged)}</span>}
    </p>
  );
}
