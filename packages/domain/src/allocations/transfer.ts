import type { CalendarDate } from '../calendar-date.ts';
import { BOOK_CURRENCY } from '../currency.ts';
import type { EntryDraft } from '../ledger/entry.ts';
import { transferForPosition } from '../ledger/movements.ts';
import { compare, type Money, sum } from '../money.ts';
import { refused, type Result } from '../result.ts';
import type { RuleViolation } from '../rule-violation.ts';
import type { Draw, Reservation } from './reservations.ts';

/** A pool that is drawn on: what it still reserves for the position, and the cash it holds. US dollars. */
export type DrawnPool = Reservation & { readonly cash: Money };

/** Sends a host what decisions reserved for its position: from each pool at most what is reserved there, and what it holds. */
export function transferReserved(input: {
  readonly effectiveOn: CalendarDate;
  readonly description: string;
  readonly organizationId: string;
  readonly positionId: string;
  readonly draws: readonly Draw[];
  readonly pools: readonly DrawnPool[];
}): Result<EntryDraft, RuleViolation> {
  if (input.draws.some(({ amount }) => amount.minor <= 0n)) return refused({ kind: 'AmountNotPositive' });
  for (const poolId of new Set(input.draws.map((draw) => draw.poolId))) {
    const drawn = input.pools.find((candidate) => candidate.poolId === poolId);
    if (drawn === undefined) return refused({ kind: 'NotFound', subject: 'pool' });
    const { pool, open: reserved, cash } = drawn;
    const requested = sum(
      input.draws.filter((draw) => draw.poolId === poolId).map(({ amount }) => amount),
      BOOK_CURRENCY,
    );
    if (compare(requested, reserved) > 0) return refused({ kind: 'TransferAboveReserved', pool, reserved, requested });
    if (compare(requested, cash) > 0) return refused({ kind: 'InsufficientFunds', pool, available: cash, requested });
  }
  return transferForPosition(input);
}
