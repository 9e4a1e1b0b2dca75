import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { lazy } from 'react';
import type { Overview } from '../../api/views.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { formatDate, type Scale } from '../../ui/format.ts';
import { LazyChart } from '../../charts/lazy-chart.tsx';
import { unitWords } from '../../ui/amount-words.ts';
import { cashTitle, flowsTitle, yearsTitle } from './sentences.ts';

// Recharts is fetched after the page stands.
const CashChart = lazy(async () => ({ default: (await import('../../charts/cash-chart.tsx')).CashChart }));
const FlowChart = lazy(async () => ({ default: (await import('../../charts/flow-chart.tsx')).FlowChart }));
const YearChart = lazy(async () => ({ default: (await import('../../charts/year-chart.tsx')).YearChart }));

type ChartProps = { readonly overview: Overview; readonly scale: Scale };

/** Cash held against what is promised to positions. */
export function CashFigure({ overview, scale }: ChartProps) {
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

/** From contributors through pools to hosts. */
export function FlowFigure({ overview, scale }: ChartProps) {
  const { flows } = overview;
  const title = flowsTitle(overview);
  return (
    <ChartFrame
      id="flows"
      title={title}
      unit={t`${unitWords(scale)}, cash received and money allocated`}
      summary={t`${title}. Ribbons run from each contributor to the pools its money went to, and from each pool to the host organizations it was allocated to. The table holds the figures.`}
      help={t`The left half is cash received, net of refunds; the right half is money that decisions allocated to positions. Point at a name or a ribbon to follow it; select a ribbon to see its entries.`}
      note={t`Left: cash received. Right: allocated by decision. Select a ribbon to see its entries.`}
      data={{
        head: [t`From`, t`To`, t`Basis`, t`Amount, US$`],
        rows: [
          ...flows.received.map((flow) => [
            flow.contributor.name,
            flow.pool.name,
            t`received`,
            { number: flow.amount.amount },
          ]),
          ...flows.allocated.map((flow) => [
            flow.pool.name,
            flow.organization.name,
            t`allocated`,
            { number: flow.amount.amount },
          ]),
        ],
      }}
      empty={<Trans>The ribbons begin with the first deposit, and reach the hosts with the first allocation.</Trans>}
    >
      <LazyChart height={300}>
        <FlowChart flows={flows} scale={scale} label={title} />
      </LazyChart>
    </ChartFrame>
  );
}

/** Signed and received, year by year. */
export function YearFigure({ overview, scale }: ChartProps) {
  const years = overview.contributionsByYear;
  const title = yearsTitle(overview);
  return (
    <ChartFrame
      id="years"
      title={title}
      unit={t`${unitWords(scale)}, signed and received, at the rate of each date`}
      summary={t`${title}. Two bars a year: what was signed and what was received. The table holds the figures.`}
      help={t`Signed counts agreements in the year of their signature, received counts cash in the year it arrived, net of refunds. One agreement is often received over several years.`}
      legend={[
        { mark: 'signed', label: t`signed` },
        { mark: 'paid', label: t`received` },
      ]}
      data={{
        head: [t`Year`, t`Signed, US$`, t`Received, US$`],
        rows: years.map((row) => [String(row.year), { number: row.signed.amount }, { number: row.received.amount }]),
      }}
      empty={<Trans>The years begin with the first agreement.</Trans>}
    >
      <LazyChart height={240}>
        <YearChart years={years} scale={scale} label={title} />
      </LazyChart>
    </ChartFrame>
  );
}
