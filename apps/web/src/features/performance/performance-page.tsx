import './performance-page.css';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useSession } from '../../app/session.ts';
import { useComparison, useStandpoint } from '../../app/standpoint.ts';
import { ComparedSection } from '../../ui/compared-table.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { CandidatesFigure } from './candidates-figure.tsx';
import { ComponentsFigure, CostsFigure } from './costs-figures.tsx';
import { MapFigure } from './map-figures.tsx';
import { comparedRows } from './performance-compared.tsx';
import { performanceSentence } from './performance-sentences.ts';
import { PipelineFigure } from './pipeline-figure.tsx';
import { RetentionFigure } from './retention-figure.tsx';
import { RisksFigure } from './risks-figure.tsx';

/** How the fund performs: how positions come about, what they cost against their estimates, and who stays. */
export function PerformancePage() {
  const { data } = useSuspenseQuery(api.performance.get.queryOptions(useStandpoint().stand));
  const { on, earlier } = useComparison();
  const { data: before } = useSuspenseQuery(api.performance.get.queryOptions(earlier));
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
        {on === null ? null : <ComparedSection on={before.asOf} rows={comparedRows(data, before)} />}
        <div className="columns">
          <div className="performance__side">
            <PipelineFigure data={data} />
            <Candidates />
          </div>
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

/** Candidates are told of as of today alone, to those who may read vacancies. */
function Candidates() {
  const { past } = useStandpoint();
  const { may } = useSession();
  if (past || !may('vacancies.read').allowed) return null;
  return <CandidatesFigure />;
}
