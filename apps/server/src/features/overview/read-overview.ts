import type { Reader } from '@dcc/db/open-database';
import { balancesAt, readingOnce } from '@dcc/db/stores/balance-store';
import { contributionsByYear } from '@dcc/db/stores/contribution-years';
import { openInstalments, totalsByContributor } from '@dcc/db/stores/contribution-reads';
import { type Contributor, listContributors } from '@dcc/db/stores/contribution-store';
import { entryCountAt } from '@dcc/db/stores/known-entries';
import { reserveHeld } from '@dcc/db/stores/pool-store';
import { type PositionRow, positionRows } from '@dcc/db/stores/position-reads';
import { listOrganizations, type Organization } from '@dcc/db/stores/reference-store';
import { date, daysBetween } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import type { Figure } from '@dcc/domain/figure';
import type { Account } from '@dcc/domain/ledger/accounts';
import type { EntryFilter } from '@dcc/domain/ledger/entry-filter';
import { ALLOCATED_KINDS, type EntryKind, isAllocated } from '@dcc/domain/ledger/kinds';
import { type Money, money, negate, percentOf, subtract, sum, zero } from '@dcc/domain/money';
import type { StandpointInput } from '@dcc/domain/wire';
import { phaseOf, POSITION_STATES } from '@dcc/domain/positions/states';
import type { Standpoint } from '@dcc/domain/standpoint';
import { givenByContributor } from '../../read-models/contributors.ts';
import { poolsAvailable } from '../../read-models/pools.ts';
import { withYears } from '../../read-models/positions.ts';
import { statementAt, statementFigures } from '../../read-models/statement.ts';
import { assertMay } from '../../use-case/command.ts';
import { type Context, today } from '../../use-case/context.ts';
import { standpointOf, standsAt } from '../../use-case/standpoint.ts';
import { attention } from './attention.ts';
import { cashSeries } from './cash-series.ts';
import { sinceDecision } from './since-decision.ts';

/** Accounts of which an overview shows sums. */
const ACCOUNTS: readonly Account[] = [
  'cash',
  'contribution-revenue',
  'allocations-open',
  'transfers',
  'organization-funds',
  'organization-expenditure',
];
const NOTHING = zero(BOOK_CURRENCY);

type Positions = Awaited<ReturnType<typeof withYears>>;

/** Typical cost of a whole term: the mean of the positions that a decision has paid for, rounded up to a cent. */
function typicalTermCost(positions: Positions): Money | null {
  const paid = positions.filter(({ allocated }) => allocated.minor > 0n);
  if (paid.length === 0) return null;
  const total = sum(
    paid.map(({ cost }) => cost),
    BOOK_CURRENCY,
  );
  const count = BigInt(paid.length);
  return money((total.minor + count - 1n) / count, BOOK_CURRENCY);
}

type Names = {
  readonly contributors: readonly Contributor[];
  readonly pools: Awaited<ReturnType<typeof poolsAvailable>>;
  readonly hosts: readonly Organization[];
};

async function flows(db: Reader, standpoint: Standpoint, names: Names) {
  const contributors = new Map(names.contributors.map((contributor) => [contributor.id, contributor]));
  const pools = new Map(names.pools.map(({ pool }) => [pool.id, pool]));
  const hosts = new Map(names.hosts.map((organization) => [organization.id, organization]));
  const received = await balancesAt(db, standpoint, ['cash'], ['kind', 'contributor_id', 'pool_id']);
  const allocated = (
    await balancesAt(db, standpoint, ['allocations-open'], ['kind', 'pool_id', 'organization_id'])
  ).filter(({ kind }) => isAllocated(kind));
  const reserved = Map.groupBy(allocated, (row) => `${row.pool_id} ${row.organization_id}`);
  const gifts = new Map<string, { contributor: string; pool: string; amount: Money }>();
  for (const row of received) {
    if (row.kind !== 'deposit' && row.kind !== 'contributor-refund') continue;
    const key = `${row.contributor_id} ${row.pool_id}`;
    gifts.set(key, {
      contributor: row.contributor_id,
      pool: row.pool_id,
      amount: sum([gifts.get(key)?.amount ?? NOTHING, row.amount], BOOK_CURRENCY),
    });
  }
  return {
    received: [...gifts.values()].flatMap((gift) => {
      const contributor = contributors.get(gift.contributor);
      const pool = pools.get(gift.pool);
      return contributor === undefined || pool === undefined || gift.amount.minor <= 0n
        ? []
        : [{ contributor, pool, amount: gift.amount }];
    }),
    allocated: [...reserved.values()].flatMap((rows) => {
      const pool = pools.get(rows[0]?.pool_id ?? '');
      const organization = hosts.get(rows[0]?.organization_id ?? '');
      const amount = sum(
        rows.map((row) => row.amount),
        BOOK_CURRENCY,
      );
      return pool === undefined || organization === undefined || amount.minor <= 0n
        ? []
        : [{ pool, organization, amount }];
    }),
  };
}

async function hostRows(
  db: Reader,
  standpoint: Standpoint,
  hosts: readonly Organization[],
  stored: readonly PositionRow[],
) {
  const balances = await balancesAt(
    db,
    standpoint,
    ['allocations-open', 'transfers', 'organization-expenditure'],
    ['account', 'kind', 'organization_id'],
  );
  const byHost = Map.groupBy(balances, (row) => row.organization_id);
  const sponsored = Map.groupBy(
    stored.filter(({ allocated }) => allocated.minor > 0n),
    ({ organization }) => organization.id,
  );
  const amount = (id: string, account: string, kinds: readonly EntryKind[] | null): Money =>
    sum(
      (byHost.get(id) ?? [])
        .filter((row) => row.account === account && (kinds === null || kinds.includes(row.kind)))
        .map((row) => row.amount),
      BOOK_CURRENCY,
    );
  return hosts
    .map((organization) => ({
      organization,
      positions: sponsored.get(organization.id)?.length ?? 0,
      allocated: amount(organization.id, 'allocations-open', ALLOCATED_KINDS),
      transferred: amount(organization.id, 'transfers', null),
      spent: amount(organization.id, 'organization-expenditure', null),
    }))
    .filter(
      ({ positions, allocated, transferred, spent }) =>
        positions > 0 || [allocated, transferred, spent].some(({ minor }) => minor !== 0n),
    )
    .toSorted((left, right) =>
      right.allocated.minor > left.allocated.minor ? 1 : right.allocated.minor < left.allocated.minor ? -1 : 0,
    );
}

/** How the fund stands: one screen, one answer. Every figure is a sum over postings, kept by month. */
export async function getOverview(context: Context, input: StandpointInput) {
  assertMay(context, 'overview.read');
  const standpoint = standpointOf(context.shell, input);
  const { asOf } = standpoint;
  const db = await readingOnce(context.shell.db.read, standpoint, ACCOUNTS);
  const byContributor = await totalsByContributor(db, standpoint);
  const promised = (key: 'pledged' | 'outstanding' | 'overdue'): Money =>
    sum(
      [...byContributor.values()].map((totals) => totals[key]),
      BOOK_CURRENCY,
    );
  const contributors = await listContributors(db, standpoint);
  const hosts = await listOrganizations(db, standpoint);
  const pools = await poolsAvailable(db, standpoint);
  const reserve = await reserveHeld(db, standpoint);
  const available = subtract(
    sum(
      pools.map((pool) => pool.available),
      BOOK_CURRENCY,
    ),
    reserve.held,
  );
  const statement = await statementAt(db, standpoint);
  const { contributionsFromDonors: received, balance } = statement.fundsWithAdministrativeAgent;
  const sums = await balancesAt(
    db,
    standpoint,
    ['contribution-revenue', 'allocations-open', 'transfers', 'organization-expenditure'],
    ['account', 'kind'],
  );
  const total = (account: Account, kinds: readonly EntryKind[] | null = null): Money =>
    sum(
      sums
        .filter((row) => row.account === account && (kinds === null || kinds.includes(row.kind)))
        .map(({ amount }) => amount),
      BOOK_CURRENCY,
    );
  const signed = negate(total('contribution-revenue'));
  const instalments = await openInstalments(db, standpoint);
  const overdue = instalments.filter(({ dueOn }) => dueOn < asOf);
  const stored = await positionRows(db, standpoint, { sort: 'starts', direction: 'asc' });
  const positions = await withYears(db, standpoint, stored);
  const sponsored = positions.filter(
    ({ phase }) => phase === 'in-recruitment' || phase === 'in-post' || phase === 'completed',
  );
  const termCost = typicalTermCost(positions);
  const series = await cashSeries(db, standpoint, instalments, sponsored);
  const figure = (amount: Money, basis: Figure['basis'], entries: EntryFilter | null): Figure => ({
    amount,
    basis,
    asOf,
    entries: entries === null ? null : { ...entries, to: asOf },
  });
  const given = await givenByContributor(db, standpoint);
  const net = statement.fundsWithAdministrativeAgent;
  const years = await contributionsByYear(db, standpoint, null);
  return {
    ...standsAt(context.shell, standpoint),
    since: years.find((year) => year.received.minor !== 0n)?.year ?? null,
    entryCount: await entryCountAt(db, standpoint),
    figures: {
      balance: figure(balance, 'cash', { account: 'cash' }),
      pledged: figure(promised('pledged'), 'pledged', { account: 'pledges-open' }),
      signed: figure(signed, 'signed', { account: 'contribution-revenue' }),
      received: figure(received, 'cash', { account: 'cash', kinds: ['deposit', 'contributor-refund'] }),
      outstanding: figure(promised('outstanding'), 'signed', { account: 'contributions-receivable' }),
      overdue: figure(promised('overdue'), 'signed', null),
      available: figure(available, 'cash', null),
      allocated: figure(total('allocations-open', ALLOCATED_KINDS), 'allocated', {
        account: 'allocations-open',
        kinds: [...ALLOCATED_KINDS],
      }),
      transferred: figure(total('transfers'), 'cash', { account: 'transfers' }),
      spent: figure(total('organization-expenditure'), 'spent', { account: 'organization-expenditure' }),
    },
    overdueCount: overdue.length,
    overdueDays: overdue[0] === undefined ? null : daysBetween(date(overdue[0].dueOn), asOf),
    deliveryPercent: percentOf(
      statement.fundsWithParticipatingOrganizations.expenditure,
      subtract(net.transferredToParticipatingOrganizations, net.refundsFromParticipatingOrganizations),
    ),
    reserve:
      reserve.since === null ? null : { amount: reserve.held, effectiveOn: reserve.since, source: reserve.source },
    termCost,
    fundablePositions: termCost === null ? null : available.minor > 0n ? Number(available.minor / termCost.minor) : 0,
    pools,
    statement: statementFigures(statement, asOf, today(context.shell)),
    contributionsByYear: years,
    contributors: contributors
      .map((contributor) => {
        const own = byContributor.get(contributor.id);
        return {
          contributor,
          received: given(contributor.id).received,
          outstanding: own?.outstanding ?? NOTHING,
          pledged: own?.pledged ?? NOTHING,
        };
      })
      .toSorted((left, right) =>
        right.received.minor > left.received.minor ? 1 : right.received.minor < left.received.minor ? -1 : 0,
      ),
    hosts: await hostRows(db, standpoint, hosts, stored),
    positionsByState: [...Map.groupBy(stored, ({ state }) => state)]
      .map(([state, { length }]) => ({ state, phase: phaseOf(state), count: length }))
      .toSorted((left, right) => POSITION_STATES.indexOf(left.state) - POSITION_STATES.indexOf(right.state)),
    positionCount: sponsored.length,
    positions: sponsored,
    flows: await flows(db, standpoint, { contributors, pools, hosts }),
    series: series.points,
    cashShortOn: series.shortOn,
    sinceDecision: await sinceDecision(db, standpoint),
    attention: await attention(db, standpoint, {
      instalments,
      positions,
      stored,
      pools,
      hosts,
      reserve,
      today: today(context.shell),
      roles: context.actor.roles,
    }),
  };
}
