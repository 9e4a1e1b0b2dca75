import { t } from '@lingui/core/macro';
import { useEffect, useRef } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { MovementForms } from '../../api/views.ts';
import { useChoices } from '../../app/choices.ts';
import { useSession } from '../../app/session.ts';
import { CurrencyField } from '../choice-fields.tsx';
import { AmountField, DateField, NoteField, SelectField } from '../form-fields.tsx';
import { formatMoney } from '../format.ts';
import { poolWords } from '../pool-words.ts';

/** What a link or a page knows already when it opens a form. */
export type Prefill = {
  readonly on?: string | undefined;
  readonly amount?: string | undefined;
  readonly poolId?: string | undefined;
  readonly organizationId?: string | undefined;
  readonly positionId?: string | undefined;
  readonly contributionId?: string | undefined;
};

export type FormProps = {
  readonly forms: MovementForms;
  readonly prefill: Prefill;
  readonly onClose: () => void;
};

/** The pool that money belongs to where nobody earmarked it. */
export function usualPool({ pools }: MovementForms): string {
  return (pools.find(({ pool }) => pool.earmarking === 'unearmarked') ?? pools[0])?.pool.id ?? '';
}

/** What every movement begins with: its day, and money in a currency that can be valued. */
export function useBeginning(forms: MovementForms, prefill: Prefill) {
  const { today } = useSession();
  return {
    on: prefill.on ?? today,
    currency: 'USD',
    amount: prefill.amount ?? '',
    poolId: prefill.poolId ?? usualPool(forms),
    description: '',
  };
}

export function DayField() {
  const { today } = useSession();
  return <DateField name="on" label={t`On`} max={today} hint={t`The day it took effect.`} />;
}

export function MoneyFields({ label }: { readonly label?: string }) {
  const currency: unknown = useWatch({ name: 'currency' });
  return (
    <>
      <CurrencyField choices={useChoices()} />
      <AmountField
        name="amount"
        label={label ?? t`Amount`}
        currency={typeof currency === 'string' ? currency : 'USD'}
      />
    </>
  );
}

/** The pool whose cash moves; `spends` says how much of it is free. */
export function MovedPoolField({
  forms,
  spends = false,
}: {
  readonly forms: MovementForms;
  readonly spends?: boolean;
}) {
  const chosen: unknown = useWatch({ name: 'poolId' });
  const free = forms.pools.find(({ pool }) => pool.id === chosen)?.available;
  return (
    <SelectField
      name="poolId"
      label={t`Pool`}
      empty={t`Choose a pool`}
      options={forms.pools.map(({ pool }) => ({ value: pool.id, label: poolWords(pool) }))}
      hint={
        spends
          ? free === undefined
            ? t`Only what no decision has promised can be spent.`
            : t`${formatMoney(free)} of it is free.`
          : t`Where the money belongs.`
      }
    />
  );
}

export function HostField({ forms, hint }: { readonly forms: MovementForms; readonly hint?: string }) {
  const options = forms.hosts.map(({ organization }) => ({ value: organization.id, label: organization.name }));
  return (
    <SelectField
      name="organizationId"
      label={t`Host organization`}
      empty={t`Choose an organization`}
      options={options}
      {...(hint === undefined ? {} : { hint })}
    />
  );
}

/** A sponsored position of the host that is chosen, or none. Another host has other positions. */
export function HostPositionField({ forms }: { readonly forms: MovementForms }) {
  const organizationId: unknown = useWatch({ name: 'organizationId' });
  const { setValue, getValues } = useFormContext();
  const before = useRef(organizationId);
  useEffect(() => {
    if (before.current === organizationId) return;
    before.current = organizationId;
    if (getValues('positionId') !== null) setValue('positionId', null, { shouldDirty: true });
  }, [organizationId, setValue, getValues]);
  const own = forms.positions.filter((position) => position.organizationId === organizationId);
  return (
    <SelectField
      name="positionId"
      label={t`Position`}
      optional
      nullable
      empty={t`No position`}
      options={own.map(({ id, number, title }) => ({ value: id, label: `${number}, ${title}` }))}
      hint={t`The sponsored positions of this host.`}
    />
  );
}

export function DescriptionField({ hint }: { readonly hint?: string }) {
  return (
    <div className="form-grid__wide">
      <NoteField name="description" label={t`Description`} {...(hint === undefined ? {} : { hint })} />
    </div>
  );
}
