import type { Reader } from '@dcc/db/open-database';
import { balancesAt } from '@dcc/db/stores/balance-store';
import { poolFunds } from '@dcc/db/stores/pool-store';
import { availableInPool } from '@dcc/domain/allocations/allocation';
import { negate } from '@dcc/domain/money';
import type { StepFacts } from '@dcc/domain/positions/gates';
import type { Standpoint } from '@dcc/domain/standpoint';

/** Pools that reserve money for the position and hold less cash than they promise. */
async function shortPools(db: Reader, standpoint: Standpoint, positionId: string): Promise<StepFacts['shortPools']> {
  const reserved = await balancesAt(db, standpoint, ['allocations-open'], ['pool_id', 'position_id']);
  const drawn = new Set(
    reserved.filter((row) => row.position_id === positionId && row.amount.minor > 0n).map((row) => row.pool_id),
  );
  return (await poolFunds(db, standpoint))
    .filter((pool) => drawn.has(pool.id) && availableInPool(pool).minor < 0n)
    .map((pool) => ({ pool: pool.name, short: negate(availableInPool(pool)) }));
}

/** What the gates of the next step look at, as it is on record at a standpoint. */
export async function stepFacts(
  db: Reader,
  standpoint: Standpoint,
  position: { readonly id: string; readonly years: StepFacts['years'] },
  reason: string,
): Promise<StepFacts> {
  return { reason, years: position.years, shortPools: await shortPools(db, standpoint, position.id) };
}
