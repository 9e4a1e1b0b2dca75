import type { Reader } from '@dcc/db/open-database';
import { balancesAt } from '@dcc/db/stores/balance-store';
import { pendingCount } from '@dcc/db/stores/certification-store';
import type { OpenInstalmentRow } from '@dcc/db/stores/contribution-reads';
import type { reserveHeld } from '@dcc/db/stores/pool-store';
import type { PositionRow } from '@dcc/db/stores/position-reads';
import type { Organization } from '@dcc/db/stores/reference-store';
import { byConsequence, type Weight } from '@dcc/domain/attention';
import { hostClaim, isOver } from '@dcc/domain/allocations/release';
import { addMonths, type CalendarDate, date, daysBetween } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { type Money, negate, zero } from '@dcc/domain/money';
import type { Role } from '@dcc/domain/people/capability';
import type { Standpoint } from '@dcc/domain/standpoint';
import { missingReports } from '../../read-models/missing-reports.ts';
import type { poolsAvailable } from '../../read-models/pools.ts';
import type { withYears } from '../../read-models/positions.ts';
import { deadlines } from './deadlines.ts';
import { leaving } from './leaving-groups.ts';
import { reserveShort } from './reserve-mark.ts';

type Given = {
  readonly instalments: readonly OpenInstalmentRow[];
  readonly positions: Awaited<ReturnType<typeof withYears>>;
  readonly stored: readonly PositionRow[];
  readonly pools: Awaited<ReturnType<typeof poolsAvailable>>;
  readonly hosts: readonly Organization[];
  readonly reserve: Awaited<ReturnType<typeof reserveHeld>>;
  /** The day on which it is asked, and the roles of who asks: what a person may not see does not wait for them. */
  readonly today: string;
  readonly roles: readonly Role[];
};

/** How long before its due date an instalment, or before its start a year, begins to wait for somebody. */
const SOON_DAYS = 60;
const YEAR_MONTHS_AHEAD = 9;

/** Position-years that begin soon, or have begun, and are not reserved in full. */
function unfundedYears({ positions }: Given, asOf: CalendarDate) {
  const horizon = addMonths(asOf, YEAR_MONTHS_AHEAD);
  return positions
    .filter(({ phase }) => phase === 'in-recruitment' || phase === 'in-post')
    .flatMap(({ id, title, organization, dutyStation, years }) =>
      years
        .filter((year) => year.short.minor > 0n && year.startsOn <= horizon && year.endsOn >= asOf)
        .map((year) => ({
          kind: 'year-not-funded' as const,
          positionId: id,
          title,
          organization: organization.shortName,
          dutyStation: dutyStation.name,
          year: year.number,
          startsOn: year.startsOn,
          short: year.short,
        })),
    );
}

function waitingInstalments({ instalments }: Given, asOf: CalendarDate) {
  return instalments
    .map((instalment) => ({ instalment, days: daysBetween(asOf, date(instalment.dueOn)) }))
    .filter(({ days }) => days <= SOON_DAYS)
    .map(({ instalment, days }) => ({
      kind: days < 0 ? ('instalment-overdue' as const) : ('instalment-due-soon' as const),
      contributionId: instalment.contributionId,
      reference: instalment.reference,
      contributor: instalment.contributor,
      amount: instalment.outstanding,
      value: instalment.value,
      dueOn: instalment.dueOn,
      days: days < 0 ? -days : days,
    }));
}

/** Hosts that received transfers in a past year and have reported no spending for it. */
async function reportsDue(db: Reader, standpoint: Standpoint, hosts: Given['hosts']) {
  return (await missingReports(db, standpoint, hosts)).map(({ organization, year, dueOn }) => ({
    kind: 'expenditure-due' as const,
    organizationId: organization.id,
    organization: organization.shortName,
    year,
    dueOn,
  }));
}

/** Of posts that are over: what their hosts hold unspent, and what is still reserved for them. */
async function afterTheEnd(db: Reader, standpoint: Standpoint, { stored }: Given) {
  const accounts = ['transfers', 'organization-expenditure', 'allocations-open'] as const;
  const rows = await balancesAt(db, standpoint, accounts, ['account', 'position_id']);
  const amounts = new Map(rows.map((row) => [`${row.position_id} ${row.account}`, row.amount]));
  const amount = (id: string, account: (typeof accounts)[number]) =>
    amounts.get(`${id} ${account}`) ?? zero(BOOK_CURRENCY);
  const over = stored.filter(({ state }) => isOver(state));
  const named = ({ id, title, organization }: PositionRow) => ({
    positionId: id,
    title,
    organizationId: organization.id,
    organization: organization.shortName,
  });
  const claims = over.flatMap((position) => {
    const { id, state, stateSince: since } = position;
    const claim = hostClaim(state, amount(id, 'transfers'), amount(id, 'organization-expenditure'));
    return claim === null ? [] : [{ kind: 'host-claim' as const, ...named(position), amount: claim, since }];
  });
  const reserved = over.flatMap((position) => {
    const unsent = amount(position.id, 'allocations-open');
    return unsent.minor > 0n ? [{ kind: 'reserved-after-end' as const, ...named(position), amount: unsent }] : [];
  });
  return [...claims, ...reserved];
}

type Item =
  | ReturnType<typeof waitingInstalments>[number]
  | ReturnType<typeof unfundedYears>[number]
  | ReturnType<typeof overdrawnPools>[number]
  | ReturnType<typeof toDecide>[number]
  | ReturnType<typeof reserveShort>[number]
  | Awaited<ReturnType<typeof reportsDue>>[number]
  | Awaited<ReturnType<typeof afterTheEnd>>[number]
  | Awaited<ReturnType<typeof deadlines>>[number]
  | Awaited<ReturnType<typeof leaving>>[number]
  | { readonly kind: 'certification-pending'; readonly count: number };

/** The day that a thing is about, and its amount in US dollars: what puts it in its place among those of its consequence. */
function weightOf(item: Item, asOf: CalendarDate): Weight {
  const weight = (on: string | null, amount: Money | null = null): Weight => ({
    kind: item.kind,
    on: on === null ? null : date(on),
    minor: amount?.minor ?? 0n,
  });
  switch (item.kind) {
    case 'pool-overdrawn':
    case 'reserve-below-mark':
    case 'reserve-not-covered':
      return weight(asOf, item.short);
    case 'year-not-funded':
      return weight(item.startsOn, item.short);
    case 'instalment-overdue':
    case 'instalment-due-soon':
      return weight(item.dueOn, item.value);
    case 'host-claim':
      return weight(item.since, item.amount);
    case 'reserved-after-end':
      return weight(asOf, item.amount);
    case 'position-to-decide':
      return weight(item.since, item.cost);
    case 'vacancy-missing':
      return weight(item.since);
    case 'window-closing':
    case 'vacancy-closing':
      return weight(item.closesOn);
    case 'extension-due':
      return weight(item.endsOn);
    case 'group-leaving':
      return weight(item.lastDay);
    case 'terms-stale':
      return weight(item.writtenOn);
    case 'expenditure-due':
    case 'retention-due':
    case 'action-point-due':
      return weight(item.dueOn);
    case 'candidates-expired':
    case 'candidate-retention-unset':
    case 'certification-pending':
      return weight(null);
  }
}

/** Pools of which more is allocated than they hold. */
function overdrawnPools({ pools }: Given) {
  return pools
    .filter(({ available }) => available.minor < 0n)
    .map(({ pool, available }) => ({
      kind: 'pool-overdrawn' as const,
      poolId: pool.id,
      pool: pool.name,
      short: negate(available),
    }));
}

/** Positions that are scored and that no decision has been taken on. */
function toDecide({ stored }: Given) {
  return stored
    .filter(({ state }) => state === 'scored')
    .map((position) => ({
      kind: 'position-to-decide' as const,
      positionId: position.id,
      title: position.title,
      organization: position.organization.shortName,
      cost: position.cost,
      since: position.stateSince,
    }));
}

/** What waits for a person, in the order of `byConsequence`: what happens if nobody acts, then the day, then the amount. */
export async function attention(db: Reader, standpoint: Standpoint, given: Given): Promise<Item[]> {
  const { asOf } = standpoint;
  const pending = await pendingCount(db, standpoint);
  const items: Item[] = [
    ...overdrawnPools(given),
    ...unfundedYears(given, asOf),
    ...waitingInstalments(given, asOf),
    ...reserveShort(given, asOf),
    ...(await afterTheEnd(db, standpoint, given)),
    ...toDecide(given),
    ...(await deadlines(db, standpoint, given)),
    ...(await leaving(db, standpoint, given)),
    ...(await reportsDue(db, standpoint, given.hosts)),
    ...(pending === 0 ? [] : [{ kind: 'certification-pending' as const, count: pending }]),
  ];
  return items
    .map((item) => ({ item, weight: weightOf(item, asOf) }))
    .toSorted((left, right) => byConsequence(left.weight, right.weight))
    .map(({ item }) => item);
}
