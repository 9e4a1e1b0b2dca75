import type { CalendarDate } from '../calendar-date.ts';
import { type Charge, chargedAmount } from '../ledger/charge.ts';
import { balance, credit, debit, type EntryDraft } from '../ledger/entry.ts';
import { type Money, subtract } from '../money.ts';
import { refused, type Result } from '../result.ts';
import type { RuleViolation } from '../rule-violation.ts';

/** The operating reserve as the ledger holds it: US dollars, and the day it was last set. */
export type HeldReserve = { readonly held: Money; readonly since: CalendarDate | null };

/**
 * Sets the operating reserve to a percentage of the planned annual expenditure from a day on: the entry posts what has to be
 * added or given back. The percentage of the real fund is not public, so it is whatever a decision says.
 */
export function reserveEntry(input: {
  readonly reserve: HeldReserve;
  readonly charge: Charge;
  readonly effectiveOn: CalendarDate;
  readonly description: string;
}): Result<EntryDraft, RuleViolation> {
  const { reserve, charge, effectiveOn } = input;
  if (charge.base.minor < 0n) return refused({ kind: 'AmountNotPositive' });
  if (reserve.since !== null && effectiveOn < reserve.since)
    return refused({ kind: 'ReserveBeforeLast', since: reserve.since, on: effectiveOn });
  const change = subtract(chargedAmount(charge), reserve.held);
  if (change.minor === 0n) return refused({ kind: 'AmountUnchanged' });
  return balance({
    kind: 'operating-reserve',
    effectiveOn,
    description: input.description,
    charge,
    postings: [debit('reserve-held', change), credit('reserve-control', change)],
  });
}
