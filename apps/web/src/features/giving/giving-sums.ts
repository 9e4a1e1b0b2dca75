import { entriesOf, givenEntries } from '@dcc/domain/counted';
import { BOOK_CURRENCY, parseCurrency } from '@dcc/domain/currency';
import { compare, sum } from '@dcc/domain/money';
import { t } from '@lingui/core/macro';
import { exact, onWire } from '../../api/exact.ts';
import type { Giving, GivingRow, Money } from '../../api/views.ts';
import { listFigure } from '../../ui/common-figures.ts';
import type { MadeFigure } from '../../ui/made-figure.tsx';

/** Whose money is shown, and in which currency: US dollars are all of it, another currency only what was in it. */
export type Shown = { readonly contributorId: string | undefined; readonly currency: string };

export type YearOfGiving = {
  readonly year: number;
  readonly pledged: Money;
  readonly signed: Money;
  readonly received: Money;
  /** It has not ended. */
  readonly incomplete: boolean;
};

function shownRows({ rows }: Giving, { contributorId, currency }: Shown): readonly GivingRow[] {
  return rows.filter(
    (row) =>
      (contributorId === undefined || row.contributorId === contributorId) &&
      (currency === BOOK_CURRENCY || row.original.currency === currency),
  );
}

/** The currencies in which a contributor, or anybody, promised or paid; US dollars first. */
export function currenciesOf({ rows }: Giving, contributorId: string | undefined): string[] {
  const own = rows.filter((row) => contributorId === undefined || row.contributorId === contributorId);
  const others = new Set(own.map(({ original }) => original.currency).filter((code) => code !== BOOK_CURRENCY));
  return [BOOK_CURRENCY, ...[...others].toSorted()];
}

function stepTotal(rows: readonly GivingRow[], step: GivingRow['step'], currency: string): Money {
  const inDollars = currency === BOOK_CURRENCY;
  const amounts = rows.filter((row) => row.step === step).map((row) => exact(inDollars ? row.value : row.original));
  return onWire(sum(amounts, parseCurrency(currency) ?? BOOK_CURRENCY));
}

/** The years without gaps, from the first in which anything was announced, signed or paid. */
export function yearsOfGiving(giving: Giving, shown: Shown): YearOfGiving[] {
  const rows = shownRows(giving, shown);
  if (rows.length === 0) return [];
  const years = rows.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index;
    const own = rows.filter((row) => row.year === year);
    return {
      year,
      pledged: stepTotal(own, 'pledged', shown.currency),
      signed: stepTotal(own, 'signed', shown.currency),
      received: stepTotal(own, 'received', shown.currency),
      incomplete: year >= giving.currentYear,
    };
  });
}

export type Giver = { readonly id: string; readonly name: string; readonly received: Money; readonly upTo: Money };

/** Who paid, largest first, each with what it and all larger ones paid together: US dollars. */
export function givers(giving: Giving): Giver[] {
  const paid = giving.contributors
    .map(({ id, name }) => ({
      id,
      name,
      received: stepTotal(shownRows(giving, { contributorId: id, currency: BOOK_CURRENCY }), 'received', BOOK_CURRENCY),
    }))
    .filter(({ received }) => exact(received).minor > 0n)
    .toSorted((left, right) => compare(exact(right.received), exact(left.received)));
  return paid.map((giver, index) => ({
    ...giver,
    upTo: onWire(
      sum(
        paid.slice(0, index + 1).map(({ received }) => exact(received)),
        BOOK_CURRENCY,
      ),
    ),
  }));
}

export const GIVING_STEPS = ['pledged', 'signed', 'received'] as const satisfies readonly GivingRow['step'][];

function stepWord(step: GivingRow['step']): string {
  switch (step) {
    case 'pledged':
      return t`Pledged`;
    case 'signed':
      return t`Signed`;
    case 'received':
      return t`Received`;
  }
}

/** What came together in a year, contributor by contributor, each with its entries. */
export function yearFigure(
  giving: Giving,
  shown: Shown,
  { year, ...amounts }: YearOfGiving,
  step: GivingRow['step'],
): MadeFigure {
  const rows = shownRows(giving, shown).filter((row) => row.year === year && row.step === step);
  const figure = listFigure(
    {
      name: `${stepWord(step)}, ${year}`,
      meaning: t`What contributors announced, signed or paid in the year. The three are apart and never added up.`,
      basis: step === 'received' ? t`cash` : step === 'signed' ? t`signed` : t`pledged`,
    },
    amounts[step],
    [...Map.groupBy(rows, ({ contributorId }) => contributorId)].map(([id, own]) => ({
      key: id,
      words: giving.contributors.find((each) => each.id === id)?.name ?? id,
      money: stepTotal(own, step, shown.currency),
      page: { to: '/contributors/$id', id },
      entries: givenEntries(step, year, { contributorId: id }),
    })),
  );
  return {
    ...figure,
    formula: t`the sum of what each contributor gave, at the rate of each date or in the currency chosen`,
  };
}

/** What a contributor and all larger ones paid together. */
export function togetherFigure(upTo: Money, paid: readonly Giver[]): MadeFigure {
  const last = paid.findIndex((giver) => giver.upTo.amount === upTo.amount);
  const figure = listFigure(
    { name: t`Received together`, meaning: t`What a contributor and all larger ones paid.`, basis: t`cash` },
    upTo,
    paid.slice(0, last + 1).map(({ id, name, received }) => ({
      key: id,
      words: name,
      money: received,
      page: { to: '/contributors/$id', id },
      entries: entriesOf('received', { contributorId: id }),
    })),
  );
  return { ...figure, formula: t`the sum of what they paid, less refunds` };
}

/** All that was given by one step, US dollars: the sum over all years. */
export const givenIn = ({ rows }: Giving, step: GivingRow['step']): Money => stepTotal(rows, step, BOOK_CURRENCY);

/** The words of a step, for a line of its own. */
export const givenWord = stepWord;
