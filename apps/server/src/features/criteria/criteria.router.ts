import { PRIORITY_KINDS } from '@dcc/domain/rounds/criteria';
import { setCriteriaInput } from '@dcc/domain/rounds/inputs';
import { z } from 'zod';
import { nothing, procedure, router } from '../../trpc/trpc.ts';
import { recordedView } from '../../views/common-views.ts';
import { listCriteria, setCriteria } from './set-criteria.ts';

const criteriaListView = z.strictObject({
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
    .input(nothing)
    .output(criteriaListView)
    .query(({ ctx }) => listCriteria(ctx.context)),
  set: procedure('criteria.set')
    .input(setCriteriaInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => setCriteria(ctx.context, input)),
});
