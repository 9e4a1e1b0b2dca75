import './change.css';
import { t } from '@lingui/core/macro';
import type { Money } from '../api/views.ts';
import { lessOf } from './amounts.ts';
import { formatDate, formatDecimalText, formatMoney, formatPercent, signOf } from './format.ts';

/** What a figure was on an earlier day, and what lies between, in words and exact. */
export type Changed = {
  readonly was: string;
  readonly sign: -1 | 0 | 1;
  /** How much, without its sign. */
  readonly by: string;
};

const unsigned = (amount: string): string => amount.replace('-', '');

/** `plain` leaves the currency to the head of the column. */
export function moneyChange(now: Money, then: Money, as: 'full' | 'plain' = 'full'): Changed {
  const difference = lessOf(now, then);
  const words = (money: Money) => (as === 'full' ? formatMoney(money) : formatDecimalText(money.amount));
  return {
    was: words(then),
    sign: signOf(difference.amount),
    by: words({ ...difference, amount: unsigned(difference.amount) }),
  };
}

export function countChange(now: number, then: number): Changed {
  return { was: String(then), sign: signOf(String(now - then)), by: String(Math.abs(now - then)) };
}

/** Percentages of one decimal; the difference is in percentage points. */
export function percentChange(now: string, then: string): Changed {
  const tenths = (percent: string): number => Math.round(Number(percent) * 10);
  const difference = tenths(now) - tenths(then);
  const points = formatDecimalText((Math.abs(difference) / 10).toFixed(1));
  return { was: formatPercent(then), sign: signOf(String(difference)), by: t`${points} percentage points` };
}

type ChangeProps = { readonly on: string; readonly changed: Changed };

/** The change of a figure since an earlier day: signed for the eye, in words for who listens. */
export function Change({ on, changed: { was, sign, by } }: ChangeProps) {
  const day = formatDate(on);
  const words =
    sign === 0
      ? t`as on ${day}`
      : sign > 0
        ? t`${by} more than on ${day}, when it was ${was}`
        : t`${by} less than on ${day}, when it was ${was}`;
  return (
    <span className="change">
      <span className="visually-hidden">{words}</span>
      <span className="change__by" aria-hidden="true">
        {sign === 0 ? t`unchanged` : `${sign > 0 ? '+' : '−'}${by}`}
      </span>
      <span aria-hidden="true">
        {day}: {was}
      </span>
    </span>
  );
}

/** A difference in a column of its own: its sign for the eye, in words for who listens. */
export function SignedText({ money }: { readonly money: Money | null }) {
  const sign = money === null ? 0 : signOf(money.amount);
  if (money === null || sign === 0) return <span className="soft">–</span>;
  return (
    <span className="number">
      <span aria-hidden="true">{sign > 0 ? '+' : '−'}</span>
      {formatDecimalText(unsigned(money.amount))}
      <span className="visually-hidden"> {sign > 0 ? t`more` : t`less`}</span>
    </span>
  );
}
