import { plural, t } from '@lingui/core/macro';
import type { Balance, Performance } from '../../api/views.ts';
import { stateWord } from '../../app/state-words.ts';
import { formatPercent, signOf } from '../../ui/format.ts';

type Outcome = Performance['costs']['total'];
type Stayed = Performance['retention'][number];

/** A number of days. */
export const daysWords = (days: number): string => plural(days, { one: '# day', other: '# days' });

/** How far spending lies from an estimate: `3 % less`; `null` where nothing was estimated. */
export function differenceWords({ percent }: Pick<Outcome, 'percent'>): string | null {
  if (percent === null) return null;
  const size = formatPercent(percent.replace('-', ''));
  const sign = signOf(percent);
  if (sign === 0) return t`as much as`;
  return sign < 0 ? t`${size} less than` : t`${size} more than`;
}

function fillWords({ pipeline: { toFill } }: Performance): string | null {
  if (toFill.medianDays === null) return null;
  const days = daysWords(toFill.medianDays);
  return plural(toFill.filled, {
    one: `the one post that was filled took ${days}`,
    other: `half of # posts were filled within ${days}`,
  });
}

function costWords({ costs }: Performance): string | null {
  const words = differenceWords(costs.total);
  return words === null ? null : t`hosts spent ${words} estimated`;
}

/** The time furthest from the separation of which anything is known. */
function lastKnown(retention: readonly Stayed[]): Stayed | undefined {
  return retention.findLast(({ percent }) => percent !== null);
}

/** How long after their separation officers were asked for. */
export function monthsWords(months: number): string {
  return plural(months, { 0: 'at the end', other: '# months after' });
}

function stayedWords({ retention }: Performance): string | null {
  const last = lastKnown(retention);
  if (last === undefined) return null;
  const known = last.stayed + last.elsewhere;
  return t`${last.stayed} of ${known} officers stayed in the United Nations system (${monthsWords(last.months)})`;
}

/** What the page shows today. */
export function performanceSentence(data: Performance): string {
  if (data.positions === 0) return t`No position has been proposed yet, so there is nothing to measure`;
  const parts = [fillWords(data), costWords(data), stayedWords(data)].filter((part) => part !== null);
  if (parts.length === 0)
    return plural(data.positions, {
      one: 'One position is known, and nothing of it can be measured yet',
      other: '# positions are known, and nothing of them can be measured yet',
    });
  const sentence = parts.join('; ');
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** Where positions take longest on their way into post. */
export function pipelineTitle({ pipeline: { states } }: Performance): string {
  const slowest = states
    .filter(({ state }) => !state.startsWith('in-post') && state !== 'extension-review' && state !== 'deferred')
    .reduce<(typeof states)[number] | null>(
      (most, each) => ((each.medianDays ?? -1) > (most?.medianDays ?? -1) ? each : most),
      null,
    );
  if (slowest?.medianDays == null) return t`No position has taken a step yet`;
  return t`The longest wait is “${stateWord(slowest.state)}”: ${daysWords(slowest.medianDays)} for half of the positions`;
}

export function costsTitle({ costs }: Performance): string {
  const words = differenceWords(costs.total);
  if (words === null) return t`No host has reported on a post with an estimate`;
  return plural(costs.posts.length, {
    one: `On the one post reported on, the host spent ${words} estimated`,
    other: `On # posts, hosts spent ${words} estimated`,
  });
}

/** Which component lies furthest from its estimate, in money. */
export function componentsTitle(name: string | null, { percent, spent }: Pick<Outcome, 'percent' | 'spent'>): string {
  if (name === null) return t`No host has said what its spending was for`;
  const words = differenceWords({ percent });
  if (words === null) return t`Nobody estimated “${name}”, and it was spent on`;
  if (signOf(spent.amount) === 0) return t`Nothing was spent on “${name}” yet`;
  return t`“${name}” lies furthest from its estimate: ${words} estimated`;
}

export function retentionTitle({ retention }: Performance): string {
  const last = lastKnown(retention);
  if (last !== undefined) {
    const share = formatPercent(last.percent ?? '');
    const when = monthsWords(last.months);
    if (last.average === null) return t`${share} stayed in the United Nations system (${when})`;
    const average = formatPercent(last.average.percent);
    return t`${share} stayed in the United Nations system (${when}), against ${average} of the whole programme`;
  }
  const missing = retention[0]?.notAsked ?? 0;
  if (missing > 0)
    return plural(missing, {
      one: 'Nobody has asked yet whether the one officer who left stayed in the United Nations system',
      other: 'Nobody has asked yet which of # officers who left stayed in the United Nations system',
    });
  return t`Nobody has left a post yet, so nobody can have stayed`;
}

/** How few of those on the long lists came to an interview, as far as the numbers are told. */
export function candidatesTitle({ vacancies, stages }: Pick<Balance, 'vacancies' | 'stages'>): string {
  if (vacancies === 0) return t`Nobody has applied yet`;
  const count = (stage: Balance['stages'][number]['stage']) =>
    stages.find((each) => each.stage === stage)?.candidates ?? null;
  const [listed, interviewed] = [count('long-list'), count('interviewed')];
  if (listed === null) return t`How many candidates there are is not told: it would be about one or two people`;
  const all = plural(listed, { one: '# candidate', other: '# candidates' });
  return interviewed === null
    ? t`${all} on the long lists`
    : t`Of ${all} on the long lists, ${interviewed} were interviewed`;
}
