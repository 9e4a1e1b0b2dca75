import { z } from 'zod';
import {
  amountSchema,
  currencySchema,
  dateSchema,
  idempotencyKeySchema,
  idSchema,
  longText,
  percentSchema,
  shortText,
  standpointFields,
} from '../wire.ts';
import { CONTRIBUTOR_TYPES, EARMARKINGS } from './kinds.ts';

/** ISO 3166-1 alpha-2; whether it is a country is judged by the rule. */
const countryCode = z.string().regex(/^[A-Z]{2}$/u, 'not-a-country-code');

export const createContributorInput = z.strictObject({
  idempotencyKey: idempotencyKeySchema,
  name: shortText,
  type: z.enum(CONTRIBUTOR_TYPES),
  countryCode: countryCode.nullable(),
});

export const createPoolInput = z.strictObject({
  idempotencyKey: idempotencyKeySchema,
  name: shortText,
  earmarking: z.enum(EARMARKINGS),
  description: longText,
});

export const recordPledgeInput = z.strictObject({
  idempotencyKey: idempotencyKeySchema,
  contributorId: idSchema,
  poolId: idSchema,
  reference: shortText,
  pledgedOn: dateSchema,
  currency: currencySchema,
  amount: amountSchema,
  description: longText,
});
export type RecordPledge = z.infer<typeof recordPledgeInput>;

/** The new amount replaces the old one; it is not added to it. */
export const amendPledgeInput = z.strictObject({
  idempotencyKey: idempotencyKeySchema,
  contributionId: idSchema,
  amendedOn: dateSchema,
  amount: amountSchema,
  reason: shortText,
});
export type AmendPledge = z.infer<typeof amendPledgeInput>;

const agreementTerms = {
  idempotencyKey: idempotencyKeySchema,
  signedOn: dateSchema,
  currency: currencySchema,
  instalments: z
    .array(z.strictObject({ dueOn: dateSchema, amount: amountSchema }))
    .min(1, 'required')
    .max(40),
  supportCostPercent: percentSchema.nullable(),
  description: longText,
};

/** An agreement turns a pledge into a commitment, or begins a contribution that was never pledged. */
export const signAgreementInput = z.discriminatedUnion('origin', [
  z.strictObject({
    origin: z.literal('pledge'),
    contributionId: idSchema,
    /** Where the signature earmarks otherwise than the pledge did. */
    poolId: idSchema.optional(),
    ...agreementTerms,
  }),
  z.strictObject({
    origin: z.literal('new'),
    contributorId: idSchema,
    poolId: idSchema,
    reference: shortText,
    ...agreementTerms,
  }),
]);
export type SignAgreement = z.infer<typeof signAgreementInput>;

export const receiveDepositInput = z.strictObject({
  idempotencyKey: idempotencyKeySchema,
  instalmentId: idSchema,
  receivedOn: dateSchema,
  amount: amountSchema,
  description: longText,
});
export type ReceiveDeposit = z.infer<typeof receiveDepositInput>;

export const refundContributorInput = z.strictObject({
  idempotencyKey: idempotencyKeySchema,
  contributionId: idSchema,
  refundedOn: dateSchema,
  amount: amountSchema,
  reason: shortText,
});
export type RefundContributor = z.infer<typeof refundContributorInput>;

export const CONTRIBUTION_SORTS = ['date', 'contributor', 'reference', 'signed', 'received', 'outstanding'] as const;

export const listContributionsInput = z.strictObject({
  ...standpointFields,
  contributorId: idSchema.optional(),
  poolId: idSchema.optional(),
  stage: z.enum(['pledged', 'signed', 'received', 'overdue']).optional(),
  text: shortText.optional(),
  sort: z.enum(CONTRIBUTION_SORTS).default('date'),
  direction: z.enum(['asc', 'desc']).default('desc'),
  page: z.int().min(1).max(100_000).default(1),
});
export type ListContributions = z.infer<typeof listContributionsInput>;
