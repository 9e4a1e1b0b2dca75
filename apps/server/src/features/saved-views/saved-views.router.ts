import { removeViewInput, renameViewInput, saveViewInput } from '@dcc/domain/saved-views/inputs';
import { nothing, procedure, router } from '../../trpc/trpc.ts';
import { recordedView } from '../../views/common-views.ts';
import { discardView, keepView, listViews, nameView } from './keep-views.ts';
import { savedViewsView } from './saved-views.views.ts';

export const savedViewsRouter = router({
  list: procedure('signed-in')
    .input(nothing)
    .output(savedViewsView)
    .query(({ ctx }) => listViews(ctx.context)),
  save: procedure('signed-in')
    .input(saveViewInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => keepView(ctx.context, input)),
  rename: procedure('signed-in')
    .input(renameViewInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => nameView(ctx.context, input)),
  remove: procedure('signed-in')
    .input(removeViewInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => discardView(ctx.context, input)),
});
