import { createContributorInput } from '@dcc/domain/contributions/inputs';
import { idSchema } from '@dcc/domain/wire';
import { z } from 'zod';
import { nothing, procedure, router } from '../../trpc/trpc.ts';
import { recordedView } from '../../views/common-views.ts';
import { contributorListView, contributorView } from './contributors.views.ts';
import { createContributor } from './create-contributor.ts';
import { getContributor, listContributors } from './read-contributors.ts';

export const contributorsRouter = router({
  list: procedure('contributions.read')
    .input(nothing)
    .output(contributorListView)
    .query(({ ctx }) => listContributors(ctx.context)),
  get: procedure('contributions.read')
    .input(z.strictObject({ id: idSchema }))
    .output(contributorView)
    .query(({ ctx, input }) => getContributor(ctx.context, input.id)),
  create: procedure('contributor.create')
    .input(createContributorInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => createContributor(ctx.context, input)),
});
