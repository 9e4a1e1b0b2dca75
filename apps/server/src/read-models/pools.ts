import type { Reader } from '@dcc/db/open-database';
import { poolFunds } from '@dcc/db/stores/pool-store';
import { availableInPool } from '@dcc/domain/allocations/allocation';
import type { Standpoint } from '@dcc/domain/standpoint';

/** Each pool with its cash, what is promised from it and what is free. */
export async function poolsAvailable(db: Reader, standpoint: Standpoint) {
  return (await poolFunds(db, standpoint)).map((funds) => {
    const { description, cash, allocated, ...pool } = funds;
    return { pool, description, cash, allocated, available: availableInPool(funds) };
  });
}
