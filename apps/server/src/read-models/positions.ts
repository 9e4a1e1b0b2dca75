import type { Reader } from '@dcc/db/open-database';
import type { PositionRow } from '@dcc/db/stores/position-reads';
import { balancesAt } from '@dcc/db/stores/balance-store';
import { yearsAt } from '@dcc/db/stores/positions-at';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { transferredByYear } from '@dcc/domain/ledger/movements';
import { compare, type Money, subtract, zero } from '@dcc/domain/money';
import { phaseOf } from '@dcc/domain/positions/states';
import type { Standpoint } from '@dcc/domain/standpoint';

export type YearState = 'transferred' | 'allocated' | 'part-allocated' | 'unfunded';

function yearState(cost: Money, allocated: Money, transferred: Money): YearState {
  if (allocated.minor === 0n) return 'unfunded';
  if (compare(transferred, allocated) >= 0 && compare(allocated, cost) >= 0) return 'transferred';
  return compare(allocated, cost) >= 0 ? 'allocated' : 'part-allocated';
}

/** What was sent for each position, US dollars. What a host sent back later does not make a year unpaid. */
async function sentByPosition(db: Reader, standpoint: Standpoint): Promise<Map<string, Money>> {
  const rows = await balancesAt(db, standpoint, ['transfers'], ['kind', 'position_id']);
  return new Map(rows.filter(({ kind }) => kind === 'transfer').map((row) => [row.position_id, row.amount]));
}

/** Adds to each position its years, and how each year is paid for. */
export async function withYears(db: Reader, standpoint: Standpoint, rows: readonly PositionRow[]) {
  const years = await yearsAt(
    db,
    standpoint,
    rows.map(({ id }) => id),
  );
  const transfers = await sentByPosition(db, standpoint);
  return rows.map(({ stateSince: _since, description: _description, ...row }) => {
    const own = years.get(row.id) ?? [];
    const sent = transferredByYear(
      own.map(({ allocated }) => allocated),
      transfers.get(row.id) ?? zero(BOOK_CURRENCY),
    );
    return {
      ...row,
      phase: phaseOf(row.state),
      years: own.map((year, index) => {
        const transferred = sent[index] ?? zero(BOOK_CURRENCY);
        return {
          number: year.year,
          startsOn: year.startsOn,
          endsOn: year.endsOn,
          cost: year.cost,
          allocated: year.allocated,
          transferred,
          short: subtract(year.cost, year.allocated),
          state: yearState(year.cost, year.allocated, transferred),
        };
      }),
    };
  });
}
