import { compare, percentOf } from '@dcc/domain/money';
import { plural, t } from '@lingui/core/macro';
import { exact } from '../../api/exact.ts';
import { formatMoneyWhole, signOf } from '../../ui/format.ts';
import { capital, inWords, wholePercent } from '../../ui/share-words.ts';
import type { Giver, YearOfGiving } from './giving-sums.ts';

/** The fewest contributors that together gave four fifths of the money. */
const MOST = 80;

/** How few gave how much: `Two contributors gave 100 % of the fund`. */
export function concentrationTitle(paid: readonly Giver[]): string {
  const all = paid.at(-1)?.upTo;
  if (all === undefined) return t`Nobody has paid yet`;
  const few = paid.findIndex(({ upTo }) => Number(percentOf(exact(upTo), exact(all)) ?? '0') >= MOST) + 1;
  const together = paid[few - 1]?.upTo ?? all;
  const [share, count] = [wholePercent(together, all) ?? '', capital(inWords(few))];
  return plural(few, {
    one: `One contributor gave ${share} of the fund`,
    other: `${count} contributors gave ${share} of the fund`,
  });
}

/** What the years show: the one that brought most, and what the year that has not ended has brought so far. */
export function yearsTitle(years: readonly YearOfGiving[]): string {
  const [first] = years.toSorted((left, right) => compare(exact(right.received), exact(left.received)));
  if (first === undefined || signOf(first.received.amount) <= 0) return t`No money has come in yet`;
  const best = first.incomplete
    ? t`${String(first.year)} has brought the most money, ${formatMoneyWhole(first.received)} so far`
    : t`${String(first.year)} brought the most money, ${formatMoneyWhole(first.received)}`;
  const now = years.find(({ incomplete }) => incomplete);
  return now === undefined || now === first
    ? best
    : t`${best}; ${String(now.year)} so far ${formatMoneyWhole(now.received)}`;
}
