import { POSITION_PHASES, POSITION_STATES } from '@dcc/domain/positions/states';
import { RETENTION_OUTCOMES } from '@dcc/domain/positions/retention';
import { FINDING_KINDS } from '@dcc/domain/positions/review';
import { TERMS_FIELDS, type TermsField } from '@dcc/domain/positions/terms';
import { WAYS } from '@dcc/domain/positions/step-table';
import { moneyView } from '@dcc/domain/wire';
import { z } from 'zod';
import { figureView, standpointView } from '../../views/common-views.ts';
import { poolAvailableView } from '../../views/pool-view.ts';
import { positionRowView } from '../../views/position-row-view.ts';

export const positionListView = z.strictObject({
  ...standpointView,
  rows: z.array(positionRowView),
  rowCount: z.number(),
  page: z.number(),
  pageSize: z.number(),
  byPhase: z.array(z.strictObject({ phase: z.enum(POSITION_PHASES), count: z.number() })),
  totals: z.strictObject({ cost: moneyView, allocated: moneyView }),
});

const termsView = z.strictObject(
  Object.fromEntries(TERMS_FIELDS.map((field) => [field, z.string()])) as Record<TermsField, z.ZodString>,
);

const reviewView = z.strictObject({
  /** The contract year that would follow, and whether its findings may be recorded now. */
  year: z.number(),
  open: z.boolean(),
  needed: z.array(z.enum(FINDING_KINDS)),
  /** Every finding that was recorded, oldest first. */
  findings: z.array(
    z.strictObject({
      kind: z.enum(FINDING_KINDS),
      year: z.number(),
      favourable: z.boolean(),
      hostAmount: moneyView.nullable(),
      contributor: z.string().nullable(),
      on: z.string(),
      reference: z.string(),
      by: z.string(),
    }),
  ),
});

const separationView = z.strictObject({
  on: z.string(),
  /** The last day of the contract year that somebody was in, where it ended before that day. */
  early: z.string().nullable(),
  /** Sent to the host for this position and neither spent nor sent back. */
  unspent: moneyView,
  retention: z.array(
    z.strictObject({
      months: z.number(),
      dueOn: z.string(),
      due: z.boolean(),
      outcome: z.enum(RETENTION_OUTCOMES).nullable(),
      on: z.string().nullable(),
      by: z.string().nullable(),
    }),
  ),
});

const missingView = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('terms'), fields: z.array(z.enum(TERMS_FIELDS)).readonly() }),
  z.strictObject({ what: z.literal('reason') }),
  z.strictObject({
    what: z.literal('finding'),
    finding: z.enum(FINDING_KINDS),
    year: z.number(),
    found: z.enum(['nothing', 'unfavourable']),
  }),
  z.strictObject({ what: z.literal('year-unknown'), year: z.number() }),
  z.strictObject({ what: z.literal('year-not-reserved'), year: z.number(), cost: moneyView, allocated: moneyView }),
  z.strictObject({ what: z.literal('cash-not-arrived'), pool: z.string(), short: moneyView }),
]);

export const positionView = z.strictObject({
  ...standpointView,
  row: positionRowView,
  description: z.string(),
  /** The steps that may follow, each with what it still waits for today, apart from the reason that whoever takes it gives. */
  steps: z.array(
    z.strictObject({
      to: z.enum(POSITION_STATES),
      way: z.enum(WAYS),
      needsReason: z.boolean(),
      missing: z.array(missingView),
    }),
  ),
  terms: z.strictObject({
    /** Every version, oldest first. */
    versions: z.array(z.strictObject({ number: z.number(), recordedAt: z.string(), by: z.string(), terms: termsView })),
    empty: z.array(z.enum(TERMS_FIELDS)),
  }),
  review: reviewView,
  /** `null` while it is not over. */
  separation: separationView.nullable(),
  takesAllocation: z.boolean(),
  figures: z.strictObject({ allocated: figureView, transferred: figureView, spent: figureView }),
  /** States it has gone through, oldest first. */
  story: z.array(
    z.strictObject({
      on: z.string(),
      from: z.enum(POSITION_STATES).nullable(),
      to: z.enum(POSITION_STATES),
      by: z.string(),
      note: z.string(),
    }),
  ),
  decisions: z.array(
    z.strictObject({
      id: z.string(),
      reference: z.string(),
      title: z.string(),
      decidedOn: z.string(),
      text: z.string(),
      recordedBy: z.string(),
      entryId: z.string(),
      entryNumber: z.number(),
      lines: z.array(z.strictObject({ year: z.number(), pool: z.string(), amount: moneyView })),
    }),
  ),
  transfers: z.array(
    z.strictObject({
      entryId: z.string(),
      entryNumber: z.number(),
      on: z.string(),
      amount: moneyView,
      description: z.string(),
    }),
  ),
  /** What an allocation could draw on today. */
  pools: z.array(poolAvailableView),
  /** Of the whole fund, after the reserve. */
  available: moneyView,
});
