import { isAdopted } from '@dcc/domain/committee/decision';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import type { DecisionStory } from '../../api/views.ts';
import { modeWord, motionWord } from '../../app/committee-words.ts';
import { useSession } from '../../app/session.ts';
import { useStandpoint } from '../../app/standpoint.ts';
import { Button } from '../../ui/button.tsx';
import { tallyWords } from '../../ui/committee/committee-sentences.ts';
import { MotionActions } from '../../ui/committee/motion-actions.tsx';
import { MotionDialogs } from '../../ui/committee/motion-dialogs.tsx';
import { Consequences, Recusals, Votes, WouldPost } from '../../ui/committee/motion-parts.tsx';
import { Documents } from '../../ui/documents.tsx';
import { type Fact, Facts, FactText } from '../../ui/facts.tsx';
import { formatDate, formatMoney } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Section } from '../../ui/section.tsx';
import { ReviseDialog, TableDialog } from './draft-dialog.tsx';
import { SupersedingDialog } from './superseding-dialog.tsx';

type StoryProps = { readonly story: DecisionStory };

/** Words that a decision has from its draft on. */
function wordsOf({ draft, decision }: DecisionStory) {
  const { reference = '', title = '', text = '' } = decision ?? draft ?? {};
  const below =
    decision === null
      ? motionWord(draft?.state ?? 'drafted')
      : t`${motionWord(decision.outcome)} on ${formatDate(decision.decidedOn)}`;
  return { reference, title, text: text === '' ? t`No text is on record.` : text, below };
}

/** A draft is followed while it waits, in milliseconds. */
const POLL = 3000;

/** One decision with its whole story: text, options, how it was decided, votes, what it posted, and its papers. */
export function DecisionPage() {
  const { id } = useParams({ from: '/signed-in/decisions/$id' });
  const { stand, past } = useStandpoint();
  const { data: story } = useSuspenseQuery(
    api.decisions.get.queryOptions(
      { id, ...stand },
      { refetchInterval: ({ state }) => (state.data?.decision == null && !past ? POLL : false) },
    ),
  );
  const { draft, decision } = story;
  const { reference, title, text, below } = wordsOf(story);
  return (
    <MotionDialogs>
      <PageHead asOf={story.asOf} above={reference} sentence={title} below={below} />
      <div className="page-parts">
        <Section title={<Trans>Text</Trans>}>
          <p className="motion__text">{text}</p>
          {draft === null || draft.options === '' ? null : (
            <p className="soft">
              <Trans>Otherwise: {draft.options}</Trans>
            </p>
          )}
        </Section>
        {draft === null ? null : <Draft draft={draft} />}
        {decision === null ? null : <HowDecided story={story} decision={decision} />}
        {story.allocations.length === 0 ? null : <Posted story={story} />}
        {story.released.length === 0 ? null : <Released story={story} />}
        <Section title={<Trans>Papers</Trans>}>
          <Documents kind="decision" id={id} of={reference} />
        </Section>
        {story.earlier.length === 0 ? null : <Earlier story={story} />}
        {story.story.length === 0 ? null : <Story story={story} />}
      </div>
    </MotionDialogs>
  );
}

function Draft({ draft }: { readonly draft: NonNullable<DecisionStory['draft']> }) {
  const { may } = useSession();
  const [form, setForm] = useState<'table' | 'revise' | null>(null);
  const close = () => setForm(null);
  const isOpen = draft.state === 'drafted' || draft.state === 'open' || draft.state === 'circulated';
  return (
    <Section
      title={isOpen ? <Trans>Draft</Trans> : <Trans>Votes and recusals</Trans>}
      tools={
        draft.state === 'drafted' && may('decision.draft').allowed ? (
          <span className="motion__tools">
            <Button onClick={() => setForm('revise')}>
              <Trans>Edit</Trans>
            </Button>
            <Button onClick={() => setForm('table')}>
              <Trans>Put on an agenda</Trans>
            </Button>
          </span>
        ) : null
      }
    >
      <div className="motion">
        {draft.meeting === null ? null : (
          <p>
            <Link to="/meetings/$id" params={{ id: draft.meeting.id }}>
              <Trans>Meeting {draft.meeting.reference}</Trans>
            </Link>
          </p>
        )}
        {draft.consented ? (
          <Notice tone="info">
            <Trans>Nobody objected in time: it is adopted. The program enters it within a minute.</Trans>
          </Notice>
        ) : draft.closesOn === null || draft.state !== 'circulated' ? null : (
          <Notice tone="info">
            <Trans>Circulated: adopted unless somebody objects by {formatDate(draft.closesOn)}.</Trans>
          </Notice>
        )}
        <Consequences motion={draft} />
        <Recusals motion={draft} />
        <Votes motion={draft} />
        {isOpen ? <WouldPost motion={draft} /> : null}
        {isOpen ? <MotionActions motion={draft} /> : null}
      </div>
      {form === 'table' ? <TableDialog decisionId={draft.id} onClose={close} /> : null}
      {form === 'revise' ? <ReviseDialog draft={draft} onClose={close} /> : null}
    </Section>
  );
}

function decisionLink({ id, reference }: { readonly id: string; readonly reference: string }) {
  return (
    <Link to="/decisions/$id" params={{ id }}>
      {reference}
    </Link>
  );
}

function HowDecided({
  story: { resolution },
  decision,
}: StoryProps & { readonly decision: NonNullable<DecisionStory['decision']> }) {
  const { may } = useSession();
  const [entering, setEntering] = useState(false);
  const facts: (Fact | null)[] = [
    { key: 'mode', label: <Trans>How</Trans>, value: modeWord(decision.mode) },
    resolution === null
      ? null
      : {
          key: 'quorum',
          label: <Trans>Quorum</Trans>,
          value: (
            <Trans>
              {resolution.present} of {resolution.seated} organizations, {resolution.quorumNeeded} needed
            </Trans>
          ),
        },
    resolution === null || resolution.mode !== 'vote'
      ? null
      : {
          key: 'votes',
          label: <Trans>Votes</Trans>,
          value: tallyWords({ tally: resolution, votesNeeded: resolution.votesNeeded }),
        },
    resolution === null || resolution.conditions === ''
      ? null
      : { key: 'conditions', label: <Trans>Conditions</Trans>, value: <FactText>{resolution.conditions}</FactText> },
    resolution === null || resolution.reason === ''
      ? null
      : { key: 'reason', label: <Trans>Reason</Trans>, value: <FactText>{resolution.reason}</FactText> },
    decision.supersedes === null
      ? null
      : { key: 'supersedes', label: <Trans>Takes the place of</Trans>, value: decisionLink(decision.supersedes) },
    decision.supersededBy === null
      ? null
      : { key: 'superseded', label: <Trans>Superseded by</Trans>, value: decisionLink(decision.supersededBy) },
    {
      key: 'recorded',
      label: <Trans>Recorded</Trans>,
      value: `${decision.recordedBy}, ${formatDate(decision.recordedAt)}`,
    },
  ];
  return (
    <Section
      title={<Trans>How it was decided</Trans>}
      tools={
        decision.supersededBy === null && isAdopted(decision.outcome) && may('allocation.decide').allowed ? (
          <Button onClick={() => setEntering(true)}>
            <Trans>Enter what took its place on paper</Trans>
          </Button>
        ) : null
      }
    >
      <Facts facts={facts.filter((fact) => fact !== null)} />
      {entering ? <SupersedingDialog decision={decision} onClose={() => setEntering(false)} /> : null}
    </Section>
  );
}

function Posted({ story: { allocations, entries } }: StoryProps) {
  return (
    <Section title={<Trans>What it reserved</Trans>}>
      <ul className="motion__list">
        {allocations.map(({ positionId, position, year, pool, amount }) => (
          <li key={`${positionId} ${year} ${pool}`} className="motion__row">
            <span>
              <Link to="/positions/$id" params={{ id: positionId }}>
                {position}
              </Link>
              , <Trans>year {year}</Trans>
            </span>
            <span>
              <span className="number">{formatMoney(amount)}</span>{' '}
              <span className="soft">
                <Trans>from {pool}</Trans>
              </span>
            </span>
          </li>
        ))}
      </ul>
      <p>
        {entries.map((number) => (
          <Link key={number} to="/ledger/$id" params={{ id: String(number) }}>
            <Trans>Entry {number}</Trans>
          </Link>
        ))}
      </p>
    </Section>
  );
}

/** What of it went back before it was sent, since another decision took its place or a post ended. */
function Released({ story: { released } }: StoryProps) {
  return (
    <Section title={<Trans>What of it was released</Trans>}>
      <ul className="motion__list">
        {released.map(({ entryNumber, on, positionId, position, year, pool, amount }) => (
          <li key={`${entryNumber} ${positionId} ${year} ${pool}`} className="motion__row">
            <span>
              <Link to="/positions/$id" params={{ id: positionId }}>
                {position}
              </Link>
              , <Trans>year {year}</Trans>,{' '}
              <Link to="/ledger/$id" params={{ id: String(entryNumber) }}>
                <Trans>Entry {entryNumber}</Trans>
              </Link>{' '}
              <Trans>of {formatDate(on)}</Trans>
            </span>
            <span>
              <span className="number">{formatMoney(amount)}</span>{' '}
              <span className="soft">
                <Trans>back to {pool}</Trans>
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

type Happening = DecisionStory['story'][number];

function happeningWords({ what, note, organization }: Happening): string {
  switch (what) {
    case 'drafted':
      return t`drafted`;
    case 'revised':
      return t`written anew: version ${note}`;
    case 'tabled':
      return t`put on an agenda`;
    case 'opened':
      return t`put on the table`;
    case 'circulated':
      return t`circulated until ${formatDate(note)}`;
    case 'objected':
      return t`objection of ${organization ?? ''}: ${note}`;
    case 'returned':
      return t`sent to a meeting: ${note}`;
    case 'withdrawn':
      return t`withdrawn`;
    case 'closed':
      return t`closed`;
  }
}

/** What a draft said before it was written anew, the latest first. */
function Earlier({ story: { earlier } }: StoryProps) {
  return (
    <Section title={<Trans>Earlier versions</Trans>}>
      {earlier.toReversed().map(({ version, title, text, options, by, at, lines, positions }) => (
        <details key={version}>
          <summary>
            <Trans>
              Version {version} by {by}, {formatDate(at)}: {title}
            </Trans>
          </summary>
          <p className="motion__text">{text}</p>
          {options === '' ? null : (
            <p className="soft">
              <Trans>Otherwise: {options}</Trans>
            </p>
          )}
          <Consequences motion={{ lines, positions }} />
        </details>
      ))}
    </Section>
  );
}

function Story({ story: { story } }: StoryProps) {
  return (
    <Section title={<Trans>Story</Trans>}>
      <ol className="motion__list">
        {story.map((event) => (
          <li key={`${event.at} ${event.what}`} className="motion__row">
            <span>{happeningWords(event)}</span>
            <span className="soft">
              {event.by}, {formatDate(event.at)} {event.at.slice(11, 16)} UTC
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
