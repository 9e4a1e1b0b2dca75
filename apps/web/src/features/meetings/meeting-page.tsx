import './meeting-page.css';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { client } from '../../api/client.ts';
import type { MeetingPage } from '../../api/views.ts';
import { meetingWord, motionWord } from '../../app/committee-words.ts';
import { refusalWords } from '../../app/refusal-words.ts';
import { useSession } from '../../app/session.ts';
import { KEY_ACTS, shortcutKey } from '../../app/shortcuts.ts';
import { Button, buttonClass, PermittedButton } from '../../ui/button.tsx';
import { quorumWords } from '../../ui/committee/committee-sentences.ts';
import { useAct } from '../../ui/committee/use-act.ts';
import { formatDate } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Section } from '../../ui/section.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { ActionPoints, AddPointDialog } from './action-points.tsx';
import { AtHand } from './at-hand.tsx';
import { AgendaDialog, MinutesDialog } from './meeting-dialogs.tsx';
import { useMeeting } from './use-meeting.ts';
import { WhoIsHere } from './who-is-here.tsx';

/** A meeting: prepared, run on a projector while it sits, and on record afterwards. */
export function MeetingScreen() {
  const { id } = useParams({ from: '/signed-in/meetings/$id' });
  const page = useMeeting(id);
  const large = useLargeType();
  return (
    <div className={large.on ? 'meeting meeting--large' : 'meeting'}>
      <Head page={page} large={large} />
      <div className="page-parts">
        {page.meeting.state === 'open' ? <AtHand page={page} /> : null}
        <div className="columns">
          <Agenda page={page} />
          <WhoIsHere page={page} />
        </div>
        <Points page={page} />
        <Minutes page={page} />
      </div>
    </div>
  );
}

type Large = { readonly on: boolean; readonly toggle: () => void };

/** Large type for a projector, in the address; the key L switches it. */
function useLargeType(): Large {
  const on = useSearch({ from: '/signed-in/meetings/$id' }).type === 'large';
  const navigate = useNavigate({ from: '/meetings/$id' });
  const toggle = () =>
    void navigate({ search: (before) => ({ ...before, type: on ? undefined : ('large' as const) }), replace: true });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = shortcutKey(event);
      if (key !== null && KEY_ACTS[key]?.act === 'large-type') toggle();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
  return { on, toggle };
}

function Head({ page: { meeting, quorum, rules }, large }: { readonly page: MeetingPage; readonly large: Large }) {
  const { may } = useSession();
  const { busy, refusal, act } = useAct();
  const { id, reference, title, plannedOn, place, state } = meeting;
  const run = may('meeting.run');
  return (
    <>
      <PageHead
        above={reference}
        sentence={title}
        below={
          <>
            {formatDate(plannedOn)}, {place}.{' '}
            <StatusMark mark={state === 'closed' ? 'done' : state === 'open' ? 'open' : 'waiting'}>
              {meetingWord(state)}
            </StatusMark>
          </>
        }
        actions={
          <>
            {state === 'planned' ? (
              <PermittedButton
                look="primary"
                permission={run}
                disabled={busy}
                onClick={() => act((key) => client.meetings.open.mutate({ ...key, meetingId: id }))}
              >
                <Trans>Open the meeting</Trans>
              </PermittedButton>
            ) : null}
            {state === 'open' ? (
              <PermittedButton
                permission={run}
                disabled={busy}
                onClick={() => act((key) => client.meetings.close.mutate({ ...key, meetingId: id }))}
              >
                <Trans>Close the meeting</Trans>
              </PermittedButton>
            ) : null}
            <Button aria-pressed={large.on} aria-keyshortcuts="L" onClick={large.toggle}>
              <Trans>Large type (L)</Trans>
            </Button>
            <Link to="/meetings/$id/show" params={{ id }} className={buttonClass()}>
              <Trans>Committee mode</Trans>
            </Link>
            <Link to="/meetings/$id/pack" params={{ id }} className={buttonClass()}>
              <Trans>Meeting pack</Trans>
            </Link>
          </>
        }
      />
      {refusal === null ? null : <Notice tone="refused">{refusalWords(refusal)}</Notice>}
      {rules === null ? (
        <Notice tone="warning">
          <Trans>
            The rules of the committee are not set, so nothing can be voted on.{' '}
            <Link to="/committee">Members and rules</Link>
          </Trans>
        </Notice>
      ) : null}
      {quorum !== null && state === 'open' ? (
        <p className="meeting__quorum" role="status" aria-label={t`Quorum of the meeting`}>
          <StatusMark mark={quorum.reached ? 'done' : 'short'}>{quorumWords(quorum)}</StatusMark>
        </p>
      ) : null}
    </>
  );
}

function Agenda({ page: { meeting, agenda, decisions } }: { readonly page: MeetingPage }) {
  const { may } = useSession();
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title={<Trans>Agenda</Trans>}
      tools={
        meeting.state === 'closed' || !may('meeting.prepare').allowed ? null : (
          <span className="no-print">
            <Button onClick={() => setAdding(true)}>
              <Trans>Add an item</Trans>
            </Button>
          </span>
        )
      }
    >
      <ol className="meeting__agenda">
        {agenda.map(({ number, title, note, motionId }) => {
          const decision = decisions.find(({ id }) => id === motionId);
          return (
            <li key={number}>
              {motionId === null ? (
                title
              ) : (
                <Link to="/decisions/$id" params={{ id: motionId }}>
                  {title}
                </Link>
              )}{' '}
              {decision === undefined ? null : (
                <span className="soft">
                  ({decision.reference}, {motionWord(decision.state)})
                </span>
              )}
              {note === '' ? null : <span className="fact__second">{note}</span>}
            </li>
          );
        })}
      </ol>
      {agenda.length === 0 ? (
        <p className="soft">
          <Trans>Nothing is on the agenda yet.</Trans>
        </p>
      ) : null}
      {adding ? <AgendaDialog meetingId={meeting.id} onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}

function Points({ page: { meeting, actionPoints, openPoints } }: { readonly page: MeetingPage }) {
  const { may } = useSession();
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title={<Trans>Action points</Trans>}
      tools={
        may('meeting.prepare').allowed ? (
          <span className="no-print">
            <Button onClick={() => setAdding(true)}>
              <Trans>Add an action point</Trans>
            </Button>
          </span>
        ) : null
      }
    >
      <ActionPoints points={actionPoints} />
      {openPoints.length === 0 ? null : (
        <>
          <h3>
            <Trans>Open from other meetings</Trans>
          </h3>
          <ActionPoints points={openPoints} withMeeting />
        </>
      )}
      {actionPoints.length + openPoints.length === 0 ? (
        <p className="soft">
          <Trans>Nothing is to be done.</Trans>
        </p>
      ) : null}
      {adding ? <AddPointDialog meetingId={meeting.id} onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}

function Minutes({ page: { meeting, minutes } }: { readonly page: MeetingPage }) {
  const { may } = useSession();
  const [writing, setWriting] = useState(false);
  if (meeting.state === 'planned') return null;
  return (
    <Section
      title={<Trans>Minutes</Trans>}
      tools={
        may('meeting.prepare').allowed ? (
          <span className="no-print">
            <Button onClick={() => setWriting(true)}>
              <Trans>Write the minutes</Trans>
            </Button>
          </span>
        ) : null
      }
      note={
        minutes === null ? undefined : (
          <Trans>
            Version {minutes.version}, {minutes.by}, {formatDate(minutes.at)}. Earlier versions are kept.
          </Trans>
        )
      }
    >
      {minutes === null ? (
        <p className="soft">
          <Trans>No minutes yet.</Trans>
        </p>
      ) : (
        <p className="motion__text">{minutes.text}</p>
      )}
      {writing ? (
        <MinutesDialog meetingId={meeting.id} text={minutes?.text ?? ''} onClose={() => setWriting(false)} />
      ) : null}
    </Section>
  );
}
