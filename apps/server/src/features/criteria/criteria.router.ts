import { PRIORITY_KINDS } from '@dcc/domain/rounds/criteria';
import { setCriteriaInput } from '@dcc/domain/rounds/inputs';
import { z } from 'zod';
import { standpointInput } from '@dcc/domain/wire';
import { procedure, router } from '../../trpc/trpc.ts';
import { recordedView, standpointView } from '../../views/common-views.ts';
import { listCriteria, setCriteria } from './set-criteria.ts';

const criteriaListView = z.strictObject({
  ...standpointView,
  sets: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      decision: z.string(),
      decidedOn: z.string(),
      scale: z.number(),
      priorities: z.array(z.strictObject({ kind: z.enum(PRIORITY_KINDS), name: z.string() })).readonly(),
      criteria: z.array(z.strictObject({ name: z.string(), weight: z.number() })).readonly(),
    }),
  ),
});

export const criteriaRouter = router({
  list: procedure('rounds.read')
    .input(standpointInput)
    .output(criteriaListView)
    .query(({ ctx, input }) => listCriteria(ctx.context, input)),
  set: procedure('criteria.set')
    .input(setCriteriaInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => setCriteria(ctx.context, input)),
});
