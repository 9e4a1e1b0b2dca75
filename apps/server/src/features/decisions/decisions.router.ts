import {
  castVoteInput,
  closeDecisionInput,
  draftDecisionInput,
  enterSupersedingInput,
  motionInput,
  reviseDecisionInput,
  statementInput,
  tableDecisionInput,
} from '@dcc/domain/committee/inputs';
import { idSchema, standpointFields, standpointInput } from '@dcc/domain/wire';
import { z } from 'zod';
import { nothing, procedure, router } from '../../trpc/trpc.ts';
import { previewOf } from '../../read-models/entries.ts';
import { entryPreviewView, recordedView } from '../../views/common-views.ts';
import { decisionListView, decisionView, draftChoicesView } from './decisions.views.ts';
import { enterSuperseding, previewSuperseding } from './enter-superseding.ts';
import { draftDecision, reviseDecision, tableDecision, withdrawDecision } from './draft-decision.ts';
import { draftChoices, getDecision, listDecisions } from './read-decisions.ts';
import { circulateDecision, closeDecision, openDecision } from './run-decision.ts';
import { castVote, object, recuse } from './vote.ts';

export const decisionsRouter = router({
  list: procedure('committee.read')
    .input(standpointInput)
    .output(decisionListView)
    .query(({ ctx, input }) => listDecisions(ctx.context, input)),
  get: procedure('committee.read')
    .input(z.strictObject({ id: idSchema, ...standpointFields }))
    .output(decisionView)
    .query(({ ctx, input }) => getDecision(ctx.context, input)),
  draft: router({
    choices: procedure('committee.read')
      .input(nothing)
      .output(draftChoicesView)
      .query(({ ctx }) => draftChoices(ctx.context)),
    record: procedure('decision.draft')
      .input(draftDecisionInput)
      .output(recordedView)
      .mutation(({ ctx, input }) => draftDecision(ctx.context, input)),
    revise: procedure('decision.draft')
      .input(reviseDecisionInput)
      .output(recordedView)
      .mutation(({ ctx, input }) => reviseDecision(ctx.context, input)),
  }),
  superseding: router({
    preview: procedure('allocation.decide')
      .input(enterSupersedingInput)
      .output(entryPreviewView.nullable())
      .query(async ({ ctx, input }) => {
        const entry = await previewSuperseding(ctx.context, input);
        return entry === null ? null : previewOf(ctx.shell.db.read, entry);
      }),
    record: procedure('allocation.decide')
      .input(enterSupersedingInput)
      .output(recordedView)
      .mutation(({ ctx, input }) => enterSuperseding(ctx.context, input)),
  }),
  table: procedure('decision.draft')
    .input(tableDecisionInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => tableDecision(ctx.context, input)),
  withdraw: procedure('decision.draft')
    .input(motionInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => withdrawDecision(ctx.context, input)),
  open: procedure('decision.run')
    .input(motionInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => openDecision(ctx.context, input)),
  circulate: procedure('decision.run')
    .input(motionInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => circulateDecision(ctx.context, input)),
  vote: procedure('decision.vote')
    .input(castVoteInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => castVote(ctx.context, input)),
  recuse: procedure('decision.vote')
    .input(statementInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => recuse(ctx.context, input)),
  object: procedure('decision.vote')
    .input(statementInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => object(ctx.context, input)),
  close: procedure('decision.run')
    .input(closeDecisionInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => closeDecision(ctx.context, input)),
});
