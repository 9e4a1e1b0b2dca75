import { reserveHeld } from '@dcc/db/stores/pool-store';
import { reserveEntry } from '@dcc/domain/allocations/reserve';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import type { SetReserve } from '@dcc/domain/ledger/movement-inputs';
import { parseMoney } from '@dcc/domain/money';
import type { Recording } from '../../use-case/command.ts';
import { refuseFuture } from '../../use-case/dates.ts';
import { orRefuse } from '../../use-case/refusal.ts';

/** Sets the operating reserve from a day on, as a decision says. Never before the day it was last set. */
export const setReserve: Recording<SetReserve> = {
  action: 'reserve.set',
  async plan(context, db, input) {
    refuseFuture(context, input.on);
    const entry = orRefuse(
      reserveEntry({
        reserve: await reserveHeld(db),
        charge: { percent: input.percent, base: orRefuse(parseMoney(input.base, BOOK_CURRENCY)) },
        effectiveOn: input.on,
        description: input.decision,
      }),
    );
    return { id: 'reserve', entry, save: () => Promise.resolve() };
  },
};
