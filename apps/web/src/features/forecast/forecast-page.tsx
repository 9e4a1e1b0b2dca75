import './forecast-page.css';
import { MOST_SCENARIOS } from '@dcc/domain/forecast/inputs';
import { type Facts, usualYearCost } from '@dcc/domain/forecast/facts';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { api } from '../../api/client.ts';
import type { ForecastFacts } from '../../api/views.ts';
import { useStandpoint } from '../../app/standpoint.ts';
import { Button } from '../../ui/button.tsx';
import { copyLink } from '../../ui/copy-link.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatMoneyWhole, scaleFor } from '../../ui/format.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Section } from '../../ui/section.tsx';
import { BalanceFigure } from './balance-figure.tsx';
import { factsOf, usd } from './facts.ts';
import { elsewhereWords, headline, type Names } from './forecast-sentences.ts';
import { type ForecastSearch, forecastSearch } from './forecast-search.ts';
import { FuturesSection } from './futures-section.tsx';
import { isEmpty, type Run, runsOf, shownOf } from './runs.ts';
import { SavedForecastList } from './saved-forecasts.tsx';
import { ScenarioTable } from './scenario-table.tsx';
import { ShortPositions } from './short-positions.tsx';

// The form is fetched when somebody wants it.
const ScenarioForm = lazy(async () => ({ default: (await import('./scenario-form.tsx')).ScenarioForm }));

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
      <PageHead
        asOf={data.asOf}
        facts={t`the next five years`}
        sentence={headline(shown, names)}
        below={elsewhereWords(shown) ?? undefined}
      />
      <div className="page-parts">
        {runs.every(isEmpty) ? (
          <Nothing />
        ) : (
          <>
            <Scenarios data={data} facts={facts} runs={runs} shown={shown} names={names} search={search} />
            <BalanceFigure shown={shown} runs={runs} scale={scale} />
            <ShortPositions data={data} shown={shown} />
            <FuturesSection shown={shown} facts={facts} search={search} />
            <SavedForecastList search={search} />
          </>
        )}
      </div>
    </>
  );
}

/** Where a fund begins that has nothing to look ahead to. */
function Nothing() {
  return (
    <EmptyState>
      <Trans>
        A forecast begins with an agreement, a deposit or an approved position. Begin with the{' '}
        <Link to="/contributions">contributions</Link>.
      </Trans>
    </EmptyState>
  );
}

type ScenariosProps = {
  readonly data: ForecastFacts;
  readonly facts: Facts;
  readonly runs: readonly Run[];
  readonly shown: Run;
  readonly names: Names;
  readonly search: ForecastSearch;
};

function Scenarios({ data, facts, runs, shown, names, search }: ScenariosProps) {
  const [adding, setAdding] = useState(false);
  const full = search.scenario.length >= MOST_SCENARIOS;
  const usual = usualYearCost(facts);
  return (
    <Section
      id="scenarios"
      title={<Trans>Scenarios side by side</Trans>}
      tools={
        <span className="scenarios__tools">
          <Button onClick={() => setAdding(true)} disabled={full}>
            <Trans>Add a scenario</Trans>
          </Button>
          <CopyLink data={data} search={search} />
        </span>
      }
      note={full ? <Trans>Four scenarios fit beside the records. Remove one to add another.</Trans> : undefined}
    >
      <ScenarioTable runs={runs} shown={shown} names={names} />
      <Suspense fallback={null}>
        {adding ? (
          <ScenarioForm
            names={names}
            usualYear={usual === null ? null : formatMoneyWhole(usd(usual))}
            onClose={() => setAdding(false)}
          />
        ) : null}
      </Suspense>
    </Section>
  );
}

/** A link that whoever opens it on any later day sees the same figures by: it names the day, the scenarios and every assumption. */
function CopyLink({ data, search }: { readonly data: ForecastFacts; readonly search: ForecastSearch }) {
  const router = useRouter();
  const [said, setSaid] = useState('');
  const copy = () => {
    const stand = { asOf: data.asOf, knownOn: data.knownOn ?? data.today };
    const address = `${window.location.origin}/forecast${router.options.stringifySearch({ ...stand, ...search })}`;
    void copyLink(address).then(setSaid);
  };
  return (
    <>
      <Button onClick={copy}>
        <Trans>Copy link</Trans>
      </Button>
      <span className="note" role="status">
        {said}
      </span>
    </>
  );
}
