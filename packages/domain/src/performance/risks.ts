import { BOOK_CURRENCY } from '../currency.ts';
import type { ExchangeRate } from '../exchange-rate.ts';
import { compare, divideHalfEven, type Money, money, sum } from '../money.ts';

/** What can go wrong for positions and the fund, as far as the records tell of it. */
export const RISK_KINDS = [
  'year-not-funded',
  'instalment-overdue',
  'one-contributor',
  'currency',
  'report-missing',
  'slow-recruitment',
] as const;
export type RiskKind = (typeof RISK_KINDS)[number];

export const GRADES = ['low', 'medium', 'high'] as const;
export type Grade = (typeof GRADES)[number];

/**
 * From which measure on a risk is graded medium and high. Nobody knows a probability: the grade says how far a thing has gone by the
 * records. Days and tenths of a percent count upwards, but for a year without money, of which the days until it begins count down.
 */
export const LIKELIHOOD_MARKS: Readonly<Record<RiskKind, { readonly medium: number; readonly high: number }>> = {
  // Nine months ahead is when it begins to wait for somebody; four to five months is what recruitment and transfers take.
  'year-not-funded': { medium: -270, high: -120 },
  // A reminder has gone out by then; a quarter later it is no oversight.
  'instalment-overdue': { medium: 30, high: 90 },
  'one-contributor': { medium: 1, high: 90 },
  // Tenths of a percent that a currency has moved in twelve months.
  currency: { medium: 50, high: 100 },
  // Final figures are due on 30 April.
  'report-missing': { medium: 1, high: 90 },
  // Four to five months are usual (jpo.gov.kw).
  'slow-recruitment': { medium: 120, high: 150 },
};

/** From which share of the cash balance on, in percent, what is at stake weighs medium and high. */
export const IMPACT_MARKS = { medium: 5, high: 20 } as const;

/** Of money expected in other currencies, the part that is at stake: what a move of ten percent would cost. */
export const EXPOSED_PERCENT = 10;

/** One thing that a risk is made of: what is at stake, US dollars, and how far it has gone. */
export type Sign = { readonly kind: RiskKind; readonly amount: Money; readonly measure: number };

/** A risk by all its signs: what is at stake together, and the measure of the worst of them. */
export type Risk = {
  readonly kind: RiskKind;
  readonly signs: number;
  readonly atStake: Money;
  readonly measure: number;
  readonly likelihood: Grade;
  readonly impact: Grade;
};

export function likelihoodOf(kind: RiskKind, measure: number): Grade {
  const { medium, high } = LIKELIHOOD_MARKS[kind];
  if (measure >= high) return 'high';
  return measure >= medium ? 'medium' : 'low';
}

/** By the share of the cash balance; without cash everything weighs. */
export function impactOf(atStake: Money, cash: Money): Grade {
  const reaches = (percent: number) => atStake.minor * 100n >= cash.minor * BigInt(percent);
  if (cash.minor <= 0n || reaches(IMPACT_MARKS.high)) return 'high';
  return reaches(IMPACT_MARKS.medium) ? 'medium' : 'low';
}

const worth = ({ likelihood, impact }: Risk): number => GRADES.indexOf(likelihood) + GRADES.indexOf(impact);

/** The risks that any record tells of, the gravest first; what nothing is at stake of is none. */
export function risksOf(signs: readonly Sign[], cash: Money): Risk[] {
  return RISK_KINDS.flatMap((kind): Risk[] => {
    const own = signs.filter((sign) => sign.kind === kind && sign.amount.minor > 0n);
    if (own.length === 0) return [];
    const atStake = sum(
      own.map(({ amount }) => amount),
      BOOK_CURRENCY,
    );
    const measure = Math.max(...own.map((sign) => sign.measure));
    const grades = { likelihood: likelihoodOf(kind, measure), impact: impactOf(atStake, cash) };
    return [{ kind, signs: own.length, atStake, measure, ...grades }];
  }).toSorted((left, right) => worth(right) - worth(left) || compare(right.atStake, left.atStake));
}

/** By how many tenths of a percent the dollar value of a currency has moved between two rates, up or down. */
export function movedTenths(before: ExchangeRate, now: ExchangeRate): number {
  // A unit is worth scale / units dollars.
  const [then, since] = [before.scale * now.units, now.scale * before.units];
  const moved = divideHalfEven((since - then) * 1000n, then);
  return Number(moved < 0n ? -moved : moved);
}

/** What a move of the mark would cost of an amount expected in another currency. */
export function exposedPart(value: Money): Money {
  return money(divideHalfEven(value.minor * BigInt(EXPOSED_PERCENT), 100n), BOOK_CURRENCY);
}
