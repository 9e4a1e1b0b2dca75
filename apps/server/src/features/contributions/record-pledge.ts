import { findContribution, newContributionFits, saveContributions } from '@dcc/db/stores/contribution-store';
import type { Reader } from '@dcc/db/open-database';
import type { AmendPledge, RecordPledge } from '@dcc/domain/contributions/inputs';
import { amendPledgeEntry, pledgeEntry } from '@dcc/domain/contributions/pledge';
import { toBookCurrency } from '@dcc/domain/exchange-rate';
import { parseMoney } from '@dcc/domain/money';
import type { Recording } from '../../use-case/command.ts';
import { refuseFuture } from '../../use-case/dates.ts';
import { orRefuse, Refusal } from '../../use-case/refusal.ts';
import { rateOrRefuse } from '../../use-case/valuation.ts';

/** Refuses a contribution whose contributor, pool or reference does not do. */
export async function assertNewContribution(
  db: Reader,
  input: { readonly contributorId: string; readonly poolId: string; readonly reference: string },
): Promise<void> {
  const fits = await newContributionFits(db, input);
  if (!fits.contributor) throw new Refusal({ kind: 'NotFound', subject: 'contributor' });
  if (!fits.pool) throw new Refusal({ kind: 'NotFound', subject: 'pool' });
  if (!fits.referenceFree) throw new Refusal({ kind: 'ReferenceTaken', reference: input.reference });
}

export const recordPledge: Recording<RecordPledge> = {
  action: 'pledge.record',
  async plan(context, db, input) {
    refuseFuture(context, input.pledgedOn);
    const amount = orRefuse(parseMoney(input.amount, input.currency));
    await assertNewContribution(db, input);
    const rate = await rateOrRefuse(db, input.currency, input.pledgedOn);
    const ref = {
      id: context.shell.newId(),
      contributorId: input.contributorId,
      poolId: input.poolId,
      reference: input.reference,
    };
    const entry = orRefuse(
      pledgeEntry({
        contribution: ref,
        pledgedOn: input.pledgedOn,
        amount,
        value: toBookCurrency(amount, rate),
        rate: rate.id === null ? null : rate,
        description: input.description,
      }),
    );
    const save: Awaited<ReturnType<typeof recordPledge.plan>>['save'] = (tx) =>
      saveContributions(tx, context.shell.now().toISOString(), [
        {
          ref,
          currency: input.currency,
          stage: 'pledged',
          on: input.pledgedOn,
          supportCostPercent: null,
          rateId: null,
          description: input.description,
        },
      ]);
    return { id: ref.id, entry, save };
  },
};

export const amendPledge: Recording<AmendPledge> = {
  action: 'pledge.amend',
  async plan(context, db, input) {
    refuseFuture(context, input.amendedOn);
    const contribution = await findContribution(db, input.contributionId);
    if (contribution === null) throw new Refusal({ kind: 'NotFound', subject: 'contribution' });
    if (contribution.pledge === null) throw new Refusal({ kind: 'NotAPledge' });
    const amount = orRefuse(parseMoney(input.amount, contribution.currency));
    const rate = await rateOrRefuse(db, contribution.currency, input.amendedOn);
    const entry = orRefuse(
      amendPledgeEntry({ pledge: contribution.pledge, amendedOn: input.amendedOn, amount, rate, reason: input.reason }),
    );
    return { id: contribution.ref.id, entry, save: () => Promise.resolve() };
  },
};
