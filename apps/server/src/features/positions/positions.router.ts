import {
  advancePositionInput,
  decideAllocationInput,
  listPositionsInput,
  proposePositionInput,
  releaseReservedInput,
  setPensionInput,
  setPositionTermsInput,
} from '@dcc/domain/positions/inputs';
import { setAllowanceRateInput, recordAllowanceUseInput } from '@dcc/domain/positions/allowance';
import { recordRetentionInput } from '@dcc/domain/positions/retention';
import { recordFindingInput } from '@dcc/domain/positions/review';
import { recordTermsInput } from '@dcc/domain/positions/terms';
import { idSchema, shortText, standpointFields } from '@dcc/domain/wire';
import { z } from 'zod';
import { previewOf } from '../../read-models/entries.ts';
import { procedure, recordingRouter, router } from '../../trpc/trpc.ts';
import { entryPreviewView, recordedView } from '../../views/common-views.ts';
import { advancePosition } from './advance-position.ts';
import { decideAllocation } from './decide-allocation.ts';
import { positionListView, positionView } from './positions.views.ts';
import { proposePosition, setPositionTerms } from './propose-position.ts';
import { getPosition, listPositions } from './read-positions.ts';
import { recordAllowanceUse, setAllowanceRate } from './record-allowance.ts';
import { recordFinding, recordRetention } from './record-review.ts';
import { recordTerms } from './record-terms.ts';
import { setPension } from './set-pension.ts';
import { previewRelease, previewStepRelease, releaseReserved } from './release-reserved.ts';

export const positionsRouter = router({
  list: procedure('positions.read')
    .input(listPositionsInput)
    .output(positionListView)
    .query(({ ctx, input }) => listPositions(ctx.context, input)),
  get: procedure('positions.read')
    .input(z.strictObject({ id: idSchema, costTable: shortText.optional(), ...standpointFields }))
    .output(positionView)
    .query(({ ctx, input }) => getPosition(ctx.context, input.id, input)),
  propose: procedure('position.propose')
    .input(proposePositionInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => proposePosition(ctx.context, input)),
  setTerms: procedure('position.propose')
    .input(setPositionTermsInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => setPositionTerms(ctx.context, input)),
  advance: procedure('position.advance')
    .input(advancePositionInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => advancePosition(ctx.context, input)),
  terms: router({
    record: procedure('terms.record')
      .input(recordTermsInput)
      .output(recordedView)
      .mutation(({ ctx, input }) => recordTerms(ctx.context, input)),
  }),
  review: router({
    record: procedure('position.review')
      .input(recordFindingInput)
      .output(recordedView)
      .mutation(({ ctx, input }) => recordFinding(ctx.context, input)),
  }),
  retention: router({
    record: procedure('position.review')
      .input(recordRetentionInput)
      .output(recordedView)
      .mutation(({ ctx, input }) => recordRetention(ctx.context, input)),
  }),
  allowance: router({
    rate: procedure('allowance.record')
      .input(setAllowanceRateInput)
      .output(recordedView)
      .mutation(({ ctx, input }) => setAllowanceRate(ctx.context, input)),
    record: procedure('allowance.record')
      .input(recordAllowanceUseInput)
      .output(recordedView)
      .mutation(({ ctx, input }) => recordAllowanceUse(ctx.context, input)),
  }),
  pension: router({
    set: procedure('pension.set')
      .input(setPensionInput)
      .output(recordedView)
      .mutation(({ ctx, input }) => setPension(ctx.context, input)),
  }),
  release: router({
    byStep: procedure('position.advance')
      .input(advancePositionInput)
      .output(entryPreviewView.nullable())
      .query(async ({ ctx, input }) => {
        const entry = await previewStepRelease(ctx.context, input);
        return entry === null ? null : previewOf(ctx.shell.db.read, entry);
      }),
    preview: procedure('position.advance')
      .input(releaseReservedInput)
      .output(entryPreviewView)
      .query(async ({ ctx, input }) => previewOf(ctx.shell.db.read, await previewRelease(ctx.context, input))),
    record: procedure('position.advance')
      .input(releaseReservedInput)
      .output(recordedView)
      .mutation(({ ctx, input }) => releaseReserved(ctx.context, input)),
  }),
  allocation: recordingRouter(decideAllocation, decideAllocationInput),
});
