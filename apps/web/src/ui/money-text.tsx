import type { Money } from '../api/views.ts';
import { formatDecimalText, formatMoney, formatScaled, type Scale } from './format.ts';

type MoneyTextProps = {
  readonly money: Money;
  /** `full` names the currency, `plain` leaves it to the column's head, a unit rounds (the exact amount stays in the title). */
  readonly as?: 'full' | 'plain' | Scale;
};

/** An amount in tabular figures, exact from its decimal text. */
export function MoneyText({ money, as = 'full' }: MoneyTextProps) {
  if (as === 'full') return <span className="number">{formatMoney(money)}</span>;
  if (as === 'plain') return <span className="number">{formatDecimalText(money.amount)}</span>;
  return (
    <data className="number" value={money.amount} title={formatMoney(money)}>
      {formatScaled(money.amount, as)}
    </data>
  );
}
