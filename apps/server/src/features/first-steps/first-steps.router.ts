import { nothing, procedure, router } from '../../trpc/trpc.ts';
import { firstStepsView } from './first-steps.views.ts';
import { firstSteps } from './read-first-steps.ts';

export const firstStepsRouter = router({
  get: procedure('first-steps.read')
    .input(nothing)
    .output(firstStepsView)
    .query(({ ctx }) => firstSteps(ctx.context)),
});
