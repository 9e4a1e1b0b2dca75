import { createRoundInput } from '@dcc/domain/rounds/inputs';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api, client } from '../../api/client.ts';
import type { RoundList } from '../../api/views.ts';
import { roundStateWord } from '../../app/round-words.ts';
import { useNamedForm } from '../../app/named-form.ts';
import { useSession } from '../../app/session.ts';
import { useStandpoint } from '../../app/standpoint.ts';
import { PermittedButton } from '../../ui/button.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SelectField, TextField } from '../../ui/form-fields.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { RecordingDialog } from '../../ui/recording-form.tsx';
import { Section } from '../../ui/section.tsx';

type Row = RoundList['rounds'][number];

const route = getRouteApi('/signed-in/rounds');

/** Rounds of proposals: which are open, scored, decided. */
export function RoundsPage() {
  const { stand } = useStandpoint();
  const { data } = useSuspenseQuery(api.rounds.list.queryOptions(stand));
  const { may } = useSession();
  const [form, setForm] = useNamedForm({ round: 'round.manage' }, route.useSearch().record);
  return (
    <>
      <PageHead
        asOf={data.asOf}
        sentence={
          data.rounds.length === 0
            ? t`No round is planned yet`
            : plural(data.rounds.length, { one: '# round is on record', other: '# rounds are on record' })
        }
        below={
          <>
            <Link to="/criteria">
              <Trans>Criteria</Trans>
            </Link>
            {' · '}
            <Link to="/eligibility">
              <Trans>Eligibility and earmarks</Trans>
            </Link>
          </>
        }
        actions={
          <PermittedButton look="primary" permission={may('round.manage')} onClick={() => setForm('round')}>
            <Trans>Plan a round</Trans>
          </PermittedButton>
        }
      />
      <div className="page-parts">
        <Section title={<Trans>Rounds</Trans>}>
          {data.rounds.length === 0 ? (
            <EmptyState>
              <Trans>A round begins with criteria that the committee has set. The secretariat plans it.</Trans>
            </EmptyState>
          ) : (
            <DataTable
              caption={t`Rounds, the latest first`}
              columns={columns()}
              rows={data.rounds}
              rowKey={({ id }) => id}
              fileName="rounds"
            />
          )}
        </Section>
      </div>
      {form === null ? null : <RoundForm list={data} onClose={() => setForm(null)} />}
    </>
  );
}

function columns(): Column<Row>[] {
  return [
    {
      key: 'name',
      head: t`Round`,
      rowHead: true,
      cell: ({ id, name }) => (
        <Link to="/rounds/$id" params={{ id }}>
          {name}
        </Link>
      ),
      csv: ({ name }) => name,
    },
    {
      key: 'state',
      head: t`State`,
      cell: ({ state }) => roundStateWord(state),
      csv: ({ state }) => roundStateWord(state),
    },
    {
      key: 'since',
      head: t`Since`,
      cell: ({ since }) => <DateText on={since.slice(0, 10)} />,
      csv: ({ since }) => since.slice(0, 10),
    },
    { key: 'criteria', head: t`Criteria`, cell: ({ criteria }) => criteria, csv: ({ criteria }) => criteria },
    {
      key: 'proposals',
      head: t`Proposals`,
      align: 'end',
      cell: ({ proposals }) => <span className="number">{proposals}</span>,
      csv: ({ proposals }) => ({ number: String(proposals) }),
    },
  ];
}

function RoundForm({ list, onClose }: { readonly list: RoundList; readonly onClose: () => void }) {
  return (
    <RecordingDialog
      title={<Trans>Plan a round</Trans>}
      intro={<Trans>Criteria, weights and rules are fixed with the round.</Trans>}
      schema={createRoundInput}
      defaultValues={{ name: '', criteriaSetId: '', eligibilitySetId: null }}
      record={(input) => client.rounds.create.mutate(input)}
      onClose={onClose}
    >
      <TextField name="name" label={t`Name`} />
      <SelectField
        name="criteriaSetId"
        label={t`Criteria`}
        empty={t`Choose criteria`}
        options={list.criteriaSets.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        name="eligibilitySetId"
        label={t`Eligible countries`}
        empty={t`Any country`}
        nullable
        options={list.eligibilitySets.map(({ id, name, version }) => ({
          value: id,
          label: t`${name}, version ${version}`,
        }))}
      />
    </RecordingDialog>
  );
}
