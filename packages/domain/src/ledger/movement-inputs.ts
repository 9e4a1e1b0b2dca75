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
} from '../wire.ts';
import { COST_COMPONENTS } from './cost-component.ts';

/** Movements that are about the fund alone. */
export const FUND_MOVEMENTS = [
  'interest-fund',
  'other-income',
  'transfer-other-fund',
  'direct-cost',
  'bank-charge',
] as const;

const recorded = { idempotencyKey: idempotencyKeySchema, on: dateSchema, description: longText } as const;
/** Money in any currency that the rate in force on the day can value. */
const paid = { currency: currencySchema, amount: amountSchema } as const;

export const recordMovementInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(FUND_MOVEMENTS), ...recorded, ...paid, poolId: idSchema }),
  z.strictObject({
    kind: z.literal('interest-organization'),
    ...recorded,
    ...paid,
    poolId: idSchema,
    organizationId: idSchema,
  }),
]);
export type RecordMovement = z.infer<typeof recordMovementInput>;

/** Cash to a host: for a position, in US dollars, from where decisions reserved it; or for none, from the free money of one pool. */
export const transferToHostInput = z.discriminatedUnion('purpose', [
  z.strictObject({
    purpose: z.literal('position'),
    ...recorded,
    positionId: idSchema,
    draws: z
      .array(z.strictObject({ poolId: idSchema, amount: amountSchema }))
      .min(1, 'required')
      .max(40),
  }),
  z.strictObject({ purpose: z.literal('host'), ...recorded, ...paid, organizationId: idSchema, poolId: idSchema }),
]);
export type TransferToHost = z.infer<typeof transferToHostInput>;

export const refundFromHostInput = z.strictObject({
  ...recorded,
  ...paid,
  organizationId: idSchema,
  positionId: idSchema.nullable(),
  poolId: idSchema,
});
export type RefundFromHost = z.infer<typeof refundFromHostInput>;

/** A percentage of the deposits that no fee was charged on yet. */
export const chargeAgentFeeInput = z.strictObject({
  ...recorded,
  percent: percentSchema,
  base: amountSchema,
  poolId: idSchema,
});
export type ChargeAgentFee = z.infer<typeof chargeAgentFeeInput>;

/** The percentage that an agreement has in force on the day, of reported expenditure; the agreement's pool pays. */
export const chargeSupportCostInput = z.strictObject({ ...recorded, contributionId: idSchema, base: amountSchema });
export type ChargeSupportCost = z.infer<typeof chargeSupportCostInput>;

/** A support-cost rate of an agreement from a day on; `source` says which paper sets it. */
export const setSupportCostRateInput = z.strictObject({
  idempotencyKey: idempotencyKeySchema,
  contributionId: idSchema,
  effectiveOn: dateSchema,
  percent: percentSchema,
  source: shortText,
});
export type SetSupportCostRate = z.infer<typeof setSupportCostRateInput>;

export const HOST_REPORTS = ['organization-received', 'organization-expenditure', 'organization-refund'] as const;

/** What a host says of its own books: what it received, what it spent (by cost component where it says so), what it sent back. */
export const recordHostReportInput = z
  .strictObject({
    kind: z.enum(HOST_REPORTS),
    ...recorded,
    ...paid,
    organizationId: idSchema,
    positionId: idSchema.nullable(),
    components: z
      .array(z.strictObject({ component: z.enum(COST_COMPONENTS, 'required'), amount: amountSchema }))
      .max(40),
  })
  .refine(({ kind, components }) => kind === 'organization-expenditure' || components.length === 0, {
    path: ['components'],
    message: 'only-of-expenditure',
  });
export type RecordHostReport = z.infer<typeof recordHostReportInput>;

/** The operating reserve from a day on: a percentage of planned annual expenditure, as a decision says. */
export const setReserveInput = z.strictObject({
  idempotencyKey: idempotencyKeySchema,
  on: dateSchema,
  percent: percentSchema,
  base: amountSchema,
  decision: shortText,
});
export type SetReserve = z.infer<typeof setReserveInput>;

export const writeOffInstalmentInput = z.strictObject({
  idempotencyKey: idempotencyKeySchema,
  instalmentId: idSchema,
  on: dateSchema,
  amount: amountSchema,
  reason: shortText,
});
export type WriteOffInstalment = z.infer<typeof writeOffInstalmentInput>;
