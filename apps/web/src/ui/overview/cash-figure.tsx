import { parseDate } from '@dcc/domain/calendar-date';
import { entriesOf } from '@dcc/domain/counted';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { lazy } from 'react';
import type { Overview } from '../../api/views.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import type { ChartCell } from '../../charts/chart-table.tsx';
import { LazyChart } from '../../charts/lazy-chart.tsx';
import { unitWords } from '../amount-words.ts';
import { formatDate, formatMoney, type Scale } from '../format.ts';
import type { MadeFigure } from '../made-figure.tsx';
import { cashTitle } from './sentences.ts';

// Recharts is fetched after the page stands.
const CashChart = lazy(async () => ({ default: (await import('../../charts/cash-chart.tsx')).CashChart }));

/** What is recorded opens its entries; what is expected is none yet, and says how it is reckoned. */
function cell(row: Overview['series'][number], what: 'cash' | 'promised'): ChartCell {
  const { amount } = row[what];
  const to = parseDate(row.on);
  if (!row.projected && to !== null) return { number: amount, opens: { entries: entriesOf(what, { to }) } };
  return { number: amount, opens: { made: () => expectedFigure(row, what) } };
}

function expectedFigure(row: Overview['series'][number], what: 'cash' | 'promised'): MadeFigure {
  return {
    name: t`Expected on ${formatDate(row.on)}`,
    value: formatMoney(row[what]),
    meaning: t`What the fund would hold, and what it would still owe to positions, if everything came and went on its day.`,
    formula: t`what is recorded + signed instalments when due − approved years when they begin`,
    basis: t`expected, not recorded`,
    parts: [
      { key: 'cash', words: t`Cash`, money: row.cash },
      { key: 'promised', words: t`Promised`, money: row.promised },
    ],
  };
}

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
          cell(row, 'cash'),
          cell(row, 'promised'),
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
