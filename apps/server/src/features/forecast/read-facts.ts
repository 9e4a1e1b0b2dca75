import type { Reader } from '@dcc/db/open-database';
import { balancesAt } from '@dcc/db/stores/balance-store';
import { contributionRows, openInstalments } from '@dcc/db/stores/contribution-reads';
import { entryCountAt } from '@dcc/db/stores/known-entries';
import { reserveHeld } from '@dcc/db/stores/pool-store';
import { positionRows } from '@dcc/db/stores/position-reads';
import { ratesInForce } from '@dcc/db/stores/rate-store';
import { toBookCurrency } from '@dcc/domain/exchange-rate';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import type { Money } from '@dcc/domain/money';
import type { Standpoint } from '@dcc/domain/standpoint';
import type { StandpointInput } from '@dcc/domain/wire';
import { poolsAvailable } from '../../read-models/pools.ts';
import { withYears } from '../../read-models/positions.ts';
import { assertMay } from '../../use-case/command.ts';
import type { Context } from '../../use-case/context.ts';
import { standpointOf, standsAt } from '../../use-case/standpoint.ts';

const ALL = 10_000;

/** Values what is due in another currency at the rate in force; `null` where there is none. */
async function valuation(db: Reader, standpoint: Standpoint): Promise<(amount: Money) => Money | null> {
  const rates = new Map((await ratesInForce(db, standpoint)).map((rate) => [rate.currency, rate]));
  return (amount) => {
    if (amount.currency === BOOK_CURRENCY) return amount;
    const rate = rates.get(amount.currency);
    return rate === undefined ? null : toBookCurrency(amount, rate);
  };
}

/** What is signed and not yet paid, and what is announced. */
async function receipts(db: Reader, standpoint: Standpoint) {
  const contributions = await contributionRows(db, standpoint, {
    sort: 'reference',
    direction: 'asc',
    limit: ALL,
    offset: 0,
  });
  const known = new Map(contributions.map((row) => [row.id, row]));
  const valued = await valuation(db, standpoint);
  const instalments = (await openInstalments(db, standpoint)).flatMap((row) => {
    const contribution = known.get(row.contributionId);
    if (contribution === undefined) return [];
    const { contributor, pool, reference } = contribution;
    return [
      {
        kind: 'instalment' as const,
        contributionId: row.contributionId,
        reference,
        contributor,
        poolId: pool.id,
        dueOn: row.dueOn,
        original: row.outstanding,
        value: valued(row.outstanding) ?? row.value,
      },
    ];
  });
  const pledges = contributions
    .filter(({ stage, pledged }) => stage === 'pledged' && pledged.minor > 0n)
    .map((row) => ({
      kind: 'pledge' as const,
      contributionId: row.id,
      reference: row.reference,
      contributor: row.contributor,
      poolId: row.pool.id,
      dueOn: null,
      original: row.original,
      value: valued(row.original) ?? row.pledged,
    }));
  return [...instalments, ...pledges];
}

/** The pools that decisions have paid each position from. */
async function payingPools(db: Reader, standpoint: Standpoint): Promise<Map<string, string[]>> {
  const rows = await balancesAt(db, standpoint, ['allocations-open'], ['kind', 'pool_id', 'position_id']);
  const paid = rows.filter(({ kind, amount }) => kind === 'allocation' && amount.minor > 0n);
  return new Map(
    [...Map.groupBy(paid, (row) => row.position_id)].map(([id, own]) => [id, own.map((row) => row.pool_id).toSorted()]),
  );
}

async function positions(db: Reader, standpoint: Standpoint) {
  const paidFrom = await payingPools(db, standpoint);
  const stored = await positionRows(db, standpoint, { sort: 'starts', direction: 'asc' });
  return (await withYears(db, standpoint, stored))
    .filter(({ phase }) => phase === 'in-recruitment' || phase === 'in-post')
    .map(({ id, number, title, organization, phase, years }) => ({
      id,
      number,
      title,
      organization: organization.shortName,
      phase,
      paidFrom: paidFrom.get(id) ?? [],
      years: years.map(({ startsOn, cost, allocated, transferred: sent }) => ({ startsOn, cost, allocated, sent })),
    }));
}

/** The fund as a forecast needs it: what pools hold, what is expected, what approved positions still cost. */
export async function forecastFacts(context: Context, input: StandpointInput) {
  assertMay(context, 'forecast.read');
  const standpoint = standpointOf(context.shell, input);
  const db = context.shell.db.read;
  return {
    ...standsAt(context.shell, standpoint),
    entryCount: await entryCountAt(db, standpoint),
    reserve: (await reserveHeld(db, standpoint)).held,
    pools: (await poolsAvailable(db, standpoint)).map(({ pool, cash, allocated }) => ({
      pool,
      cash,
      reserved: allocated,
    })),
    receipts: await receipts(db, standpoint),
    positions: await positions(db, standpoint),
  };
}
