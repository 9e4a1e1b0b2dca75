import { z } from 'zod';
import {
  amountSchema,
  dateSchema,
  idempotencyKeySchema,
  idSchema,
  longText,
  shortText,
  standpointFields,
} from '../wire.ts';
import { POSITION_PHASES, POSITION_STATES } from './states.ts';

const positionTerms = {
  idempotencyKey: idempotencyKeySchema,
  title: shortText,
  organizationId: idSchema,
  dutyStationId: idSchema,
  // Its four years must end within the calendar of the program, which ends with 2199.
  startsOn: dateSchema.refine((on) => on < '2190-01-01', 'not-a-date'),
  yearlyCosts: z.array(amountSchema).min(1, 'required').max(4),
  description: longText,
};

/** A proposed position: what a host asks the fund to sponsor, with its cost for each year in US dollars. */
export const proposePositionInput = z.strictObject({
  ...positionTerms,
  /** When the host asked; today where nothing is said. */
  proposedOn: dateSchema.optional(),
});
export type ProposePosition = z.infer<typeof proposePositionInput>;

/** The terms of a position that is known to exist, entered once they are known. */
export const setPositionTermsInput = z.strictObject({ positionId: idSchema, ...positionTerms });
export type SetPositionTerms = z.infer<typeof setPositionTermsInput>;

export const createOrganizationInput = z.strictObject({
  idempotencyKey: idempotencyKeySchema,
  name: shortText,
  shortName: shortText.max(40),
});

export const createDutyStationInput = z.strictObject({
  idempotencyKey: idempotencyKeySchema,
  name: shortText,
  countryCode: z.string().regex(/^[A-Z]{2}$/u, 'not-a-country-code'),
});

export const advancePositionInput = z.strictObject({
  idempotencyKey: idempotencyKeySchema,
  positionId: idSchema,
  /** The state the person saw: a step from any other state is refused. */
  from: z.enum(POSITION_STATES),
  to: z.enum(POSITION_STATES),
  on: dateSchema,
  note: longText,
});
export type AdvancePosition = z.infer<typeof advancePositionInput>;

/** Whether the agreement with a host covers the pension of its officers, from a day on. */
export const setPensionInput = z.strictObject({
  idempotencyKey: idempotencyKeySchema,
  organizationId: idSchema,
  effectiveOn: dateSchema,
  covered: z.enum(['yes', 'no']),
  source: shortText,
});
export type SetPension = z.infer<typeof setPensionInput>;

/** Gives back what is still reserved for a post that is over. */
export const releaseReservedInput = z.strictObject({ idempotencyKey: idempotencyKeySchema, positionId: idSchema });
export type ReleaseReserved = z.infer<typeof releaseReservedInput>;

/** A decision of the committee that reserves money: for each position-year, from a pool, in US dollars. */
export const decideAllocationInput = z.strictObject({
  idempotencyKey: idempotencyKeySchema,
  reference: shortText,
  title: shortText,
  decidedOn: dateSchema,
  text: longText,
  lines: z
    .array(
      z.strictObject({ positionId: idSchema, year: z.int().min(1).max(4), poolId: idSchema, amount: amountSchema }),
    )
    .min(1, 'required')
    .max(100),
});
export type DecideAllocation = z.infer<typeof decideAllocationInput>;

export const POSITION_SORTS = ['number', 'title', 'organization', 'state', 'starts', 'cost', 'allocated'] as const;

export const listPositionsInput = z.strictObject({
  ...standpointFields,
  organizationId: idSchema.optional(),
  phase: z.enum(POSITION_PHASES).optional(),
  state: z.enum(POSITION_STATES).optional(),
  text: shortText.optional(),
  sort: z.enum(POSITION_SORTS).default('number'),
  direction: z.enum(['asc', 'desc']).default('asc'),
  page: z.int().min(1).max(100_000).default(1),
  /** All of them at once, as a board or a timeline shows them, and not page by page. */
  whole: z.literal(true).optional(),
});
export type ListPositions = z.infer<typeof listPositionsInput>;
