import { parseCurrency } from '@dcc/domain/currency';
import { formatDecimal, type Money as ExactMoney, parseMoney } from '@dcc/domain/money';
import type { Money } from './views.ts';

/** An amount of the wire as exact money. What the server wrote is well formed, so a fault throws. */
export function exact(money: Money): ExactMoney {
  const currency = parseCurrency(money.currency);
  const read = currency === null ? null : parseMoney(money.amount, currency);
  if (read === null || !read.ok) throw new Error(`Not an amount: ${money.amount} ${money.currency}`);
  return read.value;
}

/** Exact money as it travels. */
export function onWire(money: ExactMoney): Money {
  return { amount: formatDecimal(money), currency: money.currency };
}
