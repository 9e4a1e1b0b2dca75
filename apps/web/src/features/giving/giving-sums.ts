import { BOOK_CURRENCY, parseCurrency } from '@dcc/domain/currency';
import { compare, sum } from '@dcc/domain/money';
import { exact, onWire } from '../../api/exact.ts';
import type { Giving, GivingRow, Money } from '../../api/views.ts';

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
