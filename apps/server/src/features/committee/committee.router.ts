import { endTermInput, fillSeatInput, setRulesInput } from '@dcc/domain/committee/inputs';
import { standpointInput } from '@dcc/domain/wire';
import { procedure, router } from '../../trpc/trpc.ts';
import { recordedView } from '../../views/common-views.ts';
import { committeeView } from './committee.views.ts';
import { readCommittee } from './read-committee.ts';
import { endTerm, fillSeat } from './seats.ts';
import { setRules } from './set-rules.ts';

export const committeeRouter = router({
  get: procedure('committee.read')
    .input(standpointInput)
    .output(committeeView)
    .query(({ ctx, input }) => readCommittee(ctx.context, input)),
  seats: router({
    record: procedure('seat.fill')
      .input(fillSeatInput)
      .output(recordedView)
      .mutation(({ ctx, input }) => fillSeat(ctx.context, input)),
    end: procedure('seat.fill')
      .input(endTermInput)
      .output(recordedView)
      .mutation(({ ctx, input }) => endTerm(ctx.context, input)),
  }),
  rules: router({
    set: procedure('committee-rules.set')
      .input(setRulesInput)
      .output(recordedView)
      .mutation(({ ctx, input }) => setRules(ctx.context, input)),
  }),
});
