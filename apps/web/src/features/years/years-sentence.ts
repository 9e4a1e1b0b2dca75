import { t } from '@lingui/core/macro';
import type { Years } from '../../api/views.ts';

/** What the page says first: how far the books are closed, and which year is next. */
export function yearsSentence({ years, next, lastClosed }: Pick<Years, 'years' | 'next' | 'lastClosed'>): string {
  if (years.length === 0) return t`Nothing is recorded yet`;
  const [closed, waiting] = [String(lastClosed), String(next?.year)];
  if (lastClosed === null)
    return next === null ? t`The first year is still running` : t`${waiting} has ended and is still open`;
  return next === null
    ? t`Every year that has ended is closed, the last one is ${closed}`
    : t`The books are closed to the end of ${closed}; ${waiting} has ended and is still open`;
}
