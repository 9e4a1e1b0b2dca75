import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { setEligibilityInput } from '@dcc/domain/rounds/inputs';
import { api, client } from '../../api/client.ts';
import type { Eligibility } from '../../api/views.ts';
import { earmarkWord } from '../../app/round-words.ts';
import { useSession } from '../../app/session.ts';
import { useStandpoint } from '../../app/standpoint.ts';
import { PermittedButton } from '../../ui/button.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DateField, TextField } from '../../ui/form-fields.tsx';
import { formatDate } from '../../ui/format.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { RecordingDialog } from '../../ui/recording-form.tsx';
import { Section } from '../../ui/section.tsx';
import { CodesField } from './codes-field.tsx';
import { EarmarkForm } from './earmark-form.tsx';

type Pool = Eligibility['pools'][number];

/** The command that brings lists of countries in. */
const IMPORT = 'npm run --silent fund -- import groups GROUPS.csv';

/** Who is eligible on a day, by which rules, which lists of countries these rest on, and what each pool may pay for. */
export function EligibilityPage() {
  const { stand } = useStandpoint();
  const { data } = useSuspenseQuery(api.eligibility.get.queryOptions(stand));
  const { may } = useSession();
  const [open, setOpen] = useState(false);
  const [earmarking, setEarmarking] = useState<Pool | null>(null);
  return (
    <>
      <PageHead
        asOf={data.asOf}
        sentence={sentence(data)}
        below={
          <Trans>Lists of countries are data with days and a source: who leaves a group leaves it on its day.</Trans>
        }
        actions={
          <PermittedButton look="primary" permission={may('eligibility.set')} onClick={() => setOpen(true)}>
            <Trans>Record rules</Trans>
          </PermittedButton>
        }
      />
      <div className="page-parts">
        <Section title={<Trans>Rules</Trans>}>
          {data.sets.length === 0 ? (
            <EmptyState>
              <Trans>No rules yet: proposals may come from any country.</Trans>
            </EmptyState>
          ) : (
            <DataTable
              caption={t`Sets of rules with all their versions`}
              columns={ruleColumns()}
              rows={data.sets}
              rowKey={({ id }) => id}
              fileName="eligibility"
            />
          )}
        </Section>
        <Section title={<Trans>Country groups on that day</Trans>} note={<code>{IMPORT}</code>}>
          {data.groups.length === 0 ? (
            <EmptyState>
              <Trans>No list of countries is imported yet; the command is below.</Trans>
            </EmptyState>
          ) : (
            <DataTable
              caption={t`Countries that belong to each group`}
              columns={groupColumns()}
              rows={data.groups}
              rowKey={({ code }) => code}
              fileName="country-groups"
            />
          )}
        </Section>
        <Section title={<Trans>What each pool may pay for</Trans>}>
          <DataTable
            caption={t`Earmarks of the pools; of each kind that is named, one must fit`}
            columns={poolColumns(setEarmarking)}
            rows={data.pools}
            rowKey={({ id }) => id}
            fileName="earmarks"
          />
        </Section>
      </div>
      {open ? <RulesForm onClose={() => setOpen(false)} /> : null}
      {earmarking === null ? null : <EarmarkForm pool={earmarking} onClose={() => setEarmarking(null)} />}
    </>
  );
}

function sentence({ sets, asOf }: Eligibility): string {
  const set = sets.find(({ inForce }) => inForce);
  if (set === undefined) return t`No rules on eligible countries are in force`;
  const on = formatDate(asOf);
  return plural(set.eligible.length, {
    one: `# country is eligible on ${on}`,
    other: `# countries are eligible on ${on}`,
  });
}

function ruleColumns(): Column<Eligibility['sets'][number]>[] {
  const named = (set: Eligibility['sets'][number]) => t`${set.name}, version ${set.version}`;
  return [
    { key: 'name', head: t`Rules`, rowHead: true, cell: named, csv: named },
    {
      key: 'days',
      head: t`In force`,
      cell: ({ validFrom, validTo }) =>
        validTo === null ? t`from ${formatDate(validFrom)}` : t`${formatDate(validFrom)} to ${formatDate(validTo)}`,
      csv: ({ validFrom, validTo }) => `${validFrom}/${validTo ?? ''}`,
    },
    {
      key: 'of',
      head: t`Groups and countries`,
      cell: ({ groups, countries }) => [...groups, ...countries].join(', '),
      csv: ({ groups, countries }) => [...groups, ...countries].join(' '),
    },
    {
      key: 'without',
      head: t`Without`,
      cell: ({ excluded }) => (excluded.length === 0 ? '–' : excluded.join(', ')),
      csv: ({ excluded }) => excluded.join(' '),
    },
    {
      key: 'eligible',
      head: t`Eligible`,
      cell: ({ eligible }) => (
        <details>
          <summary>{plural(eligible.length, { one: '# country', other: '# countries' })}</summary>
          {eligible.map(({ name }) => name).join(', ')}
        </details>
      ),
      csv: ({ eligible }) => eligible.map(({ code }) => code).join(' '),
    },
    { key: 'source', head: t`Source`, cell: ({ source }) => source, csv: ({ source }) => source },
  ];
}

function groupColumns(): Column<Eligibility['groups'][number]>[] {
  return [
    { key: 'code', head: t`Group`, rowHead: true, cell: ({ code }) => code, csv: ({ code }) => code },
    {
      key: 'countries',
      head: t`Countries`,
      cell: ({ countries }) => countries.join(', '),
      csv: ({ countries }) => countries.join('; '),
    },
    {
      key: 'source',
      head: t`Source`,
      cell: ({ sources }) => sources.join(', '),
      csv: ({ sources }) => sources.join('; '),
    },
  ];
}

function poolColumns(change: (pool: Pool) => void): Column<Pool>[] {
  const rules = ({ rules: own }: Pool) =>
    own.length === 0 ? t`any proposal` : own.map(({ kind, value }) => `${earmarkWord(kind)}: ${value}`).join(', ');
  return [
    { key: 'pool', head: t`Pool`, rowHead: true, cell: ({ name }) => name, csv: ({ name }) => name },
    { key: 'rules', head: t`Pays for`, cell: rules, csv: rules },
    {
      key: 'change',
      head: t`Earmark`,
      cell: (pool) => <ChangeButton pool={pool} change={change} />,
      csv: ({ earmarking }) => earmarking,
    },
  ];
}

function ChangeButton({ pool, change }: { readonly pool: Pool; readonly change: (pool: Pool) => void }) {
  const { may } = useSession();
  return (
    <PermittedButton
      permission={may('earmark.set')}
      onClick={() => change(pool)}
      aria-label={t`Change what ${pool.name} may pay for`}
    >
      <Trans>Change</Trans>
    </PermittedButton>
  );
}

function RulesForm({ onClose }: { readonly onClose: () => void }) {
  const { today } = useSession();
  return (
    <RecordingDialog
      title={<Trans>Record rules</Trans>}
      intro={<Trans>The same name makes a new version. Codes are divided by spaces; unknown ones are refused.</Trans>}
      schema={setEligibilityInput}
      defaultValues={{
        name: '',
        groups: [],
        countries: [],
        excluded: [],
        validFrom: today,
        validTo: null,
        source: '',
      }}
      record={(input) => client.eligibility.set.mutate(input)}
      onClose={onClose}
    >
      <TextField name="name" label={t`Name`} />
      <CodesField name="groups" label={t`Groups`} />
      <CodesField name="countries" label={t`Countries besides`} />
      <CodesField name="excluded" label={t`Countries never`} />
      <DateField name="validFrom" label={t`In force from`} />
      <DateField
        name="validTo"
        label={t`In force until`}
        hint={t`Empty: until another version takes their place.`}
        nullable
        optional
      />
      <TextField name="source" label={t`Source`} hint={t`The decision or paper that says so.`} />
    </RecordingDialog>
  );
}
