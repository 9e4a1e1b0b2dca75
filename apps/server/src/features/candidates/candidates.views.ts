import { GENDERS, STAGES } from '@dcc/domain/vacancies/candidate';
import { DEGREES } from '@dcc/domain/vacancies/criteria';
import { ERASURE_REASONS } from '@dcc/domain/vacancies/inputs';
import { z } from 'zod';
import { balanceView } from '../../views/balance-view.ts';

/** A criterion that is not met, or (not `certain`) may not be met by what is known. */
const shortfallView = z.discriminatedUnion('criterion', [
  z.strictObject({
    criterion: z.literal('age'),
    certain: z.boolean(),
    atMost: z.number(),
    from: z.number().nullable(),
    to: z.number().nullable(),
  }),
  z.strictObject({
    criterion: z.literal('degree'),
    certain: z.boolean(),
    asked: z.enum(DEGREES),
    held: z.enum(DEGREES).nullable(),
  }),
  z.strictObject({
    criterion: z.literal('experience'),
    certain: z.boolean(),
    asked: z.number(),
    held: z.number().nullable(),
  }),
  z.strictObject({
    criterion: z.literal('nationality'),
    certain: z.boolean(),
    country: z.string(),
    ruleSet: z.string(),
    version: z.number(),
    on: z.string(),
  }),
  z.strictObject({ criterion: z.literal('language'), certain: z.boolean(), missing: z.string() }),
  z.strictObject({ criterion: z.literal('one-language'), certain: z.boolean(), oneOf: z.array(z.string()) }),
]);

const candidateView = z.strictObject({
  id: z.string(),
  number: z.number(),
  appliedOn: z.string(),
  stage: z.enum(STAGES),
  since: z.string(),
  /** Days in the present stage. */
  days: z.number(),
  next: z.array(z.enum(STAGES)),
  steps: z.array(z.strictObject({ to: z.enum(STAGES), on: z.string() })),
  /** What is known; `null` once it was erased. */
  person: z
    .strictObject({
      name: z.string(),
      nationality: z.string(),
      gender: z.enum(GENDERS).nullable(),
      birthYear: z.number().nullable(),
      degree: z.enum(DEGREES).nullable(),
      experienceYears: z.number().nullable(),
      languages: z.array(z.string()).nullable(),
      shortfalls: z.array(shortfallView),
    })
    .nullable(),
  erased: z.strictObject({ on: z.string(), reason: z.enum(ERASURE_REASONS) }).nullable(),
  /** The last day on which it may be kept; `null` while nobody has set a period, or once it was erased. */
  keptUntil: z.string().nullable(),
});

export const candidateListView = z.strictObject({
  today: z.string(),
  rows: z.array(candidateView),
  retention: z.strictObject({ effectiveOn: z.string(), months: z.number(), source: z.string() }).nullable(),
  /** Of this vacancy, with every number. */
  balance: balanceView,
});

export const retentionView = z.strictObject({
  today: z.string(),
  rules: z.array(z.strictObject({ effectiveOn: z.string(), months: z.number(), source: z.string() })),
  inForce: z.strictObject({ effectiveOn: z.string(), months: z.number(), source: z.string() }).nullable(),
  /** Candidates that something is still known of, and how many of them longer than the period in force allows. */
  kept: z.number(),
  expired: z.number(),
});
