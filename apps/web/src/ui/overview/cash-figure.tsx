import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { lazy } from 'react';
import type { Overview } from '../../api/views.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { LazyChart } from '../../charts/lazy-chart.tsx';
import { unitWords } from '../amount-words.ts';
import { formatDate, type Scale } from '../format.ts';
import { cashTitle } from './sentences.ts';

// Recharts is fetched after the page stands.
const CashChart = lazy(async () => ({ default: (await import('../../charts/cash-chart.tsx')).CashChart }));

/** Cash held against what is promised to positions. */
export function CashFigure({ overview, scale }: { readonly overview: Overview; readonly scale: Scale }) {
  const { series, asOf, today, entryCount } = overview;
  const title = cashTitle(overview);
  return (
    <ChartFrame
      id="cash"
      title={title}
      unit={t`${unitWords(scale)}, cash basis, end of each month`}
      summary={t`${title}. A line of the cash held over areas of what is promised and what is free, month by month; the future is dashed. The table holds the figures.`}
      help={t`The line is the cash that the fund holds. The lower area is what decisions have promised to position-years and not yet sent. What lies between is free to allocate; where cash is below the promise the area is red. Right of the dotted line: signed instalments on their due dates, approved years on theirs.`}
      note={plural(entryCount, {
        one: `Source: ledger, # entry. Right of the dotted line expected: signed instalments when due, approved years when they begin.`,
        other: `Source: ledger, # entries. Right of the dotted line expected: signed instalments when due, approved years when they begin.`,
      })}
      data={{
        head: [t`Month end`, t`Cash, US$`, t`Promised, US$`, t`Basis`],
        rows: series.map((row) => [
          formatDate(row.on),
          { number: row.cash.amount },
          { number: row.promised.amount },
          row.projected ? t`expected` : t`recorded`,
        ]),
      }}
      empty={<Trans>The line begins with the first deposit.</Trans>}
    >
      <LazyChart height={300}>
        <CashChart
          series={series}
          asOf={asOf}
          asOfLabel={asOf === today ? t`today` : formatDate(asOf)}
          scale={scale}
          label={title}
        />
      </LazyChart>
    </ChartFrame>
  );
}
