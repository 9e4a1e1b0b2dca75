import type { CalendarDate } from '../calendar-date.ts';
import { type ExchangeRate, toBookCurrency } from '../exchange-rate.ts';
import { balance, credit, debit, type EntryDraft } from '../ledger/entry.ts';
import { type Money, negate } from '../money.ts';
import { refused, type Result } from '../result.ts';
import type { RuleViolation } from '../rule-violation.ts';

/** Who a contribution is from and what it may be used for. */
export type ContributionRef = {
  readonly id: string;
  readonly contributorId: string;
  readonly poolId: string;
  readonly reference: string;
};

/** A pledge as the ledger holds it: what is still announced and not yet signed. */
export type OpenPledge = ContributionRef & {
  /** The day its present amount was announced: nothing that replaces it can be earlier. */
  readonly pledgedOn: CalendarDate;
  /** In its own currency. */
  readonly original: Money;
  /** In US dollars, as it was valued. */
  readonly value: Money;
};

export function dimensionsOf(contribution: ContributionRef): {
  contributorId: string;
  contributionId: string;
  poolId: string;
} {
  return { contributorId: contribution.contributorId, contributionId: contribution.id, poolId: contribution.poolId };
}

/** Announces a contribution. A pledge binds nobody: it stands in the commitments book and in no total of money. */
export function pledgeEntry(input: {
  readonly contribution: ContributionRef;
  readonly pledgedOn: CalendarDate;
  readonly amount: Money;
  /** In US dollars: at the rate in force, or as the contributor's own record has it. */
  readonly value: Money;
  readonly rate: ExchangeRate | null;
  readonly description: string;
}): Result<EntryDraft, RuleViolation> {
  if (input.amount.minor <= 0n || input.value.minor <= 0n) return refused({ kind: 'AmountNotPositive' });
  const dimensions = dimensionsOf(input.contribution);
  return balance({
    kind: 'pledge',
    effectiveOn: input.pledgedOn,
    description: input.description,
    reference: input.contribution.reference,
    rate: input.rate,
    postings: [
      debit('pledges-open', input.value, dimensions, input.amount),
      credit('pledges-control', input.value, dimensions, input.amount),
    ],
  });
}

/** Replaces the amount of a pledge: takes the old value out and puts the new one in, never adds them. Zero withdraws it. */
export function amendPledgeEntry(input: {
  readonly pledge: OpenPledge;
  readonly amendedOn: CalendarDate;
  readonly amount: Money;
  readonly rate: ExchangeRate;
  readonly reason: string;
}): Result<EntryDraft, RuleViolation> {
  const { pledge } = input;
  if (input.amount.minor < 0n) return refused({ kind: 'AmountNotPositive' });
  if (input.amendedOn < pledge.pledgedOn)
    return refused({ kind: 'AmendmentBeforePledge', pledgedOn: pledge.pledgedOn, amendedOn: input.amendedOn });
  if (input.amount.minor === pledge.original.minor) return refused({ kind: 'AmountUnchanged' });
  const dimensions = dimensionsOf(pledge);
  const value = toBookCurrency(input.amount, input.rate);
  if (input.amount.minor > 0n && value.minor === 0n) return refused({ kind: 'AmountNotPositive' });
  return balance({
    kind: 'pledge-amendment',
    effectiveOn: input.amendedOn,
    description: input.reason,
    reference: pledge.reference,
    rate: input.rate.id === null ? null : input.rate,
    postings: [
      ...closePledge(pledge),
      debit('pledges-open', value, dimensions, input.amount),
      credit('pledges-control', value, dimensions, input.amount),
    ],
  });
}

/** Postings that take an open pledge out of the commitments book. */
export function closePledge(pledge: OpenPledge): ReturnType<typeof debit>[] {
  const dimensions = dimensionsOf(pledge);
  return [
    debit('pledges-open', negate(pledge.value), dimensions, negate(pledge.original)),
    credit('pledges-control', negate(pledge.value), dimensions, negate(pledge.original)),
  ];
}
