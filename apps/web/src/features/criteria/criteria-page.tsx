import { PRIORITY_KINDS } from '@dcc/domain/rounds/criteria';
import { setCriteriaInput } from '@dcc/domain/rounds/inputs';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFieldArray, useWatch } from 'react-hook-form';
import { api, client } from '../../api/client.ts';
import type { CriteriaList } from '../../api/views.ts';
import { useSession } from '../../app/session.ts';
import { useStandpoint } from '../../app/standpoint.ts';
import { Button, PermittedButton } from '../../ui/button.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DateField, NumberField, SelectField, TextField } from '../../ui/form-fields.tsx';
import { formatDate } from '../../ui/format.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { RecordingDialog } from '../../ui/recording-form.tsx';
import { Section } from '../../ui/section.tsx';

type Criterion = CriteriaList['sets'][number]['criteria'][number];

/** What the committee funds first and how proposals are scored, as its decisions set it. */
export function CriteriaPage() {
  const { stand } = useStandpoint();
  const { data } = useSuspenseQuery(api.criteria.list.queryOptions(stand));
  const { may } = useSession();
  const [open, setOpen] = useState(false);
  return (
    <>
      <PageHead
        asOf={data.asOf}
        sentence={
          data.sets.length === 0
            ? t`The committee has set no criteria yet`
            : plural(data.sets.length, {
                one: '# set of criteria is on record',
                other: '# sets of criteria are on record',
              })
        }
        below={
          <Trans>
            A round is scored by the set that it began with: weights are fixed before anybody gives a score.
          </Trans>
        }
        actions={
          <PermittedButton look="primary" permission={may('criteria.set')} onClick={() => setOpen(true)}>
            <Trans>Record criteria</Trans>
          </PermittedButton>
        }
      />
      <div className="page-parts">
        {data.sets.length === 0 ? (
          <EmptyState>
            <Trans>
              Criteria and their weights come with a decision of the committee. The secretariat records them.
            </Trans>
          </EmptyState>
        ) : null}
        {data.sets.map((set) => (
          <Section key={set.id} title={set.name} note={areas(set)}>
            <DataTable
              caption={t`Set by ${set.decision} on ${formatDate(set.decidedOn)}, scored from 0 to ${set.scale}`}
              columns={COLUMNS()}
              rows={set.criteria}
              rowKey={({ name }) => name}
              fileName="criteria"
            />
          </Section>
        ))}
      </div>
      {open ? <CriteriaForm onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function areas({ priorities }: CriteriaList['sets'][number]) {
  if (priorities.length === 0) return undefined;
  const names = priorities.map(({ kind, name }) => (kind === 'sdg' ? t`Goal ${name}` : name)).join(', ');
  return <Trans>Priority areas: {names}</Trans>;
}

function COLUMNS(): Column<Criterion>[] {
  return [
    { key: 'name', head: t`Criterion`, rowHead: true, cell: ({ name }) => name, csv: ({ name }) => name },
    {
      key: 'weight',
      head: t`Weight in percent`,
      align: 'end',
      cell: ({ weight }) => <span className="number">{weight}</span>,
      csv: ({ weight }) => ({ number: String(weight) }),
    },
  ];
}

function CriteriaForm({ onClose }: { readonly onClose: () => void }) {
  const { today } = useSession();
  return (
    <RecordingDialog
      title={<Trans>Record criteria</Trans>}
      intro={<Trans>As the decision says. What is recorded stays; a later decision brings a new set.</Trans>}
      schema={setCriteriaInput}
      defaultValues={{
        name: '',
        decision: '',
        decidedOn: today,
        scale: 10,
        priorities: [],
        criteria: [{ name: '', weight: 100 }],
      }}
      record={(input) => client.criteria.set.mutate(input)}
      onClose={onClose}
    >
      <TextField name="name" label={t`Name of the set`} />
      <TextField name="decision" label={t`Reference of the decision`} />
      <DateField name="decidedOn" label={t`Decided on`} max={today} />
      <NumberField name="scale" label={t`Top of the scale`} hint={t`The most that a person can give.`} />
      <Priorities />
      <Weights />
    </RecordingDialog>
  );
}

const KINDS: Record<(typeof PRIORITY_KINDS)[number], () => string> = {
  sdg: () => t`Sustainable Development Goal`,
  theme: () => t`Theme`,
  region: () => t`Region`,
};

/** What the committee funds first: goals by their number, themes and regions by their name. */
function Priorities() {
  const { fields, append, remove } = useFieldArray({ name: 'priorities' });
  return (
    <>
      {fields.map((field, index) => {
        const number = index + 1;
        return (
          <fieldset key={field.id} className="field">
            <legend className="field__label">{t`Priority area ${number}`}</legend>
            <SelectField
              name={`priorities.${index}.kind`}
              label={t`Kind of area`}
              options={PRIORITY_KINDS.map((kind) => ({ value: kind, label: KINDS[kind]() }))}
            />
            <TextField
              name={`priorities.${index}.name`}
              label={t`Area`}
              hint={t`Of a goal its number, 1 to 17; of a theme or a region its name.`}
            />
            <Button look="quiet" onClick={() => remove(index)}>
              <Trans>Remove priority area {number}</Trans>
            </Button>
          </fieldset>
        );
      })}
      <Button onClick={() => append({ kind: 'sdg', name: '' })}>
        <Trans>Add a priority area</Trans>
      </Button>
    </>
  );
}

function Weights() {
  const { fields, append, remove } = useFieldArray({ name: 'criteria' });
  const typed = useWatch({ name: 'criteria' }) as readonly { readonly weight?: unknown }[];
  const total = typed.reduce((sum, { weight }) => sum + (Number(weight) || 0), 0);
  return (
    <>
      {fields.map((field, index) => {
        const number = index + 1;
        return (
          <fieldset key={field.id} className="field">
            <legend className="field__label">{t`Criterion ${number}`}</legend>
            <TextField name={`criteria.${index}.name`} label={t`Name`} />
            <NumberField name={`criteria.${index}.weight`} label={t`Weight in percent`} />
            {fields.length > 1 ? (
              <Button look="quiet" onClick={() => remove(index)}>
                <Trans>Remove criterion {number}</Trans>
              </Button>
            ) : null}
          </fieldset>
        );
      })}
      <p role="status">
        <Trans>The weights add up to {total} %.</Trans>
      </p>
      <Button onClick={() => append({ name: '', weight: 0 })}>
        <Trans>Add a criterion</Trans>
      </Button>
    </>
  );
}
