import { t } from '@lingui/core/macro';
import type { EntryFilter, Money } from '../api/views.ts';
import { lessOf, sumOf } from './amounts.ts';
import { formatMoney, signOf } from './format.ts';
import type { MadeFigure, Part } from './made-figure.tsx';

/** An amount by name, with the entries that it is the sum of. */
export type Named = { readonly words: string; readonly money: Money; readonly entries?: EntryFilter | null };

/** A share: one amount in percent of another. */
export function shareFigure(value: string, part: Named, whole: Omit<Part, 'key'>, basis: string): MadeFigure {
  return {
    name: t`Share`,
    value,
    meaning: t`${part.words} in percent of ${whole.words}.`,
    formula: t`${part.words} ÷ ${whole.words}`,
    basis,
    parts: [
      { key: 'part', ...part },
      { key: 'whole', ...whole },
    ],
  };
}

/** One amount less another: what lies between two figures. */
export function differenceFigure(
  { name, meaning, basis }: Pick<MadeFigure, 'name' | 'meaning' | 'basis'>,
  from: Named,
  less: Named,
): MadeFigure {
  return {
    name,
    value: formatMoney(lessOf(from.money, less.money)),
    meaning,
    formula: t`${from.words} − ${less.words}`,
    basis,
    parts: [
      { key: 'from', ...from },
      { key: 'less', ...less },
    ],
  };
}

/** The sum over a list, of which the rows at hand are named and the others told together. */
export function listFigure(
  figure: Pick<MadeFigure, 'name' | 'meaning' | 'basis'>,
  sum: Money,
  rows: readonly (Part & { readonly money: Money })[],
): MadeFigure {
  const here = rows.filter(({ money }) => signOf(money.amount) !== 0);
  const rest = lessOf(
    sum,
    sumOf(
      here.map(({ money }) => money.amount),
      sum.currency,
    ),
  );
  const others: Part[] =
    signOf(rest.amount) === 0 ? [] : [{ key: 'others', words: t`On the other pages of the list`, money: rest }];
  return {
    ...figure,
    value: formatMoney(sum),
    formula: t`the sum of the rows of the list`,
    parts: [...here, ...others],
  };
}

/** What is late of somebody or something, and of what it is made. */
export function overdueFigure(amount: Money, rows: readonly (Part & { readonly money: Money })[]): MadeFigure {
  const what = {
    name: t`Overdue`,
    meaning: t`Instalments of signed agreements whose day has passed and which have not arrived in full.`,
    basis: t`signed`,
  };
  const formula = t`the sum of what these instalments still expect, at the rates of their agreements`;
  return { ...listFigure(what, amount, rows), formula };
}
