import { planMeetingInput } from '@dcc/domain/committee/inputs';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api, client } from '../../api/client.ts';
import type { MeetingList } from '../../api/views.ts';
import { meetingWord } from '../../app/committee-words.ts';
import { useNamedForm } from '../../app/named-form.ts';
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
import { StatusMark } from '../../ui/status-mark.tsx';
import { ActionPoints } from './action-points.tsx';

type Meeting = MeetingList['meetings'][number];

const route = getRouteApi('/signed-in/meetings');

/** Every meeting of the committee, and what is still to be done from them. */
export function MeetingsPage() {
  const { stand } = useStandpoint();
  const { data } = useSuspenseQuery(api.meetings.list.queryOptions(stand));
  const { may } = useSession();
  const [form, setForm] = useNamedForm({ meeting: 'meeting.prepare' }, route.useSearch().record);
  return (
    <>
      <PageHead
        asOf={data.asOf}
        sentence={sentence(data)}
        actions={
          <PermittedButton look="primary" permission={may('meeting.prepare')} onClick={() => setForm('meeting')}>
            <Trans>Plan a meeting</Trans>
          </PermittedButton>
        }
      />
      <div className="page-parts">
        <Section title={<Trans>Meetings</Trans>}>
          {data.meetings.length === 0 ? (
            <EmptyState>
              <Trans>No meeting is planned.</Trans>
            </EmptyState>
          ) : (
            <DataTable
              caption={t`Meetings of the committee`}
              columns={columns()}
              rows={data.meetings}
              rowKey={({ id }) => id}
              fileName="meetings"
            />
          )}
        </Section>
        {data.openPoints.length === 0 ? null : (
          <Section title={<Trans>Open action points</Trans>}>
            <ActionPoints points={data.openPoints} withMeeting />
          </Section>
        )}
      </div>
      {form === null ? null : <PlanDialog onClose={() => setForm(null)} />}
    </>
  );
}

function sentence({ meetings, asOf }: MeetingList): string {
  const sitting = meetings.find(({ state }) => state === 'open');
  if (sitting !== undefined) return t`${sitting.reference} is sitting`;
  const next = meetings.findLast(({ state, plannedOn }) => state === 'planned' && plannedOn >= asOf);
  if (next !== undefined) return t`The committee meets on ${formatDate(next.plannedOn)}`;
  return plural(meetings.length, {
    0: 'No meeting is on record',
    one: 'One meeting is on record, and none is planned',
    other: '# meetings are on record, and none is planned',
  });
}

function columns(): Column<Meeting>[] {
  return [
    {
      key: 'reference',
      head: t`Meeting`,
      rowHead: true,
      cell: ({ id, reference, title }) => (
        <>
          <Link to="/meetings/$id" params={{ id }}>
            {reference}
          </Link>
          <span className="data-table__second">{title}</span>
        </>
      ),
      csv: ({ reference, title }) => `${reference} ${title}`,
    },
    { key: 'on', head: t`Day`, cell: ({ plannedOn }) => formatDate(plannedOn), csv: ({ plannedOn }) => plannedOn },
    { key: 'place', head: t`Place`, cell: ({ place }) => place, csv: ({ place }) => place },
    {
      key: 'state',
      head: t`State`,
      cell: ({ state }) => (
        <StatusMark mark={state === 'closed' ? 'done' : state === 'open' ? 'open' : 'waiting'}>
          {meetingWord(state)}
        </StatusMark>
      ),
      csv: ({ state }) => meetingWord(state),
    },
  ];
}

function PlanDialog({ onClose }: { readonly onClose: () => void }) {
  const { today } = useSession();
  return (
    <RecordingDialog
      title={<Trans>Plan a meeting</Trans>}
      schema={planMeetingInput}
      defaultValues={{ reference: '', title: '', plannedOn: today, place: '' }}
      record={(input) => client.meetings.plan.mutate(input)}
      recordWords={<Trans>Plan the meeting</Trans>}
      doneWords={<Trans>The meeting is planned.</Trans>}
      onClose={onClose}
    >
      <TextField name="reference" label={t`Reference`} hint={t`Unique; for example SCM-2027-1.`} />
      <DateField name="plannedOn" label={t`Day`} />
      <div className="form-grid__wide stack">
        <TextField name="title" label={t`Title`} />
        <TextField name="place" label={t`Place`} />
      </div>
    </RecordingDialog>
  );
}
