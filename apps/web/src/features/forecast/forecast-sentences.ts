import { addMonths, type CalendarDate } from '@dcc/domain/calendar-date';
import type { Scenario } from '@dcc/domain/forecast/scenario';
import { plural, t } from '@lingui/core/macro';
import { formatDecimalText, formatMoneyWhole, formatMonth } from '../../ui/format.ts';
import { capital } from '../../ui/share-words.ts';
import { usd } from './facts.ts';
import { isEmpty, type Run } from './runs.ts';

/** Names of contributors by their id. */
export type Names = ReadonlyMap<string, string>;

const name = (names: Names, id: string): string => names.get(id) ?? t`a contributor who is not on record`;

function slipWords({ slip }: Scenario, names: Names): string {
  if (slip === null) return '';
  const { months, contributorId } = slip;
  const who = contributorId === null ? t`everybody` : name(names, contributorId);
  return plural(months, { one: `${who} pays # month later`, other: `${who} pays # months later` });
}

function postsWords({ posts }: Scenario, asOf: CalendarDate): string {
  if (posts === null) return '';
  const from = formatMonth(addMonths(asOf, posts.months));
  return plural(posts.count, { one: `# more position from ${from}`, other: `# more positions from ${from}` });
}

function percentWords(percent: number, up: string, down: string): string {
  return percent === 0 ? '' : percent > 0 ? up : down;
}

/** A scenario in words: `Borealis pays nothing more, costs rise by 5 %`. */
export function scenarioWords(scenario: Scenario, names: Names, asOf: CalendarDate): string {
  const { pledges, overdue, leaves, dollar, costs } = scenario;
  const [gained, risen] = [Math.abs(dollar), Math.abs(costs)];
  const words = [
    pledges === null
      ? ''
      : plural(pledges, {
          0: 'pledges are paid now',
          one: 'pledges are paid in # month',
          other: 'pledges are paid in # months',
        }),
    overdue === null
      ? ''
      : plural(overdue, {
          0: 'overdue instalments are paid now',
          one: 'overdue instalments are paid in # month',
          other: 'overdue instalments are paid in # months',
        }),
    slipWords(scenario, names),
    leaves === null ? '' : t`${name(names, leaves)} pays nothing more`,
    percentWords(dollar, t`the dollar gains ${gained}\u00a0%`, t`the dollar loses ${gained}\u00a0%`),
    percentWords(costs, t`costs rise by ${risen}\u00a0%`, t`costs fall by ${risen}\u00a0%`),
    postsWords(scenario, asOf),
  ].filter((each) => each !== '');
  return words.length === 0 ? t`As recorded` : capital(words.join(', '));
}

/** The one sentence of the page: whether what is approved is paid to its end, and where it is tightest. */
export function headline(run: Run, names: Names): string {
  const { forecast, text, scenario } = run;
  if (isEmpty(run)) return t`Nothing is approved and nothing is expected yet.`;
  const said = fate(run);
  if (text === '') return said;
  const words = scenarioWords(scenario, names, forecast.asOf);
  return t`${words}. ${said}`;
}

function fate({ key }: Run): string {
  const { positions, paid, shortOn, lowest } = key;
  const [amount, month] = [formatMoneyWhole(usd(lowest.cash)), formatMonth(lowest.on)];
  if (positions === 0) return t`No approved position asks for money; the lowest balance is ${amount} in ${month}.`;
  const late = positions - paid;
  if (late > 0 && shortOn !== null) {
    const from = formatMonth(shortOn);
    if (positions === 1) return t`From ${from} money is short: the approved position is not paid to its end.`;
    return plural(late, {
      one: `From ${from} money is short: one of ${positions} approved positions is not paid to its end.`,
      other: `From ${from} money is short: # of ${positions} approved positions are not paid to their end.`,
    });
  }
  return plural(positions, {
    one: `The approved position is paid to its end; the lowest balance is ${amount} in ${month}.`,
    other: `All # approved positions are paid to their end; the lowest balance is ${amount} in ${month}.`,
  });
}

/** Under the sentence: where money is missing although other pools have some; `null` where that is not so. */
export function elsewhereWords({ key: { firstMissing, elsewhere } }: Run): string | null {
  if (elsewhere === 0n) return null;
  const [part, whole] = [formatMoneyWhole(usd(elsewhere)), formatMoneyWhole(usd(firstMissing))];
  return elsewhere === firstMissing
    ? t`The ${whole} that is missing first is there, but in earmarked pools that have not paid for these positions.`
    : t`Of the ${whole} that is missing first, ${part} is there, but in earmarked pools that have not paid for these positions.`;
}

/** Title of the picture: where the cash goes. */
export function balanceTitle({ key, forecast }: Run): string {
  const [amount, month] = [formatMoneyWhole(usd(key.lowest.cash)), formatMonth(key.lowest.on)];
  if (key.lowest.cash < 0n) return t`Cash would be ${amount} in ${month} if all were paid`;
  return key.lowest.cash === forecast.cash && key.lowest.on === forecast.asOf
    ? t`Cash never falls below what is there today`
    : t`Cash falls to ${amount} by ${month}`;
}

/** The chance in one sentence, as a count of futures. */
export function futuresSentence({
  paid,
  count,
  positions,
}: {
  readonly paid: number;
  readonly count: number;
  readonly positions: number;
}): string {
  const [good, all] = [formatDecimalText(String(paid)), formatDecimalText(String(count))];
  if (positions === 0) return t`No position is approved: there is nothing that could stay unpaid.`;
  return t`In ${good} of ${all} simulated futures every approved position is paid to its end.`;
}
