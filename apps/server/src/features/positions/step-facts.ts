import type { Reader } from '@dcc/db/open-database';
import { balancesAt } from '@dcc/db/stores/balance-store';
import { poolFunds } from '@dcc/db/stores/pool-store';
import { reviewFindings } from '@dcc/db/stores/review-store';
import { termsVersions } from '@dcc/db/stores/terms-store';
import { availableInPool } from '@dcc/domain/allocations/allocation';
import type { CalendarDate } from '@dcc/domain/calendar-date';
import { negate } from '@dcc/domain/money';
import { NOTHING_ON_RECORD, type StepFacts, type YearFunding } from '@dcc/domain/positions/gates';
import { endsEarly } from '@dcc/domain/positions/review';
import { NO_TERMS } from '@dcc/domain/positions/terms';
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

type Of = {
  readonly id: string;
  readonly yearInPost: number;
  readonly years: readonly (YearFunding & { readonly endsOn: CalendarDate })[];
};

/** What the gates of a step on a day look at, as it is on record at a standpoint. */
export async function stepFacts(
  db: Reader,
  standpoint: Standpoint,
  position: Of,
  step: { readonly reason: string; readonly on: CalendarDate },
): Promise<StepFacts> {
  const versions = await termsVersions(db, standpoint, position.id);
  return {
    ...NOTHING_ON_RECORD,
    reason: step.reason,
    terms: versions.at(-1)?.terms ?? NO_TERMS,
    findings: await reviewFindings(db, standpoint, position.id),
    early: endsEarly(position.years, position.yearInPost, step.on),
    years: position.years,
    shortPools: await shortPools(db, standpoint, position.id),
  };
}
