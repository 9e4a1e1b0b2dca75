import '../../ui/committee/committee.css';
import { addActionPointInput, completeActionPointInput } from '@dcc/domain/committee/inputs';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { client } from '../../api/client.ts';
import type { ActionPoint } from '../../api/views.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { DateField, NoteField, TextField } from '../../ui/form-fields.tsx';
import { formatDate } from '../../ui/format.ts';
import { RecordingDialog } from '../../ui/recording-form.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';

/** What somebody is to do, until when, and whether it is done. */
export function ActionPoints({
  points,
  withMeeting = false,
}: {
  readonly points: readonly ActionPoint[];
  readonly withMeeting?: boolean;
}) {
  const { may } = useSession();
  const [done, setDone] = useState<ActionPoint | null>(null);
  return (
    <>
      <ul className="motion__list">
        {points.map((point) => (
          <li key={point.id} className="motion__row">
            <span>
              {point.text} <span className="soft">({point.owner})</span>
              {withMeeting ? (
                <>
                  {' '}
                  <Link to="/meetings/$id" params={{ id: point.meetingId }}>
                    {point.meetingReference}
                  </Link>
                </>
              ) : null}
            </span>
            <span className="motion__actions">
              <PointState point={point} />
              {point.doneOn === null && may('meeting.prepare').allowed ? (
                <span className="no-print">
                  <Button aria-label={t`Done: ${point.text}`} onClick={() => setDone(point)}>
                    <Trans>Done…</Trans>
                  </Button>
                </span>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {done === null ? null : <CompleteDialog point={done} onClose={() => setDone(null)} />}
    </>
  );
}

function PointState({ point: { doneOn, dueOn, late } }: { readonly point: ActionPoint }) {
  if (doneOn !== null)
    return (
      <StatusMark mark="done">
        <Trans>done on {formatDate(doneOn)}</Trans>
      </StatusMark>
    );
  if (dueOn === null)
    return (
      <StatusMark mark="open">
        <Trans>open</Trans>
      </StatusMark>
    );
  return (
    <StatusMark mark={late ? 'short' : 'open'}>
      {late ? <Trans>was due on {formatDate(dueOn)}</Trans> : <Trans>due on {formatDate(dueOn)}</Trans>}
    </StatusMark>
  );
}

function CompleteDialog({ point, onClose }: { readonly point: ActionPoint; readonly onClose: () => void }) {
  const { today } = useSession();
  return (
    <RecordingDialog
      title={point.text}
      schema={completeActionPointInput}
      defaultValues={{ actionPointId: point.id, doneOn: today, note: '' }}
      record={(input) => client.meetings.completeActionPoint.mutate(input)}
      doneWords={<Trans>The action point is done.</Trans>}
      onClose={onClose}
    >
      <DateField name="doneOn" label={t`Done on`} max={today} />
      <div className="form-grid__wide">
        <NoteField name="note" label={t`Note`} />
      </div>
    </RecordingDialog>
  );
}

/** Writes down what somebody is to do after a meeting. */
export function AddPointDialog({ meetingId, onClose }: { readonly meetingId: string; readonly onClose: () => void }) {
  return (
    <RecordingDialog
      title={<Trans>Add an action point</Trans>}
      schema={addActionPointInput}
      defaultValues={{ meetingId, text: '', owner: '', dueOn: null }}
      record={(input) => client.meetings.addActionPoint.mutate(input)}
      doneWords={<Trans>The action point is on record.</Trans>}
      onClose={onClose}
    >
      <div className="form-grid__wide">
        <TextField name="text" label={t`What is to be done`} />
      </div>
      <TextField name="owner" label={t`By whom`} />
      <DateField name="dueOn" label={t`Until`} optional nullable />
    </RecordingDialog>
  );
}
