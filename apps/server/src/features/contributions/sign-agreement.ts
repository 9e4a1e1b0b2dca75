import {
  findContribution,
  markSigned,
  poolExists,
  saveContributions,
  saveInstalments,
} from '@dcc/db/stores/contribution-store';
import { saveSupportCostRate, supportCostRates } from '@dcc/db/stores/support-cost-store';
import type { Reader } from '@dcc/db/open-database';
import type { Tx } from '@dcc/db/with-transaction';
import { signAgreement as signAgreementRule } from '@dcc/domain/contributions/agreement';
import type { SignAgreement } from '@dcc/domain/contributions/inputs';
import type { ContributionRef, OpenPledge } from '@dcc/domain/contributions/pledge';
import { parseMoney } from '@dcc/domain/money';
import type { Recording } from '../../use-case/command.ts';
import type { Context } from '../../use-case/context.ts';
import { refuseFuture } from '../../use-case/dates.ts';
import { orRefuse, Refusal } from '../../use-case/refusal.ts';
import { assertNewContribution } from './record-pledge.ts';
import { rateOrRefuse } from '../../use-case/valuation.ts';

async function beginning(
  context: Context,
  db: Reader,
  input: SignAgreement,
): Promise<{ ref: ContributionRef; pledge: OpenPledge | null }> {
  if (input.origin === 'new') {
    await assertNewContribution(db, input);
    const ref = {
      id: context.shell.newId(),
      contributorId: input.contributorId,
      poolId: input.poolId,
      reference: input.reference,
    };
    return { ref, pledge: null };
  }
  const contribution = await findContribution(db, input.contributionId);
  if (contribution === null) throw new Refusal({ kind: 'NotFound', subject: 'contribution' });
  // A letter whose terms nobody knew yet is on record as signed, without instalments: its terms may be entered now.
  const isOpen = contribution.stage === 'pledged' || (contribution.stage === 'signed' && !contribution.hasInstalments);
  if (!isOpen) throw new Refusal({ kind: 'NotAPledge' });
  const poolId = input.poolId ?? contribution.ref.poolId;
  if (!(await poolExists(db, poolId))) throw new Refusal({ kind: 'NotFound', subject: 'pool' });
  return { ref: { ...contribution.ref, poolId }, pledge: contribution.pledge };
}

/**
 * The percentage of the agreement is its first support-cost rate. An agreement that names none after an earlier signature named
 * one, which was taken back, is charged nothing.
 */
async function saveFirstRate(tx: Tx, context: Context, contributionId: string, input: SignAgreement): Promise<void> {
  const percent = input.supportCostPercent ?? ((await supportCostRates(tx, contributionId)).length > 0 ? '0' : null);
  if (percent === null) return;
  await saveSupportCostRate(tx, contributionId, {
    effectiveOn: input.signedOn,
    percent,
    source: 'The agreement',
    recordedAt: context.shell.now().toISOString(),
    recordedBy: context.actor.personId,
  });
}

/** Signs an agreement with its instalments, on a pledge or without one. */
export const signAgreement: Recording<SignAgreement> = {
  action: 'agreement.sign',
  async plan(context, db, input) {
    refuseFuture(context, input.signedOn);
    const instalments = input.instalments.map(({ dueOn, amount }) => ({
      id: context.shell.newId(),
      dueOn,
      amount: orRefuse(parseMoney(amount, input.currency)),
    }));
    const { ref, pledge } = await beginning(context, db, input);
    const rate = await rateOrRefuse(db, input.currency, input.signedOn);
    const { entry } = orRefuse(
      signAgreementRule({
        contribution: ref,
        pledge,
        signedOn: input.signedOn,
        currency: input.currency,
        instalments,
        rate,
        value: null,
        description: input.description,
      }),
    );
    return {
      id: ref.id,
      entry,
      async save(tx) {
        const terms = {
          currency: input.currency,
          supportCostPercent: input.supportCostPercent,
          rateId: rate.id,
          description: input.description,
        };
        if (input.origin === 'new')
          await saveContributions(tx, context.shell.now().toISOString(), [
            { ref, stage: 'signed', on: input.signedOn, ...terms },
          ]);
        else await markSigned(tx, ref, { signedOn: input.signedOn, ...terms });
        await saveInstalments(
          tx,
          instalments.map((instalment) => ({ ...instalment, contributionId: ref.id })),
        );
        await saveFirstRate(tx, context, ref.id, input);
      },
    };
  },
};
