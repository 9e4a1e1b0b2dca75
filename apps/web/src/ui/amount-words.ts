import { t } from '@lingui/core/macro';
import type { Money } from '../api/views.ts';
import { currencySign, formatMoneyWhole, formatScaled, type Scale } from './format.ts';

/** An amount as it is read aloud: `US$ 1.87 million`, below a million `US$ 214,000`. */
export function amountWords(money: Money): string {
  const digits = (money.amount.replace('-', '').split('.')[0] ?? '').length;
  if (digits < 7) return formatMoneyWhole(money);
  const [sign, millions] = [currencySign(money.currency), formatScaled(money.amount, 'million')];
  return t`${sign}\u00a0${millions}\u00a0million`;
}

/** The unit of large figures, in words. */
export function unitWords(scale: Scale): string {
  if (scale === 'million') return t`US$ million`;
  return scale === 'thousand' ? t`US$ thousand` : t`US$`;
}
