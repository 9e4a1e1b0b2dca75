import type { Reader } from '@dcc/db/open-database';
import { earmarkRules, eligibilitySets, memberships } from '@dcc/db/stores/criteria-store';
import { anyMembershipEnds, proposedIn } from '@dcc/db/stores/deadline-reads';
import type { PositionRow } from '@dcc/db/stores/position-reads';
import { rounds } from '@dcc/db/stores/round-store';
import { vacancies } from '@dcc/db/stores/vacancy-store';
import { addDays, daysBetween } from '@dcc/domain/calendar-date';
import { GROUP_LEAVES_WITHIN_DAYS } from '@dcc/domain/deadlines';
import { countryName } from '@dcc/domain/reference/countries';
import { leavingGroups, losesEligibility } from '@dcc/domain/rounds/eligibility';
import { isCandidate } from '@dcc/domain/rounds/round';
import type { Standpoint } from '@dcc/domain/standpoint';
import { isPublished, statusOn } from '@dcc/domain/vacancies/vacancy';
import type { poolsAvailable } from '../../read-models/pools.ts';

type Given = {
  readonly stored: readonly PositionRow[];
  readonly pools: Awaited<ReturnType<typeof poolsAvailable>>;
};

/**
 * Countries that leave a group on a known day, with what that touches: proposals of a round whose rules would no longer take their
 * duty country, vacancies that would no longer take its nationals, and pools that may pay for that group alone. Of candidates it says
 * nothing: who applied is measured as of the day of application.
 */
export async function leaving(db: Reader, standpoint: Standpoint, { stored, pools }: Given) {
  const { asOf } = standpoint;
  const until = addDays(asOf, GROUP_LEAVES_WITHIN_DAYS);
  if (!(await anyMembershipEnds(db, standpoint, until))) return [];
  const [lists, sets] = [await memberships(db, standpoint), await eligibilitySets(db, standpoint)];
  const [calls, proposed] = [await rounds(db, standpoint), await proposedIn(db, standpoint)];
  const [open, earmarks] = [await vacancies(db, standpoint), await earmarkRules(db, standpoint)];
  return leavingGroups(lists, asOf, until).map((one) => {
    const losing = new Set(sets.filter((set) => losesEligibility(set, one, lists)).map(({ id }) => id));
    const underWay = new Set(
      calls.filter(({ eligibilitySetId: set }) => set !== null && losing.has(set)).map(({ id }) => id),
    );
    const inCall = new Set(proposed.filter(({ roundId }) => underWay.has(roundId)).map(({ positionId }) => positionId));
    return {
      kind: 'group-leaving' as const,
      country: countryName(one.country) ?? one.country,
      group: one.group,
      lastDay: one.lastDay,
      days: daysBetween(asOf, one.lastDay),
      proposals: stored
        .filter(
          ({ id, state, dutyStation }) =>
            inCall.has(id) && isCandidate(state) && dutyStation.countryCode === one.country,
        )
        .map(({ id, title }) => ({ id, title })),
      vacancies: open
        .filter(({ position, terms }) => isPublished(position.state) && statusOn(terms, asOf) !== 'closed')
        .filter(
          ({ terms: { criteria } }) => criteria.eligibilitySetId !== null && losing.has(criteria.eligibilitySetId),
        )
        .map(({ id, position }) => ({ id, title: position.title })),
      pools: pools
        .filter(({ pool }) =>
          earmarks.get(pool.id)?.rules.some(({ kind, value }) => kind === 'group' && value === one.group),
        )
        .map(({ pool }) => ({ id: pool.id, title: pool.name })),
    };
  });
}
