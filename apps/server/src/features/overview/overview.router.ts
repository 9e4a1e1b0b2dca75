import { standpointInput } from '@dcc/domain/wire';
import { procedure, router } from '../../trpc/trpc.ts';
import { overviewView } from './overview.views.ts';
import { getOverview } from './read-overview.ts';

export const overviewRouter = router({
  get: procedure('overview.read')
    .input(standpointInput)
    .output(overviewView)
    .query(({ ctx, input }) => getOverview(ctx.context, input)),
});
