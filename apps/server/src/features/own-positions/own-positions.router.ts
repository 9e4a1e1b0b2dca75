import { idSchema, standpointFields } from '@dcc/domain/wire';
import { z } from 'zod';
import { procedure, router } from '../../trpc/trpc.ts';
import { ownPositionsView } from './own-positions.views.ts';
import { ownPositions } from './read-own-positions.ts';

export const ownPositionsRouter = router({
  /** Of the contributor that a person belongs to; whoever reads all contributors may name one. */
  list: procedure('own-positions.read')
    .input(z.strictObject({ contributorId: idSchema.optional(), ...standpointFields }))
    .output(ownPositionsView)
    .query(({ ctx, input }) => ownPositions(ctx.context, input)),
});
