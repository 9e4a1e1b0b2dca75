import { EARMARKINGS } from '@dcc/domain/contributions/kinds';
import { EARMARK_KINDS } from '@dcc/domain/rounds/earmark';
import { setEarmarkInput, setEligibilityInput } from '@dcc/domain/rounds/inputs';
import { standpointInput } from '@dcc/domain/wire';
import { z } from 'zod';
import { procedure, router } from '../../trpc/trpc.ts';
import { recordedView, standpointView } from '../../views/common-views.ts';
import { readEligibility } from './read-eligibility.ts';
import { setEarmark, setEligibility } from './set-eligibility.ts';

const codes = z.array(z.string()).readonly();
const eligibilityView = z.strictObject({
  ...standpointView,
  sets: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      version: z.number(),
      validFrom: z.string(),
      validTo: z.string().nullable(),
      source: z.string(),
      groups: codes,
      countries: codes,
      excluded: codes,
      inForce: z.boolean(),
      eligible: z.array(z.strictObject({ code: z.string(), name: z.string() })),
    }),
  ),
  groups: z.array(z.strictObject({ code: z.string(), countries: codes, sources: codes })),
  pools: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      earmarking: z.enum(EARMARKINGS),
      rules: z.array(z.strictObject({ kind: z.enum(EARMARK_KINDS), value: z.string() })).readonly(),
    }),
  ),
});

export const eligibilityRouter = router({
  get: procedure('rounds.read')
    .input(standpointInput)
    .output(eligibilityView)
    .query(({ ctx, input }) => readEligibility(ctx.context, input)),
  set: procedure('eligibility.set')
    .input(setEligibilityInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => setEligibility(ctx.context, input)),
  setEarmark: procedure('earmark.set')
    .input(setEarmarkInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => setEarmark(ctx.context, input)),
});
