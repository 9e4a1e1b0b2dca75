import { divideHalfEven, type Money, money } from '../money.ts';
import { accepted, refused, type Result } from '../result.ts';

/** Percent with at most two decimals, 0 to 100. */
export const PERCENT = /^(?:100(?:\.0{1,2})?|\d{1,2}(?:\.\d{1,2})?)$/u;

/**
 * What a percentage was taken of: the agent fee of deposits, the support cost of expenditure, the operating reserve of planned
 * annual expenditure. `base` is in US dollars; a reversal carries it negative.
 */
export type Charge = { readonly percent: string; readonly base: Money };

/** What a percentage comes to: base × percent, rounded half to even once. */
export function chargedAmount({ percent, base }: Charge): Money {
  const [whole = '0', fraction = ''] = percent.split('.');
  const hundredths = BigInt(whole + fraction.padEnd(2, '0'));
  return money(divideHalfEven(base.minor * hundredths, 10_000n), base.currency);
}

/** Refuses a percentage of more than there is to take it of. */
export function checkBase(
  charge: Charge,
  uncharged: Money,
): Result<Charge, { kind: 'ChargeAboveBase'; remaining: Money; requested: Money }> {
  return charge.base.minor > uncharged.minor
    ? refused({ kind: 'ChargeAboveBase', remaining: uncharged, requested: charge.base })
    : accepted(charge);
}
