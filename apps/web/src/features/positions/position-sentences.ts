import { plural, t } from '@lingui/core/macro';
import type { Position, PositionList, PositionRow } from '../../api/views.ts';
import { amountWords } from '../../ui/amount-words.ts';
import { sumOf } from '../../ui/amounts.ts';
import { formatDate, formatMoneyWhole, signOf } from '../../ui/format.ts';

type Year = PositionRow['years'][number];

/** Whether the committee has approved a position, so that its years are a promise. */
export function isSponsored({ phase }: Pick<PositionRow, 'phase'>): boolean {
  return phase === 'in-recruitment' || phase === 'in-post' || phase === 'completed';
}

/** Years that were promised and lack money; a finished position lacks nothing any more. */
export function shortYears({ phase, years }: Pick<PositionRow, 'phase' | 'years'>): Year[] {
  return phase === 'in-recruitment' || phase === 'in-post' ? years.filter(({ short }) => signOf(short.amount) > 0) : [];
}

/** What the list of positions says: how many are sponsored, and how many of them lack money; of a selection, what it has. */
export function positionsSentence(
  { rows, rowCount, byPhase, totals }: Pick<PositionList, 'rows' | 'rowCount' | 'byPhase' | 'totals'>,
  filtered: boolean,
): string {
  const all = byPhase.reduce((total, { count }) => total + count, 0);
  if (all === 0) return t`No position is proposed yet`;
  if (rowCount === 0) return t`No position is like this`;
  if (filtered) {
    const [allocated, cost] = [amountWords(totals.allocated), amountWords(totals.cost)];
    return plural(rowCount, {
      one: `# position of ${all}, with ${allocated} of ${cost} allocated`,
      other: `# positions of ${all}, with ${allocated} of ${cost} allocated`,
    });
  }
  const sponsored = byPhase.filter(isSponsored).reduce((total, { count }) => total + count, 0);
  if (sponsored === 0) {
    return plural(all, {
      one: '# position is proposed; none is approved yet',
      other: '# positions are proposed; none is approved yet',
    });
  }
  const known = plural(sponsored, { one: '# position is sponsored', other: '# positions are sponsored' });
  // Only a page that holds every position can say what all of them lack.
  const lacking = rows.length < rowCount ? [] : rows.filter((row) => shortYears(row).length > 0);
  if (lacking.length === 0) return known;
  const missing = amountWords(
    sumOf(
      lacking.flatMap((row) => shortYears(row).map(({ short }) => short.amount)),
      'USD',
    ),
  );
  return plural(lacking.length, {
    one: `${known}; # of them lacks ${missing}`,
    other: `${known}; # of them lack ${missing}`,
  });
}

function ordinal(number: number): string {
  return [t`Year one`, t`Year two`, t`Year three`, t`Year four`][number - 1] ?? t`Year ${number}`;
}

/** What one position says: the money it lacks first, then where it stands. */
export function positionSentence({
  row,
  takesAllocation,
  asOf,
  separation,
}: Pick<Position, 'row' | 'takesAllocation' | 'asOf' | 'separation'>): string {
  const [lacking] = shortYears(row);
  if (lacking !== undefined) return lackSentence(lacking, asOf);
  const [cost, host, place] = [formatMoneyWhole(row.cost), row.organization.shortName, row.dutyStation.name];
  switch (row.phase) {
    case 'proposed':
      if (signOf(row.cost.amount) === 0) return t`${host} proposes this post in ${place}; its cost is not known yet`;
      return takesAllocation
        ? t`${cost} for this post in ${place} waits for a decision`
        : t`${host} proposes this post in ${place} for ${cost}`;
    case 'not-approved':
      return notApproved(row);
    case 'completed':
      if (separation !== null && separation.early !== null)
        return t`This post ended early, on ${formatDate(separation.on)}`;
      return row.endsOn === null ? t`This post is completed` : t`This post was completed on ${formatDate(row.endsOn)}`;
    default:
      return signOf(row.cost.amount) === 0
        ? t`This post is approved; its cost is not known yet`
        : t`Every year of this post is paid for`;
  }
}

function notApproved(row: PositionRow): string {
  if (row.state === 'deferred') return t`The committee put this post off; it may still be paid for`;
  return row.state === 'rejected' ? t`The committee did not take this post` : t`This post was withdrawn`;
}

function lackSentence(year: Year, asOf: string): string {
  const [which, on, short] = [ordinal(year.number), formatDate(year.startsOn), formatMoneyWhole(year.short)];
  return year.startsOn > asOf
    ? t`${which} begins on ${on} and lacks ${short}`
    : t`${which} began on ${on} and lacks ${short}`;
}
