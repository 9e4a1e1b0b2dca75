import './people-page.css';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import type { People } from '../../api/views.ts';
import { roleName } from '../../app/role-words.ts';
import { useNamedForm } from '../../app/named-form.ts';
import { useSession } from '../../app/session.ts';
import { Button, PermittedButton } from '../../ui/button.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { formatDate } from '../../ui/format.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { LazyFirstSteps } from '../../ui/first-steps/lazy-first-steps.tsx';
import { Section } from '../../ui/section.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { AddPersonDialog, DisableDialog, RolesDialog } from './person-dialogs.tsx';

const route = getRouteApi('/signed-in/people');

type Person = People['rows'][number];
type Open = { readonly dialog: 'roles' | 'disable'; readonly person: Person };

/** Who may sign in, and as what. */
export function PeoplePage() {
  const { data: people } = useSuspenseQuery(api.people.list.queryOptions({}));
  const { may, today } = useSession();
  const [adding, setAdding] = useNamedForm({ person: 'people.manage' }, route.useSearch().record);
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const manage = may('people.manage');
  return (
    <>
      <PageHead
        asOf={today}
        sentence={sentence(people)}
        actions={
          <PermittedButton look="primary" permission={manage} onClick={() => setAdding('person')}>
            <Trans>Add a person</Trans>
          </PermittedButton>
        }
      />
      <LazyFirstSteps />
      <Section
        title={<Trans>Accounts</Trans>}
        note={<Trans>A closed account keeps its name on everything it recorded.</Trans>}
      >
        <DataTable
          caption={t`People with an account`}
          columns={[...personColumns(), ...(manage.allowed ? [actionColumn(setOpen)] : [])]}
          rows={people.rows}
          rowKey={(row) => row.id}
          fileName="people"
        />
      </Section>
      {adding === null ? null : <AddPersonDialog people={people} onClose={() => setAdding(null)} />}
      {open?.dialog === 'roles' ? <RolesDialog people={people} person={open.person} onClose={close} /> : null}
      {open?.dialog === 'disable' ? <DisableDialog person={open.person} onClose={close} /> : null}
    </>
  );
}

function sentence({ rows }: People): string {
  const active = rows.filter((row) => !row.disabled).length;
  return plural(active, { one: 'One person can sign in', other: '# people can sign in' });
}

const signedInWords = (row: Person): string => (row.lastSignInAt === null ? t`never` : formatDate(row.lastSignInAt));
const rolesWords = (row: Person): string => row.roles.map((role) => roleName(role)).join(', ');
const forWords = (row: Person): string =>
  [row.organization?.shortName, row.contributor?.name].filter((name) => name !== undefined).join(', ');
const stateWords = (row: Person): string => (row.disabled ? t`closed` : t`open`);

function personColumns(): Column<Person>[] {
  return [
    {
      key: 'name',
      head: t`Name`,
      rowHead: true,
      cell: (row) => (
        <>
          {row.name}
          <span className="data-table__second">{row.email}</span>
        </>
      ),
      csv: (row) => `${row.name} <${row.email}>`,
    },
    { key: 'roles', head: t`Roles`, cell: rolesWords, csv: rolesWords },
    { key: 'for', head: t`For`, cell: forWords, csv: forWords },
    { key: 'signed-in', head: t`Last signed in`, cell: signedInWords, csv: (row) => row.lastSignInAt ?? '' },
    {
      key: 'state',
      head: t`Account`,
      cell: (row) => <StatusMark mark={row.disabled ? 'ended' : 'done'}>{stateWords(row)}</StatusMark>,
      csv: stateWords,
    },
  ];
}

function actionColumn(open: (what: Open) => void): Column<Person> {
  return {
    key: 'actions',
    head: t`Change`,
    align: 'end',
    cell: (row) => <PersonActions person={row} open={open} />,
    csv: () => '',
  };
}

function PersonActions({ person, open }: { readonly person: Person; readonly open: (what: Open) => void }) {
  const { name } = person;
  return (
    <span className="people__actions">
      <Button aria-label={t`Roles of ${name}`} onClick={() => open({ dialog: 'roles', person })}>
        <Trans>Roles</Trans>
      </Button>
      <Button
        look={person.disabled ? 'plain' : 'danger'}
        aria-label={person.disabled ? t`Reopen the account of ${name}` : t`Close the account of ${name}`}
        onClick={() => open({ dialog: 'disable', person })}
      >
        {person.disabled ? <Trans>Reopen</Trans> : <Trans>Close</Trans>}
      </Button>
    </span>
  );
}
