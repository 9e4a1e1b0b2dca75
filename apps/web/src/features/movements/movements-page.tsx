import './movements-page.css';
import { t } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { api } from '../../api/client.ts';
import { recipeName, recipeSides } from '../../app/recipe-words.ts';
import { useSession } from '../../app/session.ts';
import { kindWord } from '../../app/state-words.ts';
import { useStandpoint } from '../../app/standpoint.ts';
import type { EntryRow } from '../../api/views.ts';
import { PermittedButton } from '../../ui/button.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Section } from '../../ui/section.tsx';
import { MovementDialog } from './movement-dialog.tsx';
import { actionOf, MOVEMENT_GROUPS } from './movement-groups.ts';
import { LISTED_KINDS, type MovementForm, recentMovements } from './movements-search.ts';

const route = getRouteApi('/signed-in/movements');

const MOST = 15;

/** Everything that can happen to the fund’s money beside its contributions, each with its form and its recipe. */
export function MovementsPage() {
  const { stand, today } = useStandpoint();
  const { data: list } = useSuspenseQuery(api.ledger.list.queryOptions(recentMovements(stand)));
  const { record, ...prefill } = route.useSearch();
  const [form, setForm] = useForm(record);
  return (
    <>
      <PageHead
        asOf={stand.asOf ?? today}
        sentence={t`Record a movement of the fund`}
        below={
          <Trans>
            Each movement follows a named recipe and shows what it will post before anything is posted. Gifts are
            recorded with their <Link to="/contributions">contributions</Link>, money for positions is reserved with
            their <Link to="/positions">decisions</Link>.
          </Trans>
        }
      />
      <div className="page-parts">
        <div className="columns">
          <Groups open={setForm} />
        </div>
        <Section
          title={<Trans>Recorded last</Trans>}
          tools={
            <Link to="/ledger" search={{ kinds: [...LISTED_KINDS] }}>
              <Trans>See all in the ledger</Trans>
            </Link>
          }
        >
          <Recent rows={list.rows.slice(0, MOST)} />
        </Section>
      </div>
      {form === null ? null : <MovementDialog key={form} form={form} prefill={prefill} onClose={() => setForm(null)} />}
    </>
  );
}

/** Which form is open: at first the one that the address names. Once it is closed the address no longer names it. */
function useForm(record: MovementForm | undefined) {
  const permitted = usePermission(record);
  const state = useState<MovementForm | null>(permitted ? (record ?? null) : null);
  const navigate = route.useNavigate();
  const [form] = state;
  useEffect(() => {
    if (form === null && record !== undefined)
      void navigate({ search: ({ asOf, knownOn }) => ({ asOf, knownOn }), replace: true });
  }, [form, record, navigate]);
  return state;
}

function usePermission(record: MovementForm | undefined): boolean {
  const { may } = useSession();
  return record !== undefined && may(actionOf(record)).allowed;
}

function Groups({ open }: { readonly open: (form: MovementForm) => void }) {
  const { i18n } = useLingui();
  const { may } = useSession();
  return MOVEMENT_GROUPS.map(({ key, title, items }) => (
    <Section key={key} title={i18n._(title)}>
      <ul className="recordables">
        {items.map(({ form, sentence }) => (
          <li key={form} className="recordable">
            <div>
              <h3 className="recordable__name">{recipeName(form)}</h3>
              <p>{i18n._(sentence)}</p>
              <p className="recordable__recipe">
                <Trans>Recipe: {recipeSides(form)}</Trans>
              </p>
            </div>
            <div className="recordable__action">
              <PermittedButton
                permission={may(actionOf(form))}
                aria-label={t`Record: ${recipeName(form)}`}
                onClick={() => open(form)}
              >
                <Trans>Record</Trans>
              </PermittedButton>
            </div>
          </li>
        ))}
        {key === 'commitments' ? <WriteOffs /> : null}
      </ul>
    </Section>
  ));
}

/** A write-off begins at its instalment. */
function WriteOffs() {
  return (
    <li className="recordable">
      <div>
        <h3 className="recordable__name">{recipeName('write-off')}</h3>
        <p>
          <Trans>What an instalment still expects and nobody will pay; on the page of its contribution.</Trans>
        </p>
        <p className="recordable__recipe">
          <Trans>Recipe: {recipeSides('write-off')}</Trans>
        </p>
      </div>
      <div className="recordable__action">
        <Link to="/contributions" search={{ stage: 'overdue' }} className="button">
          <Trans>See what is overdue</Trans>
        </Link>
      </div>
    </li>
  );
}

function Recent({ rows }: { readonly rows: readonly EntryRow[] }) {
  if (rows.length === 0)
    return (
      <EmptyState>
        <Trans>No movement is recorded yet.</Trans>
      </EmptyState>
    );
  return (
    <DataTable
      caption={t`Movements recorded last, newest first, US dollars`}
      columns={columns()}
      rows={rows}
      rowKey={({ id }) => id}
      fileName="movements"
    />
  );
}

function columns(): Column<EntryRow>[] {
  return [
    {
      key: 'number',
      head: t`Entry`,
      rowHead: true,
      cell: ({ id, number }) => (
        <Link to="/ledger/$id" params={{ id }} className="number">
          {number}
        </Link>
      ),
      csv: ({ number }) => ({ number: String(number) }),
    },
    {
      key: 'on',
      head: t`Effective`,
      cell: ({ effectiveOn }) => <DateText on={effectiveOn} />,
      csv: (row) => row.effectiveOn,
    },
    {
      key: 'what',
      head: t`What`,
      cell: ({ kind, description, reversedBy, reverses }) => (
        <>
          <strong>{kindWord(kind)}</strong>
          <span className="data-table__second">{description}</span>
          {reverses === null ? null : (
            <span className="data-table__second">
              <Trans>reverses entry {reverses}</Trans>
            </span>
          )}
          {reversedBy === null ? null : (
            <span className="data-table__second">
              <Trans>reversed by entry {reversedBy}</Trans>
            </span>
          )}
        </>
      ),
      csv: ({ kind, description }) => `${kindWord(kind)}: ${description}`,
    },
    {
      key: 'whose',
      head: t`Whose`,
      cell: ({ parties }) => parties.join(', '),
      csv: ({ parties }) => parties.join(', '),
    },
    {
      key: 'amount',
      head: t`US$`,
      align: 'end',
      cell: ({ amount }) => <MoneyText money={amount} as="plain" />,
      csv: ({ amount }) => ({ number: amount.amount }),
    },
  ];
}
