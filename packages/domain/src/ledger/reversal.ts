import type { CalendarDate } from '../calendar-date.ts';
import { negate } from '../money.ts';
import { refused, type Result } from '../result.ts';
import type { RuleViolation } from '../rule-violation.ts';
import { balance, type EntryDraft, type Posting } from './entry.ts';
import type { Charge } from './charge.ts';
import { type EntryKind, isAllocated } from './kinds.ts';

/** A recorded entry as its reversal needs to see it. */
export type Reversible = {
  readonly number: number;
  readonly kind: EntryKind;
  readonly effectiveOn: CalendarDate;
  readonly reference: string | null;
  readonly reverses: number | null;
  readonly reversedBy: number | null;
  readonly charge: Charge | null;
  readonly postings: readonly Posting[];
};

/** Whether an entry of a kind is corrected by its mirror: decisions, pledges and the reserve are set anew instead. */
export function isCorrectable(kind: EntryKind): boolean {
  return !isAllocated(kind) && kind !== 'operating-reserve' && kind !== 'pledge' && kind !== 'pledge-amendment';
}

/** Postings that undo the given ones, line by line. */
export function mirror(postings: readonly Posting[]): Posting[] {
  return postings.map((posting) => ({
    ...posting,
    amount: negate(posting.amount),
    original: posting.original === null ? null : negate(posting.original),
  }));
}

/** The entry that undoes a recorded one. It keeps the kind, so that every line of every report nets out. */
export function reverse(
  entry: Reversible,
  effectiveOn: CalendarDate,
  reason: string,
): Result<EntryDraft, RuleViolation> {
  if (entry.reversedBy !== null) return refused({ kind: 'AlreadyReversed', by: String(entry.reversedBy) });
  if (entry.reverses !== null) return refused({ kind: 'ReversalNotReversible' });
  if (effectiveOn < entry.effectiveOn) return refused({ kind: 'ReversalBeforeEntry', effectiveOn: entry.effectiveOn });
  if (isAllocated(entry.kind)) return refused({ kind: 'ReversalRefused', reason: 'only-by-decision' });
  if (entry.kind === 'pledge' || entry.kind === 'pledge-amendment' || entry.kind === 'operating-reserve')
    return refused({ kind: 'ReversalRefused', reason: 'amend-instead' });
  return balance({
    kind: entry.kind,
    effectiveOn,
    description: reason,
    reference: entry.reference,
    reverses: entry.number,
    charge: entry.charge === null ? null : { ...entry.charge, base: negate(entry.charge.base) },
    postings: mirror(entry.postings),
  });
}
