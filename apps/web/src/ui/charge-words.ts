import { PERCENT, chargedAmount } from '@dcc/domain/ledger/charge';
import { t } from '@lingui/core/macro';
import { exact, onWire } from '../api/exact.ts';
import type { Money } from '../api/views.ts';
import { formatMoney, formatPercent } from './format.ts';

/** What a percentage of an amount comes to, by the rule that posts it. */
export function chargedMoney(percent: string, base: Money): Money {
  return onWire(chargedAmount({ percent, base: exact(base) }));
}

/** The same in words while somebody types; `null` for what is no percentage or no amount yet. */
export function chargeWords(percent: unknown, base: unknown): string | null {
  if (typeof percent !== 'string' || typeof base !== 'string' || !PERCENT.test(percent)) return null;
  if (!/^\d{1,15}(?:\.\d{1,2})?$/u.test(base)) return null;
  const of = { amount: base, currency: 'USD' };
  const [share, whole, amount] = [formatPercent(percent), formatMoney(of), formatMoney(chargedMoney(percent, of))];
  return t`${share} of ${whole} is ${amount}`;
}
