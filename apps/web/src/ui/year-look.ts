import { t } from '@lingui/core/macro';
import type { PositionRow } from '../api/views.ts';
import { formatMoneyWhole, signOf } from './format.ts';

type Year = PositionRow['years'][number];
export type YearLook = Year['state'] | 'proposed' | 'unknown' | 'ended';

/** Red is for years that were promised and lack money; a year of a proposal lacks nothing yet, and one of a post that is over nothing any more. */
export function yearLook(year: Year, phase: PositionRow['phase']): YearLook {
  if (signOf(year.cost.amount) === 0) return 'unknown';
  if (phase === 'completed' && year.state === 'unfunded') return 'ended';
  if (phase === 'completed' && year.state === 'part-allocated') return 'transferred';
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
    case 'ended':
      return t`Year ${number}: the post was over before it`;
    case 'unknown':
      return t`Year ${number}: cost not known yet`;
  }
}
