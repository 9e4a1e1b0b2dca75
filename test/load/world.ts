import type { Database } from '@dcc/db/open-database';
import { saveContributions, saveContributors, savePool } from '@dcc/db/stores/contribution-store';
import { beginFund } from '@dcc/db/stores/fund-store';
import { savePerson } from '@dcc/db/stores/person-store';
import { savePosition } from '@dcc/db/stores/position-store';
import { saveRates } from '@dcc/db/stores/rate-store';
import { saveDutyStations, saveOrganizations } from '@dcc/db/stores/reference-store';
import { withTransaction } from '@dcc/db/with-transaction';
import { addMonths, type CalendarDate, dayBefore } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { money } from '@dcc/domain/money';
import { POSITION_STATES } from '@dcc/domain/positions/states';

/** Who and what the fund deals with: the same at every size, so that only the ledger grows. */
export const WORLD = {
  contributors: 8,
  pools: 4,
  hosts: 4,
  positions: 12,
  months: 60,
  contributions: 40,
  waiting: 100,
} as const;

/** The person whose session the program is asked in, and the one in whose name the ledger was written. */
export const SECRETARIAT = 'p-secretariat';
/** Somebody else, who certifies all but the newest entries. */
export const CERTIFIER = 'p-certifier';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** First day of the month in which the ledger begins: five years of whole months, the last of them today's. */
export function firstMonth(today: CalendarDate): CalendarDate {
  return addMonths(`${today.slice(0, 7)}-01` as CalendarDate, 1 - WORLD.months);
}

/** A contribution of one contributor in one year of the ledger. */
export function contributionRef(contributor: number, year: number) {
  return {
    id: `k-${contributor}-${year}`,
    contributorId: `c-${contributor}`,
    poolId: `e-${(contributor + year) % WORLD.pools}`,
    reference: `LOAD-${contributor}-${year}`,
  };
}

/** Where a position is employed and which pool pays for it. */
export function positionOf(number: number) {
  return {
    positionId: `p-${number}`,
    organizationId: `o-${number % WORLD.hosts}`,
    poolId: `e-${number % WORLD.pools}`,
  };
}

/** Begins the fund with everything but its ledger. */
export async function beginWorld(db: Database, today: CalendarDate): Promise<void> {
  const begin = firstMonth(today);
  const at = `${begin}T00:00:00.000Z`;
  await withTransaction(db, async (tx) => {
    await beginFund(tx, { name: 'Load', demonstration: false, at });
    await saveContributors(
      tx,
      at,
      numbers(WORLD.contributors).map((n) => ({ id: `c-${n}`, name: `Giver ${n}`, type: 'ngo', countryCode: null })),
    );
    for (const n of numbers(WORLD.pools))
      await savePool(tx, at, { id: `e-${n}`, name: `Pool ${n}`, earmarking: 'earmarked', description: '' });
    await saveOrganizations(
      tx,
      at,
      numbers(WORLD.hosts).map((n) => ({ id: `o-${n}`, name: `Host number ${n}`, shortName: `Host ${n}` })),
    );
    await saveDutyStations(tx, at, [{ id: 's-0', name: 'Suva', countryCode: 'FJ' }]);
    await saveRates(
      tx,
      at,
      numbers(WORLD.months).map((month) => ({
        id: `r-${month}`,
        currency: 'CHF',
        effectiveOn: addMonths(begin, month),
        publishedOn: null,
        unitsPerDollar: `0.${900 - month}`,
        source: 'Made up',
      })),
    );
    for (const [id, role] of [
      [SECRETARIAT, 'secretariat'],
      [CERTIFIER, 'certifier'],
    ] as const)
      await savePerson(tx, {
        id,
        email: `${role}@example.org`,
        name: role,
        roles: [role],
        organizationId: null,
        contributorId: null,
        passwordHash: 'nobody signs in by it',
        at,
      });
    await saveContributions(
      tx,
      at,
      numbers(WORLD.contributors).flatMap((contributor) =>
        numbers(WORLD.contributions / WORLD.contributors).map((year) => ({
          ref: contributionRef(contributor, year),
          currency: BOOK_CURRENCY,
          stage: 'received' as const,
          on: addMonths(begin, year * 12),
          supportCostPercent: null,
          rateId: null,
          description: '',
        })),
      ),
    );
    for (const n of numbers(WORLD.positions)) {
      const starts = addMonths(begin, n * 3);
      await savePosition(
        tx,
        {
          id: `p-${n}`,
          title: `Position ${n}`,
          organizationId: positionOf(n).organizationId,
          dutyStationId: 's-0',
          state: POSITION_STATES[12 + (n % 5)] ?? 'separated',
          startsOn: starts,
          endsOn: dayBefore(addMonths(starts, 24)),
          description: '',
          years: [1, 2].map((year) => ({
            year,
            startsOn: addMonths(starts, year * 12 - 12),
            endsOn: dayBefore(addMonths(starts, year * 12)),
            cost: money(17_500_000n, BOOK_CURRENCY),
          })),
        },
        { id: `step-${n}`, on: starts, note: '', recordedAt: at, recordedBy: SECRETARIAT },
      );
    }
  });
}
