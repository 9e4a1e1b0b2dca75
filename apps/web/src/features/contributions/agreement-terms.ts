import { t } from '@lingui/core/macro';
import type { Money } from '../../api/views.ts';
import { lessOf, sumOf } from '../../ui/amounts.ts';
import { formatMoney, signOf } from '../../ui/format.ts';

/** What the rows of a form add up to while they are typed. */
export function instalmentTotal(rows: unknown, currency: string): Money {
  const amounts = Array.isArray(rows)
    ? rows.map((row: { amount?: unknown } | undefined) => (typeof row?.amount === 'string' ? row.amount : ''))
    : [];
  return sumOf(amounts, currency);
}

/** How a signed total stands to the pledge it replaces. */
export function compareTotal(total: Money, pledged: Money): string {
  const announced = formatMoney(pledged);
  if (total.currency !== pledged.currency) return t`pledged: ${announced}`;
  const difference = lessOf(total, pledged);
  const sign = signOf(difference.amount);
  if (sign === 0) return t`as pledged`;
  const size = formatMoney({ ...difference, amount: difference.amount.replace('-', '') });
  return sign < 0 ? t`${size} less than the ${announced} pledged` : t`${size} more than the ${announced} pledged`;
}
