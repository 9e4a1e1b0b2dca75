import { createContributorInput } from '@dcc/domain/contributions/inputs';
import { idSchema, standpointFields, standpointInput } from '@dcc/domain/wire';
import { z } from 'zod';
import { procedure, router } from '../../trpc/trpc.ts';
import { recordedView } from '../../views/common-views.ts';
import { contributorListView, contributorView } from './contributors.views.ts';
import { createContributor } from './create-contributor.ts';
import { getContributor, listContributors } from './read-contributors.ts';

export const contributorsRouter = router({
  list: procedure('contributions.read')
    .input(standpointInput)
    .output(contributorListView)
    .query(({ ctx, input }) => listContributors(ctx.context, input)),
  get: procedure('contributions.read')
    .input(z.strictObject({ id: idSchema, ...standpointFields }))
    .output(contributorView)
    .query(({ ctx, input }) => getContributor(ctx.context, input.id, input)),
  create: procedure('contributor.create')
    .input(createContributorInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => createContributor(ctx.context, input)),
});
