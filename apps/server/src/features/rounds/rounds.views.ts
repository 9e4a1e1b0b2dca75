import { EARMARKINGS } from '@dcc/domain/contributions/kinds';
import { POSITION_STATES } from '@dcc/domain/positions/states';
import { EARMARK_KINDS, PLACES } from '@dcc/domain/rounds/earmark';
import { ROUND_STATES } from '@dcc/domain/rounds/round';
import { moneyView } from '@dcc/domain/wire';
import { z } from 'zod';
import { dutyStationRef, organizationRef, standpointView } from '../../views/common-views.ts';

export const roundListView = z.strictObject({
  ...standpointView,
  rounds: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      state: z.enum(ROUND_STATES),
      since: z.string(),
      proposals: z.number(),
      criteria: z.string(),
    }),
  ),
  criteriaSets: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  eligibilitySets: z.array(z.strictObject({ id: z.string(), name: z.string(), version: z.number() })),
});

export const roundView = z.strictObject({
  round: z.strictObject({
    id: z.string(),
    name: z.string(),
    state: z.enum(ROUND_STATES),
    next: z.enum(ROUND_STATES).nullable(),
    since: z.string(),
  }),
  criteria: z.strictObject({
    name: z.string(),
    decision: z.string(),
    scale: z.number(),
    criteria: z.array(z.strictObject({ name: z.string(), weight: z.number() })).readonly(),
  }),
  eligibility: z.strictObject({ name: z.string(), version: z.number() }).nullable(),
  proposals: z.array(
    z.strictObject({
      positionId: z.string(),
      number: z.number(),
      title: z.string(),
      state: z.enum(POSITION_STATES),
      organization: organizationRef,
      dutyStation: dutyStationRef,
      theme: z.string(),
      region: z.string(),
      place: z.enum(PLACES),
      groups: z.array(z.string()),
      /** Hundredths of a point; `null` until every criterion is scored by somebody. */
      score: z.number().nullable(),
      scorers: z.number(),
      own: z.array(z.number().nullable()),
      recused: z.boolean(),
      /** Whether its position still asks for money. */
      candidate: z.boolean(),
      cost: moneyView,
    }),
  ),
  pools: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      earmarking: z.enum(EARMARKINGS),
      rules: z.array(z.strictObject({ kind: z.enum(EARMARK_KINDS), value: z.string() })).readonly(),
      available: moneyView,
      expected: z.array(z.strictObject({ dueOn: z.string(), value: moneyView })),
    }),
  ),
  reserve: moneyView,
  askable: z.array(z.strictObject({ id: z.string(), title: z.string(), host: z.string() })),
});

const shortfallView = z.strictObject({ missing: moneyView, pools: z.array(z.string()).readonly() }).nullable();
const brokenView = z.strictObject({
  mark: z.string(),
  side: z.enum(['least', 'most']),
  count: z.number().nullable(),
  amount: moneyView.nullable(),
});

const lineView = z.strictObject({
  positionId: z.string(),
  year: z.number(),
  poolId: z.string(),
  amount: moneyView,
  /** Of it what the cash of today covers. */
  now: moneyView,
});

export const planView = z.strictObject({
  kind: z.enum(['plan', 'conflict', 'unknown']),
  plan: z
    .strictObject({
      chosen: z.array(z.string()).readonly(),
      score: z.number(),
      bound: z.number(),
      proven: z.boolean(),
      greedyScore: z.number(),
      lines: z.array(lineView),
      leftOut: z.array(
        z.strictObject({
          positionId: z.string(),
          locked: z.boolean(),
          limits: z.array(brokenView),
          shortfall: shortfallView,
        }),
      ),
    })
    .nullable(),
  conflict: z.array(
    z.strictObject({
      kind: z.enum(['lock-in', 'lock-out', 'limit', 'money']),
      positionId: z.string().nullable(),
      mark: z.string().nullable(),
      side: z.enum(['least', 'most']).nullable(),
      shortfall: shortfallView,
    }),
  ),
  /** The choice of people by the same measure; `lines` is who pays for it, `null` where the pools cannot. */
  judgement: z
    .strictObject({
      score: z.number(),
      limits: z.array(brokenView),
      shortfall: shortfallView,
      lines: z.array(lineView).nullable(),
    })
    .nullable(),
  /** What one more contribution adds to the best set. */
  gain: z
    .strictObject({ score: z.number(), enters: z.array(z.string()).readonly(), leaves: z.array(z.string()).readonly() })
    .nullable(),
});

/** Scores in hundredths of a point. */
export const planProgressView = z
  .strictObject({ milliseconds: z.number(), score: z.number().nullable(), bound: z.number().nullable() })
  .nullable();
