import { plannedExpenditure } from '@dcc/domain/allocations/reserve';
import type { reserveHeld } from '@dcc/db/stores/pool-store';
import type { CalendarDate } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { chargedAmount } from '@dcc/domain/ledger/charge';
import { negate, subtract, sum } from '@dcc/domain/money';
import type { poolsAvailable } from '../../read-models/pools.ts';
import type { withYears } from '../../read-models/positions.ts';

type Given = {
  readonly positions: Awaited<ReturnType<typeof withYears>>;
  readonly pools: Awaited<ReturnType<typeof poolsAvailable>>;
  readonly reserve: Awaited<ReturnType<typeof reserveHeld>>;
};

/** What is wrong with the operating reserve: it is less than its percentage of what is planned, or what is left of the cash does not cover it. */
export function reserveShort({ positions, pools, reserve }: Given, asOf: CalendarDate) {
  if (reserve.percent === null) return [];
  const running = positions.filter(
    ({ phase, allocated }) => allocated.minor > 0n && (phase === 'in-recruitment' || phase === 'in-post'),
  );
  const planned = plannedExpenditure(
    running.flatMap(({ years }) => years),
    asOf,
  );
  const mark = chargedAmount({ percent: reserve.percent, base: planned.amount });
  const free = sum(
    pools.map(({ available }) => available),
    BOOK_CURRENCY,
  );
  const left = subtract(free, reserve.held);
  const below = {
    kind: 'reserve-below-mark' as const,
    held: reserve.held,
    mark,
    percent: reserve.percent,
    short: subtract(mark, reserve.held),
  };
  const uncovered = { kind: 'reserve-not-covered' as const, held: reserve.held, short: negate(left) };
  return [...(below.short.minor > 0n ? [below] : []), ...(left.minor < 0n ? [uncovered] : [])];
}
