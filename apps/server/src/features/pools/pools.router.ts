import { createPoolInput } from '@dcc/domain/contributions/inputs';
import { procedure, router } from '../../trpc/trpc.ts';
import { recordedView } from '../../views/common-views.ts';
import { createPool } from './create-pool.ts';

export const poolsRouter = router({
  create: procedure('pool.create')
    .input(createPoolInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => createPool(ctx.context, input)),
});
