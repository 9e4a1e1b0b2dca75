import './years-strip.css';
import { Trans } from '@lingui/react/macro';
import type { CSSProperties, ReactNode } from 'react';
import type { PositionRow } from '../../api/views.ts';
import { type YearLook, yearLook, yearSentence } from '../../ui/year-look.ts';

type Year = PositionRow['years'][number];

/** One small bar for each contract year; what it shows is also said. */
export function YearsStrip({ row: { years, phase } }: { readonly row: PositionRow }) {
  if (years.length === 0) return <span className="soft">–</span>;
  return (
    <ol className="years-strip">
      {years.map((year) => (
        <li
          key={year.number}
          className={`years-strip__year years-strip__year--${yearLook(year, phase)}`}
          style={coverOf(year)}
          title={yearSentence(year, phase)}
        >
          <span className="visually-hidden">{yearSentence(year, phase)}</span>
        </li>
      ))}
    </ol>
  );
}

/** How much of a year is covered; numbers are good enough for drawing. */
function coverOf({ allocated, cost }: Year): CSSProperties {
  return { '--covered': `${(Number(allocated.amount) / Math.max(Number(cost.amount), 1)) * 100}%` } as CSSProperties;
}

/** What the bars mean. */
export function YearsKey() {
  const looks: readonly (readonly [YearLook, ReactNode])[] = [
    ['transferred', <Trans key="transferred">sent to the host</Trans>],
    ['allocated', <Trans key="allocated">allocated</Trans>],
    ['unfunded', <Trans key="unfunded">approved, money missing</Trans>],
    ['proposed', <Trans key="proposed">not approved</Trans>],
  ];
  return (
    <ul className="years-strip__key">
      {looks.map(([look, words]) => (
        <li key={look}>
          <span className={`years-strip__year years-strip__year--${look}`} aria-hidden="true" />
          {words}
        </li>
      ))}
    </ul>
  );
}
