import { openVacancyInput, reviseVacancyInput } from '@dcc/domain/vacancies/inputs';
import { idSchema, standpointFields, standpointInput } from '@dcc/domain/wire';
import { z } from 'zod';
import { nothing, procedure, router } from '../../trpc/trpc.ts';
import { balanceView } from '../../views/balance-view.ts';
import { recordedView } from '../../views/common-views.ts';
import { getBalance, getVacancy, listVacancies } from './read-vacancies.ts';
import { changeVacancy, recordVacancy } from './record-vacancy.ts';
import { vacancyListView, vacancyView } from './vacancies.views.ts';

export const vacanciesRouter = router({
  list: procedure('vacancies.read')
    .input(standpointInput)
    .output(vacancyListView)
    .query(({ ctx, input }) => listVacancies(ctx.context, input)),
  get: procedure('vacancies.read')
    .input(z.strictObject({ id: idSchema, ...standpointFields }))
    .output(vacancyView)
    .query(({ ctx, input }) => getVacancy(ctx.context, input.id, input)),
  balance: procedure('vacancies.read')
    .input(nothing)
    .output(balanceView)
    .query(({ ctx }) => getBalance(ctx.context)),
  open: procedure('vacancy.record')
    .input(openVacancyInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => recordVacancy(ctx.context, input)),
  revise: procedure('vacancy.record')
    .input(reviseVacancyInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => changeVacancy(ctx.context, input)),
});
