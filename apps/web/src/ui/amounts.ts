import { parseCurrency } from '@dcc/domain/currency';
import { add, compare, formatDecimal, type Money as ExactMoney, parseMoney, subtract, zero } from '@dcc/domain/money';
import type { Money } from '../api/views.ts';

/** Reads a decimal text exactly; `null` for one that is no amount of the currency, as while somebody types. */
function exact(amount: string, currency: string): ExactMoney | null {
  const code = parseCurrency(currency);
  if (code === null) return null;
  const parsed = parseMoney(amount, code);
  return parsed.ok ? parsed.value : null;
}

function onWire(money: ExactMoney): Money {
  return { amount: formatDecimal(money), currency: money.currency };
}

/** The exact sum of decimal texts in one currency; what is not (yet) an amount counts as nothing. */
export function sumOf(amounts: readonly string[], currency: string): Money {
  const code = parseCurrency(currency);
  if (code === null) return { amount: '0', currency };
  return onWire(add(zero(code), ...amounts.map((amount) => exact(amount, code) ?? zero(code))));
}

/** One amount less another of the same currency, exact. */
export function lessOf(from: Money, amount: Money): Money {
  const [left, right] = [exact(from.amount, from.currency), exact(amount.amount, from.currency)];
  return left === null || right === null ? from : onWire(subtract(left, right));
}

/** Whether one amount is at least as large as another of the same currency. */
export function covers(amount: Money, needed: Money): boolean {
  const [left, right] = [exact(amount.amount, amount.currency), exact(needed.amount, amount.currency)];
  return left !== null && right !== null && compare(left, right) >= 0;
}
