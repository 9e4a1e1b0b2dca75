import { poolFunds } from '@dcc/db/stores/pool-store';
import { findPosition } from '@dcc/db/stores/position-store';
import { changesFrom } from '@dcc/db/stores/standing-store';
import type { Reader } from '@dcc/db/open-database';
import type { Draw } from '@dcc/domain/allocations/reservations';
import { type DrawnPool, transferReserved } from '@dcc/domain/allocations/transfer';
import type { CalendarDate } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import type { EntryDraft } from '@dcc/domain/ledger/entry';
import type { RefundFromHost, TransferToHost } from '@dcc/domain/ledger/movement-inputs';
import { movementEntry } from '@dcc/domain/ledger/movements';
import { leastFrom } from '@dcc/domain/ledger/standing';
import { money, parseMoney } from '@dcc/domain/money';
import type { Recording } from '../../use-case/command.ts';
import { refuseFuture } from '../../use-case/dates.ts';
import { assertFree } from '../../use-case/free-money.ts';
import { assertSentCovers } from '../../use-case/host-money.ts';
import { orRefuse, Refusal } from '../../use-case/refusal.ts';
import { assertHost, assertPool, valued } from './record-movement.ts';

/** What each of the pools drawn on has reserved for a position on the day and ever after, and the cash it holds. */
async function drawnPools(
  db: Reader,
  positionId: string,
  draws: readonly Draw[],
  on: CalendarDate,
): Promise<DrawnPool[]> {
  const drawn = (await poolFunds(db)).filter(({ id }) => draws.some(({ poolId }) => poolId === id));
  const pools: DrawnPool[] = [];
  for (const { id: poolId, name: pool, cash } of drawn) {
    const changes = await changesFrom(db, ['allocations-open'], { positionId, poolId }, on);
    pools.push({ poolId, pool, open: money(leastFrom(changes, on), BOOK_CURRENCY), cash });
  }
  return pools;
}

async function transferFor(
  db: Reader,
  input: Extract<TransferToHost, { purpose: 'position' }>,
): Promise<{ id: string; entry: EntryDraft }> {
  const position = await findPosition(db, input.positionId);
  if (position === null) throw new Refusal({ kind: 'NotFound', subject: 'position' });
  const draws = input.draws.map(({ poolId, amount }) => ({
    poolId,
    amount: orRefuse(parseMoney(amount, BOOK_CURRENCY)),
  }));
  const entry = transferReserved({
    effectiveOn: input.on,
    description: input.description,
    organizationId: position.organizationId,
    positionId: position.id,
    draws,
    pools: await drawnPools(db, position.id, draws, input.on),
  });
  return { id: position.id, entry: orRefuse(entry) };
}

async function transferWithout(
  db: Reader,
  input: Extract<TransferToHost, { purpose: 'host' }>,
): Promise<{ id: string; entry: EntryDraft }> {
  await assertPool(db, input.poolId);
  await assertHost(db, input.organizationId, null);
  const entry = orRefuse(
    movementEntry({
      kind: 'transfer',
      effectiveOn: input.on,
      description: input.description,
      ...(await valued(db, input)),
      contributorId: null,
      organizationId: input.organizationId,
      positionId: null,
      poolId: input.poolId,
    }),
  );
  await assertFree(db, entry);
  return { id: input.organizationId, entry };
}

/** Sends cash to a host: for a position from what decisions reserved for it, or without one from a pool's free money. */
export const transferToHost: Recording<TransferToHost> = {
  action: 'movement.record',
  async plan(context, db, input) {
    refuseFuture(context, input.on);
    const planned = input.purpose === 'position' ? await transferFor(db, input) : await transferWithout(db, input);
    return { ...planned, save: () => Promise.resolve() };
  },
};

/** Takes back what a host did not spend: never more than it holds of what it was sent. The money is free again. */
export const refundFromHost: Recording<RefundFromHost> = {
  action: 'movement.record',
  async plan(context, db, input) {
    refuseFuture(context, input.on);
    await assertPool(db, input.poolId);
    await assertHost(db, input.organizationId, input.positionId);
    const entry = orRefuse(
      movementEntry({
        kind: 'refund',
        effectiveOn: input.on,
        description: input.description,
        ...(await valued(db, input)),
        contributorId: null,
        organizationId: input.organizationId,
        positionId: input.positionId,
        poolId: input.poolId,
      }),
    );
    await assertSentCovers(db, entry);
    return { id: input.organizationId, entry, save: () => Promise.resolve() };
  },
};
