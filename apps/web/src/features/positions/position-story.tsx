import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Position } from '../../api/views.ts';
import { findingWord, retentionWord } from '../../app/life-words.ts';
import { kindWord, stateWord } from '../../app/state-words.ts';
import { DateText } from '../../ui/date-text.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { Section } from '../../ui/section.tsx';
import { SupersededBy } from './superseded-by.tsx';

type Happening = Position['story'][number];
type Of<What extends Happening['what']> = Extract<Happening, { what: What }>;

/** Everything that happened to a position, the last first: what was written, decided, advertised, paid and found, and by whom. */
export function PositionStory({ position: { story } }: { readonly position: Position }) {
  return (
    <Section
      title={<Trans>Its whole story</Trans>}
      note={<Trans>US dollars, where money moved. The last comes first.</Trans>}
    >
      <ol className="story" reversed>
        {story.toReversed().map((one, index) => (
          // The same may happen twice on a day: a happening has no identity but its place, counted from the first.
          // oxlint-disable-next-line react/no-array-index-key -- the story is read from one standpoint, whole.
          <li key={story.length - index} className="story__step">
            <DateText on={one.on} />
            <span>
              <What one={one} />
              {'by' in one ? <span className="soft">, {one.by}</span> : null}
            </span>
            {one.what === 'money' ? <MoneyText money={one.amount} as="plain" /> : null}
            <Beside one={one} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** What happened, in a few words, with a link to where it is told in full. */
function What({ one }: { readonly one: Happening }): ReactNode {
  switch (one.what) {
    case 'step':
      return <Step one={one} />;
    case 'terms':
      return <strong>{t`terms of reference, version ${one.version}`}</strong>;
    case 'round':
      return (
        <Trans>
          <strong>proposed</strong> in{' '}
          <Link to="/rounds/$id" params={{ id: one.roundId }}>
            {one.name}
          </Link>
        </Trans>
      );
    case 'vacancy':
      return (
        <Link to="/vacancies/$id" params={{ id: one.vacancyId }}>
          {one.day === 'opens' ? t`first day of applications` : t`last day of applications`}
        </Link>
      );
    case 'money':
      return (
        <>
          <strong>{kindWord(one.kind)}</strong>,{' '}
          <Link to="/ledger/$id" params={{ id: one.entryId }}>
            {t`entry ${one.entryNumber}`}
          </Link>
        </>
      );
    case 'finding':
      return <Finding one={one} />;
    case 'retention':
      return (
        <>
          <strong>{plural(one.months, { 0: 'At separation', other: 'After # months' })}</strong>:{' '}
          {retentionWord(one.outcome)}
        </>
      );
  }
}

function Step({ one: { to, decision } }: { readonly one: Of<'step'> }) {
  return (
    <>
      <strong>{stateWord(to)}</strong>
      {decision === null ? null : (
        <>
          {' '}
          <Trans>
            by{' '}
            <Link to="/decisions/$id" params={{ id: decision.id }}>
              {decision.reference}
            </Link>
          </Trans>
          {decision.supersededBy === null ? null : (
            <span className="soft">
              , <SupersededBy decision={decision.supersededBy} />
            </span>
          )}
        </>
      )}
    </>
  );
}

function Finding({ one: { finding, year, favourable } }: { readonly one: Of<'finding'> }) {
  return (
    <>
      <strong>
        {findingWord(finding)}
        {favourable ? '' : `: ${t`no`}`}
      </strong>{' '}
      {t`for year ${year}`}
    </>
  );
}

/** The words that were written down with it, and the papers that hang on it. */
function Beside({ one }: { readonly one: Happening }) {
  const note = noteOf(one);
  const papers = one.what === 'money' ? one.documents : [];
  if (note === '' && papers.length === 0) return null;
  return (
    <span className="story__note">
      {note}
      {papers.map(({ id, name }) => (
        <a key={id} href={`/api/documents/${id}`} download={name} className="story__paper">
          {name}
        </a>
      ))}
    </span>
  );
}

function noteOf(one: Happening): string {
  switch (one.what) {
    case 'step':
      // The reference of a decision is a link already.
      return one.decision === null ? one.note : one.note.slice(one.decision.reference.length).replace(/^: /u, '');
    case 'money':
      return one.description;
    case 'finding':
      return one.reference;
    default:
      return '';
  }
}
