import { EARMARK_KINDS } from '@dcc/domain/rounds/earmark';
import { setEarmarkInput } from '@dcc/domain/rounds/inputs';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useFieldArray, useWatch } from 'react-hook-form';
import { client } from '../../api/client.ts';
import type { Eligibility } from '../../api/views.ts';
import { useChoices } from '../../app/choices.ts';
import { earmarkWord, placeWord } from '../../app/round-words.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/form-fields.tsx';
import { RecordingDialog } from '../../ui/recording-form.tsx';

type Props = { readonly pool: Eligibility['pools'][number]; readonly onClose: () => void };

/** What a pool may pay for from now on. The rules before stay on record. */
export function EarmarkForm({ pool, onClose }: Props) {
  return (
    <RecordingDialog
      title={<Trans>What {pool.name} may pay for</Trans>}
      intro={
        <Trans>
          As the agreement says. Of each kind that is named, one must fit; without rules the pool pays for any position.
        </Trans>
      }
      schema={setEarmarkInput}
      defaultValues={{ poolId: pool.id, rules: [...pool.rules] }}
      record={(input) => client.eligibility.setEarmark.mutate(input)}
      onClose={onClose}
    >
      <Rules />
    </RecordingDialog>
  );
}

function Rules() {
  const { fields, append, remove } = useFieldArray({ name: 'rules' });
  return (
    <>
      {fields.map((field, index) => {
        const number = index + 1;
        return (
          <fieldset key={field.id} className="field">
            <legend className="field__label">{t`Rule ${number}`}</legend>
            <SelectField
              name={`rules.${index}.kind`}
              label={t`Tied to`}
              options={EARMARK_KINDS.map((kind) => ({ value: kind, label: earmarkWord(kind) }))}
            />
            <ValueField index={index} />
            <Button look="quiet" onClick={() => remove(index)}>
              <Trans>Remove rule {number}</Trans>
            </Button>
          </fieldset>
        );
      })}
      <Button onClick={() => append({ kind: 'group', value: '' })}>
        <Trans>Add a rule</Trans>
      </Button>
    </>
  );
}

/** Hosts and places are chosen, codes and names typed. */
function ValueField({ index }: { readonly index: number }) {
  const { organizations } = useChoices();
  const kind = useWatch({ name: `rules.${index}.kind` }) as (typeof EARMARK_KINDS)[number];
  const name = `rules.${index}.value`;
  if (kind === 'host')
    return (
      <SelectField
        name={name}
        label={t`Host organization`}
        empty={t`Choose a host`}
        options={organizations.map((each) => ({ value: each.id, label: each.name }))}
      />
    );
  if (kind === 'place')
    return (
      <SelectField
        name={name}
        label={t`Place`}
        empty={t`Choose a place`}
        options={(['field', 'headquarters'] as const).map((place) => ({ value: place, label: placeWord(place) }))}
      />
    );
  const hint =
    kind === 'country' ? t`ISO code of two letters.` : kind === 'group' ? t`Code of an imported group.` : undefined;
  return <TextField name={name} label={t`Value`} {...(hint === undefined ? {} : { hint })} />;
}
