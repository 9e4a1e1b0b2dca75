import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import type { DecisionList, DraftDecision } from '../../api/views.ts';
import { modeWord, motionKindWord, motionWord } from '../../app/committee-words.ts';
import { useNamedForm } from '../../app/named-form.ts';
import { useSession } from '../../app/session.ts';
import { useStandpoint } from '../../app/standpoint.ts';
import { PermittedButton } from '../../ui/button.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatDate } from '../../ui/format.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Section } from '../../ui/section.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { DraftDialog } from './draft-dialog.tsx';

type Decided = DecisionList['decided'][number];

const route = getRouteApi('/signed-in/decisions');

/** The register: what waits to be decided, and everything that was. */
export function DecisionsPage() {
  const { stand } = useStandpoint();
  const { data } = useSuspenseQuery(api.decisions.list.queryOptions(stand));
  const { may } = useSession();
  const [form, setForm] = useNamedForm({ decision: 'decision.draft' }, route.useSearch().record);
  return (
    <>
      <PageHead
        asOf={data.asOf}
        sentence={sentence(data)}
        actions={
          <PermittedButton look="primary" permission={may('decision.draft')} onClick={() => setForm('decision')}>
            <Trans>Draft a decision</Trans>
          </PermittedButton>
        }
      />
      <div className="page-parts">
        {data.pending.length === 0 ? null : (
          <Section title={<Trans>Waiting</Trans>}>
            <DataTable
              caption={t`Drafts that wait for a decision`}
              columns={pendingColumns()}
              rows={data.pending}
              rowKey={({ id }) => id}
              fileName="drafts"
            />
          </Section>
        )}
        <Section title={<Trans>Register</Trans>}>
          {data.decided.length === 0 ? (
            <EmptyState>
              <Trans>Nothing has been decided yet.</Trans>
            </EmptyState>
          ) : (
            <DataTable
              caption={t`Decisions of the committee`}
              columns={decidedColumns()}
              rows={data.decided}
              rowKey={({ id }) => id}
              fileName="decisions"
            />
          )}
        </Section>
      </div>
      {form === null ? null : <DraftDialog onClose={() => setForm(null)} />}
    </>
  );
}

function sentence({ pending, decided }: DecisionList): string {
  const waiting = plural(pending.length, {
    0: 'Nothing waits for a decision',
    one: 'One draft waits for a decision',
    other: '# drafts wait for a decision',
  });
  const on = decided[0]?.decidedOn;
  return on === undefined ? waiting : t`${waiting}; the last one was taken on ${formatDate(on)}`;
}

function nameCell({
  id,
  reference,
  title,
}: {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
}) {
  return (
    <>
      <Link to="/decisions/$id" params={{ id }}>
        {reference}
      </Link>
      <span className="data-table__second">{title}</span>
    </>
  );
}

function pendingState({ state, consented, closesOn }: DraftDecision): string {
  if (consented) return t`adopted by silence, to be entered`;
  return closesOn === null ? motionWord(state) : t`circulated until ${formatDate(closesOn)}`;
}

function pendingColumns(): Column<DraftDecision>[] {
  return [
    {
      key: 'reference',
      head: t`Draft`,
      rowHead: true,
      cell: nameCell,
      csv: ({ reference, title }) => `${reference} ${title}`,
    },
    { key: 'kind', head: t`About`, cell: ({ kind }) => motionKindWord(kind), csv: ({ kind }) => motionKindWord(kind) },
    {
      key: 'meeting',
      head: t`Meeting`,
      cell: ({ meeting }) => (meeting === null ? '' : meeting.reference),
      csv: ({ meeting }) => meeting?.reference ?? '',
    },
    {
      key: 'state',
      head: t`State`,
      cell: (row) => <StatusMark mark={row.state === 'drafted' ? 'waiting' : 'open'}>{pendingState(row)}</StatusMark>,
      csv: pendingState,
    },
  ];
}

function decidedColumns(): Column<Decided>[] {
  return [
    {
      key: 'reference',
      head: t`Decision`,
      rowHead: true,
      cell: nameCell,
      csv: ({ reference, title }) => `${reference} ${title}`,
    },
    { key: 'on', head: t`Taken on`, cell: ({ decidedOn }) => formatDate(decidedOn), csv: ({ decidedOn }) => decidedOn },
    {
      key: 'outcome',
      head: t`Outcome`,
      cell: ({ outcome, supersededBy }) => (
        <>
          <StatusMark mark={outcome === 'rejected' ? 'ended' : outcome === 'deferred' ? 'waiting' : 'done'}>
            {motionWord(outcome)}
          </StatusMark>
          {supersededBy === null ? null : (
            <span className="data-table__second">
              <Trans>superseded by {supersededBy.reference}</Trans>
            </span>
          )}
        </>
      ),
      csv: ({ outcome }) => motionWord(outcome),
      inCsvToo: [{ head: t`Superseded by`, csv: ({ supersededBy }) => supersededBy?.reference ?? '' }],
    },
    {
      key: 'mode',
      head: t`How`,
      cell: ({ mode, meetingReference }) => (
        <>
          {modeWord(mode)}
          {meetingReference === null ? null : <span className="data-table__second">{meetingReference}</span>}
        </>
      ),
      csv: ({ mode }) => modeWord(mode),
    },
  ];
}
