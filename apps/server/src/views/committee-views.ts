import {
  CHOICES,
  DECISION_MODES,
  MAJORITY_BASES,
  MEETING_STATES,
  MOTION_KINDS,
  MOTION_STATES,
  OUTCOMES,
  SHARE_BOUNDS,
  VERDICTS,
} from '@dcc/domain/committee/kinds';
import { POSITION_STATES } from '@dcc/domain/positions/states';
import { moneyView } from '@dcc/domain/wire';
import { z } from 'zod';
import { entryPreviewView } from './common-views.ts';

const shareView = z.strictObject({ bound: z.enum(SHARE_BOUNDS), numerator: z.number(), denominator: z.number() });

/** Rules of procedure, and who set them from which day on, by which paper. */
export const rulesView = z.strictObject({
  number: z.number(),
  effectiveOn: z.string(),
  quorum: shareView,
  majority: shareView,
  majorityOf: z.enum(MAJORITY_BASES),
  windowDays: z.number(),
  source: z.string(),
  setBy: z.string(),
  setAt: z.string(),
});

/** Organizations with a seat, those here that may decide, those that take no part, and how many are needed. */
export const quorumView = z.strictObject({
  seated: z.number(),
  present: z.number(),
  recused: z.number(),
  needed: z.number(),
  reached: z.boolean(),
});

export const meetingRef = z.strictObject({ id: z.string(), reference: z.string(), state: z.enum(MEETING_STATES) });
export const decisionRef = z.strictObject({ id: z.string(), reference: z.string() });

/** What a draft would do, with names. */
export const motionPartsView = {
  lines: z.array(
    z.strictObject({
      positionId: z.string(),
      position: z.string(),
      organization: z.string(),
      year: z.number(),
      poolId: z.string(),
      pool: z.string(),
      amount: moneyView,
    }),
  ),
  positions: z.array(
    z.strictObject({
      positionId: z.string(),
      position: z.string(),
      organization: z.string(),
      state: z.enum(POSITION_STATES),
      verdict: z.enum(VERDICTS),
      reason: z.string(),
    }),
  ),
} as const;

/** A draft decision as the committee sees it: what it says and would do, and how it stands. */
export const motionView = z.strictObject({
  id: z.string(),
  reference: z.string(),
  /** How often it was written; the last version counts. */
  version: z.number(),
  title: z.string(),
  text: z.string(),
  options: z.string(),
  kind: z.enum(MOTION_KINDS),
  state: z.enum(MOTION_STATES),
  meeting: meetingRef.nullable(),
  /** The last day to object, while it is circulated. */
  closesOn: z.string().nullable(),
  /** Nobody objected in time: it is decided, and entered with the next act. */
  consented: z.boolean(),
  criteriaSetId: z.string().nullable(),
  supersedes: decisionRef.nullable(),
  ...motionPartsView,
  recusals: z.array(
    z.strictObject({ organizationId: z.string(), organization: z.string(), forced: z.boolean(), reason: z.string() }),
  ),
  votes: z.array(
    z.strictObject({
      organizationId: z.string(),
      organization: z.string(),
      choice: z.enum(CHOICES),
      note: z.string(),
      asAlternate: z.boolean(),
      by: z.string(),
      at: z.string(),
      /** Not after its organization was recused. */
      counts: z.boolean(),
    }),
  ),
  tally: z.strictObject({ inFavour: z.number(), against: z.number(), abstained: z.number() }),
  /** Votes in favour that carry it as things stand; `null` while no rules are set or it is on no table. */
  votesNeeded: z.number().nullable(),
  quorum: quorumView.nullable(),
  /** What adopting it would release now of the decision whose place it takes. */
  release: entryPreviewView.nullable(),
  /** What adopting it would post now. */
  posting: entryPreviewView.nullable(),
  /** What is missing for adopting it now: of a pool, or of the whole fund. */
  shortage: z.strictObject({ pool: z.string().nullable(), available: moneyView, requested: moneyView }).nullable(),
});

/** Reserved money that went back to its pool before it was sent. */
export const releasedView = z.strictObject({
  entryNumber: z.number(),
  on: z.string(),
  description: z.string(),
  positionId: z.string(),
  position: z.string(),
  year: z.number(),
  pool: z.string(),
  amount: moneyView,
});

/** A decision in the register. */
export const registeredView = z.strictObject({
  id: z.string(),
  reference: z.string(),
  title: z.string(),
  decidedOn: z.string(),
  text: z.string(),
  recordedBy: z.string(),
  recordedAt: z.string(),
  mode: z.enum(DECISION_MODES),
  outcome: z.enum(OUTCOMES),
  meetingReference: z.string().nullable(),
  supersedes: decisionRef.nullable(),
  supersededBy: decisionRef.nullable(),
});

export const meetingView = z.strictObject({
  id: z.string(),
  reference: z.string(),
  title: z.string(),
  plannedOn: z.string(),
  place: z.string(),
  state: z.enum(MEETING_STATES),
  openedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
});

export const actionPointView = z.strictObject({
  id: z.string(),
  meetingId: z.string(),
  meetingReference: z.string(),
  text: z.string(),
  owner: z.string(),
  dueOn: z.string().nullable(),
  doneOn: z.string().nullable(),
  doneNote: z.string(),
  late: z.boolean(),
});
