import type { CalendarDate } from '../calendar-date.ts';
import { balance, credit, debit, type EntryDraft } from '../ledger/entry.ts';
import { compare, type Money } from '../money.ts';
import { refused, type Result } from '../result.ts';
import type { RuleViolation } from '../rule-violation.ts';
import { type OpenInstalment, settledValue } from './deposit.ts';
import { type ContributionRef, dimensionsOf } from './pledge.ts';

/**
 * Gives up what an instalment still expects, or part of it: the receivable goes, at the rate of the signature, and what was
 * signed stays on record beside what was written off.
 */
export function writeOffEntry(input: {
  readonly contribution: ContributionRef;
  readonly signedOn: CalendarDate;
  readonly instalment: OpenInstalment;
  readonly writtenOffOn: CalendarDate;
  readonly amount: Money;
  readonly reason: string;
}): Result<EntryDraft, RuleViolation> {
  const { instalment, amount } = input;
  if (amount.minor <= 0n) return refused({ kind: 'AmountNotPositive' });
  if (input.writtenOffOn < input.signedOn)
    return refused({ kind: 'WriteOffBeforeSignature', signedOn: input.signedOn, on: input.writtenOffOn });
  if (compare(amount, instalment.outstanding) > 0)
    return refused({ kind: 'WriteOffAboveOutstanding', outstanding: instalment.outstanding, requested: amount });
  const value = settledValue(instalment, amount);
  const dimensions = dimensionsOf(input.contribution);
  return balance({
    kind: 'write-off',
    effectiveOn: input.writtenOffOn,
    description: input.reason,
    reference: input.contribution.reference,
    postings: [
      debit('contributions-written-off', value, dimensions, amount),
      credit('contributions-receivable', value, { ...dimensions, instalmentId: instalment.id }, amount),
    ],
  });
}
