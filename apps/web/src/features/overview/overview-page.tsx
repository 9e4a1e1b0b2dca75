import './overview-page.css';
import { plural } from '@lingui/core/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { TourOffer } from '../../app/tour-offer.tsx';
import { useComparison, useStandpoint } from '../../app/standpoint.ts';
import { scaleFor } from '../../ui/format.ts';
import { LazyFirstSteps } from '../../ui/first-steps/lazy-first-steps.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { AttentionList } from './attention-list.tsx';
import { ContributorsFigure, HostsFigure, SourcesFigure } from './bar-charts.tsx';
import { FlowFigure, YearFigure } from './money-charts.tsx';
import { OverviewFigures } from './overview-figures.tsx';
import { PoolsTable } from './pools-table.tsx';
import { CashFigure } from '../../ui/overview/cash-figure.tsx';
import { PhasesFigure } from '../../ui/overview/phases-figure.tsx';
import { headline } from '../../ui/overview/sentences.ts';
import { sinceDecisionWords } from './since-decision.ts';
import { TimelineFigure } from './timeline-chart.tsx';

/** The committee's one screen: what the fund can do today, what it rests on, what needs someone. */
export function OverviewPage() {
  const { data: overview } = useSuspenseQuery(api.overview.get.queryOptions(useStandpoint().stand));
  const { on, earlier } = useComparison();
  const { data: before } = useSuspenseQuery(api.overview.get.queryOptions(earlier));
  const { figures } = overview;
  const scale = scaleFor([figures.received.amount, figures.signed.amount, figures.allocated.amount]);
  return (
    <>
      <PageHead
        asOf={overview.asOf}
        facts={plural(overview.entryCount, { one: '# ledger entry', other: '# ledger entries' })}
        sentence={headline(overview)}
        below={sinceDecisionWords(overview) ?? undefined}
      />
      <TourOffer />
      <LazyFirstSteps />
      <div className="overview">
        <div>
          <OverviewFigures overview={overview} before={on === null ? null : before} scale={scale} />
        </div>
        <div className="columns columns--main">
          <CashFigure overview={overview} scale={scale} />
          <AttentionList attention={overview.attention} />
        </div>
        <PoolsTable overview={overview} before={on === null ? null : before} />
        <FlowFigure overview={overview} scale={scale} />
        <div className="columns">
          <ContributorsFigure overview={overview} scale={scale} />
          <TimelineFigure overview={overview} />
        </div>
        <div className="columns">
          <YearFigure overview={overview} scale={scale} />
          <HostsFigure overview={overview} scale={scale} />
        </div>
        <div className="columns">
          <SourcesFigure overview={overview} scale={scale} />
          <PhasesFigure overview={overview} />
        </div>
      </div>
    </>
  );
}
