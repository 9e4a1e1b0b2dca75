import { nothing, procedure, router } from '../../trpc/trpc.ts';
import { overviewView } from './overview.views.ts';
import { getOverview } from './read-overview.ts';

export const overviewRouter = router({
  get: procedure('overview.read')
    .input(nothing)
    .output(overviewView)
    .query(({ ctx }) => getOverview(ctx.context)),
});
