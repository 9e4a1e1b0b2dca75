import { standpointInput } from '@dcc/domain/wire';
import { procedure, router } from '../../trpc/trpc.ts';
import { givingView } from './giving.views.ts';
import { getGiving } from './read-giving.ts';

export const givingRouter = router({
  get: procedure('overview.read')
    .input(standpointInput)
    .output(givingView)
    .query(({ ctx, input }) => getGiving(ctx.context, input)),
});
