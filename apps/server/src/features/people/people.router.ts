import { addPersonInput, setDisabledInput, setRolesInput } from '@dcc/domain/people/inputs';
import { nothing, procedure, router } from '../../trpc/trpc.ts';
import { recordedView } from '../../views/common-views.ts';
import { addPerson, people, setDisabled, setRoles } from './manage-people.ts';
import { peopleView } from './people.views.ts';

export const peopleRouter = router({
  list: procedure('people.read')
    .input(nothing)
    .output(peopleView)
    .query(({ ctx }) => people(ctx.context)),
  add: procedure('people.manage')
    .input(addPersonInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => addPerson(ctx.context, input)),
  setRoles: procedure('people.manage')
    .input(setRolesInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => setRoles(ctx.context, input)),
  setDisabled: procedure('people.manage')
    .input(setDisabledInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => setDisabled(ctx.context, input)),
});
