import { DECISION_MODES, OUTCOMES } from '@dcc/domain/committee/kinds';
import { POSITION_STATES } from '@dcc/domain/positions/states';
import { moneyView } from '@dcc/domain/wire';
import { z } from 'zod';
import { motionPartsView, motionView, registeredView, releasedView } from '../../views/committee-views.ts';
import { standpointView } from '../../views/common-views.ts';

export const decisionListView = z.strictObject({
  ...standpointView,
  pending: z.array(motionView),
  decided: z.array(registeredView),
});

export const decisionView = z.strictObject({
  ...standpointView,
  id: z.string(),
  /** What it was drafted as; `null` of a decision that was taken outside of the program. */
  draft: motionView.nullable(),
  /** What it said before it was written anew. */
  earlier: z.array(
    z.strictObject({
      version: z.number(),
      title: z.string(),
      text: z.string(),
      options: z.string(),
      by: z.string(),
      at: z.string(),
      ...motionPartsView,
    }),
  ),
  /** `null` while it is not decided. */
  decision: registeredView.nullable(),
  resolution: z
    .strictObject({
      decisionId: z.string(),
      mode: z.enum(DECISION_MODES),
      outcome: z.enum(OUTCOMES),
      conditions: z.string(),
      reason: z.string(),
      rulesNumber: z.number(),
      seated: z.number(),
      present: z.number(),
      quorumNeeded: z.number(),
      inFavour: z.number(),
      against: z.number(),
      abstained: z.number(),
      votesNeeded: z.number(),
      supersedesId: z.string().nullable(),
    })
    .nullable(),
  /** What it reserved. */
  allocations: z.array(
    z.strictObject({
      positionId: z.string(),
      position: z.string(),
      year: z.number(),
      pool: z.string(),
      amount: moneyView,
    }),
  ),
  /** What of it went back to its pools before it was sent, and by which entry. */
  released: z.array(releasedView),
  /** Numbers of the entries it posted. */
  entries: z.array(z.number()),
  story: z.array(
    z.strictObject({
      what: z.enum([
        'drafted',
        'revised',
        'tabled',
        'opened',
        'circulated',
        'objected',
        'returned',
        'withdrawn',
        'closed',
      ]),
      note: z.string(),
      organization: z.string().nullable(),
      by: z.string(),
      at: z.string(),
    }),
  ),
});

const named = { id: z.string(), reference: z.string(), title: z.string() } as const;

export const draftChoicesView = z.strictObject({
  meetings: z.array(z.strictObject(named)),
  positions: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      organization: z.string(),
      state: z.enum(POSITION_STATES),
      years: z.array(z.strictObject({ year: z.number(), short: moneyView })),
    }),
  ),
  pools: z.array(z.strictObject({ id: z.string(), name: z.string(), available: moneyView })),
  decisions: z.array(z.strictObject(named)),
});
