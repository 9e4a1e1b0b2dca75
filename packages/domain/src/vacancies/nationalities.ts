import type { BalancedCandidate, StageBalance } from './balance.ts';
import { isTold } from './recruitment.ts';

/** How many of those on the long list have each nationality, the most first. */
export type Nationalities = {
  /** Of how many the nationality is known; `null` where that is too small to be told. */
  readonly known: number | null;
  readonly countries: readonly { readonly country: string; readonly count: number }[];
  /** Those of whom the nationality is known and not told here. */
  readonly rest: number | null;
};

type Known = { readonly country: string; readonly groups: readonly string[] };

function knownOf(candidates: readonly BalancedCandidate[]): Known[] {
  return candidates.flatMap(({ steps, nationality }) =>
    nationality !== null && steps.some(({ to }) => to === 'long-list') ? [nationality] : [],
  );
}

function counted(known: readonly Known[]): { country: string; count: number }[] {
  return [...Map.groupBy(known, ({ country }) => country)]
    .map(([country, { length: count }]) => ({ country, count }))
    .toSorted((left, right) => right.count - left.count || (left.country < right.country ? -1 : 1));
}

/** Every nationality on the long lists, with its number. */
export function nationalitiesOf(candidates: readonly BalancedCandidate[]): Nationalities {
  const known = knownOf(candidates);
  return { known: known.length, countries: counted(known), rest: 0 };
}

/**
 * The same for those who may not see the candidates, who are told the balance of the same people: no nationality of one or two is
 * told, and none can be worked out. Those not told must be none or at least three in every part into which the groups of the
 * balance cut the list, since each number of the balance is a sum of such parts; until they are, the smallest nationality that is
 * told is left out too.
 */
export function withoutSmallNationalities(
  candidates: readonly BalancedCandidate[],
  balance: Pick<StageBalance, 'groups'>,
): Nationalities {
  const known = knownOf(candidates);
  if (!isTold(known.length)) return { known: null, countries: [], rest: null };
  const groups = balance.groups.flatMap(({ group, count }) => (count === null ? [] : [group]));
  const parts = [
    ...Map.groupBy(known, (each) => groups.filter((group) => each.groups.includes(group)).join(' ')).values(),
  ];
  let told = counted(known).filter(({ count }) => isTold(count));
  const leavesFew = () => {
    const names = new Set(told.map(({ country }) => country));
    return parts.some((part) => !isTold(part.filter(({ country }) => !names.has(country)).length));
  };
  while (told.length > 0 && leavesFew()) told = told.slice(0, -1);
  const rest = known.length - told.reduce((sum, { count }) => sum + count, 0);
  return { known: known.length, countries: told, rest };
}
