import type { Facts } from '@dcc/domain/forecast/facts';
import { PERCENTILES } from '@dcc/domain/forecast/futures';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { lazy, useMemo } from 'react';
import type { Money } from '../../api/views.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import type { FanPoint } from '../../charts/fan-chart.tsx';
import { LazyChart } from '../../charts/lazy-chart.tsx';
import { unitWords } from '../../ui/amount-words.ts';
import { Button } from '../../ui/button.tsx';
import { formatDecimalText, formatMonth, scaleFor } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { AssumptionsForm } from './assumptions-form.tsx';
import { usd } from './facts.ts';
import { futuresSentence } from './forecast-sentences.ts';
import type { ForecastSearch } from './forecast-search.ts';
import type { Run } from './runs.ts';
import type { SimulationResult } from './simulate.ts';
import { type Simulation, useFutures } from './use-futures.ts';

// Recharts is fetched after the page stands.
const FanChart = lazy(async () => ({ default: (await import('../../charts/fan-chart.tsx')).FanChart }));

type Props = { readonly shown: Run; readonly facts: Facts; readonly search: ForecastSearch };

/** The chance that every approved position is paid to its end, under assumptions that a person makes. */
export function FuturesSection({ shown, facts, search }: Props) {
  const order = useOrder(facts, shown, search);
  const { simulation, stop, again } = useFutures(order);
  return (
    <Section
      id="futures"
      title={<Trans>How likely it is</Trans>}
      note={
        <Trans>
          Assumed, not from records: every number above is yours to change. They say nothing about what will happen;
          they say what would follow.
        </Trans>
      }
    >
      {simulation.kind === 'done' ? (
        <FanFigure result={simulation.result} shown={shown} search={search} positions={shown.key.positions} />
      ) : (
        <Progress simulation={simulation} count={search.futures} onStop={stop} onAgain={again} />
      )}
      <h3 className="assumptions__title">
        <Trans>Assumed, not from records</Trans>
      </h3>
      <AssumptionsForm search={search} onSimulate={simulation.kind === 'stopped' ? again : nothing} />
    </Section>
  );
}

const nothing = () => undefined;

/** The order of what the page shows; it stays the same object while nothing of it changes, so that nothing is simulated twice. */
function useOrder(facts: Facts, shown: Run, search: ForecastSearch) {
  const { signed, overdue, pledged, pledgeAfter, delay, dollar, costsLeast, costsMost, fees, seed, futures } = search;
  const { text, facts: supposed } = shown;
  return useMemo(
    () => ({
      facts: supposed,
      assumptions: { signed, overdue, pledged, pledgeAfter, delay, dollar, costsLeast, costsMost },
      fees,
      seed,
      count: futures,
    }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the facts of a scenario follow from the facts and its text
    [facts, text, signed, overdue, pledged, pledgeAfter, delay, dollar, costsLeast, costsMost, fees, seed, futures],
  );
}

type ProgressProps = {
  readonly simulation: Exclude<Simulation, { readonly kind: 'done' }>;
  readonly count: number;
  readonly onStop: () => void;
  readonly onAgain: () => void;
};

/** How far the simulation is, and a way to end it. */
function Progress({ simulation, count, onStop, onAgain }: ProgressProps) {
  const all = formatDecimalText(String(count));
  const done = 'done' in simulation ? formatDecimalText(String(simulation.done)) : '';
  return (
    <div className="futures__progress" role="status">
      {simulation.kind === 'running' ? (
        <>
          <progress aria-label={t`Simulating`} value={simulation.done} max={count} />
          <span>
            <Trans>
              {done} of {all} futures
            </Trans>
          </span>
          <Button onClick={onStop}>
            <Trans>Stop</Trans>
          </Button>
        </>
      ) : null}
      {simulation.kind === 'stopped' ? (
        <>
          <span>
            <Trans>
              Stopped after {done} of {all} futures.
            </Trans>
          </span>
          <Button onClick={onAgain}>
            <Trans>Begin again</Trans>
          </Button>
        </>
      ) : null}
      {simulation.kind === 'failed' ? (
        <>
          <span>
            <Trans>This browser could not simulate. The figures above stand.</Trans>
          </span>
          <Button onClick={onAgain}>
            <Trans>Try again</Trans>
          </Button>
        </>
      ) : null}
    </div>
  );
}

type FanProps = {
  readonly result: SimulationResult;
  readonly shown: Run;
  readonly search: ForecastSearch;
  readonly positions: number;
};

function fanPoints({ fan }: SimulationResult, { forecast }: Run): FanPoint[] {
  return forecast.months.map(({ on }, month) => {
    const value = (index: number): Money => usd(fan[month]?.[index] ?? 0n);
    return { on, values: [value(0), value(1), value(2), value(3), value(4)] };
  });
}

function FanFigure({ result, shown, search, positions }: FanProps) {
  const points = fanPoints(result, shown);
  const scale = scaleFor(points.flatMap(({ values }) => values));
  const title = futuresSentence({ paid: result.paid, count: search.futures, positions });
  const { letter } = shown;
  const [seed, count] = [String(search.seed), formatDecimalText(String(search.futures))];
  return (
    <ChartFrame
      id="fan"
      title={title}
      unit={t`${unitWords(scale)}, scenario ${letter}, cash at the end of each month if all is paid when it falls due`}
      summary={t`${title} A line of the middle of all futures in a band that holds half of them, in a wider band that holds nine of ten. The table holds the figures.`}
      help={t`Each future draws, for every payment that is expected, whether it comes and how late; for every currency how the dollar moves; and by how much costs rise. Then it runs month by month like the forecast above. The line is the middle of all futures; half of them lie in the inner band, nine of ten in the outer one.`}
      note={plural(search.futures, {
        other: `Line: the middle of all futures. Inner band: half of them; outer band: nine of ten. ${count} futures drawn from seed ${seed}, under the assumptions below. The same seed, facts and assumptions draw the same figures.`,
      })}
      data={{
        head: [t`Month`, ...PERCENTILES.map((percent) => t`${String(percent)} % have at most, US$`)],
        rows: points.map(({ on, values }) => [formatMonth(on), ...values.map(({ amount }) => ({ number: amount }))]),
      }}
    >
      <LazyChart height={300}>
        <FanChart points={points} scale={scale} label={title} />
      </LazyChart>
    </ChartFrame>
  );
}
