import { balancesAt } from '@dcc/db/stores/balance-store';
import { openReservations } from '@dcc/db/stores/open-amounts';
import { reserveHeld } from '@dcc/db/stores/pool-store';
import { positionRows } from '@dcc/db/stores/position-reads';
import { listYears } from '@dcc/db/stores/position-store';
import { listOrganizations } from '@dcc/db/stores/reference-store';
import { lastPercent } from '@dcc/db/stores/standing-store';
import { rateOn, ratesByAgreement } from '@dcc/db/stores/support-cost-store';
import type { Reader } from '@dcc/db/open-database';
import { plannedExpenditure } from '@dcc/domain/allocations/reserve';
import { type CalendarDate, date } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { type Money, sum } from '@dcc/domain/money';
import { phaseOf } from '@dcc/domain/positions/states';
import { poolsAvailable } from '../../read-models/pools.ts';
import { assertMay } from '../../use-case/command.ts';
import { type Context, today } from '../../use-case/context.ts';
import { unchargedDeposits, unchargedExpenditure } from '../../use-case/uncharged.ts';

/** Every day of the calendar: what is promised or sent counts at once, whatever its date. */
const EVER = { asOf: date('2199-12-31'), knownOn: null };
const MOST_POSITIONS = 10_000;

async function sponsored(db: Reader) {
  const rows = await positionRows(db, EVER, {
    sort: 'number',
    direction: 'asc',
    limit: MOST_POSITIONS,
    offset: 0,
  });
  return rows.filter(({ allocated }) => allocated.minor > 0n);
}

/** What was sent to each host, and for each position from each pool, less what came back. */
async function sent(db: Reader) {
  const rows = await balancesAt(db, EVER, ['transfers'], ['organization_id', 'position_id', 'pool_id']);
  const total = (amounts: readonly { readonly amount: Money }[]): Money =>
    sum(
      amounts.map(({ amount }) => amount),
      BOOK_CURRENCY,
    );
  return {
    toHost: (id: string) => total(rows.filter((row) => row.organization_id === id)),
    forPosition: (id: string) =>
      rows
        .filter((row) => row.position_id === id && row.amount.minor > 0n)
        .map((row) => ({ poolId: row.pool_id, amount: row.amount })),
  };
}

/** The reserve, and what the contract years of sponsored posts that are filled or being filled will cost within twelve months. */
async function reserveTerms(db: Reader, on: CalendarDate, positions: Awaited<ReturnType<typeof sponsored>>) {
  const running = positions.filter(({ state }) => ['in-recruitment', 'in-post'].includes(phaseOf(state)));
  const years = await listYears(
    db,
    running.map(({ id }) => id),
  );
  const planned = plannedExpenditure([...years.values()].flat(), on);
  const { held, since } = await reserveHeld(db);
  return {
    held,
    since,
    percent: await lastPercent(db, 'operating-reserve'),
    planned: planned.amount,
    years: planned.years,
  };
}

/** What the forms of movements begin with: hosts, positions and pools with what they hold, and what percentages are still of. */
export async function movementForms(context: Context) {
  assertMay(context, 'ledger.read');
  const db = context.shell.db.read;
  const on = today(context.shell);
  const pools = await poolsAvailable(db, EVER);
  const poolName = (id: string): string => pools.find(({ pool }) => pool.id === id)?.pool.name ?? '';
  const transferred = await sent(db);
  const reservations = await openReservations(db);
  const positions = await sponsored(db);
  const agreements = await ratesByAgreement(db);
  return {
    pools,
    hosts: (await listOrganizations(db)).map((organization) => ({
      organization,
      held: transferred.toHost(organization.id),
    })),
    positions: positions.map(({ id, number, title, organization }) => ({
      id,
      number,
      title,
      organizationId: organization.id,
      organization: organization.shortName,
      reserved: (reservations.get(id) ?? [])
        .filter(({ open }) => open.minor > 0n)
        .map(({ poolId, pool, open }) => ({ poolId, pool, amount: open })),
      held: transferred.forPosition(id).map((part) => ({ ...part, pool: poolName(part.poolId) })),
    })),
    agentFee: { uncharged: await unchargedDeposits(db, on), percent: await lastPercent(db, 'agent-fee') },
    supportCost: {
      uncharged: await unchargedExpenditure(db, on),
      agreements: agreements.flatMap(({ id, reference, contributor, rates }) => {
        const rate = rateOn(rates, on);
        return rate === null ? [] : [{ id, reference, contributor, percent: rate.percent }];
      }),
    },
    reserve: await reserveTerms(db, on, positions),
  };
}
