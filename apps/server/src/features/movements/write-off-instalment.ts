import { findInstalment } from '@dcc/db/stores/contribution-store';
import { writeOffEntry } from '@dcc/domain/contributions/write-off';
import type { WriteOffInstalment } from '@dcc/domain/ledger/movement-inputs';
import { parseMoney } from '@dcc/domain/money';
import type { Recording } from '../../use-case/command.ts';
import { refuseFuture } from '../../use-case/dates.ts';
import { orRefuse, Refusal } from '../../use-case/refusal.ts';

/** Gives up what an instalment still expects, or part of it. Reversing the entry opens it again. */
export const writeOffInstalment: Recording<WriteOffInstalment> = {
  action: 'instalment.write-off',
  async plan(context, db, input) {
    refuseFuture(context, input.on);
    const found = await findInstalment(db, input.instalmentId);
    if (found === null) throw new Refusal({ kind: 'NotFound', subject: 'instalment' });
    const { contribution, instalment, signedOn } = found;
    const entry = orRefuse(
      writeOffEntry({
        contribution: contribution.ref,
        signedOn,
        instalment,
        writtenOffOn: input.on,
        amount: orRefuse(parseMoney(input.amount, contribution.currency)),
        reason: input.reason,
      }),
    );
    return { id: contribution.ref.id, entry, save: () => Promise.resolve() };
  },
};
