import { t } from '@lingui/core/macro';
import type { Choices } from '../api/views.ts';
import { contributorTypeWord } from '../app/state-words.ts';
import { SelectField } from './form-fields.tsx';
import { poolWords } from './pool-words.ts';

type ChoiceProps = { readonly choices: Choices };

export function ContributorField({ choices }: ChoiceProps) {
  const options = choices.contributors.map(({ id, name, type }) => ({
    value: id,
    label: `${name} (${contributorTypeWord(type)})`,
  }));
  return <SelectField name="contributorId" label={t`Contributor`} empty={t`Choose a contributor`} options={options} />;
}

export function PoolField({ choices }: ChoiceProps) {
  const options = choices.pools.map((pool) => ({ value: pool.id, label: poolWords(pool) }));
  return (
    <SelectField
      name="poolId"
      label={t`Pool`}
      hint={t`What the money may be used for.`}
      empty={t`Choose a pool`}
      options={options}
    />
  );
}

/** Only currencies that can be valued are offered. */
export function CurrencyField({ choices }: ChoiceProps) {
  const options = choices.currencies.filter(({ hasRate }) => hasRate).map(({ code }) => ({ value: code, label: code }));
  return (
    <SelectField
      name="currency"
      label={t`Currency`}
      hint={t`Currencies with a rate in force.`}
      options={options.length === 0 ? [{ value: 'USD', label: 'USD' }] : options}
    />
  );
}
