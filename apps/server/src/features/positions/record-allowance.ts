import { allowanceRates, allowanceUses, saveAllowanceRate, saveAllowanceUse } from '@dcc/db/stores/allowance-store';
import { findPosition, type StoredPosition } from '@dcc/db/stores/position-store';
import { dayBefore } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { negate, parseMoney } from '@dcc/domain/money';
import {
  checkAllowanceUse,
  type ContractYear,
  type SetAllowanceRate,
  type UseAllowance,
} from '@dcc/domain/positions/allowance';
import { command, type Recorded } from '../../use-case/command.ts';
import type { Context } from '../../use-case/context.ts';
import { refuseFuture } from '../../use-case/dates.ts';
import { orRefuse, Refusal } from '../../use-case/refusal.ts';
import { standpointOf } from '../../use-case/standpoint.ts';

export type Contract = Pick<StoredPosition, 'state' | 'since' | 'yearInPost'> & {
  readonly id: string;
  readonly years: readonly ContractYear[];
};

/** The contract years that were begun; the last one is shorter where somebody left before its end. */
export function begunYears({ state, since, yearInPost, years }: Contract): ContractYear[] {
  return years
    .filter(({ year }) => year <= yearInPost)
    .map(({ year, startsOn, endsOn }) => ({
      year,
      startsOn,
      endsOn: state === 'separated' && since < endsOn ? (since > startsOn ? since : dayBefore(startsOn)) : endsOn,
    }));
}

/** Sets the yearly amount of the allowance from a day on, with its source; the earlier ones stay for their days. */
export function setAllowanceRate(context: Context, input: SetAllowanceRate): Promise<Recorded> {
  const { shell, actor } = context;
  return command(context, 'allowance.record', input, async (tx) => {
    const amount = orRefuse(parseMoney(input.amount, BOOK_CURRENCY));
    if (amount.minor < 0n) throw new Refusal({ kind: 'AmountNotPositive' });
    const known = await allowanceRates(tx, standpointOf(shell, {}));
    if (known.some(({ effectiveOn }) => effectiveOn === input.effectiveOn))
      throw new Refusal({ kind: 'AllowanceRateTaken', on: input.effectiveOn });
    const stamp = { recordedAt: shell.now().toISOString(), recordedBy: actor.personId };
    await saveAllowanceRate(tx, { effectiveOn: input.effectiveOn, amount, source: input.source }, stamp);
    return { id: input.effectiveOn, entryNumber: null, detail: { amount: input.amount, source: input.source } };
  });
}

/** Records what was used of the allowance of a position, or given back. It moves no money of the fund: the host reports that. */
export function recordAllowanceUse(context: Context, input: UseAllowance): Promise<Recorded> {
  const { shell, actor } = context;
  return command(context, 'allowance.record', input, async (tx) => {
    refuseFuture(context, input.on);
    const position = await findPosition(tx, input.positionId);
    if (position === null) throw new Refusal({ kind: 'NotFound', subject: 'position' });
    const amount = orRefuse(parseMoney(input.amount, BOOK_CURRENCY));
    if (amount.minor <= 0n) throw new Refusal({ kind: 'AmountNotPositive' });
    const now = standpointOf(shell, {});
    const allowance = {
      years: begunYears(position),
      rates: await allowanceRates(tx, now),
      uses: await allowanceUses(tx, now, position.id),
    };
    const use = { on: input.on, amount: input.way === 'used' ? amount : negate(amount) };
    orRefuse(checkAllowanceUse(allowance, use));
    const stamp = { recordedAt: shell.now().toISOString(), recordedBy: actor.personId };
    const saved = { ...use, id: shell.newId(), positionId: position.id, purpose: input.purpose };
    await saveAllowanceUse(tx, saved, stamp);
    return { id: position.id, entryNumber: null, detail: { way: input.way, amount: input.amount } };
  });
}
