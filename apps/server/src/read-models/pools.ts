import type { Reader } from '@dcc/db/open-database';
import { listPools } from '@dcc/db/stores/contribution-store';
import { poolFunds } from '@dcc/db/stores/pool-store';
import { availableInPool } from '@dcc/domain/allocations/allocation';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { zero } from '@dcc/domain/money';
import type { Standpoint } from '@dcc/domain/standpoint';

/** Each pool with its cash, what is promised from it and what is free. */
export async function poolsAvailable(db: Reader, standpoint: Standpoint) {
  const funds = await poolFunds(db, standpoint);
  return (await listPools(db, standpoint)).map(({ description, ...pool }) => {
    const own = funds.find(({ id }) => id === pool.id) ?? {
      id: pool.id,
      name: pool.name,
      cash: zero(BOOK_CURRENCY),
      allocated: zero(BOOK_CURRENCY),
    };
    return { pool, description, cash: own.cash, allocated: own.allocated, available: availableInPool(own) };
  });
}
