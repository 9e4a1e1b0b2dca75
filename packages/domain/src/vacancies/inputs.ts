import { z } from 'zod';
import { dateSchema, idempotencyKeySchema, idSchema, longText, shortText } from '../wire.ts';
import { GENDERS, STAGES } from './candidate.ts';
import { DEGREES } from './criteria.ts';

/** ISO 639-1 as it is typed; whether there is such a language the rule says, which names it. */
const languages = z.array(z.string().max(8)).max(20);

export const criteriaInput = z.strictObject({
  oldestAge: z.int().min(18, 'out-of-range').max(99, 'out-of-range').nullable(),
  degree: z.enum(DEGREES).nullable(),
  experienceYears: z.int().min(0, 'out-of-range').max(40, 'out-of-range'),
  languages: z.strictObject({ all: languages, oneOf: languages, asset: languages }),
  eligibilitySetId: idSchema.nullable(),
});

const vacancyTerms = {
  idempotencyKey: idempotencyKeySchema,
  opensOn: dateSchema,
  closesOn: dateSchema,
  criteria: criteriaInput,
  /** What everybody may read: the work, how to apply, whom to ask. */
  text: longText,
};

export const openVacancyInput = z.strictObject({ positionId: idSchema, ...vacancyTerms });
export type OpenVacancy = z.infer<typeof openVacancyInput>;

export const reviseVacancyInput = z.strictObject({ vacancyId: idSchema, ...vacancyTerms });
export type ReviseVacancy = z.infer<typeof reviseVacancyInput>;

/** What is kept of a candidate, and no more: enough to tell whether the criteria are met and whom the committee balances. */
export const recordCandidateInput = z.strictObject({
  idempotencyKey: idempotencyKeySchema,
  vacancyId: idSchema,
  appliedOn: dateSchema,
  /** The day it came onto the long list. */
  listedOn: dateSchema,
  name: shortText,
  nationality: z.string().regex(/^[A-Z]{2}$/u, 'not-a-country-code'),
  gender: z.enum(GENDERS).nullable(),
  birthYear: z.int().min(1900, 'out-of-range').max(2199, 'out-of-range').nullable(),
  degree: z.enum(DEGREES).nullable(),
  experienceYears: z.int().min(0, 'out-of-range').max(60, 'out-of-range').nullable(),
  languages: languages.nullable(),
});
export type RecordCandidate = z.infer<typeof recordCandidateInput>;

export const advanceCandidateInput = z.strictObject({
  idempotencyKey: idempotencyKeySchema,
  candidateId: idSchema,
  /** The stage the person saw: a step from any other is refused. */
  from: z.enum(STAGES),
  to: z.enum(STAGES),
  on: dateSchema,
});
export type AdvanceCandidate = z.infer<typeof advanceCandidateInput>;

/** Why what is known of a candidate is erased. */
export const ERASURE_REASONS = ['retention', 'request', 'mistake'] as const;
export type ErasureReason = (typeof ERASURE_REASONS)[number];

export const eraseCandidateInput = z.strictObject({
  idempotencyKey: idempotencyKeySchema,
  candidateId: idSchema,
  reason: z.enum(ERASURE_REASONS),
});
export type EraseCandidate = z.infer<typeof eraseCandidateInput>;

/** Erases every candidate whose time of keeping is over. */
export const eraseExpiredInput = z.strictObject({ idempotencyKey: idempotencyKeySchema });
export type EraseExpired = z.infer<typeof eraseExpiredInput>;

export const setRetentionInput = z.strictObject({
  idempotencyKey: idempotencyKeySchema,
  effectiveOn: dateSchema,
  months: z.int().min(1, 'out-of-range').max(120, 'out-of-range'),
  /** The paper or decision that says so. */
  source: shortText,
});
export type SetRetention = z.infer<typeof setRetentionInput>;

/** Candidates of a vacancy, each measured on the day of application, or all as of one day. */
export const listCandidatesInput = z.strictObject({ vacancyId: idSchema, measuredOn: dateSchema.optional() });
export type ListCandidates = z.infer<typeof listCandidatesInput>;
