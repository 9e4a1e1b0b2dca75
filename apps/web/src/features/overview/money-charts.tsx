import { entriesOf, givenEntries } from '@dcc/domain/counted';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { lazy } from 'react';
import type { Overview } from '../../api/views.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import type { Scale } from '../../ui/format.ts';
import { LazyChart } from '../../charts/lazy-chart.tsx';
import { unitWords } from '../../ui/amount-words.ts';
import { flowsTitle, yearsTitle } from '../../ui/overview/sentences.ts';

// Recharts is fetched after the page stands.
const FlowChart = lazy(async () => ({ default: (await import('../../charts/flow-chart.tsx')).FlowChart }));
const YearChart = lazy(async () => ({ default: (await import('../../charts/year-chart.tsx')).YearChart }));

type ChartProps = { readonly overview: Overview; readonly scale: Scale };

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
            {
              number: flow.amount.amount,
              opens: { entries: entriesOf('received', { contributorId: flow.contributor.id, poolId: flow.pool.id }) },
            },
          ]),
          ...flows.allocated.map((flow) => [
            flow.pool.name,
            flow.organization.name,
            t`allocated`,
            {
              number: flow.amount.amount,
              opens: {
                entries: entriesOf('allocated', { poolId: flow.pool.id, organizationId: flow.organization.id }),
              },
            },
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
        rows: years.map((row) => [
          String(row.year),
          ...(['signed', 'received'] as const).map((step) => ({
            number: row[step].amount,
            opens: { entries: givenEntries(step, row.year) },
          })),
        ]),
      }}
      empty={<Trans>The years begin with the first agreement.</Trans>}
    >
      <LazyChart height={240}>
        <YearChart years={years} scale={scale} label={title} />
      </LazyChart>
    </ChartFrame>
  );
}
