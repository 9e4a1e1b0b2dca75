import { t } from '@lingui/core/macro';
import type { Plan, PlanProgress, Round } from '../../api/views.ts';
import { formatMoney } from '../../ui/format.ts';

/** Hundredths of a point as points: `73.45`. */
export function points(hundredths: number): string {
  return (hundredths / 100).toFixed(2);
}

const titleOf = (round: Round, id: string | null): string =>
  round.proposals.find(({ positionId }) => positionId === id)?.title ?? '';

/** What a limit counts, in words: `host: Meridian`. */
export function markWords(round: Round, mark: string): string {
  const [kind = '', ...rest] = mark.split(':');
  const value = rest.join(':');
  const host = round.proposals.find(({ organization }) => organization.id === value)?.organization.shortName;
  return `${kind} ${host ?? value}`;
}

type Broken = NonNullable<Plan['judgement']>['limits'][number];

function brokenWords(round: Round, { mark, side, count, amount }: Broken): string {
  const by = amount === null ? String(count) : formatMoney(amount);
  const what = markWords(round, mark);
  return side === 'most' ? t`the limit on ${what} is passed by ${by}` : t`${what} is short by ${by}`;
}

type Shortfall = NonNullable<Plan['judgement']>['shortfall'];

function shortfallWords(round: Round, { missing, pools }: NonNullable<Shortfall>): string {
  const names = round.pools.filter(({ id }) => pools.includes(id)).map(({ name }) => name);
  const amount = formatMoney(missing);
  if (names.length === 0) return t`no pool may pay for it; ${amount} is missing`;
  return t`${amount} is missing: ${names.join(', ')} would be used up`;
}

/** Why a position is out, or what a choice breaks; nothing where nothing stands in the way. */
export function reasonsOf(
  round: Round,
  of: { readonly locked?: boolean; readonly limits: readonly Broken[]; readonly shortfall: Shortfall },
): string[] {
  return [
    ...(of.locked === true ? [t`locked out`] : []),
    ...of.limits.map((limit) => brokenWords(round, limit)),
    ...(of.shortfall === null ? [] : [shortfallWords(round, of.shortfall)]),
  ];
}

/**
 * How far the search is: how long it takes, the best so far, and what could be reached at most. Of several servers before one
 * database only the one that plans knows; another one that is asked knows of no such plan (`null`).
 */
export function progressWords(progress: PlanProgress): string {
  if (progress === null)
    return t`Looking for the best set and its proof, for ten seconds at most. How far it is only the server that plans knows, and that may be another one than this page has asked.`;
  const { milliseconds, score, bound } = progress;
  const seconds = (milliseconds / 1000).toFixed(1);
  if (bound === null) return t`Looking for the best set and its proof, for ten seconds at most: ${seconds} s so far.`;
  const most = points(bound);
  if (score === null) return t`${seconds} s: nothing found yet; no set can score more than ${most}.`;
  const [best, gap] = [points(score), points(bound - score)];
  return t`${seconds} s: the best so far scores ${best}; no set can score more than ${most}, which is ${gap} above it.`;
}

/** The wishes that contradict each other, one line each. */
export const conflictWords = (round: Round, { conflict }: Plan): string[] =>
  conflict.map((wish) => wishWords(round, wish));

/** One of the wishes that contradict each other. */
function wishWords(round: Round, wish: Plan['conflict'][number]): string {
  const title = titleOf(round, wish.positionId);
  const what = markWords(round, wish.mark ?? '');
  switch (wish.kind) {
    case 'lock-in':
      return t`“${title}” is locked in`;
    case 'lock-out':
      return t`“${title}” is locked out`;
    case 'limit':
      return wish.side === 'least' ? t`the least for ${what}` : t`the most for ${what}`;
    case 'money':
      return wish.shortfall === null
        ? t`what the pools can pay`
        : t`what the pools can pay: ${shortfallWords(round, wish.shortfall)}`;
  }
}
