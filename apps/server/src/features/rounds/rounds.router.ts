import {
  addProposalInput,
  advanceRoundInput,
  createRoundInput,
  planRoundInput,
  scoreProposalInput,
} from '@dcc/domain/rounds/inputs';
import { idempotencyKeySchema, idSchema, standpointInput } from '@dcc/domain/wire';
import { z } from 'zod';
import { procedure, router } from '../../trpc/trpc.ts';
import { recordedView } from '../../views/common-views.ts';
import { addProposal, advanceRound, createRound, scoreProposal } from './manage-round.ts';
import { planProgress, planRound } from './plan-round.ts';
import { listRounds, readRound } from './read-rounds.ts';
import { planProgressView, planView, roundListView, roundView } from './rounds.views.ts';

export const roundsRouter = router({
  list: procedure('rounds.read')
    .input(standpointInput)
    .output(roundListView)
    .query(({ ctx, input }) => listRounds(ctx.context, input)),
  get: procedure('rounds.read')
    .input(z.strictObject({ id: idSchema }))
    .output(roundView)
    .query(({ ctx, input }) => readRound(ctx.context, input.id)),
  plan: procedure('rounds.read')
    .input(planRoundInput)
    .output(planView)
    .query(({ ctx, input, signal }) => planRound(ctx.context, input, signal)),
  progress: procedure('rounds.read')
    .input(z.strictObject({ run: idempotencyKeySchema }))
    .output(planProgressView)
    .query(({ ctx, input }) => planProgress(ctx.context, input.run)),
  create: procedure('round.manage')
    .input(createRoundInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => createRound(ctx.context, input)),
  advance: procedure('round.manage')
    .input(advanceRoundInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => advanceRound(ctx.context, input)),
  propose: procedure('round.manage')
    .input(addProposalInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => addProposal(ctx.context, input)),
  score: procedure('round.score')
    .input(scoreProposalInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => scoreProposal(ctx.context, input)),
});
