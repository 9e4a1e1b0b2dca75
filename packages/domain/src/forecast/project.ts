import type { CalendarDate } from '../calendar-date.ts';
import { divideHalfEven } from '../money.ts';
import { dueOf, endOfMonth, type Facts, HORIZON, monthIn, type Position, type Year } from './facts.ts';

/** A month of a forecast, US dollars in cents; `cash`, `owed` and `missing` stand at its end. */
export type ForecastMonth = {
  readonly on: CalendarDate;
  /** Instalments and pledges that come in. */
  readonly received: bigint;
  /** Contract years of approved positions that fall due. */
  readonly due: bigint;
  /** Support cost and fees on what falls due. */
  readonly fees: bigint;
  /** The cash if all that falls due is paid: below nought, money is missing. */
  readonly cash: bigint;
  /** What approved positions still cost after this month. */
  readonly owed: bigint;
  /** What is reserved or fell due, and no money that may pay for it has come yet. */
  readonly missing: bigint;
  /** The part of it that is there, in earmarked pools that have not paid for what lacks it. */
  readonly elsewhere: bigint;
};

/** How a position fares: when the money for one of its years is first missing, and how much; `null`: it is paid to its end. */
export type Outcome = { readonly id: string; readonly shortOn: CalendarDate | null; readonly short: bigint };

export type Forecast = {
  readonly asOf: CalendarDate;
  readonly cash: bigint;
  readonly owed: bigint;
  readonly months: readonly ForecastMonth[];
  /** The cash after the last month. */
  readonly closing: bigint;
  readonly positions: readonly Outcome[];
};

/**
 * Free money: of each earmarked pool, and of all unearmarked pools together, which may fall below nought. `all` is the sum of both;
 * of that the reserve is not to be spent.
 */
type Pots = { readonly earmarked: Map<string, bigint>; common: bigint; all: bigint; readonly reserve: bigint };

type Due = { readonly position: Position; readonly year: Year; readonly month: number };

const total = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, amount) => sum + amount, 0n);

/** Free is what no decision has reserved. What an earmarked pool has reserved beyond its cash the unearmarked money has to pay. */
function potsOf({ pools, reserve }: Facts): Pots {
  const earmarked = new Map<string, bigint>();
  let common = 0n;
  for (const pool of pools) {
    const free = pool.cash - pool.reserved;
    if (pool.earmarked && free >= 0n) earmarked.set(pool.id, free);
    else common += free;
  }
  return { earmarked, common, all: common + total([...earmarked.values()]), reserve };
}

const orNothing = (amount: bigint): bigint => (amount > 0n ? amount : 0n);
const larger = (left: bigint, right: bigint): bigint => (left > right ? left : right);

/** What all pots together lack to keep the reserve. */
const lackingInAll = ({ all, reserve }: Pots): bigint => orNothing(reserve - all);

/** What the pots lack: unearmarked money that was spent before it came, or money to keep the reserve. */
const lacking = (pots: Pots): bigint => larger(-pots.common, lackingInAll(pots));

/** Every year that still asks for money, in the order in which it is paid: by day, then as the positions stand. */
function duesOf({ asOf, positions }: Facts): Due[] {
  return positions
    .flatMap((position) => position.years.map((year) => ({ position, year, month: monthIn(asOf, year.startsOn) })))
    .filter(({ year }) => dueOf(year) > 0n)
    .toSorted(({ year: left }, { year: right }) =>
      left.startsOn === right.startsOn ? 0 : left.startsOn < right.startsOn ? -1 : 1,
    );
}

/**
 * Takes what a year asks beyond its reservation: from the earmarked pools that have paid its position, then from the unearmarked
 * money. Answers what nothing covers.
 */
function take(pots: Pots, { position, year }: Due): bigint {
  const asked = orNothing(dueOf(year) - orNothing(year.allocated - year.sent));
  const before = lacking(pots);
  let left = asked;
  for (const poolId of position.paidFrom) {
    const free = pots.earmarked.get(poolId) ?? 0n;
    const part = free < left ? free : left;
    pots.earmarked.set(poolId, free - part);
    left -= part;
  }
  pots.common -= left;
  pots.all -= asked;
  return lacking(pots) - before;
}

/**
 * Cash and obligations month by month. Signed instalments come when they are due and overdue ones not at all; a pledge comes where
 * somebody says when. A contract year is paid whole on its first day, and what it lacks stays missing until money that may pay for
 * it comes. `fees` is in hundredths of a percent of what falls due.
 */
export function project(facts: Facts, fees = 0): Forecast {
  const { asOf } = facts;
  const pots = potsOf(facts);
  const earmarks = new Map(facts.pools.map(({ id, earmarked }) => [id, earmarked]));
  const dues = Map.groupBy(duesOf(facts), ({ month }) => month);
  const expected = facts.receipts.flatMap((receipt) =>
    receipt.dueOn === null || receipt.dueOn < asOf ? [] : [{ ...receipt, month: monthIn(asOf, receipt.dueOn) }],
  );
  const receipts = Map.groupBy(expected, ({ month }) => month);
  const short = new Map<string, Outcome>();
  const opening = {
    cash: total(facts.pools.map(({ cash }) => cash)),
    owed: total(facts.positions.flatMap(({ years }) => years.map(dueOf))),
  };
  let { cash, owed } = opening;
  const months = Array.from({ length: HORIZON }, (_, index): ForecastMonth => {
    const on = endOfMonth(asOf, index);
    let [received, due, charged] = [0n, 0n, 0n];
    for (const { poolId, value } of receipts.get(index) ?? []) {
      received += value;
      pots.all += value;
      if (earmarks.get(poolId) === true) pots.earmarked.set(poolId, (pots.earmarked.get(poolId) ?? 0n) + value);
      else pots.common += value;
    }
    for (const each of dues.get(index) ?? []) {
      const [asked, { id }] = [dueOf(each.year), each.position];
      const fee = divideHalfEven(asked * BigInt(fees), 10_000n);
      pots.common -= fee;
      pots.all -= fee;
      const missing = take(pots, each);
      if (missing > 0n && !short.has(id)) short.set(id, { id, shortOn: on, short: missing });
      due += asked;
      charged += fee;
    }
    cash += received - due - charged;
    owed -= due;
    const missing = lacking(pots);
    return { on, received, due, fees: charged, cash, owed, missing, elsewhere: missing - lackingInAll(pots) };
  });
  const positions = facts.positions.map(({ id }) => short.get(id) ?? { id, shortOn: null, short: 0n });
  return { asOf, ...opening, months, closing: cash, positions };
}

/** The figures by which scenarios are compared. */
export type KeyFigures = {
  /** The lowest cash at the end of a month, and the first month that ends with it. */
  readonly lowest: { readonly on: CalendarDate; readonly cash: bigint };
  /** The first month that ends with money missing, how much, and how much of that is there in other earmarked pools. */
  readonly shortOn: CalendarDate | null;
  readonly firstMissing: bigint;
  readonly elsewhere: bigint;
  readonly mostMissing: bigint;
  readonly paid: number;
  readonly positions: number;
  readonly closing: bigint;
};

export function keyFigures({ asOf, cash, months, closing, positions }: Forecast): KeyFigures {
  const lowest = months.reduce((least, month) => (month.cash < least.cash ? month : least), { on: asOf, cash });
  const short = months.find(({ missing }) => missing > 0n) ?? { on: null, missing: 0n, elsewhere: 0n };
  return {
    lowest: { on: lowest.on, cash: lowest.cash },
    shortOn: short.on,
    firstMissing: short.missing,
    elsewhere: short.elsewhere,
    mostMissing: months.reduce((most, { missing }) => larger(most, missing), 0n),
    paid: positions.filter(({ shortOn }) => shortOn === null).length,
    positions: positions.length,
    closing,
  };
}
