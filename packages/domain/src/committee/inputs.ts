import { z } from 'zod';
import { amountSchema, dateSchema, idempotencyKeySchema, idSchema, longText, pageText, shortText } from '../wire.ts';
import { CHOICES, MAJORITY_BASES, MOTION_KINDS, SEAT_KINDS, SHARE_BOUNDS, VERDICTS } from './kinds.ts';

const keyed = { idempotencyKey: idempotencyKeySchema } as const;
const reason = longText.min(1, 'required');

/** A person's term in a seat; the chair's belongs to no organization. */
export const fillSeatInput = z
  .strictObject({
    ...keyed,
    kind: z.enum(SEAT_KINDS),
    organizationId: idSchema.nullable(),
    personId: idSchema,
    startsOn: dateSchema,
    endsOn: dateSchema.nullable(),
  })
  .refine(({ kind, organizationId }) => (kind === 'chair') === (organizationId === null), {
    path: ['organizationId'],
    message: 'required',
  });
export type FillSeat = z.infer<typeof fillSeatInput>;

export const endTermInput = z.strictObject({ ...keyed, seatId: idSchema, endsOn: dateSchema, reason });
export type EndTerm = z.infer<typeof endTermInput>;

/** A share of at most the whole; more than the whole can never be reached. */
const share = z
  .strictObject({
    bound: z.enum(SHARE_BOUNDS),
    numerator: z.int().min(0).max(100),
    denominator: z.int().min(1).max(100),
  })
  .refine(
    ({ bound, numerator, denominator }) =>
      bound === 'at-least' ? numerator >= 1 && numerator <= denominator : numerator < denominator,
    { path: ['numerator'], message: 'not-a-share' },
  );

/** The committee's rules of procedure from a day on, with the paper that says so. */
export const setRulesInput = z.strictObject({
  ...keyed,
  effectiveOn: dateSchema,
  quorum: share,
  majority: share,
  majorityOf: z.enum(MAJORITY_BASES),
  windowDays: z.int().min(1).max(90),
  source: shortText,
});
export type SetRules = z.infer<typeof setRulesInput>;

export const planMeetingInput = z.strictObject({
  ...keyed,
  reference: shortText.max(40),
  title: shortText,
  /** A meeting is planned ahead; one that was held on an earlier day is entered with its day. */
  plannedOn: dateSchema,
  place: shortText,
});
export type PlanMeeting = z.infer<typeof planMeetingInput>;

/** Opens or closes a meeting. */
export const meetingInput = z.strictObject({ ...keyed, meetingId: idSchema });
export type MeetingInput = z.infer<typeof meetingInput>;

export const addAgendaItemInput = z.strictObject({ ...keyed, meetingId: idSchema, title: shortText, note: longText });
export type AddAgendaItem = z.infer<typeof addAgendaItemInput>;

/** Somebody has come, or has left. */
export const attendInput = z.strictObject({
  ...keyed,
  meetingId: idSchema,
  personId: idSchema,
  present: z.boolean(),
});
export type Attend = z.infer<typeof attendInput>;

/** The minutes as they stand now; earlier texts are kept. */
export const recordMinutesInput = z.strictObject({
  ...keyed,
  meetingId: idSchema,
  text: pageText.min(1, 'required'),
});
export type RecordMinutes = z.infer<typeof recordMinutesInput>;

export const addActionPointInput = z.strictObject({
  ...keyed,
  meetingId: idSchema,
  text: shortText,
  /** Who does it, in words: also those without an account have tasks. */
  owner: shortText,
  dueOn: dateSchema.nullable(),
});
export type AddActionPoint = z.infer<typeof addActionPointInput>;

export const completeActionPointInput = z.strictObject({
  ...keyed,
  actionPointId: idSchema,
  doneOn: dateSchema,
  note: longText,
});
export type CompleteActionPoint = z.infer<typeof completeActionPointInput>;

/** What a draft decision says, and what it does once it is adopted. Amounts are US dollars. */
const draftFields = {
  title: shortText,
  text: reason,
  /** What else the committee could decide. */
  options: longText,
  kind: z.enum(MOTION_KINDS),
  /** The decision whose place it takes. */
  supersedesId: idSchema.nullable(),
  criteriaSetId: idSchema.nullable(),
  lines: z
    .array(
      z.strictObject({ positionId: idSchema, year: z.int().min(1).max(4), poolId: idSchema, amount: amountSchema }),
    )
    // A large round: two hundred positions of two years, some of them paid by two pools.
    .max(600),
  positions: z.array(z.strictObject({ positionId: idSchema, verdict: z.enum(VERDICTS), reason })).max(200),
};
type Draft = z.infer<z.ZodObject<typeof draftFields>>;
type Part = 'lines' | 'positions' | 'criteriaSetId';

/** What is wrong with a draft as a whole: in which part, and what. */
function draftFault({ kind, lines, positions, criteriaSetId }: Draft): readonly [Part, string] | null {
  if ((kind === 'allocation') !== lines.length > 0) return ['lines', 'required'];
  if (kind === 'positions' && positions.length === 0) return ['positions', 'required'];
  if (positions.length > 0 && kind !== 'positions' && kind !== 'allocation') return ['positions', 'invalid'];
  if (new Set(positions.map(({ positionId }) => positionId)).size < positions.length)
    return ['positions', 'named-twice'];
  // What is paid for is approved: another verdict on the same position would contradict it.
  const paidFor = new Set(lines.map(({ positionId }) => positionId));
  if (positions.some(({ positionId, verdict }) => verdict !== 'approve' && paidFor.has(positionId)))
    return ['positions', 'contradiction'];
  return criteriaSetId === null || kind === 'criteria' ? null : ['criteriaSetId', 'invalid'];
}

function checkDraft(draft: Draft, context: z.RefinementCtx): void {
  const fault = draftFault(draft);
  if (fault !== null) context.addIssue({ code: 'custom', path: [fault[0]], message: fault[1] });
}

export const draftDecisionInput = z
  .strictObject({ ...keyed, reference: shortText.max(40), meetingId: idSchema.nullable(), ...draftFields })
  .superRefine(checkDraft);
export type DraftDecision = z.infer<typeof draftDecisionInput>;

/** A decision that was taken on paper in the place of another: what that one reserved goes back, and posts may be turned back. */
export const enterSupersedingInput = z
  .strictObject({
    ...keyed,
    reference: shortText.max(40),
    title: shortText,
    text: reason,
    decidedOn: dateSchema,
    supersedesId: idSchema,
    positions: draftFields.positions,
  })
  .refine(({ positions }) => new Set(positions.map(({ positionId }) => positionId)).size === positions.length, {
    path: ['positions'],
    message: 'named-twice',
  });
export type EnterSuperseding = z.infer<typeof enterSupersedingInput>;

/** A draft written anew, by somebody who saw a version of it. */
export const reviseDecisionInput = z
  .strictObject({ ...keyed, decisionId: idSchema, version: z.int().min(1), ...draftFields })
  .superRefine(checkDraft);
export type ReviseDecision = z.infer<typeof reviseDecisionInput>;

/** Puts a draft on the table of its meeting, circulates it, or withdraws it. */
export const motionInput = z.strictObject({ ...keyed, decisionId: idSchema });
export type MotionInput = z.infer<typeof motionInput>;

/** Puts a draft on the agenda of a meeting. */
export const tableDecisionInput = z.strictObject({ ...keyed, decisionId: idSchema, meetingId: idSchema });
export type TableDecision = z.infer<typeof tableDecisionInput>;

export const castVoteInput = z.strictObject({
  ...keyed,
  decisionId: idSchema,
  choice: z.enum(CHOICES),
  note: longText,
});
export type CastVote = z.infer<typeof castVoteInput>;

/** A member takes no part, or objects to what is circulated; both give the reason. */
export const statementInput = z.strictObject({ ...keyed, decisionId: idSchema, reason });
export type Statement = z.infer<typeof statementInput>;

/** Closes what is on the table: by its votes, or by a consensus that the chair states. */
export const closeDecisionInput = z.discriminatedUnion('by', [
  z.strictObject({ ...keyed, decisionId: idSchema, by: z.literal('vote'), conditions: longText, reason: longText }),
  z.strictObject({
    ...keyed,
    decisionId: idSchema,
    by: z.literal('consensus'),
    outcome: z.enum(['adopt', 'defer', 'reject']),
    conditions: longText,
    reason: longText,
  }),
]);
export type CloseDecision = z.infer<typeof closeDecisionInput>;
