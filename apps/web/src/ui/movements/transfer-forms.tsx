import './movement-forms.css';
import { refundFromHostInput, transferToHostInput } from '@dcc/domain/ledger/movement-inputs';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { client } from '../../api/client.ts';
import type { MovementForms, SponsoredPosition } from '../../api/views.ts';
import { useSession } from '../../app/session.ts';
import { recipeName } from '../../app/recipe-words.ts';
import { sumOf } from '../amounts.ts';
import { Button } from '../button.tsx';
import { AmountField, SelectField } from '../form-fields.tsx';
import { formatMoney } from '../format.ts';
import { RecordingDialog } from '../recording-form.tsx';
import {
  DayField,
  DescriptionField,
  type FormProps,
  HostField,
  HostPositionField,
  MoneyFields,
  MovedPoolField,
  useBeginning,
} from './movement-fields.tsx';

const drawsOf = (position: SponsoredPosition | undefined) =>
  (position?.reserved ?? []).map(({ poolId, amount }) => ({ poolId, amount: amount.amount }));

/** Cash for a position, out of what decisions reserved for it; what is reserved is filled in. */
export function TransferForPositionForm({ forms, prefill, onClose }: FormProps) {
  const { today } = useSession();
  const reserved = forms.positions.filter((position) => position.reserved.length > 0);
  const first = reserved.find(({ id }) => id === prefill.positionId);
  return (
    <RecordingDialog
      title={recipeName('transfer-for-position')}
      intro={
        <Trans>
          Cash leaves for the host out of what decisions reserved for the position, and the reservation closes. Less
          than is reserved may be sent; the rest stays reserved.
        </Trans>
      }
      schema={transferToHostInput}
      defaultValues={{
        purpose: 'position',
        on: prefill.on ?? today,
        positionId: first?.id ?? '',
        draws: drawsOf(first),
        description: '',
      }}
      preview={(input) => client.movements.transfer.preview.query(input)}
      record={(input) => client.movements.transfer.record.mutate(input)}
      onClose={onClose}
    >
      <DayField />
      <SelectField
        name="positionId"
        label={t`Position`}
        empty={t`Choose a position`}
        hint={reserved.length === 0 ? t`Nothing is reserved for any position.` : t`Positions with money reserved.`}
        options={reserved.map(({ id, number, title, organization }) => ({
          value: id,
          label: `${number}, ${title} (${organization})`,
        }))}
      />
      <Draws positions={reserved} />
      <DescriptionField />
    </RecordingDialog>
  );
}

/** How much comes from each pool that reserves something. */
function Draws({ positions }: { readonly positions: readonly SponsoredPosition[] }) {
  const { control } = useFormContext();
  const { fields, replace, remove } = useFieldArray({ control, name: 'draws' });
  const positionId: unknown = useWatch({ name: 'positionId' });
  const draws = useWatch({ name: 'draws' }) as readonly { readonly poolId: string; readonly amount: string }[];
  const position = positions.find(({ id }) => id === positionId);
  const before = useRef(positionId);
  useEffect(() => {
    if (before.current === positionId) return;
    before.current = positionId;
    replace(drawsOf(position));
  }, [positionId, position, replace]);
  if (position === undefined) return null;
  const total = sumOf(
    draws.map(({ amount }) => amount),
    'USD',
  );
  return (
    <fieldset className="form-grid__wide movement-lines">
      <legend className="field__label">
        <Trans>From its pools</Trans>
      </legend>
      {fields.map((field, index) => {
        const held = position.reserved.find(({ poolId }) => poolId === draws[index]?.poolId);
        const pool = held?.pool ?? '';
        return (
          <div key={field.id} className="movement-lines__line" role="group" aria-label={pool}>
            <AmountField
              name={`draws.${index}.amount`}
              label={held === undefined ? pool : t`${pool}, ${formatMoney(held.amount)} reserved`}
              currency="USD"
            />
            <span className="movement-lines__remove">
              <Button disabled={fields.length === 1} aria-label={t`Remove ${pool}`} onClick={() => remove(index)}>
                <Trans>Remove</Trans>
              </Button>
            </span>
          </div>
        );
      })}
      <p className="number" role="status">
        <strong>
          <Trans>Total {formatMoney(total)}</Trans>
        </strong>
      </p>
    </fieldset>
  );
}

/** Cash to a host that is for no single position, out of the free money of one pool. */
export function TransferToHostForm({ forms, prefill, onClose }: FormProps) {
  const beginning = useBeginning(forms, prefill);
  return (
    <RecordingDialog
      title={recipeName('transfer')}
      intro={
        <Trans>
          Cash for a host that belongs to no single position, as for a joint training. Only money that no decision has
          promised can go. For a position choose “Transfer for a position”.
        </Trans>
      }
      schema={transferToHostInput}
      defaultValues={{ purpose: 'host', ...beginning, organizationId: prefill.organizationId ?? '' }}
      preview={(input) => client.movements.transfer.preview.query(input)}
      record={(input) => client.movements.transfer.record.mutate(input)}
      onClose={onClose}
    >
      <DayField />
      <HostField forms={forms} />
      <MoneyFields />
      <MovedPoolField forms={forms} spends />
      <DescriptionField />
    </RecordingDialog>
  );
}

function useHeldWords(forms: MovementForms): string {
  const organizationId: unknown = useWatch({ name: 'organizationId' });
  const host = forms.hosts.find(({ organization }) => organization.id === organizationId);
  if (host === undefined) return t`Who sends the money back.`;
  const [name, held] = [host.organization.shortName, formatMoney(host.held)];
  return t`${name} holds ${held} of what it was sent.`;
}

function RefundingHost({ forms }: { readonly forms: MovementForms }) {
  return <HostField forms={forms} hint={useHeldWords(forms)} />;
}

/** Money that a host sends back; it is free again in its pool. */
export function HostRefundForm({ forms, prefill, onClose }: FormProps) {
  const beginning = useBeginning(forms, prefill);
  return (
    <RecordingDialog
      title={recipeName('refund')}
      intro={
        <Trans>
          What a host sends back because it was not spent. It is never more than the host holds of what it was sent, in
          all, from the pool and for the position; and it is free again.
        </Trans>
      }
      schema={refundFromHostInput}
      defaultValues={{
        ...beginning,
        organizationId: prefill.organizationId ?? '',
        positionId: prefill.positionId ?? null,
      }}
      preview={(input) => client.movements.refund.preview.query(input)}
      record={(input) => client.movements.refund.record.mutate(input)}
      onClose={onClose}
    >
      <DayField />
      <RefundingHost forms={forms} />
      <HostPositionField forms={forms} />
      <MovedPoolField forms={forms} />
      <MoneyFields />
      <DescriptionField />
    </RecordingDialog>
  );
}
