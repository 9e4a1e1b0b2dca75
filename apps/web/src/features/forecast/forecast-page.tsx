import './forecast-page.css';
import { t } from '@lingui/core/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api } from '../../api/client.ts';
import { useStandpoint } from '../../app/standpoint.ts';
import { scaleFor } from '../../ui/format.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { BalanceFigure } from './balance-figure.tsx';
import { factsOf, usd } from './facts.ts';
import { headline } from './forecast-sentences.ts';
import { forecastSearch } from './forecast-search.ts';
import { runsOf, shownOf } from './runs.ts';

/** The next five years: what comes in, what falls due, and what is left, as recorded and in scenarios. */
export function ForecastPage() {
  const { data } = useSuspenseQuery(api.forecast.facts.queryOptions(useStandpoint().stand));
  const search = forecastSearch.parse(useSearch({ strict: false }));
  const facts = useMemo(() => factsOf(data), [data]);
  const runs = runsOf(facts, search);
  const shown = shownOf(runs, search.show);
  const names = new Map(data.receipts.map(({ contributor }) => [contributor.id, contributor.name]));
  const scale = scaleFor(
    runs.flatMap(({ forecast, key }) => [usd(forecast.cash), usd(key.lowest.cash), usd(key.closing)]),
  );
  return (
    <>
      <PageHead asOf={data.asOf} facts={t`next five years`} sentence={headline(shown, names)} />
      <div className="page-parts">
        <BalanceFigure shown={shown} runs={runs} scale={scale} />
      </div>
    </>
  );
}
