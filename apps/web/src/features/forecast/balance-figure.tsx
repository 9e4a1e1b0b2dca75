import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { lazy } from 'react';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { LazyChart } from '../../charts/lazy-chart.tsx';
import { formatMonth, type Scale } from '../../ui/format.ts';
import { unitWords } from '../../ui/amount-words.ts';
import { usd } from './facts.ts';
import { balanceTitle } from './forecast-sentences.ts';
import { isEmpty, type Run } from './runs.ts';

// Recharts is fetched after the page stands.
const ForecastChart = lazy(async () => ({ default: (await import('../../charts/forecast-chart.tsx')).ForecastChart }));

type Props = { readonly shown: Run; readonly runs: readonly Run[]; readonly scale: Scale };

/** Cash and obligations month by month, of one scenario in full and of the others as lines. */
export function BalanceFigure({ shown, runs, scale }: Props) {
  const { months } = shown.forecast;
  const others = runs.filter((run) => run !== shown);
  const title = balanceTitle(shown);
  return (
    <ChartFrame
      id="balance"
      title={title}
      unit={t`${unitWords(scale)}, cash basis, end of each month`}
      summary={t`${title}. A line of the cash over bars of what comes in, above nought, and what falls due, below it, month by month. The table holds the figures.`}
      help={t`Signed instalments come when they are due, overdue ones and pledges not unless a scenario says so. A contract year of an approved position is paid whole in the month in which it begins, first from earmarked pools that have paid this position before, then from unearmarked money. A red bar: that month ends with money missing. Amounts in other currencies are at the rate in force on the day above.`}
      note={t`Expected, not recorded. The operating reserve is not spent. Interest and costs of the fund are left out but for the percentage above.`}
      legend={[
        { mark: 'signed', label: t`comes in` },
        { mark: 'promised', label: t`falls due` },
        { mark: 'short', label: t`falls due, and money is missing` },
      ]}
      data={{
        head: [
          t`Month`,
          t`Comes in, US$`,
          t`Falls due, US$`,
          t`Support cost and fees, US$`,
          t`Cash at its end, US$`,
          t`Still owed to positions, US$`,
          t`Missing, US$`,
          ...others.map(({ letter }) => t`Cash in ${letter}, US$`),
        ],
        rows: isEmpty(shown)
          ? []
          : months.map((month, index) => [
              formatMonth(month.on),
              ...[month.received, month.due, month.fees, month.cash, month.owed, month.missing].map((amount) => ({
                number: usd(amount).amount,
              })),
              ...others.map(({ forecast }) => ({ number: usd(forecast.months[index]?.cash ?? 0n).amount })),
            ]),
      }}
      empty={<Trans>The picture begins with the first agreement, deposit or approved position.</Trans>}
    >
      <LazyChart height={320}>
        <ForecastChart
          months={months.map(({ on, received, due, cash, missing }) => ({
            on,
            received: usd(received),
            due: usd(due),
            cash: usd(cash),
            missing: missing > 0n,
          }))}
          letter={shown.letter}
          others={others.map(({ letter, forecast }) => ({
            letter,
            cash: forecast.months.map(({ cash }) => usd(cash)),
          }))}
          scale={scale}
          label={title}
        />
      </LazyChart>
    </ChartFrame>
  );
}
