import { entryFilterSchema } from '@dcc/domain/ledger/entry-filter';
import { BASES } from '@dcc/domain/figure';
import { ACCOUNTS } from '@dcc/domain/ledger/accounts';
import { COST_COMPONENTS } from '@dcc/domain/ledger/cost-component';
import { ENTRY_KINDS } from '@dcc/domain/ledger/kinds';
import { CONTRIBUTOR_TYPES, EARMARKINGS } from '@dcc/domain/contributions/kinds';
import { moneyView } from '@dcc/domain/wire';
import { z } from 'zod';

/** Where an answer stands: effective up to `asOf`, recorded up to `knownOn` (`null`: all that is recorded), asked on `today`. */
export const standpointView = { asOf: z.string(), knownOn: z.string().nullable(), today: z.string() } as const;

/** An amount with its basis, its date and the entries it is the sum of. */
export const figureView = z.strictObject({
  amount: moneyView,
  basis: z.enum(BASES),
  asOf: z.string(),
  entries: entryFilterSchema.nullable(),
});

export const contributorRef = z.strictObject({
  id: z.string(),
  name: z.string(),
  type: z.enum(CONTRIBUTOR_TYPES),
  countryCode: z.string().nullable(),
});
export const poolRef = z.strictObject({ id: z.string(), name: z.string(), earmarking: z.enum(EARMARKINGS) });
export const organizationRef = z.strictObject({ id: z.string(), name: z.string(), shortName: z.string() });
export const dutyStationRef = z.strictObject({ id: z.string(), name: z.string(), countryCode: z.string() });

/** One posting as a person reads it: debit or credit, never a sign. */
export const postingView = z.strictObject({
  account: z.enum(ACCOUNTS),
  debit: moneyView.nullable(),
  credit: moneyView.nullable(),
  original: moneyView.nullable(),
  contributor: z.string().nullable(),
  pool: z.string().nullable(),
  organization: z.string().nullable(),
  position: z.string().nullable(),
  costComponent: z.enum(COST_COMPONENTS).nullable(),
});

/** What a form will post, before it is posted. */
export const entryPreviewView = z.strictObject({
  kind: z.enum(ENTRY_KINDS),
  effectiveOn: z.string(),
  description: z.string(),
  postings: z.array(postingView),
  /** The rate in force that valued it; `null` in US dollars. */
  rate: z
    .strictObject({ currency: z.string(), unitsPerDollar: z.string(), effectiveOn: z.string(), source: z.string() })
    .nullable(),
  /** Of a percentage: what it is, and of how much. */
  charge: z.strictObject({ percent: z.string(), base: moneyView }).nullable(),
});

/** Answer to everything that records: what was recorded, and under which entry number. */
export const recordedView = z.strictObject({ id: z.string(), entryNumber: z.number().nullable() });
