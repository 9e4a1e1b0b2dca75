import type { CalendarDate } from '../calendar-date.ts';
import { type ExchangeRate, toBookCurrency } from '../exchange-rate.ts';
import { balance, credit, debit, type EntryDraft } from '../ledger/entry.ts';
import { compare, divideHalfEven, type Money, money, subtract } from '../money.ts';
import { refused, type Result } from '../result.ts';
import type { RuleViolation } from '../rule-violation.ts';
import { type ContributionRef, dimensionsOf } from './pledge.ts';

/** What an instalment still expects, in its own currency and in US dollars at the rate of the signature. */
export type OpenInstalment = { readonly id: string; readonly outstanding: Money; readonly outstandingValue: Money };

/** The part of the receivable that a payment settles; the last payment settles all that is left, to the cent. */
export function settledValue(instalment: OpenInstalment, paid: Money): Money {
  if (paid.minor === instalment.outstanding.minor) return instalment.outstandingValue;
  const share = divideHalfEven(instalment.outstandingValue.minor * paid.minor, instalment.outstanding.minor);
  return money(share, instalment.outstandingValue.currency);
}

/**
 * Receives cash against an instalment: valued at the rate in force on the day it came, the receivable settled at the rate of
 * the signature, and what lies between is the realised exchange difference.
 */
export function depositEntry(input: {
  readonly contribution: ContributionRef;
  readonly signedOn: CalendarDate;
  readonly instalment: OpenInstalment;
  readonly receivedOn: CalendarDate;
  readonly amount: Money;
  readonly rate: ExchangeRate;
  readonly description: string;
}): Result<EntryDraft, RuleViolation> {
  const { instalment, amount } = input;
  if (amount.minor <= 0n) return refused({ kind: 'AmountNotPositive' });
  if (input.receivedOn < input.signedOn)
    return refused({ kind: 'DepositBeforeSignature', signedOn: input.signedOn, receivedOn: input.receivedOn });
  if (compare(amount, instalment.outstanding) > 0) {
    return refused({ kind: 'DepositAboveInstalment', outstanding: instalment.outstanding, deposited: amount });
  }
  const received = toBookCurrency(amount, input.rate);
  if (received.minor <= 0n) return refused({ kind: 'AmountNotPositive' });
  const settled = settledValue(instalment, amount);
  const dimensions = dimensionsOf(input.contribution);
  return balance({
    kind: 'deposit',
    effectiveOn: input.receivedOn,
    description: input.description,
    reference: input.contribution.reference,
    rate: input.rate.id === null ? null : input.rate,
    postings: [
      debit('cash', received, dimensions, amount),
      credit('contributions-receivable', settled, { ...dimensions, instalmentId: instalment.id }, amount),
      credit('exchange-difference', subtract(received, settled), dimensions),
    ],
  });
}

/** Receives cash for which no agreement is on record: it is revenue on the day it came. */
export function unscheduledDepositEntry(input: {
  readonly contribution: ContributionRef;
  readonly receivedOn: CalendarDate;
  readonly amount: Money;
  readonly value: Money;
  readonly rate: ExchangeRate | null;
  readonly description: string;
}): Result<EntryDraft, RuleViolation> {
  if (input.amount.minor <= 0n || input.value.minor <= 0n) return refused({ kind: 'AmountNotPositive' });
  const dimensions = dimensionsOf(input.contribution);
  return balance({
    kind: 'deposit',
    effectiveOn: input.receivedOn,
    description: input.description,
    reference: input.contribution.reference,
    rate: input.rate,
    postings: [
      debit('cash', input.value, dimensions, input.amount),
      credit('contribution-revenue', input.value, dimensions, input.amount),
    ],
  });
}

/** Sends money back to its contributor, valued at the rate in force: less cash and less revenue. Never more than was received. */
export function refundEntry(input: {
  readonly contribution: ContributionRef;
  readonly received: Money;
  readonly refundedOn: CalendarDate;
  readonly amount: Money;
  readonly rate: ExchangeRate;
  readonly reason: string;
}): Result<EntryDraft, RuleViolation> {
  if (input.amount.minor <= 0n) return refused({ kind: 'AmountNotPositive' });
  if (compare(input.amount, input.received) > 0)
    return refused({ kind: 'RefundAboveReceived', received: input.received, requested: input.amount });
  const dimensions = dimensionsOf(input.contribution);
  const value = toBookCurrency(input.amount, input.rate);
  if (value.minor === 0n) return refused({ kind: 'AmountNotPositive' });
  return balance({
    kind: 'contributor-refund',
    effectiveOn: input.refundedOn,
    description: input.reason,
    reference: input.contribution.reference,
    rate: input.rate.id === null ? null : input.rate,
    postings: [
      debit('contribution-revenue', value, dimensions, input.amount),
      credit('cash', value, dimensions, input.amount),
    ],
  });
}
