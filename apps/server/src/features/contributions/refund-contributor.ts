import { findContribution, leastReceivedFrom } from '@dcc/db/stores/contribution-store';
import { refundEntry } from '@dcc/domain/contributions/deposit';
import type { RefundContributor } from '@dcc/domain/contributions/inputs';
import { parseMoney } from '@dcc/domain/money';
import type { Recording } from '../../use-case/command.ts';
import { assertFree } from '../../use-case/free-money.ts';
import { refuseFuture } from '../../use-case/dates.ts';
import { orRefuse, Refusal } from '../../use-case/refusal.ts';
import { rateOrRefuse } from '../../use-case/valuation.ts';

/** Sends money back to its contributor: never more than it gave, and never money that is promised to a position. */
export const refundContributor: Recording<RefundContributor> = {
  action: 'contributor.refund',
  async plan(context, db, input) {
    refuseFuture(context, input.refundedOn);
    const contribution = await findContribution(db, input.contributionId);
    if (contribution === null) throw new Refusal({ kind: 'NotFound', subject: 'contribution' });
    const amount = orRefuse(parseMoney(input.amount, contribution.currency));
    // Money that had not come by that day, or went back later, cannot have gone back on it.
    const received = await leastReceivedFrom(db, contribution, input.refundedOn);
    const rate = await rateOrRefuse(db, contribution.currency, input.refundedOn);
    const entry = orRefuse(
      refundEntry({
        contribution: contribution.ref,
        received,
        refundedOn: input.refundedOn,
        amount,
        rate,
        reason: input.reason,
      }),
    );
    await assertFree(db, entry);
    return { id: contribution.ref.id, entry, save: () => Promise.resolve() };
  },
};
