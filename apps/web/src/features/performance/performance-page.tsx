import './performance-page.css';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useStandpoint } from '../../app/standpoint.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { ComponentsFigure, CostsFigure } from './costs-figures.tsx';
import { MapFigure } from './map-figures.tsx';
import { performanceSentence } from './performance-sentences.ts';
import { PipelineFigure } from './pipeline-figure.tsx';
import { RetentionFigure } from './retention-figure.tsx';
import { RisksFigure } from './risks-figure.tsx';

/** How the fund performs: how positions come about, what they cost against their estimates, and who stays. */
export function PerformancePage() {
  const { data } = useSuspenseQuery(api.performance.get.queryOptions(useStandpoint().stand));
  return (
    <>
      <PageHead
        asOf={data.asOf}
        sentence={performanceSentence(data)}
        below={
          <Trans>
            Delivery rate and which years have money stand on the <Link to="/">Overview</Link>, how long the money lasts
            in the <Link to="/forecast">forecast</Link>.
          </Trans>
        }
      />
      <div className="page-parts">
        <div className="columns">
          <PipelineFigure data={data} />
          <div className="performance__side">
            <RetentionFigure data={data} />
            <RisksFigure data={data} />
          </div>
        </div>
        <div className="columns">
          <CostsFigure data={data} />
          <ComponentsFigure data={data} />
        </div>
        <MapFigure data={data} />
      </div>
    </>
  );
}
