import { standpointInput } from '@dcc/domain/wire';
import { closeYearInput, reopenYearInput } from '@dcc/domain/years/inputs';
import { procedure, router } from '../../trpc/trpc.ts';
import { recordedView } from '../../views/common-views.ts';
import { closeYear, reopenYear } from './close-year.ts';
import { listYears } from './read-years.ts';
import { yearListView } from './years.views.ts';

export const yearsRouter = router({
  list: procedure('statement.read')
    .input(standpointInput)
    .output(yearListView)
    .query(({ ctx, input }) => listYears(ctx.context, input)),
  close: procedure('year.close')
    .input(closeYearInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => closeYear(ctx.context, input)),
  reopen: procedure('year.reopen')
    .input(reopenYearInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => reopenYear(ctx.context, input)),
});
