import { moneyView } from '@dcc/domain/wire';
import { z } from 'zod';
import { organizationRef } from '../../views/common-views.ts';
import { poolAvailableView } from '../../views/pool-view.ts';

/** What the forms of movements begin with, as things stand now. US dollars. */
export const movementFormsView = z.strictObject({
  pools: z.array(poolAvailableView),
  /** Hosts with what they hold of what they were sent: transfers less refunds. */
  hosts: z.array(z.strictObject({ organization: organizationRef, held: moneyView })),
  /** Sponsored positions, with what their pools still reserve for them and what their host holds for them. */
  positions: z.array(
    z.strictObject({
      id: z.string(),
      number: z.number(),
      title: z.string(),
      organizationId: z.string(),
      organization: z.string(),
      reserved: z.array(z.strictObject({ poolId: z.string(), pool: z.string(), amount: moneyView })),
      held: z.array(z.strictObject({ poolId: z.string(), pool: z.string(), amount: moneyView })),
    }),
  ),
  /** Deposits that no fee was charged on, and the percentage charged last. */
  agentFee: z.strictObject({ uncharged: moneyView, percent: z.string().nullable() }),
  /** Reported expenditure that no support cost was charged on, and the signed agreements that have a rate in force. */
  supportCost: z.strictObject({
    uncharged: moneyView,
    agreements: z.array(
      z.strictObject({ id: z.string(), reference: z.string(), contributor: z.string(), percent: z.string() }),
    ),
  }),
  /** The reserve as it stands, and what sponsored position-years are planned to cost in the next twelve months. */
  reserve: z.strictObject({
    held: moneyView,
    since: z.string().nullable(),
    percent: z.string().nullable(),
    planned: moneyView,
    years: z.number(),
  }),
});
