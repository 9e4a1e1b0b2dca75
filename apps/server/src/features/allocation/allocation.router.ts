import { standpointInput } from '@dcc/domain/wire';
import { procedure, router } from '../../trpc/trpc.ts';
import { allocationView } from './allocation.views.ts';
import { getAllocation } from './read-allocation.ts';

export const allocationRouter = router({
  get: procedure('overview.read')
    .input(standpointInput)
    .output(allocationView)
    .query(({ ctx, input }) => getAllocation(ctx.context, input)),
});
