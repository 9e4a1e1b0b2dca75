import type { CalendarDate } from '../calendar-date.ts';
import { BOOK_CURRENCY } from '../currency.ts';
import { balance, credit, debit, type EntryDraft } from '../ledger/entry.ts';
import { compare, type Money, money, subtract, sum } from '../money.ts';
import { mayReceiveAllocation, type PositionState } from '../positions/states.ts';
import { refused, type Result } from '../result.ts';
import type { RuleViolation } from '../rule-violation.ts';

/** Money of one pool: what it holds and what decisions have reserved and not yet sent. US dollars. */
export type PoolFunds = { readonly id: string; readonly name: string; readonly cash: Money; readonly allocated: Money };

/** What a pool may still promise: its cash less its open allocations. */
export function availableInPool(pool: PoolFunds): Money {
  return subtract(pool.cash, pool.allocated);
}

/** What the fund may still promise: cash − open allocations − reserve. Costs that are due are already out of the cash when posted. */
export function availableOverall(pools: readonly PoolFunds[], reserve: Money): Money {
  const cash = sum(
    pools.map((pool) => pool.cash),
    BOOK_CURRENCY,
  );
  const allocated = sum(
    pools.map((pool) => pool.allocated),
    BOOK_CURRENCY,
  );
  return subtract(subtract(cash, allocated), reserve);
}

export type YearToFund = {
  readonly positionId: string;
  readonly positionTitle: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly state: PositionState;
  readonly year: number;
  readonly cost: Money;
  readonly allocated: Money;
};
export type AllocationLine = { readonly target: YearToFund; readonly poolId: string; readonly amount: Money };

function firstRefusal(lines: readonly AllocationLine[], deciderOrganizationId: string | null): RuleViolation | null {
  const asked = new Map<string, Money>();
  for (const { target, amount } of lines) {
    if (amount.minor <= 0n) return { kind: 'AmountNotPositive' };
    if (!mayReceiveAllocation(target.state))
      return { kind: 'StateTakesNoAllocation', position: target.positionTitle, state: target.state };
    if (target.organizationId === deciderOrganizationId)
      return { kind: 'Recused', organization: target.organizationName };
    const key = `${target.positionId} ${target.year}`;
    const total = sum([asked.get(key) ?? money(0n, BOOK_CURRENCY), amount], BOOK_CURRENCY);
    const remaining = subtract(target.cost, target.allocated);
    if (compare(total, remaining) > 0) {
      return {
        kind: 'AllocationAboveCost',
        position: target.positionTitle,
        year: target.year,
        remaining,
        requested: total,
      };
    }
    asked.set(key, total);
  }
  return null;
}

function firstShortage(
  lines: readonly AllocationLine[],
  pools: readonly PoolFunds[],
  reserve: Money,
): RuleViolation | null {
  for (const pool of pools) {
    const requested = sum(
      lines.filter((line) => line.poolId === pool.id).map(({ amount }) => amount),
      BOOK_CURRENCY,
    );
    const available = availableInPool(pool);
    if (requested.minor > 0n && compare(requested, available) > 0)
      return { kind: 'InsufficientFunds', pool: pool.name, available, requested };
  }
  const requested = sum(
    lines.map(({ amount }) => amount),
    BOOK_CURRENCY,
  );
  const available = availableOverall(pools, reserve);
  return compare(requested, available) > 0 ? { kind: 'InsufficientFunds', pool: null, available, requested } : null;
}

/**
 * Reserves money for position-years by a decision: never more than a year costs, than a pool holds free, or than the whole fund
 * holds free after its reserve; and never for the decider's own organization.
 */
export function decideAllocation(input: {
  readonly decisionId: string;
  readonly reference: string;
  readonly title: string;
  readonly decidedOn: CalendarDate;
  readonly deciderOrganizationId: string | null;
  readonly lines: readonly AllocationLine[];
  readonly pools: readonly PoolFunds[];
  readonly reserve: Money;
}): Result<EntryDraft, RuleViolation> {
  const { lines, pools } = input;
  const violation = firstRefusal(lines, input.deciderOrganizationId) ?? firstShortage(lines, pools, input.reserve);
  if (violation !== null) return refused(violation);
  if (lines.some((line) => !pools.some((pool) => pool.id === line.poolId)))
    return refused({ kind: 'NotFound', subject: 'pool' });
  return balance({
    kind: 'allocation',
    effectiveOn: input.decidedOn,
    description: input.title,
    reference: input.reference,
    decisionId: input.decisionId,
    postings: lines.flatMap(({ target, poolId, amount }) => {
      const dimensions = { poolId, organizationId: target.organizationId, positionId: target.positionId };
      return [debit('allocations-open', amount, dimensions), credit('allocations-control', amount, dimensions)];
    }),
  });
}
