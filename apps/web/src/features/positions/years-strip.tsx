import './years-strip.css';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { CSSProperties, ReactNode } from 'react';
import type { PositionRow } from '../../api/views.ts';
import { formatMoneyWhole, signOf } from '../../ui/format.ts';

type Year = PositionRow['years'][number];
type Look = Year['state'] | 'proposed' | 'unknown';

/** Red is for years that were promised and lack money; a year of a proposal lacks nothing yet. */
export function yearLook(year: Year, phase: PositionRow['phase']): Look {
  if (signOf(year.cost.amount) === 0) return 'unknown';
  const undecided = phase === 'proposed' || phase === 'not-approved';
  return undecided && year.state === 'unfunded' ? 'proposed' : year.state;
}

/** How a year is paid for, in words. */
export function yearSentence(year: Year, phase: PositionRow['phase']): string {
  const [number, cost, short] = [year.number, formatMoneyWhole(year.cost), formatMoneyWhole(year.short)];
  switch (yearLook(year, phase)) {
    case 'transferred':
      return t`Year ${number}: ${cost}, sent to the host`;
    case 'allocated':
      return t`Year ${number}: ${cost}, allocated`;
    case 'part-allocated':
      return t`Year ${number}: ${short} of ${cost} is missing`;
    case 'unfunded':
      return t`Year ${number}: ${cost} is missing`;
    case 'proposed':
      return t`Year ${number}: ${cost}, not approved`;
    case 'unknown':
      return t`Year ${number}: cost not known yet`;
  }
}

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
  const looks: readonly (readonly [Look, ReactNode])[] = [
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
