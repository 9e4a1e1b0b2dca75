import { balancesAt } from '@dcc/db/stores/balance-store';
import { memberships } from '@dcc/db/stores/criteria-store';
import { positionRows } from '@dcc/db/stores/position-reads';
import { themeByPosition } from '@dcc/db/stores/round-store';
import { servedByPosition } from '@dcc/db/stores/terms-store';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import type { Figure } from '@dcc/domain/figure';
import { ALLOCATED_KINDS, isAllocated } from '@dcc/domain/ledger/kinds';
import { type Money, sum } from '@dcc/domain/money';
import { regionOf } from '@dcc/domain/reference/regions';
import { groupsOf } from '@dcc/domain/rounds/eligibility';
import type { StandpointInput } from '@dcc/domain/wire';
import { assertMay } from '../../use-case/command.ts';
import type { Context } from '../../use-case/context.ts';
import { standpointOf, standsAt } from '../../use-case/standpoint.ts';

/** Where the allocated money goes: each position with money, largest first, and what the page divides it by. */
export async function getAllocation(context: Context, input: StandpointInput) {
  assertMay(context, 'overview.read');
  const standpoint = standpointOf(context.shell, input);
  const { asOf } = standpoint;
  const db = context.shell.db.read;
  const moved = (await balancesAt(db, standpoint, ['allocations-open'], ['kind', 'position_id'])).filter(({ kind }) =>
    isAllocated(kind),
  );
  const rows = await positionRows(db, standpoint, { sort: 'number', direction: 'asc' });
  const groups = await memberships(db, standpoint);
  const served = await servedByPosition(db, standpoint);
  const themes = await themeByPosition(db, standpoint);
  const byPosition = Map.groupBy(moved, (row) => row.position_id);
  const total = (of: typeof moved): Money =>
    sum(
      of.map(({ amount }) => amount),
      BOOK_CURRENCY,
    );
  const figure = (amount: Money, about: { readonly positionId?: string }): Figure => ({
    amount,
    basis: 'allocated',
    asOf,
    entries: { account: 'allocations-open', kinds: [...ALLOCATED_KINDS], ...about, to: asOf },
  });
  return {
    ...standsAt(context.shell, standpoint),
    total: figure(total(moved), {}),
    positions: rows
      .map(({ id, title, organization, dutyStation }) => {
        const own = served.get(id);
        const theme = themes.get(id);
        return {
          id,
          title,
          organization,
          dutyStation,
          amount: figure(total(byPosition.get(id) ?? []), { positionId: id }),
          region: regionOf(dutyStation.countryCode),
          groups: groupsOf(dutyStation.countryCode, asOf, groups),
          goals: own?.goals ?? [],
          themes: own !== undefined && own.themes.length > 0 ? own.themes : theme === undefined ? [] : [theme],
        };
      })
      .filter(({ amount }) => amount.amount.minor !== 0n)
      .toSorted((left, right) => (left.amount.amount.minor < right.amount.amount.minor ? 1 : -1)),
  };
}
