import { BOOK_CURRENCY } from '../currency.ts';
import { compare, type Money, subtract, sum } from '../money.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { RuleViolation } from '../rule-violation.ts';

/** What decisions have reserved for a position in one pool and no transfer has used yet, US dollars. */
export type Reservation = { readonly poolId: string; readonly pool: string; readonly open: Money };

export type Draw = { readonly poolId: string; readonly amount: Money };

/**
 * Which pools a transfer for a position draws on: the one that is named, else the reservations one after the other until the
 * amount is covered. More than is reserved is refused.
 */
export function drawOnReservations(
  reservations: readonly Reservation[],
  amount: Money,
  poolId: string | null,
): Result<readonly Draw[], Extract<RuleViolation, { kind: 'TransferAboveReserved' }>> {
  const usable = reservations.filter((each) => each.open.minor > 0n && (poolId === null || each.poolId === poolId));
  const reserved = sum(
    usable.map(({ open }) => open),
    BOOK_CURRENCY,
  );
  if (compare(amount, reserved) > 0) {
    const pool = usable.map((each) => each.pool).join(', ');
    return refused({ kind: 'TransferAboveReserved', pool, reserved, requested: amount });
  }
  let left = amount;
  const draws = usable.map((each) => {
    const part = compare(left, each.open) < 0 ? left : each.open;
    left = subtract(left, part);
    return { poolId: each.poolId, amount: part };
  });
  return accepted(draws.filter((draw) => draw.amount.minor > 0n));
}

/** Refuses a refund of more than a host was sent and has not sent back yet. */
export function checkRefund(
  transferred: Money,
  requested: Money,
): Result<Money, Extract<RuleViolation, { kind: 'RefundAboveTransferred' }>> {
  return compare(requested, transferred) > 0
    ? refused({ kind: 'RefundAboveTransferred', transferred, requested })
    : accepted(requested);
}

/** Refuses a refund in a host's own record of more than that record has received and not sent back yet. */
export function checkHostRefund(
  received: Money,
  requested: Money,
): Result<Money, Extract<RuleViolation, { kind: 'HostRefundAboveReceived' }>> {
  return compare(requested, received) > 0
    ? refused({ kind: 'HostRefundAboveReceived', received, requested })
    : accepted(requested);
}
