import { plural, t } from '@lingui/core/macro';
import type { VacancyList, VacancyRow } from '../../api/views.ts';
import { formatDate } from '../../ui/format.ts';

/** What is open, and what closes next. */
export function vacanciesSentence({ rows }: Pick<VacancyList, 'rows'>): string {
  if (rows.length === 0) return t`No position has been advertised yet`;
  const open = rows.filter(({ status, published }) => status === 'open' && published);
  const next = open.toSorted((left, right) => left.daysLeft - right.daysLeft)[0];
  if (next === undefined) return t`No vacancy is open`;
  const until = formatDate(next.closesOn);
  return plural(open.length, {
    one: `# vacancy is open, until ${until}`,
    other: `# vacancies are open; the first closes on ${until}`,
  });
}

/** How a vacancy stands, in a sentence. */
export function vacancySentence({ position, status, opensOn, closesOn, daysLeft, published }: VacancyRow): string {
  const { title } = position;
  if (status === 'upcoming') return t`${title} opens to applications on ${formatDate(opensOn)}`;
  if (status === 'closed') return t`${title} took applications until ${formatDate(closesOn)}`;
  if (!published) return t`${title} is not advertised, so nobody sees its vacancy yet`;
  return plural(daysLeft, {
    0: `${title} takes applications until the end of today`,
    one: `${title} takes applications for # more day`,
    other: `${title} takes applications for # more days`,
  });
}

/** A number of candidates, or that it is too small to be told. */
export function countWords(count: number | null): string {
  return count === null ? t`under 3` : String(count);
}

/** How long a vacancy is still open, or since when it is not. */
export function daysWords({ status, daysLeft }: Pick<VacancyRow, 'status' | 'daysLeft'>): string {
  if (status === 'upcoming') return t`not open yet`;
  if (daysLeft < 0) return plural(-daysLeft, { one: '# day ago', other: '# days ago' });
  return plural(daysLeft, { 0: 'closes today', one: '# day left', other: '# days left' });
}

/** Whether a vacancy is to come, open or closed, or open and not seen by anybody yet. */
export function vacancyStatusWord({ status, published }: Pick<VacancyRow, 'status' | 'published'>): string {
  if (status === 'closed') return t`closed`;
  if (status === 'upcoming') return t`to come`;
  return published ? t`open` : t`not advertised`;
}
