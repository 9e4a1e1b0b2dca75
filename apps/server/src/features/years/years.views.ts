import { YEAR_STATES } from '@dcc/domain/years/year';
import { moneyView } from '@dcc/domain/wire';
import { z } from 'zod';
import { figureView, organizationRef } from '../../views/common-views.ts';

const yearEventView = z.strictObject({
  year: z.number(),
  state: z.enum(YEAR_STATES),
  at: z.string(),
  by: z.string(),
  /** The note of who closed it, or the words of the decision that opened it again. */
  reason: z.string(),
  decision: z.strictObject({ id: z.string(), reference: z.string(), title: z.string() }).nullable(),
  /** How many entries the ledger held then, and the seal of the last one: what an auditor compares later. */
  entryCount: z.number(),
  lastHash: z.string(),
});

const financialYearView = z.strictObject({
  year: z.number(),
  state: z.enum(YEAR_STATES),
  /** Cash at its beginning and at its end (of the year of the standpoint: so far). */
  opening: figureView,
  sources: figureView,
  uses: figureView,
  closing: figureView,
  /** What the hosts reported as spent in it. */
  expenditure: figureView,
  /** Entries of it that nobody else has certified. */
  pending: z.number(),
  /** The last time it was closed or opened again. */
  changed: yearEventView.nullable(),
});

/** What a person looks at before closing a year: what waits for certification stands in the way, the rest informs. */
const checklistView = z.strictObject({
  year: z.number(),
  /** Certification of its entries: how many still wait. */
  pending: z.number(),
  /** Hosts that held money of the fund in it: whose spending is on record, and whose is missing. */
  reported: z.array(organizationRef),
  missing: z.array(organizationRef),
  refunds: figureView,
  interest: figureView,
  deposits: figureView,
  agentFee: figureView,
  supportCost: figureView,
  /** Hosts whose own books differ from the fund's at the end of it: sent less received, both net of refunds. */
  differences: z.array(z.strictObject({ organization: organizationRef, amount: moneyView })),
});

export const yearListView = z.strictObject({
  asOf: z.string(),
  knownOn: z.string().nullable(),
  today: z.string(),
  /** Newest first. */
  years: z.array(financialYearView),
  /** For the year that is closed next; `null` when no year has ended that is still open. */
  next: checklistView.nullable(),
  /** The last closed year: the only one that can be opened again. */
  lastClosed: z.number().nullable(),
  /** Everything that happened to the years, newest first. */
  events: z.array(yearEventView),
});
