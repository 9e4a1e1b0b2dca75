import type { Reader } from '@dcc/db/open-database';
import { poolFunds, reserveHeld } from '@dcc/db/stores/pool-store';
import { availableInPool, availableOverall } from '@dcc/domain/allocations/allocation';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import type { EntryDraft } from '@dcc/domain/ledger/entry';
import { add, compare, money, zero } from '@dcc/domain/money';
import { Refusal } from './refusal.ts';

/** Refuses an entry that takes cash out of a pool, or out of the fund, that decisions have already promised to positions. */
export async function assertFree(db: Reader, entry: EntryDraft): Promise<void> {
  const taken = new Map<string, bigint>();
  for (const posting of entry.postings) {
    if (posting.account === 'cash' && posting.poolId !== null)
      taken.set(posting.poolId, (taken.get(posting.poolId) ?? 0n) - posting.amount.minor);
  }
  const pools = await poolFunds(db);
  let total = zero(BOOK_CURRENCY);
  for (const [poolId, minor] of taken) {
    const requested = money(minor, BOOK_CURRENCY);
    total = add(total, requested);
    const pool = pools.find(({ id }) => id === poolId);
    if (pool === undefined) throw new Refusal({ kind: 'NotFound', subject: 'pool' });
    const available = availableInPool(pool);
    if (minor > 0n && compare(requested, available) > 0)
      throw new Refusal({ kind: 'InsufficientFunds', pool: pool.name, available, requested });
  }
  const available = availableOverall(pools, (await reserveHeld(db)).held);
  if (total.minor > 0n && compare(total, available) > 0)
    throw new Refusal({ kind: 'InsufficientFunds', pool: null, available, requested: total });
}
