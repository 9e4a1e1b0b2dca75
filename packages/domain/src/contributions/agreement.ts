import type { CalendarDate } from '../calendar-date.ts';
import type { Currency } from '../currency.ts';
import { type ExchangeRate, toBookCurrency } from '../exchange-rate.ts';
import { balance, credit, debit, type EntryDraft } from '../ledger/entry.ts';
import { type Money, split, sum } from '../money.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { RuleViolation } from '../rule-violation.ts';
import { closePledge, type ContributionRef, dimensionsOf, type OpenPledge } from './pledge.ts';

export type InstalmentTerms = { readonly id: string; readonly dueOn: CalendarDate; readonly amount: Money };

/** An instalment with what it is worth in US dollars at the rate of the signature. */
export type ValuedInstalment = InstalmentTerms & { readonly value: Money };

export type SignedAgreement = {
  readonly entry: EntryDraft;
  readonly instalments: readonly ValuedInstalment[];
  readonly total: Money;
  readonly value: Money;
};

/**
 * Signs an agreement: its whole amount becomes revenue and a receivable, one line an instalment, valued at the rate of the day
 * of signature (an unconditional multi-year agreement is recognized when it becomes binding, IPSAS 23). A pledge it rests on
 * is replaced, not added to.
 */
export function signAgreement(input: {
  readonly contribution: ContributionRef;
  readonly pledge: OpenPledge | null;
  readonly signedOn: CalendarDate;
  readonly currency: Currency;
  readonly instalments: readonly InstalmentTerms[];
  readonly rate: ExchangeRate;
  /** In US dollars where the contributor's own record says so; else the rate in force values it. */
  readonly value: Money | null;
  readonly description: string;
}): Result<SignedAgreement, RuleViolation> {
  const { contribution, pledge } = input;
  if (pledge !== null && input.signedOn < pledge.pledgedOn) {
    return refused({ kind: 'SignatureBeforePledge', pledgedOn: pledge.pledgedOn, signedOn: input.signedOn });
  }
  if (input.instalments.length === 0 || input.instalments.some(({ amount }) => amount.minor <= 0n))
    return refused({ kind: 'AmountNotPositive' });
  const total = sum(
    input.instalments.map(({ amount }) => amount),
    input.currency,
  );
  const value = input.value ?? toBookCurrency(total, input.rate);
  if (value.minor <= 0n) return refused({ kind: 'AmountNotPositive' });
  const values = split(
    value,
    input.instalments.map(({ amount }) => amount.minor),
  );
  // A split has a part for every weight.
  const instalments = input.instalments.map((terms, index) => ({ ...terms, value: values[index] as Money }));
  const dimensions = dimensionsOf(contribution);
  const entry = balance({
    kind: 'agreement',
    effectiveOn: input.signedOn,
    description: input.description,
    reference: contribution.reference,
    rate: input.rate.id === null ? null : input.rate,
    postings: [
      ...instalments.map((instalment) =>
        debit(
          'contributions-receivable',
          instalment.value,
          { ...dimensions, instalmentId: instalment.id },
          instalment.amount,
        ),
      ),
      credit('contribution-revenue', value, dimensions, total),
      ...(pledge === null ? [] : closePledge(pledge)),
    ],
  });
  return entry.ok ? accepted({ entry: entry.value, instalments, total, value }) : entry;
}
