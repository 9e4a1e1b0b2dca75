import type { Facts } from '@dcc/domain/forecast/facts';
import { type Forecast, type KeyFigures, keyFigures, project } from '@dcc/domain/forecast/project';
import { AS_RECORDED, parseScenario, type Scenario, supposing } from '@dcc/domain/forecast/scenario';
import type { ForecastSearch } from './forecast-search.ts';

/** One column of the forecast: a scenario, what it is called, and what comes of it. */
export type Run = {
  readonly letter: string;
  readonly text: string;
  readonly scenario: Scenario;
  /** The facts as they would be in it. */
  readonly facts: Facts;
  readonly forecast: Forecast;
  readonly key: KeyFigures;
};

/** The records as they are, then every scenario of the address, each with its letter. */
export function runsOf(facts: Facts, { scenario, fees }: Pick<ForecastSearch, 'scenario' | 'fees'>): Run[] {
  return ['', ...scenario].map((text, index) => {
    const read = parseScenario(text) ?? AS_RECORDED;
    const supposed = supposing(facts, read);
    const forecast = project(supposed, fees);
    return {
      letter: String.fromCodePoint(65 + index),
      text,
      scenario: read,
      facts: supposed,
      forecast,
      key: keyFigures(forecast),
    };
  });
}

/** The run that is drawn in full. */
export function shownOf(runs: readonly Run[], show: string): Run {
  const run = runs.find(({ text }) => text === show) ?? runs[0];
  if (run === undefined) throw new Error('The records as they are always run');
  return run;
}

/** Whether anything falls due or comes in within the horizon. */
export function isEmpty({ forecast }: Run): boolean {
  return forecast.cash === 0n && forecast.owed === 0n && forecast.months.every(({ received }) => received === 0n);
}
