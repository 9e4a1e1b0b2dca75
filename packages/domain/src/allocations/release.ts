import type { CalendarDate } from '../calendar-date.ts';
import { BOOK_CURRENCY } from '../currency.ts';
import { balance, credit, debit, type EntryDraft } from '../ledger/entry.ts';
import { type Money, money, subtract, sum } from '../money.ts';
import { phaseOf, type PositionState } from '../positions/states.ts';
import { refused, type Result } from '../result.ts';
import type { RuleViolation } from '../rule-violation.ts';
import type { PoolFunds, YearToFund } from './allocation.ts';

/** What a decision reserved by one of its lines, less what was released of it. US dollars. */
export type ReservedLine = {
  readonly decisionId: string;
  readonly line: number;
  readonly positionId: string;
  readonly organizationId: string;
  readonly year: number;
  readonly poolId: string;
  readonly reserved: Money;
};

/** A line with what of it no transfer has used, US dollars. */
export type OpenLine = ReservedLine & { readonly open: Money };

/**
 * What is still open of each line of one position, given in the order of the decisions. A transfer draws on a pool and names
 * neither year nor decision: it pays the years in their order, and of a year what was decided first.
 */
export function openLines(lines: readonly ReservedLine[], openByPool: ReadonlyMap<string, Money>): OpenLine[] {
  return [...Map.groupBy(lines, ({ poolId }) => poolId)].flatMap(([poolId, own]) => {
    const reserved = own.reduce((total, line) => total + line.reserved.minor, 0n);
    let toUse = reserved - (openByPool.get(poolId)?.minor ?? 0n);
    return own
      .toSorted((left, right) => left.year - right.year)
      .map((line) => {
        const part = toUse < line.reserved.minor ? toUse : line.reserved.minor;
        toUse -= part;
        return { ...line, open: subtract(line.reserved, money(part, line.reserved.currency)) };
      });
  });
}

/** Whether a post is over, and needs no reserved money any more but what its host is still owed. */
export function isOver(state: PositionState): boolean {
  return state === 'withdrawn' || state === 'rejected' || phaseOf(state) === 'completed';
}

/**
 * What a host has to send back of a post that is over: what it was sent and has neither spent nor returned. `null` while the post
 * goes on, or where the host holds nothing.
 */
export function hostClaim(state: PositionState, transferred: Money, spent: Money): Money | null {
  const held = subtract(transferred, spent);
  return isOver(state) && held.minor > 0n ? held : null;
}

/**
 * Gives back to its pools what was reserved and not sent: of lines whose decision another one supersedes, or of a post that is
 * over. The entry names the decision, or the step of the post in its reference.
 */
export function releaseEntry(input: {
  readonly decisionId: string | null;
  readonly reference: string;
  readonly description: string;
  readonly effectiveOn: CalendarDate;
  readonly lines: readonly OpenLine[];
}): Result<EntryDraft, RuleViolation> {
  const { lines, ...entry } = input;
  const open = lines.filter((line) => line.open.minor > 0n);
  if (open.length === 0) return refused({ kind: 'NothingReserved' });
  return balance({
    kind: 'release',
    ...entry,
    postings: open.flatMap(({ open: amount, poolId, organizationId, positionId }) => {
      const dimensions = { poolId, organizationId, positionId };
      return [debit('allocations-control', amount, dimensions), credit('allocations-open', amount, dimensions)];
    }),
  });
}

const openOf = (lines: readonly OpenLine[]): Money =>
  sum(
    lines.map(({ open }) => open),
    BOOK_CURRENCY,
  );

/** A pool as it stands once lines are released. */
export function poolAfter<P extends PoolFunds>(pool: P, released: readonly OpenLine[]): P {
  const given = openOf(released.filter(({ poolId }) => poolId === pool.id));
  return { ...pool, allocated: subtract(pool.allocated, given) };
}

/** A position-year as it stands once lines are released: it can be reserved for again. */
export function yearAfter(target: YearToFund, released: readonly OpenLine[]): YearToFund {
  const given = openOf(
    released.filter(({ positionId, year }) => positionId === target.positionId && year === target.year),
  );
  return { ...target, allocated: subtract(target.allocated, given) };
}
