import { listRatesInput } from '@dcc/domain/ledger/inputs';
import { procedure, router } from '../../trpc/trpc.ts';
import { rateListView } from './rates.views.ts';
import { listRates } from './read-rates.ts';

export const ratesRouter = router({
  list: procedure('ledger.read')
    .input(listRatesInput)
    .output(rateListView)
    .query(({ ctx, input }) => listRates(ctx.context, input)),
});
