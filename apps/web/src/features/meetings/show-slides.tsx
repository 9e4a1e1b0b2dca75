import { isOutcome } from '@dcc/domain/committee/decision';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { DraftDecision, MeetingPage, Overview } from '../../api/views.ts';
import { meetingWord, motionWord } from '../../app/committee-words.ts';
import { quorumWords } from '../../ui/committee/committee-sentences.ts';
import { Consequences, Recusals, Votes, WouldPost } from '../../ui/committee/motion-parts.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FigureLink, MadeLink } from '../../ui/figure-link.tsx';
import { formatDate, formatMoney, formatMoneyWhole, scaleFor, signOf } from '../../ui/format.ts';
import { CashFigure } from '../../ui/overview/cash-figure.tsx';
import { PhasesFigure } from '../../ui/overview/phases-figure.tsx';
import { headline } from '../../ui/overview/sentences.ts';

type Slide = {
  readonly key: string;
  /** Its heading: what is looked at. */
  readonly name: string;
  /** Where it comes from; the page adds the day. */
  readonly source: string;
  readonly body: ReactNode;
};

/** The slides of a meeting in the order of its work: where the fund stands, the agenda item by item, what was decided. */
export function slidesOf(page: MeetingPage, overview: Overview): readonly Slide[] {
  const source = t`papers of meeting ${page.meeting.reference}`;
  return [
    { key: 'meeting', name: page.meeting.title, source, body: <Opening page={page} overview={overview} /> },
    ...figureSlides(overview),
    ...chartSlides(overview),
    { key: 'agenda', name: t`Agenda`, source, body: <Agenda page={page} /> },
    ...itemSlides(page, source),
    { key: 'decided', name: t`Decisions taken`, source, body: <Decided page={page} /> },
  ];
}

function ledgerWords({ entryCount }: Overview): string {
  return plural(entryCount, { one: 'ledger, # entry', other: 'ledger, # entries' });
}

function Opening({ page: { meeting, quorum }, overview }: { readonly page: MeetingPage; readonly overview: Overview }) {
  return (
    <>
      <p className="show__lead">
        {formatDate(meeting.plannedOn)}, {meeting.place}, {meetingWord(meeting.state)}
      </p>
      <p className="show__sentence">{headline(overview)}</p>
      {quorum === null || meeting.state !== 'open' ? null : <p className="show__lead">{quorumWords(quorum)}</p>}
    </>
  );
}

function Large({ value, note }: { readonly value: ReactNode; readonly note: string }) {
  return (
    <>
      <p className="show__figure number">{value}</p>
      <p className="show__lead">{note}</p>
    </>
  );
}

function figureSlides(overview: Overview): readonly Slide[] {
  const { figures, fundablePositions } = overview;
  const { balance, available, received, signed, outstanding, overdue } = figures;
  const source = ledgerWords(overview);
  const late = formatMoneyWhole(overdue.amount);
  const pays =
    fundablePositions === null
      ? ''
      : `; ${plural(fundablePositions, {
          0: 'pays no further position',
          one: 'pays # more position',
          other: 'pays # more positions',
        })}`;
  const slide = (key: string, name: string, value: ReactNode, note: string): Slide => ({
    key,
    name,
    source,
    body: <Large value={value} note={note} />,
  });
  const linked = (figure: typeof balance) => <FigureLink figure={figure}>{formatMoneyWhole(figure.amount)}</FigureLink>;
  return [
    slide('balance', t`Balance`, linked(balance), t`cash that the fund holds`),
    slide(
      'free',
      t`Free to allocate`,
      <MadeLink name="free" title={formatMoney(available.amount)}>
        {formatMoneyWhole(available.amount)}
      </MadeLink>,
      `${t`after promises and reserve`}${pays}`,
    ),
    slide('received', t`Received`, linked(received), t`of ${formatMoneyWhole(signed.amount)} signed`),
    slide(
      'outstanding',
      t`Signed, still to come`,
      linked(outstanding),
      signOf(overdue.amount.amount) > 0 ? t`of it ${late} overdue` : t`nothing overdue`,
    ),
  ];
}

function chartSlides(overview: Overview): readonly Slide[] {
  const { received, signed, allocated } = overview.figures;
  const scale = scaleFor([received.amount, signed.amount, allocated.amount]);
  return [
    {
      key: 'cash',
      name: t`Cash and promises`,
      source: ledgerWords(overview),
      body: <CashFigure overview={overview} scale={scale} />,
    },
    {
      key: 'positions',
      name: t`Positions by phase`,
      source: t`register of positions`,
      body: <PhasesFigure overview={overview} />,
    },
  ];
}

function Agenda({ page: { agenda } }: { readonly page: MeetingPage }) {
  if (agenda.length === 0)
    return (
      <EmptyState>
        <Trans>Nothing is on the agenda yet.</Trans>
      </EmptyState>
    );
  return (
    <ol className="show__list">
      {agenda.map(({ number, title }) => (
        <li key={number}>
          {number}. {title}
        </li>
      ))}
    </ol>
  );
}

function itemSlides({ agenda, decisions }: MeetingPage, source: string): readonly Slide[] {
  return agenda.map(({ number, title, note, motionId }) => {
    const motion = decisions.find(({ id }) => id === motionId);
    return {
      key: `item ${number}`,
      name: `${number}. ${title}`,
      source,
      body: (
        <>
          {note === '' ? null : <p className="show__lead">{note}</p>}
          {motion === undefined ? null : <Motion motion={motion} />}
        </>
      ),
    };
  });
}

/** A draft or a decision as it stands: what it says, what it would do, who takes no part, how the votes stand. */
function Motion({ motion }: { readonly motion: DraftDecision }) {
  return (
    <div className="motion">
      <p className="show__lead">
        <Link to="/decisions/$id" params={{ id: motion.id }}>
          {motion.reference}
        </Link>
        , {motionWord(motion.state)}
      </p>
      <p className="motion__text">{motion.text}</p>
      <Consequences motion={motion} />
      <Recusals motion={motion} />
      {motion.state === 'drafted' ? null : <Votes motion={motion} />}
      {motion.shortage === null ? null : <WouldPost motion={motion} />}
    </div>
  );
}

/** What this meeting decided; drafts and what is on the table are not decided yet. */
function Decided({ page: { decisions } }: { readonly page: MeetingPage }) {
  const decided = decisions.filter(({ state }) => isOutcome(state));
  if (decided.length === 0)
    return (
      <EmptyState>
        <Trans>Nothing is decided yet.</Trans>
      </EmptyState>
    );
  return (
    <ul className="show__list">
      {decided.map(({ id, reference, title, state }) => (
        <li key={id}>
          <Link to="/decisions/$id" params={{ id }}>
            {reference}
          </Link>
          : {title}, <strong>{motionWord(state)}</strong>
        </li>
      ))}
    </ul>
  );
}
