import { createDutyStationInput, createOrganizationInput } from '@dcc/domain/positions/inputs';
import { shortText } from '@dcc/domain/wire';
import { z } from 'zod';
import { nothing, procedure, router } from '../../trpc/trpc.ts';
import { choices, find } from './read-reference.ts';
import { recordedView } from '../../views/common-views.ts';
import { createDutyStation, createOrganization } from './create-reference.ts';
import { choicesView, findView } from './reference.views.ts';

export const referenceRouter = router({
  choices: procedure('overview.read')
    .input(nothing)
    .output(choicesView)
    .query(({ ctx }) => choices(ctx.context)),
  find: procedure('signed-in')
    .input(z.strictObject({ text: shortText }))
    .output(findView)
    .query(({ ctx, input }) => find(ctx.context, input.text)),
  createOrganization: procedure('organization.create')
    .input(createOrganizationInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => createOrganization(ctx.context, input)),
  createDutyStation: procedure('duty-station.create')
    .input(createDutyStationInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => createDutyStation(ctx.context, input)),
});
