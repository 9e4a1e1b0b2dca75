import { findInstalment } from '@dcc/db/stores/contribution-store';
import { depositEntry } from '@dcc/domain/contributions/deposit';
import type { ReceiveDeposit } from '@dcc/domain/contributions/inputs';
import { parseMoney } from '@dcc/domain/money';
import type { Recording } from '../../use-case/command.ts';
import { refuseFuture } from '../../use-case/dates.ts';
import { orRefuse, Refusal } from '../../use-case/refusal.ts';
import { rateOrRefuse } from '../../use-case/valuation.ts';

/** Records cash that came in against an instalment. */
export const receiveDeposit: Recording<ReceiveDeposit> = {
  action: 'deposit.receive',
  async plan(context, db, input) {
    refuseFuture(context, input.receivedOn);
    const found = await findInstalment(db, input.instalmentId);
    if (found === null) throw new Refusal({ kind: 'NotFound', subject: 'instalment' });
    const { contribution, instalment, signedOn } = found;
    const amount = orRefuse(parseMoney(input.amount, contribution.currency));
    const rate = await rateOrRefuse(db, contribution.currency, input.receivedOn);
    const entry = orRefuse(
      depositEntry({
        contribution: contribution.ref,
        signedOn,
        instalment,
        receivedOn: input.receivedOn,
        amount,
        rate,
        description: input.description,
      }),
    );
    return { id: contribution.ref.id, entry, save: () => Promise.resolve() };
  },
};
