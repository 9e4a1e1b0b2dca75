import { COST_COMPONENTS } from '@dcc/domain/ledger/cost-component';
import { RETENTION_OUTCOMES } from '@dcc/domain/positions/retention';
import { FINDING_KINDS } from '@dcc/domain/positions/review';
import { POSITION_STATES } from '@dcc/domain/positions/states';
import { WAYS } from '@dcc/domain/positions/step-table';
import { TERMS_FIELDS, TERMS_TAGS, type TermsField, type TermsTag } from '@dcc/domain/positions/terms';
import { moneyView } from '@dcc/domain/wire';
import { z } from 'zod';

const termsView = z.strictObject(
  Object.fromEntries([...TERMS_FIELDS, ...TERMS_TAGS].map((field) => [field, z.string()])) as Record<
    TermsField | TermsTag,
    z.ZodString
  >,
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

const outcomeMoney = { yearly: moneyView, once: moneyView, term: moneyView, spent: moneyView, left: moneyView };

/** What the post is estimated to cost by a cost table, against what its host reports as spent. */
const costView = z.strictObject({
  table: z
    .strictObject({ version: z.string(), effectiveOn: z.string(), source: z.string(), publishedOn: z.string() })
    .nullable(),
  /** Whether the agreement with the host covers pension; `null` while nobody has said. */
  pension: z.strictObject({ effectiveOn: z.string(), covered: z.boolean(), source: z.string() }).nullable(),
  versions: z.array(z.string()),
  years: z.number(),
  components: z.array(z.strictObject({ component: z.enum(COST_COMPONENTS), ...outcomeMoney })),
  total: z.strictObject(outcomeMoney),
});

const allowanceView = z.strictObject({
  rate: z.strictObject({ effectiveOn: z.string(), amount: moneyView, source: z.string() }).nullable(),
  grants: z.array(z.strictObject({ year: z.number(), startsOn: z.string(), amount: moneyView })),
  granted: moneyView,
  used: moneyView,
  left: moneyView,
  /** What the host reports as spent on training and duty travel, and what the account has more or less than that. */
  reported: moneyView,
  unreported: moneyView,
  lastDay: z.string().nullable(),
  uses: z.array(z.strictObject({ on: z.string(), amount: moneyView, purpose: z.string(), by: z.string() })),
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
  z.strictObject({ what: z.literal('supersession'), by: z.string().nullable() }),
  z.strictObject({ what: z.literal('cash-not-arrived'), pool: z.string(), short: moneyView }),
]);

/** What the page of a position shows of its life: what may follow, its terms, its reviews, its end, its costs. */
export const lifeFields = {
  /** The steps that may follow, each with what it still waits for, apart from the reason that whoever takes it gives. */
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
  cost: costView,
  allowance: allowanceView,
} as const;
