import type { Currency } from '../currency.ts';
import { compare, type Money, sum } from '../money.ts';

/** Something that money went to, and what it is of the kind that is asked for: hosts, regions, goals. */
export type Valued = { readonly amount: Money; readonly values: readonly string[] };

/** What is alike in that kind. `values` is empty where nothing is known, and several where each of `of` is several at once. */
export type Part<T extends Valued> = {
  readonly values: readonly string[];
  readonly amount: Money;
  readonly of: readonly T[];
};

/**
 * Divides amounts by what they went to, largest part first, what is not known last. What is several things at once is a part of its
 * own: nothing is counted twice, and the parts add up to the whole to the cent.
 */
export function partsOf<T extends Valued>(whole: readonly T[], currency: Currency): Part<T>[] {
  const alike = Map.groupBy(whole, ({ values }) => JSON.stringify(values.toSorted()));
  return [...alike]
    .map(([values, of]) => ({
      values: JSON.parse(values) as string[],
      amount: sum(
        of.map(({ amount }) => amount),
        currency,
      ),
      of,
    }))
    .toSorted((left, right) => {
      const known = Number(right.values.length > 0) - Number(left.values.length > 0);
      return known === 0 ? compare(right.amount, left.amount) : known;
    });
}
