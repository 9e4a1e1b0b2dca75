import { CONTRIBUTION_STAGES } from '@dcc/domain/contributions/kinds';
import { moneyView } from '@dcc/domain/wire';
import { z } from 'zod';
import { contributorRef, poolRef } from './common-views.ts';

/** A contribution as a row of any list. */
export const contributionRowView = z.strictObject({
  id: z.string(),
  reference: z.string(),
  contributor: contributorRef,
  pool: poolRef,
  stage: z.enum(CONTRIBUTION_STAGES),
  /** Date of the latest of pledge, signature or (without an agreement) receipt. */
  on: z.string(),
  currency: z.string(),
  /** In the contribution's own currency: what is pledged, signed or received. */
  original: moneyView,
  /** In US dollars: still only announced. */
  pledged: moneyView,
  /** In US dollars at the rate of the signature. */
  signed: moneyView,
  /** In US dollars at the rate of each receipt, net of refunds. */
  received: moneyView,
  /** In US dollars at the rate of the signature: signed and not yet received. */
  outstanding: moneyView,
  overdue: moneyView.nullable(),
  nextDueOn: z.string().nullable(),
});
