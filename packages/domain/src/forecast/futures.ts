import { addMonths } from '../calendar-date.ts';
import { BOOK_CURRENCY, type Currency } from '../currency.ts';
import { divideHalfEven } from '../money.ts';
import { type Facts, HORIZON, monthIn, type Receipt } from './facts.ts';
import { project } from './project.ts';
import { costing } from './scenario.ts';

/** What somebody assumes of chance. No record says any of it. Percent and months are whole numbers. */
export type Assumptions = {
  /** Percent of signed instalments, of overdue ones and of pledges that come at all. */
  readonly signed: number;
  readonly overdue: number;
  readonly pledged: number;
  /** Months after which a pledge is paid, where the scenario does not say. */
  readonly pledgeAfter: number;
  /** The most months that a payment comes late; each number of months up to it is as likely. */
  readonly delay: number;
  /** Percent by which the dollar moves against each currency in a year: the standard deviation. */
  readonly dollar: number;
  /** Percent by which costs rise a year: something between the two, the same in every year of one future. */
  readonly costsLeast: number;
  readonly costsMost: number;
};

/** A whole number from 0 to `most`, each as likely; the caller knows chance, the domain does not. */
export type Draw = (most: number) => number;

/** A unit of exchange rates: a thousand-millionth. */
const PARTS = 1_000_000_000n;

/**
 * What the dollar gains on a currency, month by month, in parts of PARTS. Each month it moves by a share that is as likely to be
 * anything between half the yearly percentage down and half of it up: twelve such months spread by just that percentage. Whole
 * numbers only, so that every browser draws the same.
 */
function dollarPath(dollar: number, draw: Draw): bigint[] {
  let value = PARTS;
  return Array.from({ length: HORIZON }, () => {
    const step = BigInt(draw(dollar * 10_000) - dollar * 5_000);
    value = divideHalfEven(value * (1_000_000n + step), 1_000_000n);
    return value;
  });
}

function drawReceipt(receipt: Receipt, facts: Facts, assumptions: Assumptions, draw: Draw): Receipt {
  const { asOf } = facts;
  const late = receipt.dueOn !== null && receipt.dueOn < asOf;
  const percent = receipt.kind === 'pledge' ? assumptions.pledged : late ? assumptions.overdue : assumptions.signed;
  const [comes, months] = [draw(99) < percent, draw(assumptions.delay)];
  const from = receipt.dueOn ?? addMonths(asOf, assumptions.pledgeAfter);
  return { ...receipt, dueOn: comes ? addMonths(from < asOf ? asOf : from, months) : null };
}

/**
 * One future of the facts. What is drawn, and in which order: for each receipt whether it comes and how late, then for each currency
 * in which one is due the path of the dollar, then by how much costs rise.
 */
export function drawFuture(facts: Facts, assumptions: Assumptions, draw: Draw): Facts {
  const { asOf } = facts;
  const drawn = facts.receipts.map((receipt) => drawReceipt(receipt, facts, assumptions, draw));
  const currencies = new Set(facts.receipts.map(({ currency }) => currency).filter((each) => each !== BOOK_CURRENCY));
  const paths = new Map<Currency, bigint[]>(
    [...currencies].map((each) => [each, dollarPath(assumptions.dollar, draw)]),
  );
  const { costsLeast, costsMost } = assumptions;
  const rise = BigInt(100 * costsLeast + draw(Math.max(0, 100 * (costsMost - costsLeast))));
  return {
    ...facts,
    receipts: drawn.map((receipt) => {
      const { dueOn, value, currency } = receipt;
      const dollar = dueOn === null ? undefined : paths.get(currency)?.[monthIn(asOf, dueOn)];
      return dollar === undefined ? receipt : { ...receipt, value: divideHalfEven(value * PARTS, dollar) };
    }),
    positions: facts.positions.map((position) => ({
      ...position,
      years: position.years.map((year) => {
        let risen = year;
        for (let past = 12; past <= monthIn(asOf, year.startsOn); past += 12) risen = costing(risen, 10_000n + rise);
        return risen;
      }),
    })),
  };
}

/** How one future ends: the cash at the end of each month, and whether every position is paid to its end. */
export type Future = { readonly cash: readonly bigint[]; readonly paid: boolean };

/** Draws so many futures, one after the other: the first are the same however many follow. */
export function* futures(
  facts: Facts,
  assumptions: Assumptions,
  given: { readonly count: number; readonly fees: number; readonly draw: Draw },
): Generator<Future, void> {
  for (let index = 0; index < given.count; index += 1) {
    const { months, positions } = project(drawFuture(facts, assumptions, given.draw), given.fees);
    yield { cash: months.map(({ cash }) => cash), paid: positions.every(({ shortOn }) => shortOn === null) };
  }
}

/** The percentiles that a fan shows. */
export const PERCENTILES = [5, 25, 50, 75, 95] as const;

/** Of each month's cash in all futures the value that so many percent of them do not exceed (the nearest rank), cents. */
export function fanOf(cashByMonth: readonly BigInt64Array[]): bigint[][] {
  return cashByMonth.map((values) => {
    const sorted = values.toSorted();
    return PERCENTILES.map((percent) => sorted[Math.ceil((percent * sorted.length) / 100) - 1] ?? 0n);
  });
}
