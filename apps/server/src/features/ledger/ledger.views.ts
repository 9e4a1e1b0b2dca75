import { ACCOUNTS } from '@dcc/domain/ledger/accounts';
import { ENTRY_KINDS } from '@dcc/domain/ledger/kinds';
import { moneyView } from '@dcc/domain/wire';
import { z } from 'zod';
import { postingView } from '../../views/common-views.ts';

export const entryRowView = z.strictObject({
  id: z.string(),
  number: z.number(),
  kind: z.enum(ENTRY_KINDS),
  effectiveOn: z.string(),
  recordedAt: z.string(),
  recordedBy: z.string(),
  description: z.string(),
  reference: z.string().nullable(),
  /** With an account in the filter: what the entry adds to that account (negative = credit). Else the size of what it moves. */
  amount: moneyView,
  original: moneyView.nullable(),
  parties: z.array(z.string()),
  reverses: z.number().nullable(),
  reversedBy: z.number().nullable(),
  /** Who certified it and when; `null` while it waits. */
  certified: z.strictObject({ by: z.string(), at: z.string() }).nullable(),
  /** Whether it waits and somebody else than the reader recorded it. */
  certifiable: z.boolean(),
});

export const entryListView = z.strictObject({
  asOf: z.string(),
  knownOn: z.string().nullable(),
  today: z.string(),
  rows: z.array(entryRowView),
  /** How many entries the whole filter selects, and what they add up to on its account (`null` without an account). */
  rowCount: z.number(),
  total: moneyView.nullable(),
  /** How many entries stand before the first of this page, and how many a page holds. */
  before: z.number(),
  pageSize: z.number(),
  /** Entry numbers to go on from in the order, or back; `null` at its ends. */
  next: z.number().nullable(),
  previous: z.number().nullable(),
  /** Names of what the filter names, for its label. */
  filterNames: z.strictObject({
    contributor: z.string().nullable(),
    contribution: z.string().nullable(),
    pool: z.string().nullable(),
    organization: z.string().nullable(),
    position: z.string().nullable(),
  }),
  accounts: z.array(z.enum(ACCOUNTS)),
});

export const entryView = z.strictObject({
  row: entryRowView,
  postings: z.array(postingView),
  hash: z.string(),
  previousHash: z.string(),
  rate: z
    .strictObject({ currency: z.string(), unitsPerDollar: z.string(), effectiveOn: z.string(), source: z.string() })
    .nullable(),
  decision: z.strictObject({ id: z.string(), reference: z.string(), title: z.string() }).nullable(),
  /** The contribution that it is about; `null` where it is about none. */
  contributionId: z.string().nullable(),
  reversible: z.boolean(),
  /** Of a percentage: what it is, and of how much. */
  charge: z.strictObject({ percent: z.string(), base: moneyView }).nullable(),
});
