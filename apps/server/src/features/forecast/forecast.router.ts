import { removeForecastInput, saveForecastInput } from '@dcc/domain/forecast/inputs';
import { standpointInput } from '@dcc/domain/wire';
import { nothing, procedure, router } from '../../trpc/trpc.ts';
import { recordedView } from '../../views/common-views.ts';
import { forecastFactsView, savedForecastsView } from './forecast.views.ts';
import { forecastFacts } from './read-facts.ts';
import { discardForecast, keepForecast, listForecasts } from './save-forecast.ts';

export const forecastRouter = router({
  facts: procedure('forecast.read')
    .input(standpointInput)
    .output(forecastFactsView)
    .query(({ ctx, input }) => forecastFacts(ctx.context, input)),
  saved: procedure('forecast.read')
    .input(nothing)
    .output(savedForecastsView)
    .query(({ ctx }) => listForecasts(ctx.context)),
  save: procedure('forecast.save')
    .input(saveForecastInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => keepForecast(ctx.context, input)),
  remove: procedure('forecast.save')
    .input(removeForecastInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => discardForecast(ctx.context, input)),
});
