import { setRetentionAverageInput } from '@dcc/domain/performance/inputs';
import { standpointInput } from '@dcc/domain/wire';
import { nothing, procedure, router } from '../../trpc/trpc.ts';
import { recordedView } from '../../views/common-views.ts';
import { nationalitiesView, performanceView } from './performance.views.ts';
import { getNationalities, getPerformance } from './read-performance.ts';
import { setRetentionAverage } from './set-retention-average.ts';

export const performanceRouter = router({
  get: procedure('performance.read')
    .input(standpointInput)
    .output(performanceView)
    .query(({ ctx, input }) => getPerformance(ctx.context, input)),
  nationalities: procedure('performance.read')
    .input(nothing)
    .output(nationalitiesView)
    .query(({ ctx }) => getNationalities(ctx.context)),
  setRetentionAverage: procedure('retention-average.set')
    .input(setRetentionAverageInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => setRetentionAverage(ctx.context, input)),
});
