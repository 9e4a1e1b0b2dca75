import { findContribution } from '@dcc/db/stores/contribution-store';
import { rateOn, supportCostRates } from '@dcc/db/stores/support-cost-store';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { type Charge, chargedAmount, checkBase } from '@dcc/domain/ledger/charge';
import type { ChargeAgentFee, ChargeSupportCost } from '@dcc/domain/ledger/movement-inputs';
import { movementEntry } from '@dcc/domain/ledger/movements';
import { type Money, parseMoney } from '@dcc/domain/money';
import type { Recording } from '../../use-case/command.ts';
import { refuseFuture } from '../../use-case/dates.ts';
import { assertFree } from '../../use-case/free-money.ts';
import { orRefuse, Refusal } from '../../use-case/refusal.ts';
import { unchargedDeposits, unchargedExpenditure } from '../../use-case/uncharged.ts';
import { assertPool } from './record-movement.ts';

/** A percentage of what was typed, at most of what it was not taken of yet. */
function chargeOf(percent: string, base: string, uncharged: Money): Charge {
  return orRefuse(checkBase({ percent, base: orRefuse(parseMoney(base, BOOK_CURRENCY)) }, uncharged));
}

/** Charges the administrator's fee: a percentage of deposits that no fee was charged on yet. */
export const chargeAgentFee: Recording<ChargeAgentFee> = {
  action: 'movement.record',
  async plan(context, db, input) {
    refuseFuture(context, input.on);
    await assertPool(db, input.poolId);
    const charge = chargeOf(input.percent, input.base, await unchargedDeposits(db, input.on));
    const entry = orRefuse(
      movementEntry({
        kind: 'agent-fee',
        effectiveOn: input.on,
        description: input.description,
        amount: chargedAmount(charge),
        original: null,
        contributorId: null,
        organizationId: null,
        positionId: null,
        poolId: input.poolId,
        charge,
      }),
    );
    await assertFree(db, entry);
    return { id: input.poolId, entry, save: () => Promise.resolve() };
  },
};

/** Charges programme support cost under an agreement: the rate in force on the day, of expenditure not charged on yet. */
export const chargeSupportCost: Recording<ChargeSupportCost> = {
  action: 'movement.record',
  async plan(context, db, input) {
    refuseFuture(context, input.on);
    const contribution = await findContribution(db, input.contributionId);
    if (contribution === null) throw new Refusal({ kind: 'NotFound', subject: 'contribution' });
    const { ref } = contribution;
    const rate = rateOn(await supportCostRates(db, ref.id), input.on);
    if (rate === null) throw new Refusal({ kind: 'NoSupportCostRate', reference: ref.reference, on: input.on });
    const charge = chargeOf(rate.percent, input.base, await unchargedExpenditure(db, input.on));
    const entry = orRefuse(
      movementEntry({
        kind: 'support-cost',
        effectiveOn: input.on,
        description: input.description,
        amount: chargedAmount(charge),
        original: null,
        contributorId: ref.contributorId,
        contributionId: ref.id,
        organizationId: null,
        positionId: null,
        poolId: ref.poolId,
        charge,
      }),
    );
    await assertFree(db, entry);
    return { id: ref.id, entry, save: () => Promise.resolve() };
  },
};
