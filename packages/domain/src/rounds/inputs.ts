import { z } from 'zod';
import { amountSchema, dateSchema, idempotencyKeySchema, idSchema, longText, shortText } from '../wire.ts';
import { PRIORITY_KINDS } from './criteria.ts';
import { EARMARK_KINDS, PLACES } from './earmark.ts';
import { ROUND_STATES } from './round.ts';

const key = { idempotencyKey: idempotencyKeySchema };
const codes = z.array(shortText.max(40)).max(300);

/** Priority areas and criteria as a decision of the committee sets them; a later set takes their place for later rounds. */
export const setCriteriaInput = z.strictObject({
  ...key,
  name: shortText,
  decision: shortText,
  decidedOn: dateSchema,
  /** The most that a person can give for a criterion; the least is 0. */
  scale: z.int().min(1, 'out-of-range').max(100, 'out-of-range'),
  priorities: z
    .array(
      z
        .strictObject({ kind: z.enum(PRIORITY_KINDS), name: shortText.max(100) })
        // The Goals are seventeen and go by their number.
        .refine(({ kind, name }) => kind !== 'sdg' || /^(?:[1-9]|1[0-7])$/u.test(name), {
          path: ['name'],
          message: 'out-of-range',
        }),
    )
    .max(50),
  criteria: z
    .array(
      z.strictObject({
        name: shortText.max(100),
        weight: z.int().min(1, 'out-of-range').max(100, 'out-of-range'),
      }),
    )
    .min(1, 'required')
    .max(20),
});
export type SetCriteria = z.infer<typeof setCriteriaInput>;

/** A version of a named set of rules on who is eligible. */
export const setEligibilityInput = z.strictObject({
  ...key,
  name: shortText,
  groups: codes,
  countries: codes,
  excluded: codes,
  validFrom: dateSchema,
  validTo: dateSchema.nullable(),
  source: shortText,
});
export type SetEligibility = z.infer<typeof setEligibilityInput>;

/** What a pool may pay for from now on: of each kind that is named, one must fit. */
export const setEarmarkInput = z.strictObject({
  ...key,
  poolId: idSchema,
  rules: z.array(z.strictObject({ kind: z.enum(EARMARK_KINDS), value: shortText.max(100) })).max(300),
});
export type SetEarmark = z.infer<typeof setEarmarkInput>;

export const createRoundInput = z.strictObject({
  ...key,
  name: shortText,
  criteriaSetId: idSchema,
  eligibilitySetId: idSchema.nullable(),
});
export type CreateRound = z.infer<typeof createRoundInput>;

export const advanceRoundInput = z.strictObject({
  ...key,
  roundId: idSchema,
  /** The state that the person saw. */
  from: z.enum(ROUND_STATES),
  to: z.enum(ROUND_STATES),
});
export type AdvanceRound = z.infer<typeof advanceRoundInput>;

export const addProposalInput = z.strictObject({
  ...key,
  roundId: idSchema,
  positionId: idSchema,
  theme: shortText.max(100),
  region: shortText.max(100),
  place: z.enum(PLACES),
});
export type AddProposal = z.infer<typeof addProposalInput>;

/** One person's scores of one proposal; a later one takes the place of an earlier. */
export const scoreProposalInput = z.strictObject({
  ...key,
  roundId: idSchema,
  positionId: idSchema,
  scores: z
    .array(z.strictObject({ criterion: z.int().min(1).max(20), score: z.int().min(0, 'out-of-range') }))
    .min(1, 'required')
    .max(20),
  note: longText,
});
export type ScoreProposal = z.infer<typeof scoreProposalInput>;

const limitInput = z.strictObject({
  /** What it counts: `host:…`, `region:…`, `place:field`, `group:…`, `theme:…`. */
  mark: shortText.max(150),
  of: z.enum(['count', 'percent-of-money']),
  least: z.int().min(0, 'out-of-range').max(1000, 'out-of-range').nullable(),
  most: z.int().min(0, 'out-of-range').max(1000, 'out-of-range').nullable(),
});

/** A what-if: limits and locks, one more contribution, and a choice of people to compare with the best. Nothing is written. */
export const planRoundInput = z.strictObject({
  roundId: idSchema,
  /** A name for this run, made by who asks: its progress is asked for by it. */
  run: idempotencyKeySchema,
  limits: z.array(limitInput).max(100),
  lockedIn: z.array(idSchema).max(300),
  lockedOut: z.array(idSchema).max(300),
  more: z.strictObject({ poolId: idSchema, amount: amountSchema }).nullable(),
  choice: z.array(idSchema).max(300).nullable(),
});
export type PlanRound = z.infer<typeof planRoundInput>;
