import { add, type Money, negate } from '../money.ts';
import { type KindBalance, type SourceAndUse, sourceAndUse } from './statement.ts';

/** What a statement can be set in columns by. */
export const COLUMN_KINDS = ['year', 'contributor', 'organization', 'position'] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** The column of what names none: a fee names no contributor, a deposit no host organization. */
export const NOT_ATTRIBUTED = '';

/** A sum that says which column it belongs to: a year, or the id of a contributor, a host organization or a position. */
export type ColumnBalance = KindBalance & { readonly column: string };

/** What moved after an earlier day: the sums of a day less those of the earlier one. */
export function movedSince<T extends { readonly amount: Money }>(
  sums: readonly T[],
  earlier: readonly T[],
): readonly T[] {
  return [...sums, ...earlier.map((row) => ({ ...row, amount: negate(row.amount) }))];
}

/**
 * One statement for each column, the columns in the order of their names. Every line and both balances of the columns add up to
 * those of the statement over all of them.
 */
export function statementByColumn(
  movements: readonly ColumnBalance[],
  before: readonly ColumnBalance[] = [],
): Map<string, SourceAndUse> {
  const [moved, earlier] = [Map.groupBy(movements, nameOf), Map.groupBy(before, nameOf)];
  const names = new Set([...moved.keys(), ...earlier.keys()]);
  return new Map(
    [...names].toSorted().map((name) => [name, sourceAndUse(moved.get(name) ?? [], earlier.get(name) ?? [])]),
  );
}

const nameOf = ({ column }: ColumnBalance): string => column;

/**
 * One statement for each of the given years, each opening with what the one before closed with. The lines add up to those of the
 * statement over all of them; the first opening and the last balance are its own.
 */
export function statementByYear(
  years: readonly string[],
  movements: readonly ColumnBalance[],
  before: readonly KindBalance[] = [],
): Map<string, SourceAndUse> {
  const moved = Map.groupBy(movements, nameOf);
  const columns = new Map<string, SourceAndUse>();
  let until: readonly KindBalance[] = before;
  for (const year of years) {
    const own = moved.get(year) ?? [];
    columns.set(year, sourceAndUse(own, until));
    until = together([...until, ...own]);
  }
  return columns;
}

/** One sum per account and kind. */
function together(balances: readonly KindBalance[]): KindBalance[] {
  const sums = new Map<string, KindBalance>();
  for (const { account, kind, amount } of balances) {
    const known = sums.get(`${account} ${kind}`);
    sums.set(`${account} ${kind}`, {
      account,
      kind,
      amount: known === undefined ? amount : add(known.amount, amount),
    });
  }
  return [...sums.values()];
}
