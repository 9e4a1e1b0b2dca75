import {
  advanceCandidateInput,
  eraseCandidateInput,
  eraseExpiredInput,
  listCandidatesInput,
  recordCandidateInput,
  setRetentionInput,
} from '@dcc/domain/vacancies/inputs';
import { nothing, procedure, router } from '../../trpc/trpc.ts';
import { recordedView } from '../../views/common-views.ts';
import { candidateListView, retentionView } from './candidates.views.ts';
import { advanceCandidate, eraseCandidate, eraseExpired, recordCandidate, setRetention } from './handle-candidates.ts';
import { getRetention, listCandidates } from './read-candidates.ts';

/** Everything that knows who a candidate is. Nothing else in the program does, and nobody but the secretariat may ask it. */
export const candidatesRouter = router({
  list: procedure('candidate.handle')
    .input(listCandidatesInput)
    .output(candidateListView)
    .query(({ ctx, input }) => listCandidates(ctx.context, input)),
  retention: procedure('candidate.handle')
    .input(nothing)
    .output(retentionView)
    .query(({ ctx }) => getRetention(ctx.context)),
  record: procedure('candidate.handle')
    .input(recordCandidateInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => recordCandidate(ctx.context, input)),
  advance: procedure('candidate.handle')
    .input(advanceCandidateInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => advanceCandidate(ctx.context, input)),
  erase: procedure('candidate.handle')
    .input(eraseCandidateInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => eraseCandidate(ctx.context, input)),
  eraseExpired: procedure('candidate.handle')
    .input(eraseExpiredInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => eraseExpired(ctx.context, input)),
  setRetention: procedure('candidate.handle')
    .input(setRetentionInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => setRetention(ctx.context, input)),
});
