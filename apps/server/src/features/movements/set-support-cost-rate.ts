import { findContribution } from '@dcc/db/stores/contribution-store';
import { saveSupportCostRate, supportCostRates } from '@dcc/db/stores/support-cost-store';
import type { SetSupportCostRate } from '@dcc/domain/ledger/movement-inputs';
import { command, type Recorded } from '../../use-case/command.ts';
import type { Context } from '../../use-case/context.ts';
import { Refusal } from '../../use-case/refusal.ts';

/** Sets the support-cost rate of a signed agreement from a day on, never before its last one: what was charged stays right. */
export function setSupportCostRate(context: Context, input: SetSupportCostRate): Promise<Recorded> {
  return command(context, 'support-cost-rate.set', input, async (tx) => {
    const contribution = await findContribution(tx, input.contributionId);
    if (contribution === null) throw new Refusal({ kind: 'NotFound', subject: 'contribution' });
    const { ref, signedOn } = contribution;
    if (signedOn === null) throw new Refusal({ kind: 'AgreementNotSigned', reference: ref.reference });
    const since = (await supportCostRates(tx, ref.id)).at(-1)?.effectiveOn ?? signedOn;
    if (input.effectiveOn < since)
      throw new Refusal({ kind: 'SupportCostRateBeforeLast', since, on: input.effectiveOn });
    await saveSupportCostRate(tx, ref.id, {
      effectiveOn: input.effectiveOn,
      percent: input.percent,
      source: input.source,
      recordedAt: context.shell.now().toISOString(),
      recordedBy: context.actor.personId,
    });
    return { id: ref.id, entryNumber: null, detail: { effectiveOn: input.effectiveOn, percent: input.percent } };
  });
}
