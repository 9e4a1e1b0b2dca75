import { standpointInput } from '@dcc/domain/wire';
import { procedure, router } from '../../trpc/trpc.ts';
import { forecastFactsView } from './forecast.views.ts';
import { forecastFacts } from './read-facts.ts';

export const forecastRouter = router({
  facts: procedure('forecast.read')
    .input(standpointInput)
    .output(forecastFactsView)
    .query(({ ctx, input }) => forecastFacts(ctx.context, input)),
});
