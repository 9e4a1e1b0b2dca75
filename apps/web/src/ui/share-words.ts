import { compare, percentOf, sum } from '@dcc/domain/money';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { t } from '@lingui/core/macro';
import { exact, onWire } from '../api/exact.ts';
import type { Money } from '../api/views.ts';
import { formatDecimalText, signOf } from './format.ts';

/** Numbers up to twelve in words, as a newspaper writes them. */
export function inWords(count: number): string {
  const words = [
    t`no`,
    t`one`,
    t`two`,
    t`three`,
    t`four`,
    t`five`,
    t`six`,
    t`seven`,
    t`eight`,
    t`nine`,
    t`ten`,
    t`eleven`,
    t`twelve`,
  ];
  return words[count] ?? String(count);
}

/** A sentence begins with a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A share in whole percent: `71 %`; `null` of nothing. What is nearly all or nearly nothing is not rounded to all or nothing. */
export function wholePercent(part: Money, whole: Money): string | null {
  const percent = percentOf(exact(part), exact(whole));
  if (percent === null) return null;
  const words = `${formatDecimalText(percent, 0)}\u00a0%`;
  const [nearlyAll, nearlyNothing] = [t`more than 99\u00a0%`, t`less than 1\u00a0%`];
  if (words === '100\u00a0%' && compare(exact(part), exact(whole)) < 0) return nearlyAll;
  return words === '0\u00a0%' && signOf(part.amount) > 0 ? nearlyNothing : words;
}

/** The sum of amounts in US dollars. */
export function total(amounts: readonly Money[]): Money {
  return onWire(
    sum(
      amounts.map((amount) => exact(amount)),
      BOOK_CURRENCY,
    ),
  );
}
