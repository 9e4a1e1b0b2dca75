import { balancesAt } from '@dcc/db/stores/balance-store';
import { listContributors, listPools } from '@dcc/db/stores/contribution-store';
import { positionRows } from '@dcc/db/stores/position-reads';
import { stepsOfPositions } from '@dcc/db/stores/vacancy-store';
import { yearOf } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { isAllocated } from '@dcc/domain/ledger/kinds';
import { type Money, sum } from '@dcc/domain/money';
import { phaseOf } from '@dcc/domain/positions/states';
import type { Standpoint } from '@dcc/domain/standpoint';
import type { StandpointInput } from '@dcc/domain/wire';
import { assertMay } from '../../use-case/command.ts';
import { type Context, onlyContributor } from '../../use-case/context.ts';
import { Refusal } from '../../use-case/refusal.ts';
import { standpointOf, standsAt } from '../../use-case/standpoint.ts';

const ALL = 10_000;

/** What a contributor put into each pool, less what was given back. */
async function poolsOf(context: Context, standpoint: Standpoint, contributorId: string) {
  const db = context.shell.db.read;
  const cash = await balancesAt(db, standpoint, ['cash'], ['kind', 'contributor_id', 'pool_id']);
  const gifts = cash.filter(
    (row) => row.contributor_id === contributorId && (row.kind === 'deposit' || row.kind === 'contributor-refund'),
  );
  return (await listPools(db, standpoint)).flatMap((pool) => {
    const own = gifts.filter((row) => row.pool_id === pool.id).map(({ amount }) => amount);
    const given = sum(own, BOOK_CURRENCY);
    const { description: _description, ...ref } = pool;
    return given.minor > 0n ? [{ pool: ref, given }] : [];
  });
}

/** How much each pool reserves for each position: what decisions allocated, less what was given back. */
async function payers(context: Context, standpoint: Standpoint): Promise<Map<string, Map<string, Money>>> {
  const rows = await balancesAt(
    context.shell.db.read,
    standpoint,
    ['allocations-open'],
    ['kind', 'pool_id', 'position_id'],
  );
  const found = new Map<string, Map<string, Money>>();
  const reserved = Map.groupBy(
    rows.filter(({ kind }) => isAllocated(kind)),
    (row) => `${row.position_id} ${row.pool_id}`,
  );
  for (const [first, ...more] of reserved.values()) {
    if (first === undefined) continue;
    const amount = sum(
      [first, ...more].map((row) => row.amount),
      BOOK_CURRENCY,
    );
    if (amount.minor > 0n)
      found.set(first.position_id, (found.get(first.position_id) ?? new Map()).set(first.pool_id, amount));
  }
  return found;
}

/**
 * Of each position what its host was sent and has reported spent, and the past years in which it was sent money: final figures are
 * due on 30 April of the year after.
 */
async function hostBooks(context: Context, standpoint: Standpoint) {
  const rows = await balancesAt(
    context.shell.db.read,
    standpoint,
    ['transfers', 'organization-expenditure'],
    ['account', 'position_id', 'year'],
  );
  const spent = new Set(
    rows.filter(({ account }) => account === 'organization-expenditure').map((row) => `${row.position_id} ${row.year}`),
  );
  const sent = rows.filter(({ account, amount }) => account === 'transfers' && amount.minor > 0n);
  const total = (positionId: string, of: 'transfers' | 'organization-expenditure'): Money =>
    sum(
      rows.filter((row) => row.position_id === positionId && row.account === of).map(({ amount }) => amount),
      BOOK_CURRENCY,
    );
  return (positionId: string) => ({
    sent: total(positionId, 'transfers'),
    spent: total(positionId, 'organization-expenditure'),
    reports: sent
      .filter((row) => row.position_id === positionId && Number(row.year) < yearOf(standpoint.asOf))
      .map(({ year }) => ({
        year: Number(year),
        dueOn: `${Number(year) + 1}-04-30`,
        reported: spent.has(`${positionId} ${year}`),
      }))
      .toSorted((left, right) => left.year - right.year),
  });
}

/**
 * The positions that a contributor's money may pay for: those for which a pool that its deposits went to reserves money. A pool is
 * one pot, so the ledger says no more than that. Tells what was allocated from those pools, what the host was sent and has reported; no notes and no names.
 */
export async function ownPositions(
  context: Context,
  input: StandpointInput & { readonly contributorId?: string | undefined },
) {
  assertMay(context, 'own-positions.read');
  const standpoint = standpointOf(context.shell, input);
  const db = context.shell.db.read;
  const own = onlyContributor(context.actor);
  const wanted = own ?? input.contributorId ?? context.actor.contributorId;
  const contributor = (await listContributors(db, standpoint)).find(
    ({ id }) => id === wanted && (input.contributorId === undefined || input.contributorId === id),
  );
  if (contributor === undefined) throw new Refusal({ kind: 'NotFound', subject: 'contributor' });
  const pools = await poolsOf(context, standpoint, contributor.id);
  const paying = await payers(context, standpoint);
  const [booksOf, steps] = [await hostBooks(context, standpoint), await stepsOfPositions(db, standpoint)];
  const rows = await positionRows(db, standpoint, { sort: 'number', direction: 'asc', limit: ALL, offset: 0 });
  return {
    ...standsAt(context.shell, standpoint),
    contributor,
    pools,
    rows: rows.flatMap((row) => {
      const from = pools.filter(({ pool }) => paying.get(row.id)?.has(pool.id) ?? false);
      if (from.length === 0) return [];
      const { id, number, title, organization, dutyStation, state, startsOn, endsOn } = row;
      return [
        {
          id,
          number,
          title,
          organization,
          dutyStation,
          state,
          startsOn,
          endsOn,
          phase: phaseOf(state),
          pools: from.map(({ pool }) => pool.name),
          story: (steps.get(id) ?? []).map(({ to, on }) => ({ to, on })),
          allocated: sum(
            from.flatMap(({ pool }) => paying.get(id)?.get(pool.id) ?? []),
            BOOK_CURRENCY,
          ),
          ...booksOf(id),
        },
      ];
    }),
  };
}
